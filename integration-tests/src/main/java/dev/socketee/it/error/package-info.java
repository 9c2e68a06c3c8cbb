/** Handlers that fail. */
@NullMarked
package dev.socketee.it.error;

import org.jspecify.annotations.NullMarked;
