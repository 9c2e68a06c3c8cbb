package dev.socketee.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.WebSocket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of Socket.IO 5, as text. Reference 1.16, with its table of what is accepted. */
public class SocketCases {

  private static final String URL = "/socket.io/?EIO=4&transport=websocket";

  // ---- CONNECT

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # CONNECT               | answer starts with | first event
          40                      | 40{                | 42["auth",{}]
          40{}                    | 40{                | 42["auth",{}]
          40{"token":"123"}       | 40{                | 42["auth",{"token":"123"}]
          40/,                    | 40{                | 42["auth",{}]
          40/custom,              | 40/custom,{        | 42/custom,["auth",{}]
          40/custom               | 40/custom,{        | 42/custom,["auth",{}]
          40/custom,{"a":[1,{}]}  | 40/custom,{        | 42/custom,["auth",{"a":[1,{}]}]
          """)
  void connect_toANamespace_isAcceptedBeforeAnythingElse(
      String connect, String answer, String event) throws IOException {
    try (WebSocket socket = open()) {
      String accepted = socket.send(connect).text();
      assertThat(accepted).startsWith(answer);
      JsonObject payload = Polling.json(accepted.substring(accepted.indexOf('{')));
      assertThat(payload.keySet()).containsExactly("sid");
      assertThat(payload.getString("sid")).matches("[A-Za-z0-9_-]{20}");
      assertThat(socket.text()).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          40/random              | 44/random,{"message":"Invalid namespace"}
          40/random,             | 44/random,{"message":"Invalid namespace"}
          40/custom?x=1,         | 44/custom?x=1,{"message":"Invalid namespace"}
          40/guarded,            | 44/guarded,{"message":"no token"}
          40/guarded,{"token":"x"} | 44/guarded,{"message":"bad token","data":{"code":401,"token":"x"}}
          """)
  void connect_thatIsRefused_leavesTheConnection(String connect, String answer) throws IOException {
    try (WebSocket socket = open()) {
      String refused = socket.send(connect).text();
      // the order of the data's members is not ours to say
      assertThat(refused.length()).isEqualTo(answer.length());
      int json = answer.indexOf('{');
      assertThat(refused.substring(0, json)).isEqualTo(answer.substring(0, json));
      assertThat(Polling.json(refused.substring(json)))
          .isEqualTo(Polling.json(answer.substring(json)));
      assertThat(socket.send("40/custom,").text()).startsWith("40/custom,{");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4abc",
        "4",
        "42[\"message\",1]",
        "43[]",
        "41",
        "40[]",
        "40\"x\"",
        "40null",
        "40{",
        "45",
        "47",
      })
  void firstPacket_thatIsNoConnect_closes(String packet) throws IOException {
    try (WebSocket socket = open()) {
      socket.send(packet).awaitClose();
    }
  }

  @Test
  void connect_twice_closes() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("40").awaitClose();
    }
  }

  // ---- DISCONNECT

  @Test
  void disconnect_fromANamespace_leavesTheOthers() throws IOException {
    try (WebSocket socket = connected()) {
      assertThat(socket.send("40/custom").text()).startsWith("40/custom,{");
      assertThat(socket.text()).isEqualTo("42/custom,[\"auth\",{}]");
      socket.send("41/custom").send("42[\"message\",\"still\"]");
      assertThat(socket.text()).isEqualTo("42[\"message-back\",\"still\"]");
    }
  }

  @Test
  void disconnect_fromTheLastNamespace_leavesTheConnection() throws IOException {
    try (WebSocket socket = connected()) {
      assertThat(socket.send("41").send("40").text()).startsWith("40{");
    }
  }

  // ---- EVENT and ACK

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          42["message",1,"2",{"3":[true]}]        | 42["message-back",1,"2",{"3":[true]}]
          42["message"]                           | 42["message-back"]
          42["message",null]                      | 42["message-back",null]
          42["message","a\\u0062c"]               | 42["message-back","abc"]
          42["message",{"_placeholder":true}]     | 42["message-back",{"_placeholder":true}]
          42456["message-with-ack",1,{"3":[]}]    | 43456[1,{"3":[]}]
          420["message-with-ack"]                 | 430[]
          42/,7["message-with-ack",0]             | 437[0]
          """)
  void event_ofThatForm_isAnswered(String packet, String answer) throws IOException {
    try (WebSocket socket = connected()) {
      assertThat(socket.send(packet).text()).isEqualTo(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42[\"unknown-event\",1]",
        "42[1]",
        "42[\"error\"]",
        "42[\"connection\"]",
        "43999[]",
        "430[\"nobody asked\"]",
      })
  void packet_withoutConsequence_isAccepted(String packet) throws IOException {
    try (WebSocket socket = connected()) {
      socket.send(packet).send("42[\"message\",\"still\"]");
      assertThat(socket.text()).isEqualTo("42[\"message-back\",\"still\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42{}",
        "42[]",
        "42[null]",
        "42[{}]",
        "42\"a\"",
        "42null",
        "42[\"a\"",
        "42[\"a\"]x",
        "42[\"connect\"]",
        "42[\"connect_error\"]",
        "42[\"disconnect\"]",
        "42[\"disconnecting\"]",
        "42[\"newListener\"]",
        "42[\"removeListener\"]",
        "42-1[\"a\"]",
        "42abc[\"message-with-ack\",1]",
        "43{}",
        "41{\"a\":1}",
        "41[]",
        "41/custom,",
        "42/custom,[\"message\"]",
        "44{\"message\":\"x\"}",
        "45[\"a\"]",
        "45x-[\"a\"]",
        "450-[\"a\"]",
        "45-1-[\"a\"]",
        "451.5-[\"a\"]",
        "4511-[\"a\"]",
        "47",
        "48[\"a\"]",
        "4abc",
        "4",
      })
  void packet_thatIsInvalid_closes(String packet) throws IOException {
    try (WebSocket socket = connected()) {
      int code = socket.send(packet).awaitClose();
      assertThat(code).isIn(1000, WebSocket.NO_CODE);
    }
  }

  @Test
  void event_nestedTooDeeply_closes() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("42[\"message\"," + "[".repeat(100_000) + "]".repeat(100_000) + "]");
      assertThat(socket.awaitClose()).isIn(1000, WebSocket.NO_CODE);
    }
  }

  // ---- BINARY_EVENT and BINARY_ACK

  private static final String TWO =
      "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";

  @Test
  void binaryEvent_comesBack() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("452-[\"message\"," + TWO + "]").send(new byte[] {1, 2, 3}).send(new byte[] {4});
      assertThat(socket.text()).isEqualTo("452-[\"message-back\"," + TWO + "]");
      assertThat(socket.bytes()).containsExactly(1, 2, 3);
      assertThat(socket.bytes()).containsExactly(4);
    }
  }

  @Test
  void binaryEvent_withAck_isAcknowledgedByOne() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("452-789[\"message-with-ack\"," + TWO + "]");
      socket.send(new byte[] {1, 2, 3}).send(new byte[] {4});
      assertThat(socket.text()).isEqualTo("462-789[" + TWO + "]");
      assertThat(socket.bytes()).containsExactly(1, 2, 3);
      assertThat(socket.bytes()).containsExactly(4);
    }
  }

  @Test
  void binaryEvent_inANamespace_comesBackThere() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("40/custom,").text()).startsWith("40/custom,");
      assertThat(socket.text()).startsWith("42/custom,");
      socket.send("451-/custom,[\"message\",{\"_placeholder\":true,\"num\":0}]");
      socket.send(new byte[] {9});
      assertThat(socket.text())
          .isEqualTo("451-/custom,[\"message-back\",{\"_placeholder\":true,\"num\":0}]");
      assertThat(socket.bytes()).containsExactly(9);
    }
  }

  @Test
  void binaryEvent_referencesInAnyOrderAndTwice_areResolved() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send(
          "452-[\"message\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0},"
              + "{\"_placeholder\":true,\"num\":1}]");
      socket.send(new byte[] {0}).send(new byte[] {1});
      assertThat(socket.text()).startsWith("453-[\"message-back\",");
      assertThat(socket.bytes()).containsExactly(1);
      assertThat(socket.bytes()).containsExactly(0);
      assertThat(socket.bytes()).containsExactly(1);
    }
  }

  @Test
  void binaryEvent_byPolling_comesBack() {
    Polling session = Polling.open("/socket.io/").push("40");
    assertThat(session.poll().get(0)).startsWith("40{");
    session.push("451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "bAQID");
    assertThat(untilTwo(session))
        .endsWith("451-[\"message-back\",{\"_placeholder\":true,\"num\":0}]", "bAQID");
  }

  private static List<String> untilTwo(Polling session) {
    List<String> packets = new ArrayList<>();
    while (!packets.contains("bAQID")) {
      packets.addAll(session.poll());
    }
    return packets;
  }

  @Test
  void attachments_missing_closeWhenTextComes() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
      socket.send("42[\"message\"]").awaitClose();
    }
  }

  @Test
  void attachment_unannounced_closes() throws IOException {
    try (WebSocket socket = connected()) {
      socket.send(new byte[] {1}).awaitClose();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "\"0\"", "null"})
  void placeholder_ofNoAttachment_closes(String number) throws IOException {
    try (WebSocket socket = connected()) {
      socket.send("451-[\"message\",{\"_placeholder\":true,\"num\":" + number + "}]");
      socket.send(new byte[] {1}).awaitClose();
    }
  }

  // ---- the end of the connection

  @Test
  void server_disconnectsAndCloses_saysSoInEveryNamespace() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("40/disconnects,").text()).startsWith("40/disconnects,{");
      assertThat(socket.send("40/rooms,").text()).startsWith("40/rooms,{");
      socket.send("42/disconnects,[\"disconnect-me\",true]");
      assertThat(socket.text()).isEqualTo("42/disconnects,[\"farewell\"]");
      assertThat(List.of(socket.text(), socket.text()))
          .containsExactlyInAnyOrder("41/disconnects,", "41/rooms,");
      assertThat(socket.awaitClose()).isIn(1000, WebSocket.NO_CODE);
    }
  }

  @Test
  void server_disconnects_keepsTheConnection() throws IOException {
    try (WebSocket socket = open()) {
      assertThat(socket.send("40/disconnects,").text()).startsWith("40/disconnects,{");
      socket.send("42/disconnects,[\"disconnect-me\",false]");
      assertThat(socket.text()).isEqualTo("42/disconnects,[\"farewell\"]");
      assertThat(socket.text()).isEqualTo("41/disconnects,");
      assertThat(socket.send("40/disconnects,").text()).startsWith("40/disconnects,{");
    }
  }

  private static WebSocket open() throws IOException {
    WebSocket socket = WebSocket.open(URL);
    assertThat(socket.text()).startsWith("0{");
    return socket;
  }

  private static WebSocket connected() throws IOException {
    WebSocket socket = open();
    assertThat(socket.send("40").text()).startsWith("40{");
    assertThat(socket.text()).isEqualTo("42[\"auth\",{}]");
    return socket;
  }
}
