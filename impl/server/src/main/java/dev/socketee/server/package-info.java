/** The Socket.IO server. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.server;

import org.jspecify.annotations.NullMarked;
