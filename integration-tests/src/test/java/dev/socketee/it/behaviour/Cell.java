package dev.socketee.it.behaviour;

import java.util.Set;

/**
 * What is to be said of a behaviour on a server.
 *
 * @param verdict in a word
 * @param reason why, in Markdown; empty if there is nothing to explain
 * @param failing the tests of it that cannot pass, by their names, if all others do; empty if that
 *     is not told
 */
record Cell(Verdict verdict, String reason, Set<String> failing) {

  /** In a word. */
  enum Verdict {
    YES("yes"),
    /** It should work, and the server is why it does not. */
    NO("no"),
    /** The same, but it may happen to work. */
    SOMETIMES("sometimes"),
    /** The server has nothing that it could be about. */
    ABSENT("–"),
    /** Nobody has tried. */
    UNKNOWN("?");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static final Cell YES = new Cell(Verdict.YES, "");
  static final Cell UNKNOWN = new Cell(Verdict.UNKNOWN, "");

  Cell(Verdict verdict, String reason) {
    this(verdict, reason, Set.of());
  }

  static Cell no(String reason) {
    return new Cell(Verdict.NO, reason);
  }

  /** All tests of it pass but these. */
  static Cell allBut(Set<String> failing, String reason) {
    return new Cell(Verdict.NO, reason, failing);
  }

  static Cell sometimes(String reason) {
    return new Cell(Verdict.SOMETIMES, reason);
  }

  static Cell absent(String reason) {
    return new Cell(Verdict.ABSENT, reason);
  }
}
