package dev.socketee.cdi.readme.transactions;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Orders {

  public record Item(String article) {}

  public record Order(String number, String article) {}

  void noticed(String number, int count) {}

  Order store(Item item) {
    return new Order("A1", item.article());
  }
}
