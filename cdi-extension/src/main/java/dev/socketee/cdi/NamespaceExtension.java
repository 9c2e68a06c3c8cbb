package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.jakarta.ApplicationServers;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the application's {@link Namespace} beans the handlers of its servers, and the servers'
 * parts injectable. There is one for each application, and with it the servers, which exist from
 * the beginning; whoever brings up the transports fetches it by {@link CdiServerSource}.
 *
 * <p>Not final: a container may hand out a proxy of it. What it collects is confined to the thread
 * that starts the container.
 *
 * <p>The scope makes no bean of it, as CDI excludes extensions. It makes Payara and GlassFish take
 * this jar for a bean archive, and the extension for a part of it: they let an extension of any
 * other jar see no bean of the application.
 */
@Dependent
public class NamespaceExtension implements Extension {

  private final ApplicationServers servers = new ApplicationServers();
  private final Problems problems = new Problems();
  private final ServerRules serverRules = new ServerRules(problems);
  private final InjectionPointRules injectionPoints =
      new InjectionPointRules(problems, serverRules);
  private final ObserverRules observers = new ObserverRules(problems);
  private final Discovery discovery = new Discovery();
  private final NamedRoles roles = new NamedRoles();
  private final SocketContext sockets = new SocketContext();
  private final Definitions definitions = new Definitions(problems);
  private @Nullable ApplicationParts parts;
  private boolean bound;
  private boolean completed;

  /** Made by the container. */
  public NamespaceExtension() {}

  /** The servers of this application, not started by this extension. */
  ApplicationServers servers() {
    return servers;
  }

  /** Looks whether all servers are there that beans mean, which have these names. */
  void check(Set<String> names) {
    serverRules.check(names);
  }

  /** What servers have of the application; known once it has been deployed. */
  ApplicationParts parts() {
    return Objects.requireNonNull(parts, "not deployed yet");
  }

  /** The roles that the application's classes name. */
  Set<String> roles() {
    return roles.names();
  }

  /** The options that annotations set; known once the application has been deployed. */
  Definitions definitions() {
    return definitions;
  }

  void see(
      @Observes
          @WithAnnotations({
            Namespace.class,
            RoomName.class,
            OnConnect.class,
            OnEvent.class,
            OnDisconnect.class,
            OnError.class
          })
          ProcessAnnotatedType<?> event,
      BeanManager beanManager) {
    AnnotatedType<?> type = event.getAnnotatedType();
    discovery.add(type);
    type.getFields().forEach(injectionPoints::checkField);
    DefaultScope.apply(event, beanManager);
  }

  void seeRoles(
      @Observes @WithAnnotations({RolesAllowed.class, DeclareRoles.class})
          ProcessAnnotatedType<?> event) {
    roles.add(event.getAnnotatedType());
  }

  void seeDefinitions(
      @Observes @WithAnnotations({SocketIODefinition.class, SocketIODefinition.List.class})
          ProcessAnnotatedType<?> event) {
    definitions.add(event.getAnnotatedType());
  }

  void see(@Observes ProcessInjectionPoint<?, ?> event) {
    injectionPoints.check(event.getInjectionPoint()).ifPresent(event::addDefinitionError);
  }

  void see(@Observes ProcessManagedBean<?> event) {
    discovery.add(event);
  }

  void see(@Observes ProcessBeanAttributes<SocketIO> event) {
    serverRules.produced(event);
  }

  void see(@Observes ProcessObserverMethod<?, ?> event) {
    observers.check(event);
  }

  void addBeans(@Observes AfterBeanDiscovery event) {
    event.addContext(sockets);
    new InjectedBeans(servers).add(event);
  }

  /**
   * In an enterprise application, where its modules cannot be seen from here, that is for later.
   */
  void deploy(@Observes AfterDeploymentValidation event, BeanManager beanManager) {
    definitions.add(discovery.beans());
    if (discovery.hiddenFrom(beanManager).isEmpty()) {
      bind(beanManager);
      use(beanManager);
      problems.report(event);
    }
  }

  /**
   * Does what could not be done when CDI was started, once.
   *
   * @param lookup answers that of the web module, if that is in another archive than this; empty if
   *     there is no more to see than this sees
   * @throws DefinitionException if something is wrong
   * @throws IllegalStateException if beans cannot be seen by anything
   */
  void complete(Supplier<Optional<BeanManager>> lookup) {
    if (completed) {
      return;
    }
    completed = true;
    Optional<BeanManager> module = lookup.get();
    if (!bound) {
      BeanManager beanManager =
          module.orElseThrow(
              () -> new IllegalStateException("there is no BeanManager for the web module"));
      List<Class<?>> hidden = discovery.hiddenFrom(beanManager);
      bind(beanManager);
      if (!hidden.isEmpty() && !problems.none()) {
        problems.addFirst(CdiMessages.hidden(hidden));
      }
    }
    module.ifPresent(this::use);
    problems.throwAll();
  }

  /** Whether the handlers are behind the servers' listeners, because all of them can be seen. */
  boolean isBound() {
    return bound;
  }

  private void bind(BeanManager beanManager) {
    bound = true;
    Deployment deployment =
        new Deployment(beanManager, problems, injectionPoints, roles, discovery.beans());
    NamespaceRules rules = new NamespaceRules(problems, beanManager);
    deployment.check(rules, serverRules);
    discovery.check(problems, rules);
    discovery.clear();
    if (problems.none()) {
      HandlerScopes scopes = new HandlerScopes(new RequestScope(beanManager), sockets);
      servers.watch(new SocketLife(beanManager, scopes, observers.found()));
      deployment.bind(servers, injectionPoints.namespaces(), scopes);
    }
  }

  private void use(BeanManager beanManager) {
    ApplicationParts found = new ApplicationParts(beanManager);
    found.check(problems);
    parts = found;
  }

  void close(@Observes BeforeShutdown event) {
    sockets.endAll();
    if (parts != null) {
      parts.close();
    }
  }
}
