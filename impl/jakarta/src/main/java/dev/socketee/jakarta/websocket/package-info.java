/**
 * The WebSocket endpoint: the container's WebSockets in the engine's terms.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.websocket;

import org.jspecify.annotations.NullMarked;
