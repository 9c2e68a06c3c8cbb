package dev.socketee.cdi;

import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Header;
import dev.socketee.annotation.NamespaceParam;
import dev.socketee.annotation.Query;
import dev.socketee.annotation.Remaining;
import dev.socketee.jakarta.json.Readability;
import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one handler method, and finds what is wrong with them. */
final class ParameterReader {

  /** Types that people take for those of Socket.IO, or expect from a servlet, with what helps. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "java.net.Socket", "import dev.socketee.Socket instead",
          "jakarta.websocket.Session", "take a dev.socketee.Socket instead",
          "jakarta.websocket.CloseReason", "take a dev.socketee.DisconnectReason instead",
          "jakarta.servlet.http.HttpServletRequest", "take a dev.socketee.Handshake instead",
          "jakarta.servlet.http.HttpSession", "take a dev.socketee.Handshake instead",
          "jakarta.persistence.EntityManager", "inject it into the bean instead");

  /** Of which a parameter can have one. */
  private static final List<Class<? extends Annotation>> SOURCES =
      List.of(Auth.class, Header.class, Query.class, Remaining.class, NamespaceParam.class);

  private final Problems problems;
  private final ParameterSources sources;
  private final TypeVariables variables;
  private final NamespaceBean bean;
  private final AnnotatedMethod<?> annotated;
  private final HandlerKind kind;
  private final List<HandlerParameter> parameters = new ArrayList<>();
  private int arguments;
  private boolean rest;
  private boolean wrong;

  ParameterReader(
      Problems problems,
      ParameterSources sources,
      TypeVariables variables,
      NamespaceBean bean,
      AnnotatedMethod<?> annotated,
      HandlerKind kind) {
    this.problems = problems;
    this.sources = sources;
    this.variables = variables;
    this.bean = bean;
    this.annotated = annotated;
    this.kind = kind;
  }

  /** The parameters in order; empty if a problem has been added. */
  Optional<List<HandlerParameter>> read() {
    annotated.getParameters().forEach(this::read);
    if (kind == HandlerKind.ERROR && count(ParameterKind.THROWABLE) != 1) {
      refuse(HandlerMessages.throwables(method(), (int) count(ParameterKind.THROWABLE)));
    }
    if (count(ParameterKind.ACK) > 1) {
      refuse(ParameterMessages.severalAcks(method()));
    }
    return wrong ? Optional.empty() : Optional.of(List.copyOf(parameters));
  }

  private void read(AnnotatedParameter<?> parameter) {
    int position = parameter.getPosition();
    Class<?> declared = method().getParameterTypes()[position];
    Type type =
        declared.isPrimitive()
            ? MethodType.methodType(declared).wrap().returnType()
            : variables.resolve(method().getGenericParameterTypes()[position]);
    Class<?> raw = TypeVariables.raw(type);
    ParameterKind parameterKind = kindOf(parameter, raw);
    ParameterKind byType = ParameterKind.of(raw);
    if (annotations(parameter).size() > 1) {
      refuse(ParameterMessages.severalSources(method(), position, annotations(parameter)));
    } else if (parameterKind == ParameterKind.AUTH && byType != ParameterKind.ARGUMENT) {
      refuse(ParameterMessages.authOfOwnType(method(), position, raw));
    } else if (checkType(parameter, parameterKind, type, raw)) {
      prepare(parameter, parameterKind, type).ifPresent(parameters::add);
    }
  }

  private ParameterKind kindOf(AnnotatedParameter<?> parameter, Class<?> raw) {
    if (parameter.isAnnotationPresent(Auth.class)) {
      return ParameterKind.AUTH;
    }
    if (parameter.isAnnotationPresent(Header.class)) {
      return ParameterKind.HEADER;
    }
    if (parameter.isAnnotationPresent(Query.class)) {
      return ParameterKind.QUERY;
    }
    if (parameter.isAnnotationPresent(NamespaceParam.class)) {
      return ParameterKind.NAMESPACE_PARAM;
    }
    if (sources.injected(parameter, raw)) {
      return ParameterKind.INJECTED;
    }
    return remaining(parameter) ? ParameterKind.REMAINING : ParameterKind.of(raw);
  }

  private boolean remaining(AnnotatedParameter<?> parameter) {
    return parameter.isAnnotationPresent(Remaining.class)
        || (method().isVarArgs() && parameter.getPosition() == method().getParameterCount() - 1);
  }

  private static List<String> annotations(AnnotatedParameter<?> parameter) {
    return SOURCES.stream()
        .filter(parameter::isAnnotationPresent)
        .map(source -> "@" + source.getSimpleName())
        .toList();
  }

  /** What binding the parameter takes; empty if a problem has been added. */
  private Optional<HandlerParameter> prepare(
      AnnotatedParameter<?> parameter, ParameterKind parameterKind, Type type) {
    int position = parameter.getPosition();
    boolean primitive = method().getParameterTypes()[position].isPrimitive();
    int argument = parameterKind == ParameterKind.ARGUMENT ? arguments++ : -1;
    if (parameterKind == ParameterKind.ARGUMENT && rest) {
      refuse(ParameterMessages.argumentAfterRemaining(method(), position));
      return Optional.empty();
    }
    return switch (parameterKind) {
      case HEADER, QUERY -> text(parameter, parameterKind, type, primitive);
      case NAMESPACE_PARAM -> namespaceParam(parameter, type);
      case REMAINING -> remaining(position, type);
      case INJECTED -> injected(parameter, type);
      case SOCKET, HANDSHAKE, ACK, ARGS, DISCONNECT_REASON, THROWABLE, PRINCIPAL, AUTH, ARGUMENT ->
          Optional.of(
              new HandlerParameter(
                  parameterKind, type, primitive, argument, source(parameterKind, argument), null));
    };
  }

