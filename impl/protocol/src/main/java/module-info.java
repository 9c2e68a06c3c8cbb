/**
 * Codecs of Engine.IO 4 and 3 and of Socket.IO 5: text and bytes in, records out, nothing but
 * java.*.
 */
module dev.socketee.protocol {
  requires static transitive org.jspecify;

  exports dev.socketee.protocol;
  exports dev.socketee.protocol.engine;
  exports dev.socketee.protocol.json;
  exports dev.socketee.protocol.msgpack;
  exports dev.socketee.protocol.socket;
}
