package dev.socketee.cdi.readme.configuration;

import dev.socketee.annotation.Namespace;

@Namespace(
    value = "/chat",
    properties = {"max-sockets=500", "events-per-second=20"})
class Chat {}
