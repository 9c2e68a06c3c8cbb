/** Engine.IO sessions. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.engine;

import org.jspecify.annotations.NullMarked;
