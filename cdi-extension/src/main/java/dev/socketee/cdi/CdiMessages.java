package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What can be wrong with an application: each mistake has a number, names the member that has it,
 * and says what to do. A number is never given to another message.
 *
 * <p>SIO01: beans. SIO02: handler methods. SIO03: their parameters. SIO04: injection points. SIO05:
 * servers. SIO06: observers. SIO07: JSON.
 */
final class CdiMessages {

  private static final StackTraceElement[] NO_STACK = {};

  private CdiMessages() {}

  // beans

  static DefinitionException notConcrete(Class<?> type) {
    return problem(
        101,
        "%s has @Namespace, but is %s: only a class that can be instantiated is a bean. Put the"
            + " annotation on the classes that %s it.",
        type.getTypeName(),
        type.isInterface() ? "an interface" : "abstract",
        type.isInterface() ? "implement" : "extend");
  }

  static DefinitionException innerClass(Class<?> type) {
    return problem(
        102,
        "%s has @Namespace, but is an inner class, which cannot be a bean. Make it static.",
        type.getTypeName());
  }

  static DefinitionException noConstructor(Class<?> type) {
    return problem(
        103,
        "%s has @Namespace, but no constructor that CDI can call, and is no bean therefore. Add a"
            + " constructor without parameters, or annotate one with @Inject.",
        type.getTypeName());
  }

  static DefinitionException beanNamespace(Class<?> type, String namespace) {
    return problem(
        104,
        "%s has @Namespace(\"%s\"), but the name of a namespace cannot contain a comma. Rename it.",
        type.getTypeName(),
        namespace);
  }

  static DefinitionException scopeNeverActive(Class<?> type, Class<? extends Annotation> scope) {
    return problem(
        105,
        "%s has @Namespace and @%s, but that scope is not active when handlers are called. Remove"
            + " the scope, which makes the bean @ApplicationScoped, and keep what belongs to a"
            + " client in Socket.data().",
        type.getTypeName(),
        scope.getSimpleName());
  }

  static DefinitionException notProxyable(
      Class<?> type, Class<? extends Annotation> scope, String reason) {
    return problem(
        106,
        "%s has @Namespace and is @%s, but cannot be proxied: %s. Make the class and its methods"
            + " non-final and give it a constructor without parameters that is not private, or"
            + " annotate it with @jakarta.inject.Singleton.",
        type.getTypeName(),
        scope.getSimpleName(),
        reason);
  }

  static DefinitionException handlersWithoutNamespace(Class<?> type) {
    return problem(
        107,
        "%s has handler methods, but no @Namespace, so they would never be called. Annotate the"
            + " class with @Namespace.",
        type.getTypeName());
  }

  static DefinitionException messageDrivenBean(Class<?> type) {
    return problem(
        108,
        "%s has @Namespace, but is a message-driven bean, which can have no handlers. Move them to"
            + " a bean of their own; a Broadcaster can be injected into this one.",
        type.getTypeName());
  }

  static DefinitionException specializedWithoutNamespace(Class<?> type, Class<?> specialized) {
    return problem(
        109,
        "%s specializes %s, but has no @Namespace, which is not inherited, so its handlers would"
            + " never be called. Annotate it, too.",
        type.getTypeName(),
        specialized.getTypeName());
  }

  // handler methods

  static DefinitionException privateHandler(Method method) {
    return problem(
        201,
        "%s is private, but handler methods are called through the bean's proxy. Make it package"
            + "-private, protected or public.",
        Describe.method(method));
  }

  static DefinitionException staticHandler(Method method) {
    return problem(
        202,
        "%s is static, but handler methods are called on a bean. Remove static.",
        Describe.method(method));
  }

  static DefinitionException finalHandler(Method method) {
    return problem(
        203,
        "%s is final, so that no proxy or interceptor of the bean can see its calls. Remove final.",
        Describe.method(method));
  }

  static DefinitionException severalAnnotations(Method method, List<HandlerKind> kinds) {
    return problem(
        204,
        "%s has %s, but a handler method can have only one of them. Make it several methods.",
        Describe.method(method),
        kinds.stream().map(HandlerKind::toString).collect(Collectors.joining(" and ")));
  }

  static DefinitionException reservedEvent(Method method, String event) {
    return problem(
        205,
        "%s is for the event \"%s\", but that name is reserved and no client can send it. Use"
            + " @OnConnect, @OnDisconnect or @OnError, or another name.",
        Describe.method(method),
        event);
  }

