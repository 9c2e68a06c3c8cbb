package dev.socketee.jakarta.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to write. */
final class Nearest {

  private Nearest() {}

  /**
   * The word that takes the fewest edits to get to, if it is similar at all: at most every third
   * character differs.
   */
  static Optional<String> to(String text, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(text, word)))
        .filter(word -> 3 * distance(text, word) <= Math.max(text.length(), word.length()));
  }

  /** How many characters to insert, to delete or to replace (Levenshtein's distance). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
