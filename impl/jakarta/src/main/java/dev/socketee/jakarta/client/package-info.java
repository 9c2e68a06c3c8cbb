/** The browser bundle of the official client. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.jakarta.client;

import org.jspecify.annotations.NullMarked;
