/** Users who log in, and what becomes of their sockets. */
@NullMarked
package dev.socketee.it.user;

import org.jspecify.annotations.NullMarked;
