package dev.socketee.cdi.readme.configuration;

import dev.socketee.annotation.SocketIODefinition;
import jakarta.enterprise.context.ApplicationScoped;

@SocketIODefinition(properties = "ping-interval=PT10S")
@ApplicationScoped
class Application {}
