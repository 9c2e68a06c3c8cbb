/** SocketEE on a real server. */
@NullMarked
package dev.socketee.it;

import org.jspecify.annotations.NullMarked;
