/**
 * Engine.IO protocol 4, and, where it differs, protocol 3 (the {@code Legacy} classes): packets,
 * and the payloads that carry several of them over long-polling. Pure functions; sessions,
 * heartbeat and transports are elsewhere. Internal to SocketEE, without a promise of compatibility.
 */
@NullMarked
package dev.socketee.protocol.engine;

import org.jspecify.annotations.NullMarked;
