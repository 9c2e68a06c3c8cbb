package dev.socketee.it.jsonb;

/**
 * An amount, which JSON-B knows by an adapter only.
 *
 * @param cents the amount
 * @param currency of what
 */
public record Money(long cents, String currency) {}
