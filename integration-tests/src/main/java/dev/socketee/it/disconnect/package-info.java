/** The end of sockets, by either side, and who is told of it. */
@NullMarked
package dev.socketee.it.disconnect;

import org.jspecify.annotations.NullMarked;
