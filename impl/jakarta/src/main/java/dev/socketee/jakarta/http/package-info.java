/**
 * The servlet: requests and responses of the container in the engine's terms.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.http;

import org.jspecify.annotations.NullMarked;
