/** Two servers that are nodes of one, by an adapter of the application. */
@NullMarked
package dev.socketee.it.nodes;

import org.jspecify.annotations.NullMarked;
