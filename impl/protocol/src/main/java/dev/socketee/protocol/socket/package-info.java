/**
 * Socket.IO protocol 5: packets on top of the messages of Engine.IO, with their binary attachments.
 * Namespaces, sockets and acknowledgements as things that live are elsewhere. Internal to SocketEE,
 * without a promise of compatibility.
 */
@NullMarked
package dev.socketee.protocol.socket;

import org.jspecify.annotations.NullMarked;
