package dev.socketee.engine;

import dev.socketee.engine.WebSocketChannel.SendCallback;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.LegacyPacketCodec;
import dev.socketee.protocol.engine.LegacyPayloadCodec;
import dev.socketee.protocol.engine.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Protocol 3 (reference 1.10).
 *
 * @param base64 whether the client takes text only
 */
record LegacyDialect(boolean base64) implements Dialect {

  @Override
  public EngineProtocol protocol() {
    return EngineProtocol.V3;
  }

  @Override
  public EnginePacket text(String frame) {
    return LegacyPacketCodec.decodeText(frame);
  }

  @Override
  public EnginePacket binary(byte[] frame) {
    return LegacyPacketCodec.decodeBinary(frame);
  }

  @Override
  public void send(EngineFrame frame, WebSocketChannel channel, SendCallback callback) {
    if (!frame.isBinary()) {
      channel.sendText(frame.text(), callback);
    } else if (base64) {
      channel.sendText(LegacyPacketCodec.encodeBase64(frame.binary()), callback);
    } else {
      channel.sendBinary(LegacyPacketCodec.encodeBinary(frame.binary()), callback);
    }
  }

  /** Bytes only if there are any to tell: browsers read text faster. */
  @Override
  public PollBody payload(List<EngineFrame> frames) {
    return !base64 && frames.stream().anyMatch(EngineFrame::isBinary)
        ? PollBody.of(OCTETS, LegacyPayloadCodec.encodeBinary(frames), frames)
        : PollBody.of(TEXT, LegacyPayloadCodec.encodeText(frames), frames);
  }

  @Override
  public boolean takesOctets() {
    return true;
  }

  @Override
  public Payload decode(byte[] body, boolean octets, int maxPackets) {
    return octets
        ? LegacyPayloadCodec.decodeBinary(body, maxPackets)
        : LegacyPayloadCodec.decodeText(new String(body, StandardCharsets.UTF_8), maxPackets);
  }
}
