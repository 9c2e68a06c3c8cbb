package dev.socketee.cdi.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every feature that {@code docs/features.md} claims is there, and has a test that exists. */
class FeaturesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("^\\|(.*)\\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void rows_ofEveryTable_nameTestsThatExist() throws IOException {
    Set<String> tests = tests();

    assertThat(rows())
        .isNotEmpty()
        .allSatisfy(
            cells -> {
              assertThat(cells).as("cells of %s", cells).hasSize(3).noneMatch(String::isBlank);
              assertThat(cells.get(1)).isNotEqualToIgnoringCase("no");
              List<String> named =
                  CODE.matcher(cells.get(2)).results().map(match -> match.group(1)).toList();
              assertThat(named).as("tests of %s", cells).isNotEmpty();
              assertThat(tests).as("tests of %s", cells).containsAll(named);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // options of the server and its engine
        "path addTrailingSlash serveClient transports allowUpgrades upgradeTimeout pingInterval",
        "pingTimeout maxHttpBufferSize connectTimeout httpCompression cors cookie allowEIO3",
        "allowRequest initialPacket destroyUpgrade destroyUpgradeTimeout wsEngine parser",
        "cleanupEmptyChildNamespaces connectionStateRecovery maxDisconnectionDuration",
        "skipMiddlewares",
        // the server
        "attach listen attachApp bind onconnection io.path io.serveClient io.connectTimeout",
        "io.adapter io.of io.sockets httpServer engine.clientsCount engine.use",
        "engine.handleRequest engine.handleUpgrade engine.onWebTransportSession engine.close",
        "engine.opts io.close connection connect new_namespace connection_error initial_headers",
        // namespaces
        "namespace.name namespace.sockets namespace.use emit send write to in except timeout",
        "compress volatile local fetchSockets socketsJoin socketsLeave disconnectSockets",
        "serverSideEmit serverSideEmitWithAck allSockets children",
        // sockets
        "socket.id handshake data connected disconnected recovered rooms nsp client request",
        "headers time address xdomain secure issued url query auth emitWithAck join leave",
        "disconnect broadcast socket.use onAny prependAny offAny listenersAny onAnyOutgoing",
        "prependAnyOutgoing offAnyOutgoing listenersAnyOutgoing on once off removeAllListeners",
        "eventNames disconnecting error RemoteSocket",
        // connections
        "socket.conn open packet packetCreate message heartbeat flush drain upgrading upgrade",
        "close transport.name protocol readyState remoteAddress upgraded writeBuffer",
        // adapters and parsers
        "create-room delete-room join-room leave-room init serverCount addAll del delAll",
        "broadcastWithAck sockets socketRooms addSockets delSockets persistSession",
        "restoreSession ClusterAdapter replacer reviver Encoder Decoder",
        "socket.io-msgpack-parser socket.io-json-parser"
      })
  void firstColumns_nameEverythingOfTheReference(String names) throws IOException {
    String features =
        Files.readAllLines(ROOT.resolve("docs/features.md")).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.split(" \\| ", -1)[0])
            .flatMap(cell -> CODE.matcher(cell).results().map(match -> match.group(1)))
            .collect(Collectors.joining(" "));

    assertThat(List.of(names.split(" ", -1)))
        .allSatisfy(
            name ->
                assertThat(features)
                    .containsPattern("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])"));
  }

  @Test
  void leftOut_isNothingButWebTransport() throws IOException {
    assertThat(cells())
        .filteredOn(cells -> cells.size() != 3)
        .singleElement()
        .satisfies(cells -> assertThat(cells.get(0)).startsWith("WebTransport"));
  }

  /** The rows of the tables with a column for tests. */
  private static List<List<String>> rows() throws IOException {
    return cells().stream().filter(cells -> cells.size() != 2).toList();
  }

  private static List<List<String>> cells() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/features.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> Stream.of(row.group(1).split(" \\| ", -1)).map(String::trim).toList())
        .filter(cells -> !isHead(cells))
        .toList();
  }

  private static boolean isHead(List<String> cells) {
    return cells.get(0).equals("Socket.IO") || cells.get(0).matches("[-| ]+");
  }

  /** The names of the test classes and scripts of all modules. */
  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("src/test") || file.contains("src\\test"))
          .map(file -> Path.of(file).getFileName().toString().replaceFirst("\\.java$", ""))
          .collect(Collectors.toSet());
    }
  }
}
