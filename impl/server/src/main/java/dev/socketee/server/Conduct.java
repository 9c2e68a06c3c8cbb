package dev.socketee.server;

import dev.socketee.engine.EngineProtocol;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.IdGenerator;
import dev.socketee.protocol.socket.SocketPacket;
import org.jspecify.annotations.Nullable;

/**
 * What clients expect of a connection beyond the packets themselves: those of today, and those of
 * Socket.IO 1 and 2, which are told by their version of Engine.IO (reference 1.10).
 */
enum Conduct {

  /** Socket.IO 5. */
  CURRENT {
    @Override
    boolean joinsRoot() {
      return false;
    }

    @Override
    boolean recovers() {
      return true;
    }

    @Override
    SocketPacket understand(SocketPacket packet) {
      return packet;
    }

    @Override
    String socketId(String fresh, EngineSession session, String namespace) {
      return fresh;
    }

    @Override
    String label(String socketId) {
      return socketId;
    }

    @Override
    @Nullable String welcome(String json) {
      return json;
    }

    @Override
    String refusal(Refusal refusal) {
      return refusal.object();
    }
  },

  /**
   * Its predecessors: a client is in {@code /} without asking, and knows the id of its sockets from
   * that of the connection. A query behind the name of a namespace is what it has to say for
   * itself.
   */
  LEGACY {
    @Override
    boolean joinsRoot() {
      return true;
    }

    @Override
    boolean recovers() {
      return false;
    }

    @Override
    SocketPacket understand(SocketPacket packet) {
      return LegacyNames.understand(packet);
    }

    @Override
    String socketId(String fresh, EngineSession session, String namespace) {
      return namespace.equals(SocketPacket.ROOT) ? session.id() : namespace + "#" + session.id();
    }

    /** A bit of the id of the connection, as the engine has it in its lines. */
    @Override
    String label(String socketId) {
      int secret = socketId.lastIndexOf('#') + 1; // ids of connections have no such character
      return socketId.substring(0, secret) + IdGenerator.label(socketId.substring(secret));
    }

    @Override
    @Nullable String welcome(String json) {
      return null;
    }

    @Override
    String refusal(Refusal refusal) {
      return refusal.value();
    }
  };

  /** The conduct of a client. */
  static Conduct of(EngineSession session) {
    return session.protocol() == EngineProtocol.V3 ? LEGACY : CURRENT;
  }

  /** Whether a client has joined {@code /} by connecting. */
  abstract boolean joinsRoot();

  /** Whether a client that has lost its connection can go on where it was. */
  abstract boolean recovers();

  /** What a packet means: with the name of its namespace, and what a CONNECT has for auth. */
  abstract SocketPacket understand(SocketPacket packet);

  /**
   * The id of a socket.
   *
   * @param fresh one that nobody has
   */
  abstract String socketId(String fresh, EngineSession session, String namespace);

  /** What the log may say for the id of a socket. */
  abstract String label(String socketId);

  /** What a CONNECT carries back, of an object for a client of today; {@code null} for nothing. */
  abstract @Nullable String welcome(String json);

  /** The JSON of a CONNECT_ERROR. */
  abstract String refusal(Refusal refusal);
}
