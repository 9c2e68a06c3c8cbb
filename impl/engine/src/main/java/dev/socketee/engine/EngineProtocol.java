package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;

/**
 * A version of the Engine.IO protocol. A session has one from its first request to its end.
 * (Version 4 is spoken by the clients of Socket.IO from 3 on, version 3 by those before.)
 */
public enum EngineProtocol {
  /** The version of the clients before 3: only with {@link EngineOptions#allowEio3()}. */
  V3(3),
  /** The current version. */
  V4(4);

  private final int version;

  EngineProtocol(int version) {
    this.version = version;
  }

  /** Its number on the wire. */
  public int version() {
    return version;
  }

  /** The version of a request: whatever does not say 4 is of version 3 (reference 1.4). */
  static EngineProtocol of(EngineRequest request) {
    return "4".equals(request.query().get("EIO")) ? V4 : V3;
  }
}
