/** All that an application or an adapter of SocketEE compiles against. */
module dev.socketee.api {
  requires static transitive jakarta.cdi;
  requires static transitive org.jspecify;

  exports dev.socketee;
  exports dev.socketee.annotation;
  exports dev.socketee.spi;

  uses dev.socketee.spi.SocketIOProvider;
}
