/**
 * Socket.IO for Jakarta EE: what an application compiles against.
 *
 * <p>Start with {@link dev.socketee.Socket} and {@link dev.socketee.Broadcaster}; the annotations
 * for beans are in {@link dev.socketee.annotation}.
 */
@NullMarked
package dev.socketee;

import org.jspecify.annotations.NullMarked;
