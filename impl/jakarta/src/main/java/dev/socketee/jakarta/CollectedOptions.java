package dev.socketee.jakarta;

import dev.socketee.server.ServerOptions;
import dev.socketee.server.WireFormat;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What code says about a server. Not thread-safe. */
final class CollectedOptions {

  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<RequestHooks> hooks = new ArrayList<>();
  private Consumer<ServerOptions.Builder> parts = draft -> {};

  void option(String key, String value) {
    options.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
  }

  void hooks(RequestHooks moreHooks) {
    hooks.add(Objects.requireNonNull(moreHooks, "hooks"));
  }

  void adapter(AdapterFactory factory) {
    Objects.requireNonNull(factory, "factory");
    parts = parts.andThen(draft -> draft.adapter(factory));
  }

  void parser(Parser parser) {
    WireFormat format = WireFormat.of(parser);
    parts = parts.andThen(draft -> draft.format(format));
  }

  /** The options, by keys without prefix. */
  Map<String, String> options() {
    return options;
  }

  List<RequestHooks> hooks() {
    return hooks;
  }

  /** Sets what options cannot say. */
  Consumer<ServerOptions.Builder> parts() {
    return parts;
  }
}
