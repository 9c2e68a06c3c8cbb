/** Packets and payloads of Engine.IO. Internal: no compatibility promise. */
@NullMarked
package dev.socketee.protocol.engine;

import org.jspecify.annotations.NullMarked;
