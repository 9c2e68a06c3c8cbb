package dev.socketee.engine;

import dev.socketee.engine.WebSocketChannel.SendCallback;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.EnginePacketCodec;
import dev.socketee.protocol.engine.Payload;
import dev.socketee.protocol.engine.PayloadCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Protocol 4 (reference 1.1, 1.2).
 *
 * @param base64 whether binary messages are text over a WebSocket, too
 */
record CurrentDialect(boolean base64) implements Dialect {

  @Override
  public EngineProtocol protocol() {
    return EngineProtocol.V4;
  }

  @Override
  public EnginePacket text(String frame) {
    return EnginePacketCodec.decodeText(frame);
  }

  @Override
  public EnginePacket binary(byte[] frame) {
    return new EnginePacket.BinaryMessage(frame);
  }

  @Override
  public void send(EngineFrame frame, WebSocketChannel channel, SendCallback callback) {
    if (!frame.isBinary()) {
      channel.sendText(frame.text(), callback);
    } else if (base64) {
      channel.sendText(EnginePacketCodec.encodeBase64(frame.binary()), callback);
    } else {
      channel.sendBinary(frame.binary(), callback);
    }
  }

  @Override
  public PollBody payload(List<EngineFrame> frames) {
    return PollBody.of(TEXT, PayloadCodec.encode(frames), frames);
  }

  @Override
  public boolean takesOctets() {
    return false;
  }

  @Override
  public Payload decode(byte[] body, boolean octets, int maxPackets) {
    return PayloadCodec.decode(new String(body, StandardCharsets.UTF_8), maxPackets);
  }
}
