package dev.socketee.jakarta;

import dev.socketee.server.ServerOptions;
import dev.socketee.server.WireFormat;
import dev.socketee.spi.AdapterFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What code says about a server that options cannot say: objects. They are set after the options.
 *
 * @param adapter {@code null} if nothing is said
 * @param format {@code null} if no object is given
 * @param named whether the format is said by an option, so that it is not an earlier object
 */
record OwnParts(@Nullable AdapterFactory adapter, @Nullable WireFormat format, boolean named)
    implements Consumer<ServerOptions.Builder> {

  /** Nothing. */
  static final OwnParts NONE = new OwnParts(null, null, false);

  /** These, with what is said later on top. */
  OwnParts then(OwnParts later) {
    boolean formatSaid = later.format != null || later.named;
    return new OwnParts(
        later.adapter != null ? later.adapter : adapter,
        formatSaid ? later.format : format,
        formatSaid ? later.named : named);
  }

  @Override
  public void accept(ServerOptions.Builder options) {
    if (adapter != null) {
      options.adapter(adapter);
    }
    if (format != null) {
      options.format(format);
    }
  }
}
