package dev.socketee.it.interceptor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the interceptor has seen. */
@ApplicationScoped
public class Records {

  private final List<String> methods = new CopyOnWriteArrayList<>();

  void add(String method) {
    methods.add(method);
  }

  List<String> methods() {
    return List.copyOf(methods);
  }
}
