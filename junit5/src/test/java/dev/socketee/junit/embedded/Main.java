package dev.socketee.junit.embedded;

import dev.socketee.embedded.EmbeddedSocketIO;

public class Main {

  public static void main(String[] arguments) {
    EmbeddedSocketIO server = EmbeddedSocketIO.builder().port(8080).beans(Chat.class).start();
    System.out.println("listening at " + server.uri());
  }
}
