package dev.socketee.annotation;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.socketee.SocketIO;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Sets options of a server, on any class of the application that CDI may look at. Of the {@link
 * #name} {@value SocketIO#DEFAULT_NAME}, it is about the server by configuration. Of any other, it
 * makes a server of that name, as {@link SocketIO#builder()} does:
 *
 * <pre>{@code
 * @SocketIODefinition(properties = "ping-interval=PT10S")
 * @SocketIODefinition(name = "admin", path = "/admin",
 *     properties = {"max-sessions=10", "namespace./logs.max-sockets=5"})
 * @ApplicationScoped
 * class Servers {}
 * }</pre>
 *
 * <p>These are the application's own values: the same key in MicroProfile Config or {@code web.xml}
 * comes before them. {@code docs/configuration.md} has the table. There can be one definition of
 * each server; what is wrong with one stops the deployment.
 *
 * <p>It is a stereotype, so that CDI sees the class in an archive whose beans are discovered by
 * their annotations, too. There the class becomes a bean by it; that does no harm.
 */
@Documented
@Stereotype
@Retention(RUNTIME)
@Target(TYPE)
@Repeatable(SocketIODefinition.List.class)
public @interface SocketIODefinition {

  /**
   * The name of the server, for {@link Namespace#server()}, the log and messages.
   *
   * @return the name: not blank, at most 100 characters
   */
  String name() default SocketIO.DEFAULT_NAME;

  /**
   * Where clients find it: the same as the property {@code path}. A server that this makes needs
   * one, here or configured as {@code socketio.server.<name>.path}.
   *
   * @return a path below the context path of the application, such as {@code /admin}; empty for
   *     none
   */
  String path() default "";

  /**
   * Options, each as {@code key=value}: the key without the prefix {@code socketio.}, and the value
   * as the configuration has it. Those of one namespace are {@code namespace./chat.max-sockets=5}.
   *
   * @return the options
   */
  String[] properties() default {};

  /** Several definitions. */
  @Documented
  @Stereotype
  @Retention(RUNTIME)
  @Target(TYPE)
  @interface List {

    /**
     * The definitions.
     *
     * @return each
     */
    SocketIODefinition[] value();
  }
}
