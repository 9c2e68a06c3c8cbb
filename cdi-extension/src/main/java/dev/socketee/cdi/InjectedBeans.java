package dev.socketee.cdi;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.jakarta.ApplicationServers;
import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The beans that are injected. Each has one type, although a {@link Room} is a {@link Broadcaster}
 * too, so that nothing is ambiguous. They are dependent, because what they stand for is said by the
 * injection point, and passivation capable by their ids.
 */
final class InjectedBeans {

  private final ApplicationServers servers;

  InjectedBeans(ApplicationServers servers) {
    this.servers = servers;
  }

  void add(AfterBeanDiscovery event) {
    add(event, SocketIO.class, SocketIOHandle.class, point -> new SocketIOHandle(server(point)));
    add(event, SocketNamespace.class, NamespaceHandle.class, this::namespace);
    add(event, Broadcaster.class, BroadcasterHandle.class, this::broadcaster);
    add(event, Room.class, RoomHandle.class, this::room);
  }

  private <T> void add(
      AfterBeanDiscovery event,
      Class<T> type,
      Class<? extends T> handle,
      Function<@Nullable InjectionPoint, T> create) {
    event
        .<T>addBean()
        .id(InjectedBeans.class.getName() + "#" + type.getSimpleName())
        .beanClass(handle)
        .types(type, Object.class)
        .scope(Dependent.class)
        .produceWith(lookup -> create.apply(point(lookup)));
  }

  private ServerReference server(@Nullable InjectionPoint point) {
    return new ServerReference(servers, InjectedNames.server(point));
  }

  private NamespaceHandle namespace(@Nullable InjectionPoint point) {
    return new NamespaceHandle(server(point), InjectedNames.namespace(point));
  }

  private BroadcasterHandle broadcaster(@Nullable InjectionPoint point) {
    String name = InjectedNames.namespace(point);
    return NamespaceTemplate.isOne(name)
        ? new ParentHandle(server(point), name)
        : new NamespaceHandle(server(point), name);
  }

  private RoomHandle room(@Nullable InjectionPoint point) {
    String name =
        InjectedNames.room(point)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "A Room can be looked up only with @RoomName; use SocketNamespace.room"));
    return new RoomHandle(server(point), InjectedNames.namespace(point), name);
  }

  /** {@code null} for a lookup by a program. */
  private static @Nullable InjectionPoint point(Instance<Object> lookup) {
    return lookup.select(InjectionPoint.class).get();
  }
}
