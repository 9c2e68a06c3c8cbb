package dev.socketee.engine.http;

import dev.socketee.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wrapping of payloads for polling by script elements and forms (reference 1.3). */
public final class Jsonp {

  /** The field of the form that has the payload. */
  private static final String FIELD = "d";

  /** As many as the parser that the reference uses looks at. */
  private static final int MAX_FIELDS = 1000;

  private Jsonp() {}

  /**
   * A script that calls the client's function with a payload.
   *
   * @param index which function, as the client said: only its digits count, since it becomes part
   *     of the script
   */
  public static String script(String index, String payload) {
    StringBuilder script = new StringBuilder(payload.length() + 32).append("___eio[");
    index.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> script.append((char) c));
    script.append("](");
    // JSON has no need to escape these two; old JavaScript takes them for ends of a line.
    script.append(
        JsonText.quote(payload).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
    return script.append(");").toString();
  }

  /**
   * The payload in a form.
   *
   * @param form the body of a POST, {@code application/x-www-form-urlencoded}
   * @return the payload; empty if there is none, or several
   */
  public static Optional<String> payload(String form) {
    List<String> found = new ArrayList<>(1);
    QueryString.forEach(
        form,
        MAX_FIELDS,
        (name, value) -> {
          if (name.equals(FIELD)) {
            found.add(value);
          }
        });
    return found.size() == 1 ? Optional.of(unescape(found.get(0))) : Optional.empty();
  }

  /**
   * Line feeds come as {@code \n}, because forms change real ones; what was a {@code \n} before
   * that comes as {@code \\n}.
   */
  private static String unescape(String payload) {
    if (payload.indexOf('\\') < 0) {
      return payload;
    }
    StringBuilder plain = new StringBuilder(payload.length());
    int i = 0;
    while (i < payload.length()) {
      if (payload.startsWith("\\\\n", i)) {
        plain.append("\\n");
        i += 3;
      } else if (payload.startsWith("\\n", i)) {
        plain.append('\n');
        i += 2;
      } else {
        plain.append(payload.charAt(i));
        i++;
      }
    }
    return plain.toString();
  }
}
