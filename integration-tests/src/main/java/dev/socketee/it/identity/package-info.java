/** Who the caller is, and what that one may: in beans, in enterprise beans, everywhere. */
@NullMarked
package dev.socketee.it.identity;

import org.jspecify.annotations.NullMarked;
