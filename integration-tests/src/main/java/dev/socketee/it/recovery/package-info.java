/** Clients that go on where they were. */
@NullMarked
package dev.socketee.it.recovery;

import org.jspecify.annotations.NullMarked;
