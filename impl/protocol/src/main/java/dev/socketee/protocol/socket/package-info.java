/** Packets of Socket.IO. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.protocol.socket;

import org.jspecify.annotations.NullMarked;
