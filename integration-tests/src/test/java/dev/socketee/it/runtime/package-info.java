/** The servers that the tests start by themselves, each in a process of its own. */
@NullMarked
package dev.socketee.it.runtime;

import org.jspecify.annotations.NullMarked;
