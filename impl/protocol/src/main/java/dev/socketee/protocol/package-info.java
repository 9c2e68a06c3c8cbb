/**
 * What the codecs of both layers share: the peer's errors. Internal to SocketEE, without a promise
 * of compatibility.
 */
@NullMarked
package dev.socketee.protocol;

import org.jspecify.annotations.NullMarked;
