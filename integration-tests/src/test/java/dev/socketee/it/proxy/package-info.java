/** Behind nginx, by the configurations that {@code docs/deployment.md} shows. */
@NullMarked
package dev.socketee.it.proxy;

import org.jspecify.annotations.NullMarked;
