package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What can be wrong with an application: each mistake has a number, names the member that has it,
 * and says what to do. A number is never given to another message. Those of handler methods are in
 * {@link HandlerMessages}, those of their parameters in {@link ParameterMessages}.
 *
 * <p>SIO01: beans. SIO02: handler methods. SIO03: their parameters. SIO04: injection points. SIO05:
 * servers. SIO06: observers. SIO07: JSON. SIO08: access, in {@link AccessMessages}. SIO09: threads,
 * in {@link ThreadMessages}. SIO10: options, in {@link ConfigMessages}.
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

  static DefinitionException hidden(Collection<Class<?>> types) {
    return problem(
        112,
        "There are handlers that this web module does not see, in %s: they are in another module of"
            + " the enterprise application. If that is a web module, too, they cannot share the jars"
            + " of SocketEE: move these from the lib folder of the EAR into WEB-INF/lib of each web"
            + " module that has clients. Other problems may come of this one.",
        types.stream().map(Class::getTypeName).sorted().collect(Collectors.joining(", ")));
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

  static DefinitionException severalAdapters(Collection<Bean<?>> beans) {
    return problem(
        503,
        "There are several beans of type dev.socketee.spi.AdapterFactory: %s. The servers of an"
            + " application share one: give the others a qualifier, and hand them to the builder of"
            + " the server that they are for.",
        names(beans));
  }

  private static String names(Collection<Bean<?>> beans) {
    return beans.stream()
        .map(bean -> bean.getBeanClass().getTypeName())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  static DefinitionException severalJson(Type type, Collection<Bean<?>> beans) {
    return problem(
        701,
        "There are several beans of type %s: %s. The values of events are converted by one: give"
            + " the others a qualifier.",
        type.getTypeName(),
        names(beans));
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

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency; tests see each
  static DefinitionException problem(int number, String format, Object... arguments) {
    DefinitionException problem =
        new DefinitionException("SIO%04d: ".formatted(number) + format.formatted(arguments));
    problem.setStackTrace(NO_STACK); // the mistake is in the class that the message names
    return problem;
  }
}
