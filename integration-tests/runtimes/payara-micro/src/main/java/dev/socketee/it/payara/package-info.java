/** Payara Micro in a process of its own. */
@NullMarked
package dev.socketee.it.payara;

import org.jspecify.annotations.NullMarked;
