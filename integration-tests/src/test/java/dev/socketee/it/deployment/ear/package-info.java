/** Modules of enterprise applications. */
@NullMarked
package dev.socketee.it.deployment.ear;

import org.jspecify.annotations.NullMarked;
