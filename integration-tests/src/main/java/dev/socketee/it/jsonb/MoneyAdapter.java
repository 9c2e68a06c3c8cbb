package dev.socketee.it.jsonb;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.Locale;

/** Writes an amount as text, like {@code 12.50 EUR}. */
public class MoneyAdapter implements JsonbAdapter<Money, String> {

  @Override
  public String adaptToJson(Money money) {
    return String.format(
        Locale.ROOT, "%d.%02d %s", money.cents() / 100, money.cents() % 100, money.currency());
  }

  @Override
  public Money adaptFromJson(String text) {
    String[] parts = text.split("[. ]", -1);
    return new Money(Long.parseLong(parts[0]) * 100 + Long.parseLong(parts[1]), parts[2]);
  }
}
