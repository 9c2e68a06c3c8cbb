package dev.socketee.jakarta.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A key, taken apart: {@code socketio.server.<server>.namespace.<namespace>.<option>}, of which the
 * first two parts may be missing. Names may be in quotation marks. They may have dots in them
 * without, too: a name ends where something is left that is an option.
 *
 * @param server {@code null} if it is for all servers
 * @param namespace {@code null} if it is for all namespaces; begins with {@code /}
 * @param option what is left, which need not be one
 */
record KeyName(@Nullable String server, @Nullable String namespace, String option) {

  static final String SERVER = "server.";
  static final String NAMESPACE = "namespace.";

  /** A name, and what is behind it and its dot. */
  private record Split(String name, String rest) {}

  /** What the keys of a server's own options start with. */
  static String serverPrefix(String server) {
    return Option.PREFIX + SERVER + server + '.';
  }

  /** The keys of an option of a server. */
  static List<String> ofServer(String server, String option) {
    return List.of(
        serverPrefix(server) + option, Option.PREFIX + SERVER + '"' + server + "\"." + option);
  }

  /**
   * Takes one apart.
   *
   * @param key the whole key
   * @param servers the names of servers that are known, which may contain anything
   */
  static KeyName of(String key, Collection<String> servers) {
    String rest = key.substring(Option.PREFIX.length());
    if (!rest.startsWith(SERVER)) {
      return of(null, rest);
    }
    String named = rest.substring(SERVER.length());
    List<Split> known =
        servers.stream()
            .filter(server -> named.startsWith(server + '.'))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(server -> new Split(server, named.substring(server.length() + 1)))
            .toList();
    return known.stream()
        .filter(split -> ofServer(split.rest()))
        .findFirst()
        .or(
            () ->
                split(named, KeyName::ofServer)
                    .filter(split -> known.isEmpty() || ofServer(split.rest())))
        .or(() -> known.stream().findFirst()) // with a mistake behind it
        .map(split -> of(split.name(), split.rest()))
        .orElseGet(() -> new KeyName(null, null, rest));
  }

  /** Whether that may stand behind the name of a server. */
  private static boolean ofServer(String text) {
    return isOption(text) || text.startsWith(NAMESPACE);
  }

  /**
   * Takes one apart that is of a server, or of all.
   *
   * @param server {@code null} if it is for all servers
   * @param rest the key without that
   */
  static KeyName of(@Nullable String server, String rest) {
    if (!rest.startsWith(NAMESPACE)) {
      return new KeyName(server, null, rest);
    }
    return split(rest.substring(NAMESPACE.length()), KeyName::isOption)
        .map(
            split ->
                new KeyName(
                    server,
                    split.name().startsWith("/") ? split.name() : '/' + split.name(),
                    split.rest()))
        .orElseGet(() -> new KeyName(server, null, rest));
  }

  private static boolean isOption(String text) {
    return Options.BY_NAME.containsKey(text);
  }

  private static Optional<Split> split(String text, Predicate<String> ends) {
    if (text.startsWith("\"")) {
      int end = text.indexOf("\".", 1);
      return end < 0
          ? Optional.empty()
          : Optional.of(new Split(text.substring(1, end), text.substring(end + 2)));
    }
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (ends.test(text.substring(dot + 1))) {
        return Optional.of(new Split(text.substring(0, dot), text.substring(dot + 1)));
      }
    }
    int last = text.lastIndexOf('.');
    return last < 0
        ? Optional.empty()
        : Optional.of(new Split(text.substring(0, last), text.substring(last + 1)));
  }
}
