package dev.socketee.engine.http;

import java.util.Map;

/**
 * A complete response.
 *
 * @param status the status code
 * @param headers the headers in the order in which to send them, Content-Type among them;
 *     Content-Length is the binding's
 * @param body the body, empty for none; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // a copy per response would be paid by every poll
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {}
