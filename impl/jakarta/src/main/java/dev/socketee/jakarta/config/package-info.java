/**
 * The options that an application sets in {@code web.xml} or by MicroProfile Config: where they
 * come from, one table of all of them, and what is built from it. Internal: no compatibility
 * promise.
 */
@NullMarked
package dev.socketee.jakarta.config;

import org.jspecify.annotations.NullMarked;
