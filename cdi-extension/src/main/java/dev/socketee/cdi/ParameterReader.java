package dev.socketee.cdi;

import dev.socketee.Broadcaster;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.jakarta.json.Readability;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
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
          "jakarta.enterprise.event.Event", "inject it into the bean instead",
          "jakarta.enterprise.inject.Instance", "inject it into the bean instead",
          "jakarta.persistence.EntityManager", "inject it into the bean instead");

  private final Problems problems;
  private final TypeVariables variables;
  private final AnnotatedMethod<?> annotated;
  private final HandlerKind kind;
  private final List<HandlerParameter> parameters = new ArrayList<>();
  private int arguments;
  private boolean wrong;

  ParameterReader(
      Problems problems, TypeVariables variables, AnnotatedMethod<?> annotated, HandlerKind kind) {
    this.problems = problems;
    this.variables = variables;
    this.annotated = annotated;
    this.kind = kind;
  }

  /** The parameters in order; empty if a problem has been added. */
  Optional<List<HandlerParameter>> read() {
    annotated.getParameters().forEach(this::read);
    if (kind == HandlerKind.ERROR && count(ParameterKind.THROWABLE) != 1) {
      refuse(CdiMessages.throwables(method(), (int) count(ParameterKind.THROWABLE)));
    }
    if (count(ParameterKind.ACK) > 1) {
      refuse(CdiMessages.severalAcks(method()));
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
    ParameterKind byType = ParameterKind.of(raw);
    boolean auth = parameter.isAnnotationPresent(Auth.class);
    if (auth && byType != ParameterKind.ARGUMENT) {
      refuse(CdiMessages.authOfOwnType(method(), position, raw));
      return;
    }
    if (checkType(parameter, auth ? ParameterKind.AUTH : byType, type, raw)) {
      boolean argument = !auth && byType == ParameterKind.ARGUMENT;
      parameters.add(
          new HandlerParameter(
              auth ? ParameterKind.AUTH : byType,
              type,
              declared.isPrimitive(),
              argument ? arguments++ : -1));
    }
  }

  private boolean checkType(
      AnnotatedParameter<?> parameter, ParameterKind parameterKind, Type type, Class<?> raw) {
    int position = parameter.getPosition();
    return switch (parameterKind) {
      case SOCKET, HANDSHAKE -> true;
      case ACK -> allowed(HandlerKind.EVENT, position, raw);
      case ARGS -> allowed(HandlerKind.EVENT, position, raw);
      case DISCONNECT_REASON -> allowed(HandlerKind.DISCONNECT, position, raw);
      case THROWABLE -> allowed(HandlerKind.ERROR, position, raw);
      case AUTH -> bindable(position, type, raw) && readable(position, type);
      case ARGUMENT ->
          notInjected(parameter, raw)
              && bindable(position, type, raw)
              && allowed(HandlerKind.EVENT, position, raw)
              && readable(position, type);
    };
  }

  private boolean allowed(HandlerKind only, int position, Class<?> raw) {
    if (kind == only) {
      return true;
    }
    return refuse(CdiMessages.parameterOnlyFor(method(), position, raw, kind, only));
  }

  private boolean notInjected(AnnotatedParameter<?> parameter, Class<?> raw) {
    boolean injectable = Broadcaster.class.isAssignableFrom(raw) || raw == SocketIO.class;
    if (injectable
        || parameter.isAnnotationPresent(Namespace.class)
        || parameter.isAnnotationPresent(RoomName.class)) {
      return refuse(CdiMessages.notInjected(method(), parameter.getPosition()));
    }
    return true;
  }

  private boolean bindable(int position, Type type, Class<?> raw) {
    String remedy = FOREIGN.get(raw.getName());
    if (remedy != null) {
      return refuse(CdiMessages.foreignType(method(), position, raw, remedy));
    }
    @Nullable TypeVariable<?> variable = TypeVariables.unknown(type);
    if (variable != null) {
      return refuse(CdiMessages.typeVariable(method(), position, variable));
    }
    return true;
  }

  private boolean readable(int position, Type type) {
    Optional<String> obstacle = Readability.obstacle(type);
    if (obstacle.isPresent()) {
      return refuse(CdiMessages.unreadable(method(), position, obstacle.get()));
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
