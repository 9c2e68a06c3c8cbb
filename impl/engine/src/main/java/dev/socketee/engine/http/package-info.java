/**
 * HTTP as the engine sees it: requests, responses, and the rules for CORS, cookies and compression.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.engine.http;

import org.jspecify.annotations.NullMarked;
