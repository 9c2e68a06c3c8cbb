/** Enterprise beans that emit, and one that handles events. */
@NullMarked
package dev.socketee.it.ejb;

import org.jspecify.annotations.NullMarked;
