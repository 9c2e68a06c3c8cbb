package dev.socketee.it.binary;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Bytes in arguments, records, lists and maps, in and out. */
@Namespace("/binary")
public class Binary {

  /** Bytes beside text, in a list, in a map. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are what this is about
  public record Album(String name, byte[] cover, List<byte[]> pages, Map<String, byte[]> extras) {}

  @Inject Broadcaster everyone;

  @OnEvent("album")
  Album album(Album album) {
    return new Album("copy of " + album.name(), album.cover(), album.pages(), album.extras());
  }

  @OnEvent("album-for-all")
  void albumForAll(Album album) {
    everyone.emit("album", album);
  }

  @OnEvent("buffer")
  ByteBuffer buffer(ByteBuffer buffer) {
    byte[] reversed = new byte[buffer.remaining()];
    for (int i = reversed.length - 1; i >= 0; i--) {
      reversed[i] = buffer.get();
    }
    return ByteBuffer.wrap(reversed);
  }

  @OnEvent("size")
  int size(byte[] bytes) {
    return bytes.length;
  }

  /** As many bytes as one asks for, each the low byte of its index. */
  @OnEvent("give")
  byte[] give(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /** A text of as many characters. */
  @OnEvent("give-text")
  String giveText(int length, String character) {
    return character.repeat(length);
  }

  @OnEvent("length")
  int length(String text) {
    return text.length();
  }

  /** Many attachments in one event. */
  @OnEvent("give-many")
  void giveMany(Socket socket, int count) {
    List<byte[]> many = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[i];
      Arrays.fill(bytes, (byte) i);
      many.add(bytes);
    }
    socket.emit("many", many);
  }
}
