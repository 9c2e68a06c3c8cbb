package dev.socketee.server;

import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.spi.Emission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event that is sent, as its clients will see it. */
final class EmittedArgs extends JsonArgs {

  private final JsonElements elements;
  private final List<byte[]> attachments;

  /** Of the name of an event and its arguments. */
  EmittedArgs(Emission emission, ValueCodec codec) {
    super(codec);
    elements = JsonScanner.array(emission.json(), 0, Integer.MAX_VALUE);
    attachments = emission.attachments();
  }

  /** The name. */
  String event() {
    return JsonText.unquote(elements.json(0));
  }

  @Override
  public int size() {
    return elements.size() - 1;
  }

  @Override
  public @Nullable String json(int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("argument " + index);
    }
    return index < size() ? elements.json(index + 1) : null;
  }

  @Override
  List<byte[]> attachments() {
    return attachments;
  }

  @Override
  public String toString() {
    return "Args[" + size() + "]";
  }
}
