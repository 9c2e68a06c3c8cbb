/**
 * A Socket.IO server without an application server: {@link dev.socketee.embedded.EmbeddedSocketIO},
 * for a {@code main} method, and for tests. Handlers are the same CDI beans as in a web
 * application.
 */
@NullMarked
package dev.socketee.embedded;

import org.jspecify.annotations.NullMarked;
