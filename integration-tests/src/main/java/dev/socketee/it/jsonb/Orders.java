package dev.socketee.it.jsonb;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes and gives values of many kinds. */
@Namespace("/jsonb")
public class Orders {

  /** An enumeration. */
  public enum Size {
    SMALL,
    LARGE
  }

  /**
   * A record in a record.
   *
   * @param pieces has another name for clients
   * @param picture binary
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Item(
      String article, @JsonbProperty("count") int pieces, Size size, byte[] picture) {}

  /** A record with what JSON-B has for it. */
  public record Order(
      @JsonbDateFormat("dd.MM.yyyy") LocalDate day,
      List<Item> items,
      Map<String, Money> prices,
      Optional<String> remark) {}

  /** A bean. */
  @JsonbNillable
  public static class Bill {

    private @Nullable String customer;
    private Money total = new Money(0, "EUR");
    private String secret = "";

    public @Nullable String getCustomer() {
      return customer;
    }

    public void setCustomer(@Nullable String customer) {
      this.customer = customer;
    }

    public Money getTotal() {
      return total;
    }

    public void setTotal(Money total) {
      this.total = total;
    }

    @JsonbTransient
    public String getSecret() {
      return secret;
    }

    public void setSecret(String secret) {
      this.secret = secret;
    }
  }

  @OnEvent
  Order copy(Order order) {
    return order;
  }

  /** What the arguments have been converted to. */
  @OnEvent
  String look(Order order) {
    Item largest = order.items().stream().max(Comparator.comparingInt(Item::pieces)).orElseThrow();
    return "%s %s %s %d %s %s"
        .formatted(
            order.day(),
            largest.article(),
            largest.size(),
            largest.picture().length,
            order.prices().get(largest.article()),
            order.remark().orElse("nothing"));
  }

  @OnEvent
  Bill bill(Bill bill) {
    bill.setSecret("hidden");
    bill.setTotal(new Money(bill.getTotal().cents() * 2, bill.getTotal().currency()));
    return bill;
  }

  @OnEvent
  JsonObject raw(JsonObject object) {
    return object;
  }
}
