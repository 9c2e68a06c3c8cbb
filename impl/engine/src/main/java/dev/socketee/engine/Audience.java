package dev.socketee.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who listens to a session: nobody at first, when it can be over already. Written under the
 * session's lock, and read without it where a stale value does no harm.
 */
final class Audience {

  private volatile @Nullable SessionListener listener;

  /** How the session ended, for a listener that was not there yet. */
  private @Nullable Ending unheard;

  /** Begins to listen; answers how the session has ended meanwhile, if it has. Lock held. */
  @Nullable Ending begin(SessionListener accepted) {
    listener = accepted;
    return unheard;
  }

  /** The listener, if there is one yet. */
  @Nullable SessionListener listener() {
    return listener;
  }

  /** The session ends. Lock held; the result, which tells the listener, is to be run without it. */
  Runnable end(Ending ending) {
    SessionListener told = listener;
    if (told == null) {
      unheard = ending;
      return () -> {};
    }
    return () -> ending.tell(told);
  }
}
