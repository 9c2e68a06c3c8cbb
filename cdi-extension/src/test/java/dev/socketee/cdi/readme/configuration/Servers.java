package dev.socketee.cdi.readme.configuration;

import dev.socketee.annotation.SocketIODefinition;
import jakarta.enterprise.context.ApplicationScoped;

@SocketIODefinition(
    name = "admin",
    path = "/admin",
    properties = {"max-sessions=10", "namespace./logs.max-sockets=5"})
@ApplicationScoped
class Servers {}
