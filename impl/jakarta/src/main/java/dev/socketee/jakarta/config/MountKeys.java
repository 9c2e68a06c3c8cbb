package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.path;
import static dev.socketee.jakarta.config.ValueTypes.transports;

import java.util.List;

/** The options of where a server is, and of who may come. */
final class MountKeys {

  /** The name of the option that every server needs a value of its own for. */
  static final String PATH = "path";

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              PATH,
              "/socket.io",
              path(),
              "Where clients find the server, below the context path of the application.",
              (draft, value) -> draft.path = value),
          new Option<>(
              "serve-client",
              "true",
              flag(),
              "Serve the browser bundle, such as `/socket.io/socket.io.js`.",
              (draft, value) -> draft.serveClient = value),
          new Option<>(
              "transports",
              "polling, websocket",
              transports(),
              "The transports that clients may use.",
              (draft, value) -> draft.engine.transports(value)),
          new Option<>(
              "allow-upgrades",
              "true",
              flag(),
              "Let clients that start with long-polling move on to WebSocket.",
              (draft, value) -> draft.engine.allowUpgrades(value)),
          new Option<>(
              "allow-eio3",
              "false",
              flag(),
              "Serve clients of Socket.IO 1 and 2 too, which speak version 3 of Engine.IO. Such a"
                  + " client takes the secret id of its connection for the id of its sockets: where"
                  + " this is on, an application must show the id of a socket to nobody but its own"
                  + " client. See [Legacy clients](#legacy-clients).",
              (draft, value) -> draft.engine.allowEio3(value)));

  private MountKeys() {}
}
