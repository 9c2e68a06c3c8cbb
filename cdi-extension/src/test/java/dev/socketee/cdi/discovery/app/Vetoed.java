package dev.socketee.cdi.discovery.app;

import dev.socketee.annotation.Namespace;

/** Is no bean, and shall be none. */
@jakarta.enterprise.inject.Vetoed
@Namespace("/vetoed")
public class Vetoed {}
