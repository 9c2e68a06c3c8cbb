package dev.socketee.it.configuration;

import dev.socketee.annotation.SocketIODefinition;

/**
 * One more server, and options that others overrule. CDI sees the class by the annotation alone.
 */
@SocketIODefinition(properties = {"ping-interval=PT9S", "namespace./seats.pending-acks=1"})
@SocketIODefinition(
    name = "admin",
    path = "/configured/admin",
    properties = {"ping-interval=PT9S", "ping-timeout=PT4S", "max-payload=1000"})
public class Definitions {}
