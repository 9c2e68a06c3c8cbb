package dev.socketee.cdi.readme.handlers;

class SoldOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  int left() {
    return 0;
  }
}
