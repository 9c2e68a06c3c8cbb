package dev.socketee.cdi.readme.handlers;

import dev.socketee.annotation.SocketScoped;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;

@SocketScoped
public class Cart {

  private final List<String> items = new ArrayList<>();

  void add(String item) {
    items.add(item);
  }

  @PreDestroy
  void abandon() {
    items.clear();
  }
}
