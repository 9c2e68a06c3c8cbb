package dev.socketee.it.behaviour;

/** What has to work on a server, in the order in which it is tried; each is a row of the table. */
enum Behaviour {
  POLLING("Long-polling"),
  WEBSOCKET("WebSocket"),
  UPGRADE("Upgrade from one to the other"),
  UPGRADE_UNDER_TRAFFIC("Upgrade under traffic"),
  BINARY("Binary values"),
  COMPRESSION("Compression of WebSocket messages"),
  PAYLOADS("Payloads up to the limit, and beyond it"),
  LIMITS("All other limits"),
  CONNECTIONS("1,000 WebSockets and 1,000 waiting polls"),
  ABORTED_POLLS("Aborted polls"),
  SLOW_CONSUMERS("Slow consumers"),
  CONCURRENT_EMITS("Emitting from many threads"),
  SERVERS("Several Socket.IO servers in one application"),
  JSON_B("Values by JSON-B"),
  CDI("Interceptors, request scope, namespaces without annotations"),
  PRINCIPAL("The container's principal and roles"),
  FORM("The same by a form to log in"),
  CONFIGURATION("MicroProfile Config"),
  EJB("Enterprise beans, and timers that emit"),
  CALLERS("The caller in enterprise beans"),
  TRANSACTIONS("Transactions"),
  VALIDATION("Bean Validation of arguments"),
  REDEPLOYMENT("Twenty redeployments, without a leak"),
  ROOT("At the context path /"),
  WIRE_OF_ENGINE("The wire of Engine.IO 4, to the byte"),
  WIRE_OF_SOCKET("The wire of Socket.IO 5, to the byte"),
  SUITE_ENGINE_V4("Public suite of engine.io-protocol v4"),
  SUITE_SOCKET_V5("Public suite of socket.io-protocol v5"),
  SUITE_ENGINE_V3("Public suite of engine.io-protocol v3"),
  STOP("A stop that clients are told of");

  private final String title;

  Behaviour(String title) {
    this.title = title;
  }

  /** What readers of the table see. */
  String title() {
    return title;
  }
}
