package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;

/**
 * The body of the answer to a poll.
 *
 * @param contentType its content type
 * @param bytes the body; not to be modified
 * @param compressible whether a packet in it is worth compressing (reference 1.13)
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per response would be paid by every poll
record PollBody(String contentType, byte[] bytes, boolean compressible) {

  static PollBody of(String contentType, byte[] bytes, List<EngineFrame> frames) {
    return new PollBody(contentType, bytes, frames.stream().anyMatch(EngineFrame::isCompressible));
  }
}
