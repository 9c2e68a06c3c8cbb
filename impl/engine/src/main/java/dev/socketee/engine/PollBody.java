package dev.socketee.engine;

/**
 * The body of the answer to a poll.
 *
 * @param contentType its content type
 * @param bytes the body; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per response would be paid by every poll
record PollBody(String contentType, byte[] bytes) {}
