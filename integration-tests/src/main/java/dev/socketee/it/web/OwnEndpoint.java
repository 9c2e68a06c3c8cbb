package dev.socketee.it.web;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket endpoint of the application. */
@ServerEndpoint("/own-endpoint")
public class OwnEndpoint {

  @OnMessage
  public String echo(String message) {
    return "own: " + message;
  }
}
