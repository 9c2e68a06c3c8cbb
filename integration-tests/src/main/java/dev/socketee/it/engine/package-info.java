/** Engine.IO without Socket.IO. */
@NullMarked
package dev.socketee.it.engine;

import org.jspecify.annotations.NullMarked;
