package dev.socketee.jakarta;

import dev.socketee.server.ServerOptions;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an application says about one of its servers by building it.
 *
 * @param name its name
 * @param options its own options, by keys without prefix
 * @param hooks its own hooks
 * @param parts sets what options cannot say, such as an adapter
 */
record ServerDefinition(
    String name,
    Map<String, String> options,
    List<RequestHooks> hooks,
    Consumer<ServerOptions.Builder> parts) {

  ServerDefinition {
    options = Map.copyOf(options);
    hooks = List.copyOf(hooks);
  }

  /** A server of which nothing is said but that it is there. */
  static ServerDefinition named(String name) {
    return new ServerDefinition(name, Map.of(), List.of(), draft -> {});
  }
}
