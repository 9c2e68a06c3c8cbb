/** Bean Validation of arguments. */
@NullMarked
package dev.socketee.it.validation;

import org.jspecify.annotations.NullMarked;
