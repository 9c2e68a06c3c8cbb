package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gets the ids of new sessions: from the hooks, which may make bad ones, else random ones
 * (reference 1.4, {@code generateId}). Thread-safe.
 */
final class SessionIds {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");

  /** What needs no escape in a URL, a cookie or JSON. */
  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");

  private final EngineHooks hooks;
  private final SessionRegistry sessions;
  private final IdGenerator random = new IdGenerator();

  SessionIds(EngineHooks hooks, SessionRegistry sessions) {
    this.hooks = hooks;
    this.sessions = sessions;
  }

  /**
   * The outcome, one of the two.
   *
   * @param failure why there is no id; {@code null} if there is
   * @param id the id, empty if there is none
   */
  record Outcome(@Nullable Failure failure, String id) {}

  /** The id for the session that a request opens. */
  Outcome next(EngineRequest request) {
    Optional<String> own;
    try {
      own = hooks.generateId(request);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a request was refused: the hook that makes ids failed", e);
      return failed(String.valueOf(e.getMessage()));
    }
    return own.map(this::checked).orElseGet(() -> new Outcome(null, random.next()));
  }

  private Outcome checked(String id) {
    if (!VALID.matcher(id).matches()) {
      // Without the id: it may be a good one but for one character, and ids are secrets.
      String problem = "an id has 1 to 100 of the characters A-Z a-z 0-9 . _ ~ -";
      LOG.log(
          Level.WARNING,
          "a request was refused: the hook that makes ids made a bad one: {0}",
          problem);
      return failed(problem);
    }
    // Looked at again when the session is entered. Here a WebSocket can still be refused by status.
    return sessions.get(id) == null ? new Outcome(null, id) : new Outcome(inUse(), "");
  }

  /** Another session has the id. */
  static Failure inUse() {
    return Failure.idGeneration("a session has that id");
  }

  private static Outcome failed(String problem) {
    return new Outcome(Failure.idGeneration(problem), "");
  }
}
