package dev.socketee.cdi.readme.handlers;

class Archive {

  int add(byte[] picture) {
    return picture.length;
  }
}
