/** Where handlers run, and what happens when they cannot keep up. */
@NullMarked
package dev.socketee.it.threads;

import org.jspecify.annotations.NullMarked;
