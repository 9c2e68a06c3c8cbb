/**
 * Engine.IO: connections ({@link dev.socketee.engine.EngineSession}), their states, heartbeat and
 * upgrade, over transports that the container provides.
 *
 * <p>Internal: no promise of compatibility. Knows neither Socket.IO nor any container; clocks,
 * threads and the wire come in through ports ({@link dev.socketee.engine.Timer}, {@link
 * dev.socketee.engine.WebSocketChannel}, {@link dev.socketee.engine.http.HttpExchange}).
 */
@NullMarked
package dev.socketee.engine;

import org.jspecify.annotations.NullMarked;
