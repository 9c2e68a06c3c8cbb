/** What the application has from MicroProfile Config, where that is. */
@NullMarked
package dev.socketee.it.mpconfig;

import org.jspecify.annotations.NullMarked;
