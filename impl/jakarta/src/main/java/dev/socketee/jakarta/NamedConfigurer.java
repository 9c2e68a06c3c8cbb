package dev.socketee.jakarta;

import dev.socketee.SocketIOConfigurer;

/**
 * A configurer of the application.
 *
 * @param name what messages call it: its class
 * @param configurer the configurer
 */
public record NamedConfigurer(String name, SocketIOConfigurer configurer) {}
