/** Who may connect. */
@NullMarked
package dev.socketee.it.auth;

import org.jspecify.annotations.NullMarked;
