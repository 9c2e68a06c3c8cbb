package dev.socketee.cdi.readme;

/** What the snippets' client sends as {@code auth}. */
public record Credentials(String name) {}
