/** Who the caller is, and what that one may, where there are no enterprise beans. */
@NullMarked
package dev.socketee.it.principal;

import org.jspecify.annotations.NullMarked;
