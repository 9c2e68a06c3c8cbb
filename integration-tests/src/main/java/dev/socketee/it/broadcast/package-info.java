/** What is done to many sockets at once. */
@NullMarked
package dev.socketee.it.broadcast;

import org.jspecify.annotations.NullMarked;
