/** Everything that can listen to a socket, registered in code. */
@NullMarked
package dev.socketee.it.listeners;

import org.jspecify.annotations.NullMarked;
