package dev.socketee.engine;

import dev.socketee.engine.WebSocketChannel.SendCallback;
import dev.socketee.engine.http.Jsonp;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Polling by script elements and forms, for browsers without cross-origin requests: the payloads of
 * another dialect, wrapped up (reference 1.3). What has no form field for packets brings none.
 *
 * @param plain how the packets look inside, with binary messages as text
 * @param index the parameter of the request that says which function is to be called
 */
record JsonpDialect(Dialect plain, String index) implements Dialect {

  private static final Payload NOTHING = new Payload(List.of(), null);

  @Override
  public EngineProtocol protocol() {
    return plain.protocol();
  }

  @Override
  public EnginePacket text(String frame) {
    return plain.text(frame);
  }

  @Override
  public EnginePacket binary(byte[] frame) {
    return plain.binary(frame);
  }

  @Override
  public void send(EngineFrame frame, WebSocketChannel channel, SendCallback callback) {
    plain.send(frame, channel, callback);
  }

  @Override
  public PollBody payload(List<EngineFrame> frames) {
    String payload = new String(plain.payload(frames).bytes(), StandardCharsets.UTF_8);
    return PollBody.of(TEXT, Jsonp.script(index, payload).getBytes(StandardCharsets.UTF_8), frames);
  }

  @Override
  public boolean takesOctets() {
    return plain.takesOctets();
  }

  @Override
  public Payload decode(byte[] body, boolean octets, int maxPackets) {
    return Jsonp.payload(new String(body, StandardCharsets.UTF_8))
        .map(payload -> payload.getBytes(StandardCharsets.UTF_8))
        .map(payload -> plain.decode(payload, false, maxPackets))
        .orElse(NOTHING);
  }
}
