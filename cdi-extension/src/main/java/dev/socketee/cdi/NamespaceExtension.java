package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.jakarta.ApplicationServers;
import dev.socketee.jakarta.NamedConfigurer;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
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
  private @Nullable OrderedBeans<RequestHooks> hooks;
  private @Nullable OrderedBeans<SocketIOConfigurer> configurers;
  private boolean shared;
  private @Nullable ApplicationJson json;
  private @Nullable OptionalBean<AdapterFactory> adapter;
  private @Nullable ReadyEvent ready;

  /** Made by the container. */
  public NamespaceExtension() {}

  /** The servers of this application, not started by this extension. */
  ApplicationServers servers() {
    return servers;
  }

  /** Looks whether all servers are there that beans mean, which have these names. */
  void check(Set<String> names) {
    serverRules
        .check(names)
        .ifPresent(
            mistake -> {
              throw mistake;
            });
  }

  /** The application's way with JSON; known once it has been deployed. */
  ApplicationJson json() {
    return Objects.requireNonNull(json, "not deployed yet");
  }

  /** The adapters of the application's servers, if they have any; known once it is deployed. */
  Optional<AdapterFactory> adapter() {
    return Objects.requireNonNull(adapter, "not deployed yet").reference();
  }

  /** A server serves from now on. */
  void ready(SocketIO server) {
    Objects.requireNonNull(ready, "not deployed yet").fire(server);
  }

  /** The roles that the application's classes name. */
  Set<String> roles() {
    return roles.names();
  }

  /** The application's hooks, in the order in which to ask them. To be called once. */
  List<RequestHooks> hooks(BeanManager beanManager) {
    OrderedBeans<RequestHooks> lookup = new OrderedBeans<>(beanManager, RequestHooks.class);
    hooks = lookup;
    return lookup.all();
  }

  /** The application's configurers, in the order in which to call them. To be called once. */
  List<NamedConfigurer> configurers(BeanManager beanManager) {
    OrderedBeans<SocketIOConfigurer> lookup =
        new OrderedBeans<>(beanManager, SocketIOConfigurer.class);
    configurers = lookup;
    return lookup.all((type, bean) -> new NamedConfigurer(type.getTypeName(), bean));
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
    shared = !discovery.visibleTo(beanManager);
    if (!shared) {
      deploy(beanManager);
      problems.report(event);
    }
  }

  /** Whether this is shared by the modules of an enterprise application, and sees none of them. */
  boolean isShared() {
    return shared;
  }

  /**
   * Does what could not be done when CDI was started.
   *
   * @param module that of the web module
   * @throws DefinitionException if something is wrong
   */
  void complete(BeanManager module) {
    if (shared && json == null) {
      deploy(module);
      problems
          .first()
          .ifPresent(
              mistake -> {
                throw mistake;
              });
    }
  }

  private void deploy(BeanManager beanManager) {
    Deployment deployment =
        new Deployment(beanManager, problems, injectionPoints, roles, discovery.beans());
    NamespaceRules rules = new NamespaceRules(problems, beanManager);
    deployment.check(rules, serverRules);
    discovery.check(problems, rules);
    discovery.clear();
    ApplicationJson.check(beanManager, problems);
    json = new ApplicationJson(beanManager);
    adapter = adapter(beanManager);
    ready = new ReadyEvent(beanManager);
    if (problems.none()) {
      HandlerScopes scopes = new HandlerScopes(new RequestScope(beanManager), sockets);
      servers.watch(new SocketLife(beanManager, scopes, observers.found()));
      deployment.bind(servers, injectionPoints.namespaces(), scopes);
    }
  }

  private OptionalBean<AdapterFactory> adapter(BeanManager beanManager) {
    OptionalBean<AdapterFactory> bean = new OptionalBean<>(beanManager, AdapterFactory.class);
    try {
      Bean<?> unused = bean.bean();
    } catch (AmbiguousResolutionException e) {
      problems.add(CdiMessages.severalAdapters(bean.candidates()));
    }
    return bean;
  }

  void close(@Observes BeforeShutdown event) {
    sockets.endAll();
    if (hooks != null) {
      hooks.close();
    }
    if (configurers != null) {
      configurers.close();
    }
    if (json != null) {
      json.close();
    }
    if (adapter != null) {
      adapter.close();
    }
  }
}
