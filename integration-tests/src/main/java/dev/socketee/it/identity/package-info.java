/** Who the caller is to enterprise beans and to Jakarta Security. */
@NullMarked
package dev.socketee.it.identity;

import org.jspecify.annotations.NullMarked;
