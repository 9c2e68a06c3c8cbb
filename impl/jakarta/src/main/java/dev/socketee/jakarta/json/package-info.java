/**
 * Values of the application and JSON.
 *
 * <p>Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.json;

import org.jspecify.annotations.NullMarked;
