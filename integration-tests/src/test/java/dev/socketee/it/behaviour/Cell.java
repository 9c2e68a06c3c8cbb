package dev.socketee.it.behaviour;

/**
 * What is to be said of a behaviour on a server.
 *
 * @param verdict in a word
 * @param reason why, in Markdown; empty if there is nothing to explain
 */
record Cell(Verdict verdict, String reason) {

  /** In a word. */
  enum Verdict {
    YES("yes"),
    /** It should work, and the server is why it does not. */
    NO("no"),
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

  static Cell no(String reason) {
    return new Cell(Verdict.NO, reason);
  }

  static Cell absent(String reason) {
    return new Cell(Verdict.ABSENT, reason);
  }
}
