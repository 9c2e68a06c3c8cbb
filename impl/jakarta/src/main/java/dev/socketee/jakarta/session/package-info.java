/**
 * The HTTP session that a connection belongs to: what becomes of one when the other ends.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.session;

import org.jspecify.annotations.NullMarked;
