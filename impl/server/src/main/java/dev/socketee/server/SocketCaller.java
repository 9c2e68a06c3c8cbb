package dev.socketee.server;

import java.util.concurrent.atomic.AtomicReference;

/** The caller of a socket: may be said until the CONNECT is accepted, and stays the same then. */
final class SocketCaller {

  private final AtomicReference<State> state;

  private record State(Caller caller, boolean settled) {}

  SocketCaller(Caller initial) {
    state = new AtomicReference<>(new State(initial, false));
  }

  Caller now() {
    return state.get().caller();
  }

  /**
   * It is somebody else.
   *
   * @throws IllegalStateException if it is settled who it is
   */
  void identify(Caller caller) {
    state.updateAndGet(
        before -> {
          if (before.settled()) {
            throw new IllegalStateException(
                "The CONNECT has been accepted: a socket is to be identified before, in a"
                    + " middleware or an @OnConnect method");
          }
          return new State(caller, false);
        });
  }

  /** The CONNECT is accepted: who it is, it stays. */
  void settle() {
    state.updateAndGet(before -> new State(before.caller(), true));
  }
}
