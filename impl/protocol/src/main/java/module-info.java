/** Codecs of Engine.IO and Socket.IO. */
module dev.socketee.protocol {
  requires static transitive org.jspecify;
}
