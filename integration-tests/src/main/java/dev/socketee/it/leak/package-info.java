/** What must not stay behind when the application is undeployed. */
@NullMarked
package dev.socketee.it.leak;

import org.jspecify.annotations.NullMarked;
