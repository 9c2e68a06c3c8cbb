package dev.socketee.it.echo;

import dev.socketee.annotation.Namespace;

/** The mirror of {@code /}. */
@Namespace("/")
public class MainMirror extends Mirror {}
