/** HTTP and WebSocket, so plain that tests can do what no well-behaved client does. */
@NullMarked
package dev.socketee.it.wire;

import org.jspecify.annotations.NullMarked;
