/** What runs when servers are ready. */
@NullMarked
package dev.socketee.it.start;

import org.jspecify.annotations.NullMarked;
