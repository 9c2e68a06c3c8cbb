/** Bytes, at any depth. */
@NullMarked
package dev.socketee.it.binary;

import org.jspecify.annotations.NullMarked;
