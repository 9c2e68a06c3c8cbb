/**
 * What the container knows of a caller, asked while it can be asked. Internal: no compatibility
 * promise.
 */
@NullMarked
package dev.socketee.jakarta.security;

import org.jspecify.annotations.NullMarked;
