package dev.socketee.jakarta;

import dev.socketee.server.ServerOptions;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an application says about one of its servers.
 *
 * @param name its name
 * @param options its own options, by keys without prefix; {@code null} for the server that takes
 *     all of them, the path included, from the configuration
 * @param hooks its own hooks
 * @param parts sets what options cannot say, such as an adapter
 */
record ServerDefinition(
    String name,
    @Nullable Map<String, String> options,
    List<RequestHooks> hooks,
    Consumer<ServerOptions.Builder> parts) {

  ServerDefinition {
    options = options == null ? null : Map.copyOf(options);
    hooks = List.copyOf(hooks);
  }
}
