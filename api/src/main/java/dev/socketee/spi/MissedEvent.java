package dev.socketee.spi;

/**
 * An event that a client has missed.
 *
 * @param event the event, without its offset
 * @param offset its offset, which is appended to its arguments
 */
public record MissedEvent(Emission event, String offset) {}
