package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with handler methods: see {@link CdiMessages}. */
final class HandlerMessages {

  private HandlerMessages() {}

  static DefinitionException privateHandler(Method method) {
    return CdiMessages.problem(
        201,
        "%s is private, but handler methods are called through the bean's proxy. Make it package"
            + "-private, protected or public.",
        Describe.method(method));
  }

  static DefinitionException staticHandler(Method method) {
    return CdiMessages.problem(
        202,
        "%s is static, but handler methods are called on a bean. Remove static.",
        Describe.method(method));
  }

  static DefinitionException finalHandler(Method method) {
    return CdiMessages.problem(
        203,
        "%s is final, so that no proxy or interceptor of the bean can see its calls. Remove final.",
        Describe.method(method));
  }

  static DefinitionException severalAnnotations(Method method, List<HandlerKind> kinds) {
    return CdiMessages.problem(
        204,
        "%s has %s, but a handler method can have only one of them. Make it several methods.",
        Describe.method(method),
        kinds.stream().map(HandlerKind::toString).collect(Collectors.joining(" and ")));
  }

  static DefinitionException reservedEvent(Method method, String event) {
    return CdiMessages.problem(
        205,
        "%s is for the event \"%s\", but that name is reserved and no client can send it. Use"
            + " @OnConnect, @OnDisconnect or @OnError, or another name.",
        Describe.method(method),
        event);
  }

  static DefinitionException packagePrivateElsewhere(Method method, Class<?> type) {
    return CdiMessages.problem(
        206,
        "%s is package-private, and the proxies of %s are in another package, from which they"
            + " cannot see it. Make it protected or public.",
        Describe.method(method),
        type.getTypeName());
  }

  static DefinitionException sessionBeanMethodNotPublic(Method method) {
    return CdiMessages.problem(
        207,
        "%s is not public, but a session bean can be called by its public methods only. Make it"
            + " public.",
        Describe.method(method));
  }

  static DefinitionException notInBusinessInterface(Method method, Collection<Class<?>> types) {
    return CdiMessages.problem(
        208,
        "%s is in no local business interface of its session bean (%s), so it cannot be called."
            + " Add it to one, or annotate the bean with @LocalBean.",
        Describe.method(method),
        names(types));
  }

  static DefinitionException notInBeanTypes(Method method, Collection<Class<?>> types) {
    return CdiMessages.problem(
        209,
        "%s is in no type that @Typed leaves to its bean (%s), so it cannot be called. Add the"
            + " class to @Typed.",
        Describe.method(method),
        names(types));
  }

  static DefinitionException inaccessible(Method method) {
    return CdiMessages.problem(
        210,
        "%s cannot be called, because its module does not open the package %s. Add \"opens %s;\" to"
            + " the module-info.",
        Describe.method(method),
        method.getDeclaringClass().getPackageName(),
        method.getDeclaringClass().getPackageName());
  }

  static DefinitionException ackAndResult(Method method) {
    return CdiMessages.problem(
        211,
        "%s returns a result and has an Ack, but the client gets one acknowledgement only. Return"
            + " void, or remove the Ack.",
        Describe.method(method));
  }

  static DefinitionException future(Method method) {
    return CdiMessages.problem(
        212,
        "%s returns a Future, of which the server cannot learn when it is done. Return a"
            + " CompletionStage, or the value itself: a handler may block.",
        Describe.method(method));
  }

  static DefinitionException connectResult(Method method) {
    return CdiMessages.problem(
        213,
        "%s returns a result, but that of an @OnConnect method decides nothing. Throw a"
            + " ConnectionRefusedException to refuse the client, and wait for what the decision"
            + " needs: a handler may block.",
        Describe.method(method));
  }

  static DefinitionException severalAnswers(
      String namespace, HandlerMethod one, HandlerMethod other) {
    return CdiMessages.problem(
        214,
        "%s and %s both answer the event \"%s\" of the namespace %s, but the client gets one"
            + " acknowledgement only. Let one of them return void, without an Ack.",
        one.description(),
        other.description(),
        one.event(),
        namespace);
  }

  static DefinitionException severalErrorHandlers(HandlerMethod one, HandlerMethod other) {
    return CdiMessages.problem(
        215,
        "%s and %s both handle %s in one bean. Remove one, or make its type more specific.",
        one.description(),
        other.description(),
        one.errorType().getSimpleName());
  }

  static DefinitionException throwables(Method method, int count) {
    return CdiMessages.problem(
        216,
        "%s has %s parameter of an exception type, but an @OnError method needs exactly one, which"
            + " says what it handles. %s.",
        Describe.method(method),
        count == 0 ? "no" : "more than one",
        count == 0 ? "Add one, such as Exception" : "Make it several methods");
  }

  static DefinitionException abstractHandler(
      Method method, HandlerKind kind, Method implementation) {
    return CdiMessages.problem(
        217,
        "%s has %s, but is abstract, and %s does not have it: annotations are not inherited with"
            + " methods. Put it there.",
        Describe.method(method),
        kind,
        Describe.method(implementation));
  }

  static DefinitionException interfaceHandler(Method method, HandlerKind kind, Class<?> type) {
    return CdiMessages.problem(
        218,
        "%s has %s, but is a method of an interface: annotations are not inherited with methods."
            + " Put it on the method of %s.",
        Describe.method(method),
        kind,
        type.getTypeName());
  }

  static DefinitionException forwardingOutsideEvent(Method method) {
    return CdiMessages.problem(
        220,
        "%s has @EmitTo or @Broadcast, but only the results of @OnEvent methods are sent on. Inject a"
            + " Broadcaster and emit by that.",
        Describe.method(method));
  }

  static DefinitionException severalForwardings(Method method) {
    return CdiMessages.problem(
        221,
        "%s has @EmitTo and @Broadcast, but its result is sent on once. Remove one of them.",
        Describe.method(method));
  }

  static DefinitionException nothingToForward(Method method) {
    return CdiMessages.problem(
        222,
        "%s has @EmitTo or @Broadcast, but returns nothing that could be sent on. Return what to"
            + " emit.",
        Describe.method(method));
  }

  static DefinitionException forwardingWithoutRoom(Method method) {
    return CdiMessages.problem(
        223,
        "%s has @EmitTo without a room, or with an empty name. Name the rooms, or use @Broadcast for"
            + " all.",
        Describe.method(method));
  }

  static DefinitionException forwardingOfReserved(Method method, String event) {
    return CdiMessages.problem(
        224,
        "%s sends its result on as the event \"%s\", but that name is reserved. Use another name.",
        Describe.method(method),
        event);
  }

  static DefinitionException noValidator(Method method, IllegalStateException reason) {
    return CdiMessages.problem(
        219,
        "%s has constraints, but nothing can check them: %s. Add a Bean Validation provider, such as"
            + " Hibernate Validator, or mend its configuration.",
        Describe.method(method),
        String.valueOf(reason.getMessage()));
  }

  private static String names(Collection<Class<?>> types) {
    return types.isEmpty()
        ? "it has none"
        : types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
  }
}
