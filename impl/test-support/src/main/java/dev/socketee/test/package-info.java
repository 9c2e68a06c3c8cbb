/**
 * What the unit tests of all modules share. {@link dev.socketee.test.LogGuard} comes into force by
 * being on the test class path.
 */
@NullMarked
package dev.socketee.test;

import org.jspecify.annotations.NullMarked;
