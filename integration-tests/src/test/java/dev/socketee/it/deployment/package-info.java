/** Applications that come, go, and are configured. */
@NullMarked
package dev.socketee.it.deployment;

import org.jspecify.annotations.NullMarked;
