package dev.socketee.spi;

import java.util.List;

/**
 * Values in the form in which they travel: a JSON text, and the binary values that were lifted out
 * of it and left <code>{"_placeholder":true,"num":0}</code> behind. Encoded once, for however many
 * recipients. Not to be modified.
 *
 * <p>Source: reference 1.16, Socket.IO v5 packets.
 *
 * @param json the text, without white space. Of an event it is an array with the name and the
 *     arguments, of an acknowledgement an array with the arguments
 * @param attachments the binary values that the placeholders number; shared, not copied
 */
public record Emission(String json, List<byte[]> attachments) {}
