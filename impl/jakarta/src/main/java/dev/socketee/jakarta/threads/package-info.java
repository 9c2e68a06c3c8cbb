/**
 * The threads of handlers and of time.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.threads;

import org.jspecify.annotations.NullMarked;
