/** The server in a container. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.jakarta;

import org.jspecify.annotations.NullMarked;
