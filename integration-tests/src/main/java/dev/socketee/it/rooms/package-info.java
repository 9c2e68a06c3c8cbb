/** Rooms, broadcasts, exceptions from them, and volatile events. */
@NullMarked
package dev.socketee.it.rooms;

import org.jspecify.annotations.NullMarked;
