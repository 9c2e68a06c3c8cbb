/** Namespaces that come to be when clients ask for them. */
@NullMarked
package dev.socketee.it.dynamic;

import org.jspecify.annotations.NullMarked;
