/**
 * The codec of {@code socket.io-msgpack-parser} 3: a whole packet as one binary message in
 * MessagePack. Values are not bound here either: what comes in becomes JSON text with placeholders,
 * and what goes out is made of it, so that all above is the same for every parser. Internal to
 * SocketEE, without a promise of compatibility.
 */
@NullMarked
package dev.socketee.protocol.msgpack;

import org.jspecify.annotations.NullMarked;
