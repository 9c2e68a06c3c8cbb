/** Much of it, to see that nothing is lost. */
@NullMarked
package dev.socketee.it.traffic;

import org.jspecify.annotations.NullMarked;
