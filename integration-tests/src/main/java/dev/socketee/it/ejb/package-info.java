/** Enterprise beans that emit, and some that handle events. */
@NullMarked
package dev.socketee.it.ejb;

import org.jspecify.annotations.NullMarked;
