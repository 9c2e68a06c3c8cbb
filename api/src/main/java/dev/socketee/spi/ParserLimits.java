package dev.socketee.spi;

/**
 * What a {@link Parser} is to accept from a client at most: the options of the same names.
 *
 * @param maxAttachments the number of binary values in one packet ({@code max-attachments})
 * @param maxAttachmentBytes their size, together, in bytes ({@code attachment-bytes})
 * @param maxDepth how deep arrays and objects may be nested ({@code json-depth})
 * @param maxNamespaceLength the characters of the name of a namespace ({@code namespace-length})
 */
public record ParserLimits(
    int maxAttachments, long maxAttachmentBytes, int maxDepth, int maxNamespaceLength) {}
