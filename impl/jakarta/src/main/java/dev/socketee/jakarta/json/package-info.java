/**
 * Values of the application and JSON, by the container's JSON-B; binary values, at any depth,
 * become attachments. Internal: no promise of compatibility.
 */
@NullMarked
package dev.socketee.jakarta.json;

import org.jspecify.annotations.NullMarked;
