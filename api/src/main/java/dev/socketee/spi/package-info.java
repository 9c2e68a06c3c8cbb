/** What an application can plug into the server beside its handlers. */
@NullMarked
package dev.socketee.spi;

import org.jspecify.annotations.NullMarked;
