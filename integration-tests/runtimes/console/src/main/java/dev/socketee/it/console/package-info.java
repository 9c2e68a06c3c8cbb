/**
 * How a server in a process of its own is told what to deploy: requests are lines on its standard
 * input, answers are lines on its standard output, between those of its log.
 */
@NullMarked
package dev.socketee.it.console;

import org.jspecify.annotations.NullMarked;
