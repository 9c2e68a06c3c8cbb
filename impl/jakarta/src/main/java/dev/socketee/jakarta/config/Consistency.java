package dev.socketee.jakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds values that are each right, and together wrong. */
final class Consistency {

  private final Draft draft;
  private final Set<String> given;
  private final List<String> problems = new ArrayList<>();

  private Consistency(Draft draft, Set<String> given) {
    this.draft = draft;
    this.given = given;
  }

  /**
   * Looks for contradictions.
   *
   * @param draft the values
   * @param given the keys that are set
   * @return each as a line of text
   */
  static List<String> check(Draft draft, Set<String> given) {
    Consistency consistency = new Consistency(draft, given);
    consistency.sizes();
    consistency.cors();
    consistency.cookie();
    consistency.recovery();
    consistency.threads();
    return consistency.problems;
  }

  private void sizes() {
    if (draft.mailboxBytes() < draft.largestEvent()) {
      problems.add(
          "socketio.mailbox-bytes is "
              + draft.mailboxBytes()
              + ", but "
              + tooSmall(draft.largestEvent()));
    }
  }

  /** What is wrong with room for less than one event. */
  static String tooSmall(long largestEvent) {
    return "one event may have "
        + largestEvent
        + " bytes (socketio.max-payload and socketio.attachment-bytes together): raise the one or"
        + " lower the others";
  }

  private void cors() {
    needs("socketio.cors.", "socketio.cors.origin", "name the origins in it, or `*`");
    if (draft.cors.credentialsForAll()) {
      problems.add(
          "socketio.cors.credentials is true and socketio.cors.origin is `*`, which browsers refuse:"
              + " name the origins");
    }
  }

  private void cookie() {
    needs("socketio.cookie.", "socketio.cookie", "set it to true");
    if (draft.cookie.insecurelyCrossSite()) {
      insecure("socketio.cookie.same-site is `none`");
    }
    if (draft.cookie.insecurelyPartitioned()) {
      insecure("socketio.cookie.partitioned is true");
    }
  }

  private void recovery() {
    needs("socketio.recovery-", "socketio.connection-state-recovery", "set it to true");
  }

  private void threads() {
    if (draft.threads.virtualOfAnother()) {
      problems.add(
          "socketio.virtual-threads is true, but the threads are those of socketio.executor: say it"
              + " where that one is defined (virtual = true in @ManagedExecutorDefinition), and"
              + " remove one of the two options");
    }
  }

  private void insecure(String what) {
    problems.add(what + ", which browsers refuse without socketio.cookie.secure: set that to true");
  }

  /** Refuses details of something that is not switched on. It may be switched off, though. */
  private void needs(String prefix, String main, String remedy) {
    if (!given.contains(main)) {
      given.stream()
          .filter(key -> key.startsWith(prefix))
          .map(key -> key + " has no effect while " + main + " is not set: " + remedy)
          .forEach(problems::add);
    }
  }
}
