/**
 * Threads and time, from the container where it has them to give: what handlers run on and in whose
 * context, and the one thread that keeps the time. Internal: no compatibility promise.
 */
@NullMarked
package dev.socketee.jakarta.threads;

import org.jspecify.annotations.NullMarked;
