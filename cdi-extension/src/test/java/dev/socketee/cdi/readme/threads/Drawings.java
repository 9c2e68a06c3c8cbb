package dev.socketee.cdi.readme.threads;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Drawings {

  String nextColor() {
    return "teal";
  }

  String load() {
    return "circle";
  }
}
