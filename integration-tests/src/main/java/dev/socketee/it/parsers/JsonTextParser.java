package dev.socketee.it.parsers;

import dev.socketee.spi.MalformedPacketException;
import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.ParserLimits;
import dev.socketee.spi.WireMessage;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes each packet as one JSON text; there is no room for bytes in it. */
final class JsonTextParser implements Parser {

  /** In the order of their numbers. */
  private static final List<Packet.Type> TYPES =
      List.of(
          Packet.Type.CONNECT,
          Packet.Type.DISCONNECT,
          Packet.Type.EVENT,
          Packet.Type.ACK,
          Packet.Type.CONNECT_ERROR);

  @Override
  public String name() {
    return "json-text";
  }

  @Override
  public List<WireMessage> encode(Packet packet) {
    if (!packet.attachments().isEmpty()) {
      throw new IllegalArgumentException("no room for bytes");
    }
    StringBuilder text = new StringBuilder("{\"type\":").append(TYPES.indexOf(packet.type()));
    text.append(",\"nsp\":").append(Json.createValue(packet.namespace()));
    if (packet.json() != null) {
      text.append(",\"data\":").append(packet.json());
    }
    if (packet.id() != Packet.NO_ID) {
      text.append(",\"id\":").append(packet.id());
    }
    return List.of(new WireMessage.Text(text.append('}').toString()));
  }

  @Override
  public Decoder decoder(ParserLimits limits) {
    return new TextDecoder();
  }

  private static final class TextDecoder implements Decoder {

    @Override
    public Packet decode(WireMessage message) {
      if (message instanceof WireMessage.Text text) {
        return read(text.text());
      }
      throw new MalformedPacketException("bytes where text is expected");
    }

    private static Packet read(String text) {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        JsonObject object = reader.readObject();
        int type = object.getInt("type", -1);
        if (type < 0 || type >= TYPES.size()) {
          throw new MalformedPacketException("a packet of no type");
        }
        JsonNumber id = object.getJsonNumber("id");
        return new Packet(
            TYPES.get(type),
            object.getString("nsp", "/"),
            id == null ? Packet.NO_ID : id.longValue(),
            json(object.get("data")),
            List.of());
      } catch (JsonException | ClassCastException e) {
        throw new MalformedPacketException("not the JSON of a packet");
      }
    }

    private static @Nullable String json(@Nullable JsonValue data) {
      return data == null ? null : data.toString();
    }

    @Override
    public boolean pending() {
      return false;
    }
  }
}
