package dev.socketee.it.model;

import dev.socketee.annotation.SocketScoped;

/** Counts for one socket. */
@SocketScoped
public class Counter {

  private int count;

  int next() {
    return ++count;
  }
}
