/** Jetty in a process of its own. */
@NullMarked
package dev.socketee.it.jetty;

import org.jspecify.annotations.NullMarked;
