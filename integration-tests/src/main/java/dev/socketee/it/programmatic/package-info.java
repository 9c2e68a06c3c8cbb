/** Socket.IO without annotations. */
@NullMarked
package dev.socketee.it.programmatic;

import org.jspecify.annotations.NullMarked;
