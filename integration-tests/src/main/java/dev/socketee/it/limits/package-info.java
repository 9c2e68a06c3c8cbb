/** Servers with small limits, and what else of a server a client can show. */
@NullMarked
package dev.socketee.it.limits;

import org.jspecify.annotations.NullMarked;
