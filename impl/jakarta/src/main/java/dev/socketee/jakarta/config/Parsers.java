package dev.socketee.jakarta.config;

import dev.socketee.server.WireFormat;
import dev.socketee.spi.Parser;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds a parser by its name: one of ours, or one that the application has as a service. */
final class Parsers {

  private Parsers() {}

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if there is none, or several
   */
  static WireFormat named(String name) {
    return Stream.of(WireFormat.DEFAULT, WireFormat.MSGPACK)
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseGet(() -> WireFormat.of(service(name)));
  }

  private static Parser service(String name) {
    List<Parser> services = services();
    List<Parser> found = services.stream().filter(parser -> parser.name().equals(name)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException("there are several of that name: " + classes(found));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          services.isEmpty()
              ? "there is no service of the type " + Parser.class.getName()
              : "the services there are: " + services.stream().map(Parser::name).toList());
    }
    return found.get(0);
  }

  private static List<Parser> services() {
    try {
      return ServiceLoader.load(Parser.class).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError e) {
      throw new IllegalArgumentException("a service cannot be used: " + e.getMessage(), e);
    }
  }

  private static List<String> classes(List<Parser> parsers) {
    return parsers.stream().map(parser -> parser.getClass().getName()).toList();
  }
}
