/** Tomcat in a process of its own. */
@NullMarked
package dev.socketee.it.tomcat;

import org.jspecify.annotations.NullMarked;
