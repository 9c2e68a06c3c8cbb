package dev.socketee.jakarta.config;

import dev.socketee.engine.EngineOptions;
import dev.socketee.jakarta.session.HttpSessionPolicy;
import dev.socketee.server.ServerOptions;

/**
 * All that is configured about the server of one web application. {@link Options} has the keys.
 *
 * @param path where it is, below the context path, without a slash at the end; {@code /socket.io}
 * @param serveClient whether it serves the browser bundle; yes (reference 1.15)
 * @param deflate whether WebSocket messages are compressed; no (reference 1.13)
 * @param engine the options of Engine.IO
 * @param server the options of Socket.IO
 * @param httpSession what connections and the HTTP session that they belong to mean to each other;
 *     those of an authenticated caller end with it
 * @param threads the threads that run handlers
 */
public record SocketIOConfig(
    String path,
    boolean serveClient,
    boolean deflate,
    EngineOptions engine,
    ServerOptions server,
    HttpSessionPolicy httpSession,
    ThreadOptions threads) {}
