/** Looking at HTTP requests. */
@NullMarked
package dev.socketee.it.hooks;

import org.jspecify.annotations.NullMarked;
