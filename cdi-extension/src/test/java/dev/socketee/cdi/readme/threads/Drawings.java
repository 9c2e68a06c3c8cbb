package dev.socketee.cdi.readme.threads;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class Drawings {

  String load() {
    return "circle";
  }
}
