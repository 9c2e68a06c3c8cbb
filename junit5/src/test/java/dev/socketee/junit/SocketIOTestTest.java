package dev.socketee.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.embedded.EmbeddedSocketIO;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What tests get, where they ask for it. */
@SocketIOTest(
    beans = Counter.class,
    options = {"ping-interval=PT7S", "path = /engine"},
    contextPath = "/app")
class SocketIOTestTest {

  private static URI before;

  private final URI constructed;

  @Inject Counter counter;
  @Inject SocketIO io;

  @Inject
  @Namespace("/counter")
  Broadcaster everybody;

  SocketIOTestTest(URI constructed) {
    this.constructed = constructed;
  }

  @BeforeAll
  static void remember(URI uri) {
    before = uri;
  }

  @Test
  void server_ofClass_servesWithItsBeansAndOptions(URI uri) throws Exception {
    String handshake =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(uri.resolve("engine/?EIO=4&transport=polling")).build(),
                BodyHandlers.ofString())
            .body();
    assertThat(handshake).contains("\"pingInterval\":7000");
    assertThat(uri.getPath()).isEqualTo("/app/");
  }

  @Test
  void parameters_ofAllKinds_areOfTheOneServer(
      URI uri,
      EmbeddedSocketIO server,
      SocketIO parameter,
      Counter bean,
      @Namespace("/counter") @RoomName("other") Room room,
      TestInfo junits,
      @TempDir Path junitsToo) {
    assertThat(uri).isEqualTo(server.uri()).isEqualTo(before).isEqualTo(constructed);
    assertThat(parameter.of("/counter")).isSameAs(server.server().of("/counter"));
    assertThat(bean.room()).isEqualTo("lobby");
    assertThat(room.name()).isEqualTo("other");
    assertThat(junits).isNotNull();
    assertThat(junitsToo).isNotNull();
  }

  @Test
  void fields_withInject_areInjected(EmbeddedSocketIO server) {
    assertThat(counter.room()).isEqualTo("lobby");
    assertThat(io.of("/counter")).isSameAs(server.server().of("/counter"));
    everybody.emit("nobody is there");
  }

  /** A class within. */
  @Nested
  class Within {

    @Inject Counter inner;

    @Test
    void nested_usesTheServerAroundIt(URI uri) {
      assertThat(uri).isEqualTo(before);
      assertThat(inner.room()).isEqualTo(counter.room());
    }
  }

  /** A class within that wants more. */
  @Nested
  @SocketIOTest
  class WithAServerOfItsOwn {

    @Test
    void nested_withAnnotation_hasItsOwnServer(EmbeddedSocketIO server) {
      assertThat(server.uri()).isNotEqualTo(before);
      assertThat(server.uri().getPath()).isEqualTo("/");
    }
  }
}
