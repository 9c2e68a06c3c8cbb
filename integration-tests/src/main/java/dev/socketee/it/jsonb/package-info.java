/** Values that JSON-B converts, as the application tells it to. */
@NullMarked
package dev.socketee.it.jsonb;

import org.jspecify.annotations.NullMarked;
