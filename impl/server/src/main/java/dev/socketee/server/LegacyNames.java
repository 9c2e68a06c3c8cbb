package dev.socketee.server;

import dev.socketee.engine.http.QueryString;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.socket.SocketPacket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients of Socket.IO 1 and 2 send for the name of a namespace: {@code /name?query}. How long
 * that may be is a limit of the decoder.
 */
final class LegacyNames {

  private LegacyNames() {}

  /** The packet with the name alone, and for a CONNECT with the query as auth. */
  static SocketPacket understand(SocketPacket packet) {
    String asked = packet.namespace();
    int mark = asked.indexOf('?');
    String name = mark < 0 ? asked : asked.substring(0, mark);
    return switch (packet.type()) {
      case CONNECT ->
          new SocketPacket.Connect(name, mark < 0 ? null : query(asked.substring(mark + 1)));
      case DISCONNECT -> new SocketPacket.Disconnect(name);
      case EVENT -> {
        SocketPacket.Event event = (SocketPacket.Event) packet;
        yield mark < 0 ? event : new SocketPacket.Event(name, event.ackId(), event.args());
      }
      case ACK -> {
        SocketPacket.Ack ack = (SocketPacket.Ack) packet;
        yield mark < 0 ? ack : new SocketPacket.Ack(name, ack.ackId(), ack.args());
      }
      case CONNECT_ERROR, BINARY_EVENT, BINARY_ACK -> packet;
    };
  }

  /**
   * The query as a JSON object: a string for each parameter, a list of them for one that is
   * repeated.
   */
  private static String query(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    QueryString.forEach(
        query,
        Integer.MAX_VALUE,
        (name, value) -> parameters.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(value));
    StringBuilder json = new StringBuilder("{");
    parameters.forEach((name, values) -> append(json, name, values));
    return json.append('}').toString();
  }

  private static void append(StringBuilder json, String name, List<String> values) {
    if (json.length() > 1) {
      json.append(',');
    }
    JsonText.quote(json, name);
    json.append(':');
    if (values.size() == 1) {
      JsonText.quote(json, values.get(0));
      return;
    }
    char before = '[';
    for (String value : values) {
      JsonText.quote(json.append(before), value);
      before = ',';
    }
    json.append(']');
  }
}
