package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.jakarta.NamedConfigurer;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the servers have of the application beside handlers, each found by its type. Confined to the
 * threads that start and stop the application, but for {@link #ready}.
 */
final class ApplicationParts {

  private final BeanManager beanManager;
  private final ApplicationJson json;
  private final OptionalBean<AdapterFactory> adapter;
  private final ReadyEvent ready;
  private @Nullable OrderedBeans<RequestHooks> hooks;
  private @Nullable OrderedBeans<SocketIOConfigurer> configurers;

  /**
   * Nothing is looked up yet.
   *
   * @param beanManager what sees the beans
   */
  ApplicationParts(BeanManager beanManager) {
    this.beanManager = beanManager;
    this.json = new ApplicationJson(beanManager);
    this.adapter = new OptionalBean<>(beanManager, AdapterFactory.class);
    this.ready = new ReadyEvent(beanManager);
  }

  /** Finds out whether it is clear which beans are meant. */
  void check(Problems problems) {
    ApplicationJson.check(beanManager, problems);
    try {
      Bean<?> unused = adapter.bean();
    } catch (AmbiguousResolutionException e) {
      problems.add(CdiMessages.severalAdapters(adapter.candidates()));
    }
  }

  /** A codec by the application's way with JSON; empty if it has none. To be called once. */
  Optional<JsonbValueCodec> codec() {
    return json.codec();
  }

  /** The adapters of the application's servers, if they have any. To be called once. */
  Optional<AdapterFactory> adapter() {
    return adapter.reference();
  }

  /** The application's hooks, in the order in which to ask them. To be called once. */
  List<RequestHooks> hooks() {
    OrderedBeans<RequestHooks> lookup = new OrderedBeans<>(beanManager, RequestHooks.class);
    hooks = lookup;
    return lookup.all();
  }

  /** The application's configurers, in the order in which to call them. To be called once. */
  List<NamedConfigurer> configurers() {
    OrderedBeans<SocketIOConfigurer> lookup =
        new OrderedBeans<>(beanManager, SocketIOConfigurer.class);
    configurers = lookup;
    return lookup.all((type, bean) -> new NamedConfigurer(type.getTypeName(), bean));
  }

  /** Has the application's producers build their servers. */
  void buildServers() {
    ServerRules.build(beanManager);
  }

  /** A server serves from now on: tells the application's observers. */
  void ready(SocketIO server) {
    ready.fire(server);
  }

  /** Lets go of the beans. */
  void close() {
    if (hooks != null) {
      hooks.close();
    }
    if (configurers != null) {
      configurers.close();
    }
    json.close();
    adapter.close();
  }
}
