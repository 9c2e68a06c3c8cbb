/** Acknowledgements, in both directions. */
@NullMarked
package dev.socketee.it.ack;

import org.jspecify.annotations.NullMarked;