  private static String source(ParameterKind parameterKind, int argument) {
    return parameterKind == ParameterKind.ARGUMENT
        ? "arguments[" + argument + "]"
        : parameterKind.name().toLowerCase(Locale.ROOT);
  }

  private Optional<HandlerParameter> text(
      AnnotatedParameter<?> parameter, ParameterKind parameterKind, Type type, boolean primitive) {
    Optional<TextParameter> text = TextParameter.of(type);
    if (text.isEmpty()) {
      refuse(ParameterMessages.notOfText(method(), parameter.getPosition(), type));
    }
    boolean header = parameterKind == ParameterKind.HEADER;
    String name =
        header
            ? parameter.getAnnotation(Header.class).value()
            : parameter.getAnnotation(Query.class).value();
    String source = source(parameterKind, -1) + "." + name;
    return text.map(known -> header ? known.header(name) : known.query(name))
        .map(binder -> new HandlerParameter(parameterKind, type, primitive, -1, source, binder));
  }

  private Optional<HandlerParameter> namespaceParam(AnnotatedParameter<?> parameter, Type type) {
    int position = parameter.getPosition();
    String variable = parameter.getAnnotation(NamespaceParam.class).value();
    Optional<NamespaceTemplate> template = bean.template();
    if (template.isEmpty()) {
      wrong = true;
      if (!NamespaceTemplate.isOne(bean.namespace())) {
        refuse(TemplateMessages.noTemplate(method(), position, bean));
      }
      return Optional.empty();
    }
    if (!template.get().variables().contains(variable)) {
      refuse(TemplateMessages.noVariable(method(), position, variable, bean, template.get()));
      return Optional.empty();
    }
    Optional<TextParameter> text = TextParameter.of(type);
    if (text.isEmpty()) {
      refuse(ParameterMessages.notOfText(method(), position, type));
    }
    return text.map(known -> known.namespace(template.get(), variable))
        .map(
            binder ->
                new HandlerParameter(
                    ParameterKind.NAMESPACE_PARAM,
                    type,
                    false,
                    -1,
                    "namespace." + variable,
                    binder));
  }

  private Optional<HandlerParameter> remaining(int position, Type type) {
    Optional<RemainingArguments> found = RemainingArguments.of(type);
    if (found.isEmpty()) {
      refuse(ParameterMessages.remainingOfOther(method(), position, type));
      return Optional.empty();
    }
    if (rest) {
      refuse(ParameterMessages.argumentAfterRemaining(method(), position));
      return Optional.empty();
    }
    rest = true;
    int from = arguments;
    return Optional.of(
        new HandlerParameter(
            ParameterKind.REMAINING,
            type,
            false,
            from,
            "arguments",
            call -> found.get().bind(ArgumentBinder.args(call), from)));
  }

  private Optional<HandlerParameter> injected(AnnotatedParameter<?> parameter, Type type) {
    HandlerInjectionPoint point = sources.point(bean, parameter, type);
    Optional<DefinitionException> wrong = sources.check(method(), point);
    wrong.ifPresent(this::refuse);
    return wrong.isPresent()
        ? Optional.empty()
        : Optional.of(
            new HandlerParameter(
                ParameterKind.INJECTED,
                type,
                false,
                -1,
                source(ParameterKind.INJECTED, -1),
                sources.binder(point)));
  }

  private boolean checkType(
      AnnotatedParameter<?> parameter, ParameterKind parameterKind, Type type, Class<?> raw) {
    int position = parameter.getPosition();
    return switch (parameterKind) {
      case SOCKET, HANDSHAKE, PRINCIPAL, HEADER, QUERY, NAMESPACE_PARAM, INJECTED -> true;
      case ACK, ARGS -> allowed(HandlerKind.EVENT, position, raw);
      case DISCONNECT_REASON -> allowed(HandlerKind.DISCONNECT, position, raw);
      case THROWABLE -> allowed(HandlerKind.ERROR, position, raw);
      case AUTH -> bindable(position, type, raw) && readable(position, type);
      case ARGUMENT, REMAINING ->
          bindable(position, type, raw)
              && allowed(HandlerKind.EVENT, position, raw)
              && readable(position, type);
    };
  }

  private boolean allowed(HandlerKind only, int position, Class<?> raw) {
    if (kind == only) {
      return true;
    }
    return refuse(ParameterMessages.parameterOnlyFor(method(), position, raw, kind, only));
  }

  private boolean bindable(int position, Type type, Class<?> raw) {
    String remedy = FOREIGN.get(raw.getName());
    if (remedy != null) {
      return refuse(ParameterMessages.foreignType(method(), position, raw, remedy));
    }
    @Nullable TypeVariable<?> variable = TypeVariables.unknown(type);
    if (variable != null) {
      return refuse(ParameterMessages.typeVariable(method(), position, variable));
    }
    return true;
  }

  private boolean readable(int position, Type type) {
    Optional<String> obstacle = Readability.obstacle(type);
    if (obstacle.isPresent()) {
      return refuse(ParameterMessages.unreadable(method(), position, obstacle.get()));
    }
    return true;
  }

  private boolean refuse(DefinitionException problem) {
    wrong = true;
    problems.add(problem);
    return false;
  }

  private long count(ParameterKind wanted) {
    return parameters.stream().filter(parameter -> parameter.kind() == wanted).count();
  }

  private Method method() {
    return annotated.getJavaMember();
  }
}