  static DefinitionException packagePrivateElsewhere(Method method, Class<?> type) {
    return problem(
        206,
        "%s is package-private, and the proxies of %s are in another package, from which they"
            + " cannot see it. Make it protected or public.",
        Describe.method(method),
        type.getTypeName());
  }

  static DefinitionException sessionBeanMethodNotPublic(Method method) {
    return problem(
        207,
        "%s is not public, but a session bean can be called by its public methods only. Make it"
            + " public.",
        Describe.method(method));
  }

  static DefinitionException notInBusinessInterface(Method method, Collection<Class<?>> types) {
    return problem(
        208,
        "%s is in no local business interface of its session bean (%s), so it cannot be called."
            + " Add it to one, or annotate the bean with @LocalBean.",
        Describe.method(method),
        names(types));
  }

  static DefinitionException notInBeanTypes(Method method, Collection<Class<?>> types) {
    return problem(
        209,
        "%s is in no type that @Typed leaves to its bean (%s), so it cannot be called. Add the"
            + " class to @Typed.",
        Describe.method(method),
        names(types));
  }

  static DefinitionException inaccessible(Method method) {
    return problem(
        210,
        "%s cannot be called, because its module does not open the package %s. Add \"opens %s;\" to"
            + " the module-info.",
        Describe.method(method),
        method.getDeclaringClass().getPackageName(),
        method.getDeclaringClass().getPackageName());
  }

  static DefinitionException ackAndResult(Method method) {
    return problem(
        211,
        "%s returns a result and has an Ack, but the client gets one acknowledgement only. Return"
            + " void, or remove the Ack.",
        Describe.method(method));
  }

  static DefinitionException future(Method method) {
    return problem(
        212,
        "%s returns a Future, of which the server cannot learn when it is done. Return a"
            + " CompletionStage, or the value itself: a handler may block.",
        Describe.method(method));
  }

  static DefinitionException connectResult(Method method) {
    return problem(
        213,
        "%s returns a result, but that of an @OnConnect method decides nothing. Throw a"
            + " ConnectionRefusedException to refuse the client, and wait for what the decision"
            + " needs: a handler may block.",
        Describe.method(method));
  }

  static DefinitionException severalAnswers(
      String namespace, HandlerMethod one, HandlerMethod other) {
    return problem(
        214,
        "%s and %s both answer the event \"%s\" of the namespace %s, but the client gets one"
            + " acknowledgement only. Let one of them return void, without an Ack.",
        one.description(),
        other.description(),
        one.event(),
        namespace);
  }

  static DefinitionException severalErrorHandlers(HandlerMethod one, HandlerMethod other) {
    return problem(
        215,
        "%s and %s both handle %s in one bean. Remove one, or make its type more specific.",
        one.description(),
        other.description(),
        one.errorType().getSimpleName());
  }

  static DefinitionException throwables(Method method, int count) {
    return problem(
        216,
        "%s has %s parameter of an exception type, but an @OnError method needs exactly one, which"
            + " says what it handles. %s.",
        Describe.method(method),
        count == 0 ? "no" : "more than one",
        count == 0 ? "Add one, such as Exception" : "Make it several methods");
  }

  static DefinitionException abstractHandler(
      Method method, HandlerKind kind, Method implementation) {
    return problem(
        217,
        "%s has %s, but is abstract, and %s does not have it: annotations are not inherited with"
            + " methods. Put it there.",
        Describe.method(method),
        kind,
        Describe.method(implementation));
  }

  static DefinitionException interfaceHandler(Method method, HandlerKind kind, Class<?> type) {
    return problem(
        218,
        "%s has %s, but is a method of an interface: annotations are not inherited with methods."
            + " Put it on the method of %s.",
        Describe.method(method),
        kind,
        type.getTypeName());
  }

  static DefinitionException forwardingOutsideEvent(Method method) {
    return problem(
        220,
        "%s has @EmitTo or @Broadcast, but only the results of @OnEvent methods are sent on. Inject a"
            + " Broadcaster and emit by that.",
        Describe.method(method));
  }

  static DefinitionException severalForwardings(Method method) {
    return problem(
        221,
        "%s has @EmitTo and @Broadcast, but its result is sent on once. Remove one of them.",
        Describe.method(method));
  }

  static DefinitionException nothingToForward(Method method) {
    return problem(
        222,
        "%s has @EmitTo or @Broadcast, but returns nothing that could be sent on. Return what to"
            + " emit.",
        Describe.method(method));
  }

