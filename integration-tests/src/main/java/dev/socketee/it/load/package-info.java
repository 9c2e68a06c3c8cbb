/** Much at once, and clients that do not behave: what is to be seen by many, and from inside. */
@NullMarked
package dev.socketee.it.load;

import org.jspecify.annotations.NullMarked;
