/** The two protocols, on the wire. */
@NullMarked
package dev.socketee.it.protocol;

import org.jspecify.annotations.NullMarked;
