package dev.socketee.cdi;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * Reads the handler methods of a bean, and finds what is wrong with them.
 *
 * <p>Inherited methods count. A method that overrides another one counts by its own annotations
 * alone, as with CDI's observers: overriding a handler without repeating the annotation removes it.
 */
final class HandlerReader {

  /** What a client may not send and the server may not emit (reference 2.3). */
  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  /** Methods have no order at run time: this one at least is the same at each start. */
  private static final Comparator<HandlerMethod> ORDER =
      Comparator.comparing(handler -> handler.method().getName() + handler.description());

  private final Problems problems;
  private final ParameterSources sources;
  private final AccessReader access;
  private final HandlerView view;
  private final NonBlockingHandlers nonBlocking;

  HandlerReader(
      Problems problems, ParameterSources sources, AccessReader access, BeanManager beanManager) {
    this.problems = problems;
    this.sources = sources;
    this.access = access;
    this.view = new HandlerView(problems);
    this.nonBlocking = new NonBlockingHandlers(problems, beanManager);
  }

  /** The handlers of a bean, in the order in which those for the same event are called. */
  List<HandlerMethod> read(NamespaceBean bean) {
    TypeVariables variables = new TypeVariables(bean.beanClass());
    List<HandlerMethod> handlers = new ArrayList<>();
    for (AnnotatedMethod<?> annotated : bean.type().getMethods()) {
      Method method = annotated.getJavaMember();
      List<HandlerKind> kinds = HandlerKind.of(annotated);
      if (kinds.isEmpty() || method.isBridge() || ofInterface(method)) {
        if (kinds.isEmpty()) {
          checkOther(annotated);
        }
        continue;
      }
      Optional<Method> overrider = Overrides.find(method, bean.beanClass());
      if (overrider.isPresent()) {
        checkImplementation(kinds, method, overrider.get());
      } else if (kinds.size() > 1) {
        problems.add(HandlerMessages.severalAnnotations(method, kinds));
      } else {
        read(bean, variables, annotated, kinds.get(0)).ifPresent(handlers::add);
      }
    }
    checkInterfaces(bean);
    handlers.sort(ORDER);
    return handlers;
  }

  private void checkOther(AnnotatedMethod<?> method) {
    if (Forwarding.present(method)) {
      problems.add(HandlerMessages.forwardingOutsideEvent(method.getJavaMember()));
    }
    nonBlocking.checkOther(method);
  }

