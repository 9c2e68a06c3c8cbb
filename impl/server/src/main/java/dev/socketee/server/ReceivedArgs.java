package dev.socketee.server;

import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.spi.Emission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments that a client sent. */
final class ReceivedArgs extends JsonArgs {

  private final JsonArguments arguments;

  ReceivedArgs(JsonArguments arguments, ValueCodec codec) {
    super(codec);
    this.arguments = arguments;
  }

  /** The same, for another server. */
  Emission emission() {
    return new Emission(arguments.array(), arguments.attachments());
  }

  @Override
  public int size() {
    return arguments.size();
  }

  @Override
  public @Nullable String json(int index) {
    return index < arguments.size() ? arguments.json(index) : null;
  }

  @Override
  List<byte[]> attachments() {
    return arguments.attachments();
  }

  @Override
  public String toString() {
    return arguments.toString();
  }
}
