package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.error.Unhandled;
import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.Response;
import dev.socketee.it.wire.WebSocket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the application has beside Socket.IO works as before, and its filters and hooks apply. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApplicationIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.calm("application").addAsWebResource(new StringAsset("static"), "static.txt");
  }

  @Test
  void resource_static_isServed() {
    assertThat(Polling.get("/application/static.txt").body()).isEqualTo("static");
  }

  @Test
  void servlet_behindItsFilter_isServed() {
    assertThat(Polling.get("/application/app/own").statusCode()).isEqualTo(403);

    HttpResponse<String> response =
        Polling.send(Polling.request("/application/app/own").header("X-Password", "open sesame"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("own servlet");
  }

  @Test
  void endpoint_ofTheApplication_isServed() throws IOException {
    try (WebSocket socket = WebSocket.open("/application/own-endpoint")) {
      assertThat(socket.send("hello").text()).isEqualTo("own: hello");
    }
  }

  @Test
  void filter_overEverything_seesTheRequests() throws IOException {
    Polling session = Polling.open("/application/socket.io/");
    HttpResponse<String> response = session.push("40").get();
    assertThat(response.headers().firstValue("x-filtered")).hasValue("yes");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(
            WebSocket.handshake("/application/socket.io/?EIO=4&transport=websocket", "")
                .header("x-filtered"))
        .isEqualTo("yes");
  }

  /** Reference 1.12, initial_headers and headers. */
  @Test
  void hooks_ofTheApplication_addHeaders() throws IOException {
    HttpResponse<String> first = Polling.get("/application/socket.io/?EIO=4&transport=polling");
    assertThat(first.headers().firstValue("x-first")).hasValue("GET");
    assertThat(first.headers().firstValue("x-every")).hasValue("polling");

    Polling session = Polling.open("/application/socket.io/");
    for (HttpResponse<String> later : List.of(session.post("40"), session.get())) {
      assertThat(later.headers().firstValue("x-first")).isEmpty();
      assertThat(later.headers().firstValue("x-every")).hasValue("polling");
    }

    Response opening = WebSocket.handshake("/application/socket.io/?EIO=4&transport=websocket", "");
    assertThat(opening.status()).isEqualTo(101);
    assertThat(opening.header("x-first")).isEqualTo("GET");
    assertThat(opening.header("x-every")).isEqualTo("websocket");
  }

  /** The bare engine of the application has none. */
  @Test
  void hooks_ofTheApplication_areNotTheBareEngines() {
    HttpResponse<String> response =
        Polling.get("/application/engine.io/?EIO=4&transport=polling&refuse=1");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-every")).isEmpty();
  }

  @Test
  void exception_thatNobodyHandles_isLogged() throws IOException {
    try (WebSocket socket = WebSocket.open("/application/socket.io/?EIO=4&transport=websocket")) {
      assertThat(socket.text()).startsWith("0{");
      String accepted = socket.send("40/unhandled,").text();
      String id = Polling.json(accepted.substring(accepted.indexOf('{'))).getString("sid");

      socket.send("42/unhandled,[\"fail\"]");
      assertThat(socket.send("42/unhandled,1[\"alive\"]").text()).isEqualTo("43/unhandled,1[true]");

      assertThat(ServerLog.unannounced())
          .anyMatch(line -> line.contains(id) && line.contains(Unhandled.MESSAGE));
    }
  }
}
