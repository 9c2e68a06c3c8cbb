/** What comes in goes out again: the namespaces that the public protocol suites talk to. */
@NullMarked
package dev.socketee.it.echo;

import org.jspecify.annotations.NullMarked;
