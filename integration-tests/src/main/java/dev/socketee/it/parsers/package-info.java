/** A server whose packets are written by a parser of the application. */
@NullMarked
package dev.socketee.it.parsers;

import org.jspecify.annotations.NullMarked;
