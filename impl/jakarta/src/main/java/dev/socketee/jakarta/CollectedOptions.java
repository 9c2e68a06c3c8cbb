package dev.socketee.jakarta;

import dev.socketee.server.WireFormat;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What code says about a server. Not thread-safe. */
final class CollectedOptions {

  private static final String PARSER = "parser";

  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<RequestHooks> hooks = new ArrayList<>();
  private @Nullable AdapterFactory adapter;
  private @Nullable WireFormat format;

  void option(String key, String value) {
    options.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    if (key.equals(PARSER) && namesParser()) {
      format = null;
    }
  }

  void hooks(RequestHooks moreHooks) {
    hooks.add(Objects.requireNonNull(moreHooks, "hooks"));
  }

  void adapter(AdapterFactory factory) {
    adapter = Objects.requireNonNull(factory, "factory");
  }

  void parser(Parser parser) {
    format = WireFormat.of(parser);
    options.remove(PARSER);
  }

  /** The options, by keys without prefix. */
  Map<String, String> options() {
    return options;
  }

  List<RequestHooks> hooks() {
    return hooks;
  }

  /** Sets what options cannot say. */
  OwnParts parts() {
    return new OwnParts(adapter, format, namesParser());
  }

  /** Whether the parser is said by its name; a value without content says nothing. */
  private boolean namesParser() {
    return !options.getOrDefault(PARSER, "").isBlank();
  }
}
