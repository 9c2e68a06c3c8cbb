package dev.socketee.jakarta;

import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application says about one of its servers.
 *
 * @param name its name
 * @param options its own options, by keys without prefix; {@code null} for the server that takes
 *     all of them, the path included, from the configuration
 * @param hooks its own hooks
 */
record ServerDefinition(
    String name, @Nullable Map<String, String> options, List<RequestHooks> hooks) {

  ServerDefinition {
    options = options == null ? null : Map.copyOf(options);
    hooks = List.copyOf(hooks);
  }
}
