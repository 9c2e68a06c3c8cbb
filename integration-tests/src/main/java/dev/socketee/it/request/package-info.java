/** The request context of a handler. */
@NullMarked
package dev.socketee.it.request;

import org.jspecify.annotations.NullMarked;
