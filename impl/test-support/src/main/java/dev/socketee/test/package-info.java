/** What the unit tests of all modules share. */
@NullMarked
package dev.socketee.test;

import org.jspecify.annotations.NullMarked;
