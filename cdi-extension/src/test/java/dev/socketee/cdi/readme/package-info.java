/** The snippets of README.md, compiled. */
@NullMarked
package dev.socketee.cdi.readme;

import org.jspecify.annotations.NullMarked;