  private Optional<HandlerMethod> read(
      NamespaceBean bean, TypeVariables variables, AnnotatedMethod<?> annotated, HandlerKind kind) {
    Method method = annotated.getJavaMember();
    Optional<Method> callable = view.find(bean, method);
    Optional<List<HandlerParameter>> parameters =
        new ParameterReader(problems, sources, variables, bean, annotated, kind).read();
    Optional<Answer> answer = answer(kind, method, variables, parameters.orElse(List.of()));
    Access allowed = access.of(bean, annotated, kind);
    boolean immediate = nonBlocking.read(bean, annotated, kind);
    String event = kind == HandlerKind.EVENT ? event(annotated) : "";
    if (RESERVED.contains(event)) {
      problems.add(HandlerMessages.reservedEvent(method, event));
      return Optional.empty();
    }
    if (callable.isEmpty()
        || parameters.isEmpty()
        || answer.isEmpty()
        || !forwards(kind, annotated, answer.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new HandlerMethod(
            bean,
            kind,
            event,
            callable.get(),
            allowed,
            parameters.get(),
            answer.get(),
            Forwarding.of(annotated, event).orElse(null),
            immediate));
  }

  /** Whether what is to be sent on can be, if anything is. */
  private boolean forwards(HandlerKind kind, AnnotatedMethod<?> annotated, Answer answer) {
    if (!Forwarding.present(annotated)) {
      return true;
    }
    Method method = annotated.getJavaMember();
    Optional<Forwarding> forwarding = Forwarding.of(annotated, "event");
    EmitTo emitTo = annotated.getAnnotation(EmitTo.class);
    if (kind != HandlerKind.EVENT) {
      problems.add(HandlerMessages.forwardingOutsideEvent(method));
    } else if (emitTo != null && annotated.isAnnotationPresent(Broadcast.class)) {
      problems.add(HandlerMessages.severalForwardings(method));
    } else if (answer != Answer.VALUE) {
      problems.add(HandlerMessages.nothingToForward(method));
    } else if (emitTo != null
        && (emitTo.value().length == 0 || List.of(emitTo.value()).contains(""))) {
      problems.add(HandlerMessages.forwardingWithoutRoom(method));
    } else if (forwarding.isPresent() && RESERVED.contains(forwarding.get().event())) {
      problems.add(HandlerMessages.forwardingOfReserved(method, forwarding.get().event()));
    } else {
      return true;
    }
    return false;
  }

  private static String event(AnnotatedMethod<?> annotated) {
    String name = annotated.getAnnotation(OnEvent.class).value();
    return name.isEmpty() ? annotated.getJavaMember().getName() : name;
  }

  private Optional<Answer> answer(
      HandlerKind kind, Method method, TypeVariables variables, List<HandlerParameter> parameters) {
    Type type = variables.resolve(method.getGenericReturnType());
    Class<?> raw = TypeVariables.raw(type);
    boolean stage = CompletionStage.class.isAssignableFrom(raw);
    boolean future = !stage && Future.class.isAssignableFrom(raw);
    if (kind != HandlerKind.EVENT) {
      if (kind == HandlerKind.CONNECT
          && (stage || future || raw == boolean.class || raw == Boolean.class)) {
        problems.add(HandlerMessages.connectResult(method));
        return Optional.empty();
      }
      return Optional.of(Answer.NOTHING);
    }
    if (future) {
      problems.add(HandlerMessages.future(method));
      return Optional.empty();
    }
    boolean nothing = raw == void.class || raw == Void.class;
    if (parameters.stream().anyMatch(parameter -> parameter.kind() == ParameterKind.ACK)) {
      if (!nothing) {
        problems.add(HandlerMessages.ackAndResult(method));
        return Optional.empty();
      }
      return Optional.of(Answer.ACK);
    }
    if (stage) {
      return Optional.of(ofVoid(type) ? Answer.EMPTY : Answer.VALUE);
    }
    return Optional.of(nothing ? Answer.NOTHING : Answer.VALUE);
  }

  private static boolean ofVoid(Type stage) {
    return stage instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments()[0] == Void.class;
  }

  /** An abstract method cannot be a handler: whoever annotates one means its implementation. */
  private void checkImplementation(List<HandlerKind> kinds, Method method, Method implementation) {
    if (Modifier.isAbstract(method.getModifiers()) && HandlerKind.of(implementation).isEmpty()) {
      problems.add(HandlerMessages.abstractHandler(method, kinds.get(0), implementation));
    }
  }

  /** Nor can a method of an interface, which not every container shows among those of the class. */
  private void checkInterfaces(NamespaceBean bean) {
    for (Class<?> type : interfaces(bean.beanClass())) {
      for (Method method : type.getDeclaredMethods()) {
        List<HandlerKind> kinds = HandlerKind.of(method);
        if (!kinds.isEmpty() && !method.isBridge() && !implemented(method, bean)) {
          problems.add(HandlerMessages.interfaceHandler(method, kinds.get(0), bean.beanClass()));
        }
      }
    }
  }

  private static boolean implemented(Method method, NamespaceBean bean) {
    return bean.type().getMethods().stream()
        .filter(candidate -> !HandlerKind.of(candidate).isEmpty())
        .map(AnnotatedMethod::getJavaMember)
        .anyMatch(
            candidate ->
                !ofInterface(candidate)
                    && candidate.getName().equals(method.getName())
                    && candidate.getParameterCount() == method.getParameterCount());
  }

  private static boolean ofInterface(Method method) {
    return method.getDeclaringClass().isInterface();
  }

  /** All interfaces of a class, inherited ones too. */
  private static Set<Class<?>> interfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> current = type; current != null; current = current.getSuperclass()) {
      for (Class<?> direct : current.getInterfaces()) {
        found.add(direct);
        found.addAll(interfaces(direct));
      }
    }
    return found;
  }
}
