package dev.socketee.jakarta;

import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Map;

/**
 * What an application says about one of its servers in code.
 *
 * @param name its name
 * @param options its own options, by keys without prefix
 * @param hooks its own hooks
 * @param parts what options cannot say, such as an adapter
 * @param built whether code builds it; else it is there by configuration, or by an annotation
 */
record ServerDefinition(
    String name,
    Map<String, String> options,
    List<RequestHooks> hooks,
    OwnParts parts,
    boolean built) {

  ServerDefinition {
    options = Map.copyOf(options);
    hooks = List.copyOf(hooks);
  }

  /** A server of which code says nothing: the configuration, or an annotation, has it be there. */
  static ServerDefinition named(String name) {
    return new ServerDefinition(name, Map.of(), List.of(), OwnParts.NONE, false);
  }
}
