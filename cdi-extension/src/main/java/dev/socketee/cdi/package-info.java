/** The CDI extension. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.cdi;

import org.jspecify.annotations.NullMarked;
