package dev.socketee.it.load;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** Values as large as they may be. */
@Namespace(value = "/large", server = LoadServers.CALM)
public class Large {

  @OnEvent("text")
  String text(String text) {
    return text;
  }

  @OnEvent("bytes")
  byte[] bytes(byte[] bytes) {
    return bytes;
  }

  @OnEvent("length")
  int length(String text) {
    return text.length();
  }

  /** Emits so many events, each with a text or bytes that begin with their number. */
  @OnEvent("give")
  void give(Socket socket, int events, int size, boolean binary) {
    for (int i = 0; i < events; i++) {
      if (binary) {
        byte[] bytes = new byte[size];
        bytes[0] = (byte) i;
        bytes[size - 1] = (byte) i;
        socket.emit("given", i, bytes);
      } else {
        socket.emit("given", i, Integer.toString(i).repeat(size));
      }
    }
  }
}
