/** What Jakarta Concurrency has for handlers. */
@NullMarked
package dev.socketee.it.concurrency;

import org.jspecify.annotations.NullMarked;