  static DefinitionException forwardingWithoutRoom(Method method) {
    return problem(
        223,
        "%s has @EmitTo without a room, or with an empty name. Name the rooms, or use @Broadcast for"
            + " all.",
        Describe.method(method));
  }

  static DefinitionException forwardingOfReserved(Method method, String event) {
    return problem(
        224,
        "%s sends its result on as the event \"%s\", but that name is reserved. Use another name.",
        Describe.method(method),
        event);
  }

  static DefinitionException noValidator(Method method, IllegalStateException reason) {
    return problem(
        219,
        "%s has constraints, but nothing can check them: %s. Add a Bean Validation provider, such as"
            + " Hibernate Validator, or mend its configuration.",
        Describe.method(method),
        String.valueOf(reason.getMessage()));
  }

  // parameters

  static DefinitionException severalAcks(Method method) {
    return problem(
        301,
        "%s has more than one Ack, but the client gets one acknowledgement only. Remove all but"
            + " one.",
        Describe.method(method));
  }

  static DefinitionException parameterOnlyFor(
      Method method, int position, Class<?> type, HandlerKind kind, HandlerKind only) {
    return problem(
        302,
        "%s has the type %s, which only an %s method can take, not one with %s. Remove it%s.",
        Describe.parameter(method, position),
        type.getSimpleName(),
        only,
        kind,
        only == HandlerKind.EVENT && kind == HandlerKind.CONNECT
            ? ", or annotate it with @Auth for the payload of the CONNECT"
            : "");
  }

  static DefinitionException authOfOwnType(Method method, int position, Class<?> type) {
    return problem(
        303,
        "%s has @Auth, but its type %s is not that of a payload. Remove the annotation, or change"
            + " the type to that of the auth data.",
        Describe.parameter(method, position),
        type.getSimpleName());
  }

  // 304 was for parameters that would have to be injected, which they are now

  static DefinitionException foreignType(
      Method method, int position, Class<?> type, String remedy) {
    return problem(
        305,
        "%s has the type %s, which no client can send: %s.",
        Describe.parameter(method, position),
        type.getName(),
        remedy);
  }

  static DefinitionException typeVariable(Method method, int position, TypeVariable<?> variable) {
    return problem(
        306,
        "%s has the type variable %s, of which nothing says what to convert the argument to. Use a"
            + " class, or Object for whatever comes.",
        Describe.parameter(method, position),
        variable.getName());
  }

  static DefinitionException unreadable(Method method, int position, String obstacle) {
    return problem(307, "%s cannot be read: %s.", Describe.parameter(method, position), obstacle);
  }

  static DefinitionException unsatisfied(Method method, int position, InjectionPoint point) {
    return problem(
        308,
        "%s is injected, but there is no bean of type %s with %s. Add one, or remove the qualifier"
            + " if it is an argument.",
        Describe.parameter(method, position),
        point.getType().getTypeName(),
        Describe.qualifiers(point.getQualifiers()));
  }

