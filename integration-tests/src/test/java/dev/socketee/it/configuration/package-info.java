/** An application whose options come from everywhere. */
@NullMarked
package dev.socketee.it.configuration;

import org.jspecify.annotations.NullMarked;
