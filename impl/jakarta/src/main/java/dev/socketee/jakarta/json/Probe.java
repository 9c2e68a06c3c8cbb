package dev.socketee.jakarta.json;

import org.jspecify.annotations.Nullable;

/**
 * What a new codec tries out its JSON-B with. Public, as only such records can be read.
 *
 * @param number a scalar
 * @param bytes a binary value
 * @param any an untyped value
 */
@SuppressWarnings("ArrayRecordComponent") // that is what it is about; it is never compared
public record Probe(int number, byte @Nullable [] bytes, @Nullable Object any) {}
