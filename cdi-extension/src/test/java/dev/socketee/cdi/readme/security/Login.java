package dev.socketee.cdi.readme.security;

/** What a client gives as {@code auth}. */
public record Login(String token) {}
