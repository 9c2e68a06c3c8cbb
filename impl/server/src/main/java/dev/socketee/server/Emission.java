package dev.socketee.server;

import java.util.List;

/**
 * The arguments of an event or acknowledgement, encoded once for however many recipients.
 *
 * @param array the text of a JSON array; of an event, its first element is the name
 * @param attachments the binary values that the array's placeholders number; shared between
 *     recipients, not to be modified
 */
public record Emission(String array, List<byte[]> attachments) {}