  static DefinitionException ambiguous(
      Method method, int position, InjectionPoint point, Collection<Bean<?>> beans) {
    return problem(
        309,
        "%s is injected, but there are several beans of type %s with %s: %s. Tell them apart by"
            + " qualifiers.",
        Describe.parameter(method, position),
        point.getType().getTypeName(),
        Describe.qualifiers(point.getQualifiers()),
        beans.stream()
            .map(bean -> bean.getBeanClass().getTypeName())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  static DefinitionException severalSources(Method method, int position, List<String> sources) {
    return problem(
        310,
        "%s has %s, but can come from one place only. Remove all but one, or make it several"
            + " parameters.",
        Describe.parameter(method, position),
        String.join(" and ", sources));
  }

  static DefinitionException notOfText(Method method, int position, Type type) {
    return problem(
        311,
        "%s has the type %s, to which text cannot be converted. Use String, a primitive, an enum, a"
            + " class with a public static valueOf, fromString or parse or a constructor with a"
            + " String, or an Optional, List or Set of such.",
        Describe.parameter(method, position),
        type.getTypeName());
  }

  static DefinitionException remainingOfOther(Method method, int position, Type type) {
    return problem(
        312,
        "%s has @Remaining, but the type %s, which cannot hold several arguments. Use a List or an"
            + " array.",
        Describe.parameter(method, position),
        type.getTypeName());
  }

  static DefinitionException argumentAfterRemaining(Method method, int position) {
    return problem(
        313,
        "%s would be an argument after those that a parameter before it takes all. Move it before"
            + " that one, or remove @Remaining there.",
        Describe.parameter(method, position));
  }

  // injection points

  static DefinitionException roomWithoutName(String point) {
    return problem(401, "%s is a Room, but nothing says which. Annotate it with @RoomName.", point);
  }

  static DefinitionException roomNameOnOther(String point, String type) {
    return problem(
        402,
        "%s has @RoomName, but the type %s. Make it a dev.socketee.Room, or remove the annotation.",
        point,
        type);
  }

  static DefinitionException roomNameMissing(String point) {
    return problem(
        403,
        "%s has @RoomName without a name, which only a field can have. Say which room:"
            + " @RoomName(\"...\").",
        point);
  }

  static DefinitionException namespaceOnOther(String point, String type) {
    return problem(
        404,
        "%s has @Namespace, but the type %s, for which it says nothing. Make it a Broadcaster, Room"
            + " or SocketNamespace, or a SocketIO of which only the server is said, or remove the"
            + " annotation.",
        point,
        type);
  }

  static DefinitionException pointNamespace(String point, String namespace) {
    return problem(
        405,
        "%s has @Namespace(\"%s\"), but the name of a namespace cannot contain a comma. Rename it.",
        point,
        namespace);
  }

  static DefinitionException notInjectable(String point, String type) {
    return problem(
        406,
        "%s is a %s, which exists only while a handler is called. Take it as a parameter of the"
            + " handler method.",
        point,
        type);
  }

  static DefinitionException injectMissing(Member field, String annotation) {
    return problem(
        407,
        "%s has %s, but no @Inject, so it would stay null. Add @Inject.",
        Describe.member(field),
        annotation);
  }

  // servers

  static DefinitionException unknownServer(String user, String server, Collection<String> known) {
    return problem(
        501,
        "%s has @Namespace(server = \"%s\"), but the application has no server of that name, only"
            + " %s. Correct the name, or build the server: SocketIO.builder().name(\"%s\") in a"
            + " ServletContextListener or a producer method.",
        user,
        server,
        String.join(", ", known),
        server);
  }

  static DefinitionException serverNotShared(Member producer, Class<? extends Annotation> scope) {
    return problem(
        502,
        "%s produces a SocketIO, but with the scope @%s: it would build the server again and again."
            + " Add @ApplicationScoped.",
        Describe.member(producer),
        scope.getSimpleName());
  }

  // observers

  static DefinitionException observedType(Member method, String qualifier, Class<?> type) {
    return problem(
        601,
        "%s observes %s with the type %s, but the event is a dev.socketee.Socket, so it would never"
            + " be called. Change the type to Socket.",
        Describe.member(method),
        qualifier,
        type.getSimpleName());
  }

  static DefinitionException asyncObserver(Member method, String qualifier) {
    return problem(
        602,
        "%s observes %s asynchronously, but the event is fired synchronously, so it would never be"
            + " called. Replace @ObservesAsync by @Observes: observers run on the thread of the"
            + " socket's handlers and may block.",
        Describe.member(method),
        qualifier);
  }

  static DefinitionException observedNamespace(Member method, String qualifier, String namespace) {
    return problem(
        603,
        "%s observes %s(\"%s\"), but no namespace has that name, so it would never be called. Begin"
            + " it with / and leave commas out.",
        Describe.member(method),
        qualifier,
        namespace);
  }

  // JSON

  static DefinitionException severalJson(Class<?> type, Collection<Bean<?>> beans) {
    return problem(
        701,
        "There are several beans of type %s: %s. The values of events are converted by one: give"
            + " the others a qualifier.",
        type.getName(),
        beans.stream()
            .map(bean -> bean.getBeanClass().getTypeName())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  static DefinitionException jsonConfigScope(Class<?> where, Class<? extends Annotation> scope) {
    return problem(
        702,
        "The JsonbConfig of %s is @%s, but its class has final methods, so that it cannot be"
            + " proxied. Make it @Dependent or @jakarta.inject.Singleton.",
        where.getTypeName(),
        scope.getSimpleName());
  }

  /** Names an injection point. */
  static String point(Member member, int parameter) {
    return parameter < 0 || !(member instanceof Executable executable)
        ? Describe.member(member)
        : Describe.parameter(executable, parameter);
  }

  private static String names(Collection<Class<?>> types) {
    return types.isEmpty()
        ? "it has none"
        : types.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency; tests see each
  static DefinitionException problem(int number, String format, Object... arguments) {
    DefinitionException problem =
        new DefinitionException("SIO0%d: ".formatted(number) + format.formatted(arguments));
    problem.setStackTrace(NO_STACK); // the mistake is in the class that the message names
    return problem;
  }
}
