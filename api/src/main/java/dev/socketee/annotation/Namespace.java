package dev.socketee.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * On a class: a CDI bean or a session bean whose handler methods serve that namespace. Without a
 * scope annotation it is application-scoped; a dependent bean has an instance for each call of a
 * handler, and one of a scope that belongs to an HTTP session is refused. Several beans can serve
 * one namespace; for one event their methods run in the order of the class names.
 *
 * <p>On an injection point of type {@link dev.socketee.Broadcaster}, {@link dev.socketee.Room} or
 * {@link dev.socketee.SocketNamespace}: which namespace is meant. Without the annotation it is that
 * of the bean, if it has one, else {@code /}. A namespace that is injected somewhere exists from
 * the start of the application. On one of type {@link dev.socketee.SocketIO}: which {@link #server}
 * is meant.
 *
 * <p>Parts of the name between slashes can be variables: the bean with
 * {@code @Namespace("/tenants/{tenant}")} serves {@code /tenants/acme} and every other such
 * namespace, which are created when clients ask for them. Its handlers get the value with {@link
 * NamespaceParam}; a {@code Broadcaster} that is injected with such a name addresses the sockets of
 * all of them. A bean for one of the names, without variables, wins. Every client can create any
 * such namespace, so check the name in an {@link OnConnect} method, and see {@link
 * dev.socketee.SocketIO#of(java.util.regex.Pattern)} for the options that bound them.
 *
 * <p>Not a CDI qualifier: the bean keeps its default qualifier, and can be injected as usual. It is
 * a stereotype without a scope, because only a stereotype makes a class a bean in an archive whose
 * beans are discovered by their annotations (no {@code beans.xml}, or an empty one).
 */
@Documented
@Stereotype
@Retention(RUNTIME)
@Target({TYPE, FIELD, PARAMETER, METHOD})
public @interface Namespace {

  /**
   * The name, such as {@code "/chat"} or {@code "/tenants/{tenant}"}; a missing leading {@code /}
   * is added.
   *
   * @return the name, by default the main namespace
   */
  String value() default "/";

  /**
   * The server that has the namespace, by {@linkplain dev.socketee.SocketIO#name() its name}: one
   * that the application {@linkplain dev.socketee.SocketIO#builder() builds}, or {@value
   * dev.socketee.SocketIO#DEFAULT_NAME} for that by configuration. A name that no server has when
   * the application has started stops the deployment.
   *
   * @return the name; by default, on an injection point the server of the bean, if it serves one,
   *     else that by configuration
   */
  String server() default "";

  /**
   * On a class: options of the namespace, each as {@code key=value}, such as {@code
   * "max-sockets=100"}: those that {@code docs/configuration.md} marks as options of namespaces.
   * The same key for this namespace in MicroProfile Config or {@code web.xml} comes before them. Of
   * several beans of one namespace, none may contradict another. Not possible on an injection
   * point.
   *
   * @return the options
   */
  String[] properties() default {};
}
