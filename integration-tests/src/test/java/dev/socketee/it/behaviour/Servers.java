package dev.socketee.it.behaviour;

import dev.socketee.it.runtime.EmbeddedServer;
import dev.socketee.it.runtime.GlassFishServer;
import dev.socketee.it.runtime.OpenLibertyServer;
import dev.socketee.it.runtime.PayaraMicroServer;
import dev.socketee.it.runtime.PayaraServer;
import dev.socketee.it.runtime.Server;
import dev.socketee.it.runtime.WildFlyServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The servers, in the order of the table, and what each of them lacks. */
final class Servers {

  /** In the order of the table. */
  static final List<Server> ALL =
      List.of(
          WildFlyServer.slim(),
          WildFlyServer.full(),
          new PayaraServer(),
          new PayaraMicroServer(),
          new OpenLibertyServer(),
          new GlassFishServer(),
          EmbeddedServer.tomcat("10.1"),
          EmbeddedServer.tomcat("11"),
          EmbeddedServer.jetty(),
          EmbeddedServer.undertow());

  /** What a servlet container does not have. */
  private static final Map<Behaviour, Cell> EMBEDDED =
      Map.of(
          Behaviour.CONFIGURATION, Cell.absent("no MicroProfile Config"),
          Behaviour.EJB, Cell.absent("no enterprise beans"),
          Behaviour.CALLERS, Cell.absent("no enterprise beans"),
          Behaviour.TRANSACTIONS, Cell.absent("no transactions"),
          Behaviour.VALIDATION, Cell.absent("no Bean Validation"));

  /** The source of Open Liberty's WebSockets: a commit, and a class. */
  private static final String WSOC =
      "https://github.com/OpenLiberty/open-liberty/blob/%s/dev/com.ibm.ws.wsoc/src/com/ibm/ws/wsoc/%s.java";

  private static final Map<Behaviour, Cell> OPEN_LIBERTY =
      Map.of(
          Behaviour.COMPRESSION,
          Cell.no(
              "its WebSocket knows [no extensions](%s)"
                  .formatted(
                      WSOC.formatted(
                          "0acd14b084ec666cdb9ffad9c09c6ea35f4200e4",
                          "external/WebSocketContainerExt"))),
          Behaviour.WIRE_OF_ENGINE,
          Cell.allBut(
              Set.of("webSocket_fragments_mayCutCharacters()"),
              "all but one case: each fragment of a text message is [decoded for itself](%s), so that one which ends within a character closes the WebSocket (1007)"
                  .formatted(
                      WSOC.formatted("2e545cc3489f170861c23cb6b2ac0fa3c62c11ab", "link/LinkRead"))),
          Behaviour.STOP,
          Cell.sometimes(
              "it ends connections [before its applications, or beside them]"
                  + "(https://github.com/OpenLiberty/open-liberty/issues/34683): clients may see 1006"));

  private static final Map<String, Map<Behaviour, Cell>> LACKING =
      Map.of(
          "open-liberty", OPEN_LIBERTY,
          "tomcat-10.1", EMBEDDED,
          "tomcat-11", EMBEDDED,
          "jetty-12.1", EMBEDDED,
          "undertow", EMBEDDED);

  private Servers() {}

  /**
   * The servers that this run is for, by the system property {@code servers}: ids with commas
   * between them, {@code all}, or {@code none}.
   */
  static List<Server> chosen() {
    String ids = System.getProperty("servers", "none");
    if (ids.equals("all")) {
      return ALL;
    }
    Set<String> wanted = Set.copyOf(Arrays.asList(ids.split(",", -1)));
    List<Server> chosen = ALL.stream().filter(server -> wanted.contains(server.id())).toList();
    if (chosen.size() != wanted.size() && !ids.equals("none")) {
      throw new IllegalArgumentException(
          "-Dservers=%s, but there are: %s".formatted(ids, ALL.stream().map(Server::id).toList()));
    }
    return chosen;
  }

  /** What is to be said of a behaviour on a server if it works there as far as it can. */
  static Cell expected(Server server, Behaviour behaviour) {
    return LACKING.getOrDefault(server.id(), Map.of()).getOrDefault(behaviour, Cell.YES);
  }
}
