/** Handlers that block. */
@NullMarked
package dev.socketee.it.blocking;

import org.jspecify.annotations.NullMarked;
