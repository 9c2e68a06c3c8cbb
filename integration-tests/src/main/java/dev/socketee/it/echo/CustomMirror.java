package dev.socketee.it.echo;

import dev.socketee.annotation.Namespace;

/** The mirror of {@code /custom}. */
@Namespace("/custom")
public class CustomMirror extends Mirror {}
