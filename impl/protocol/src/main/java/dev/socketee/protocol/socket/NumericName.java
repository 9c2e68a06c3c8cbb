package dev.socketee.protocol.socket;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as JavaScript turns it into a string: the shortest decimal that reads back as the same
 * double. {@link Double#toString} of Java 17 gives neither that form nor always the shortest
 * digits.
 */
final class NumericName {

  /** Whole numbers of so many digits are exact as a double. */
  private static final int EXACT_DIGITS = 15;

  /** So many digits tell any two doubles apart. */
  private static final int ENOUGH_DIGITS = 17;

  private NumericName() {}

  /** The name for a number in JSON. */
  static String of(String json) {
    if (json.length() <= EXACT_DIGITS && json.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return json;
    }
    double value = Double.parseDouble(json);
    if (value == 0) {
      return "0"; // minus zero too
    }
    String sign = value < 0 ? "-" : "";
    return sign + (Double.isInfinite(value) ? "Infinity" : positive(Math.abs(value)));
  }

  private static String positive(double value) {
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    if (exponent > -7 && exponent < 21) {
      return shortest.toPlainString();
    }
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact;
    for (int digits = 1; digits <= ENOUGH_DIGITS; digits++) {
      rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        break;
      }
    }
    return rounded.stripTrailingZeros();
  }
}
