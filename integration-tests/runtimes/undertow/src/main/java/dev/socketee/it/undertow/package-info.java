/** Undertow in a process of its own. */
@NullMarked
package dev.socketee.it.undertow;

import org.jspecify.annotations.NullMarked;
