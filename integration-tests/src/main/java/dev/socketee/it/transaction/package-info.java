/** Emissions that wait for the commit of a transaction. */
@NullMarked
package dev.socketee.it.transaction;

import org.jspecify.annotations.NullMarked;
