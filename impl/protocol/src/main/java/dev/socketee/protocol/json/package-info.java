/**
 * The little of JSON that the Socket.IO protocol itself needs: is it valid, where are the elements
 * of an array, how is a string quoted, what is a placeholder. It builds no tree and binds nothing;
 * that is the application's JSON library's job. Internal to SocketEE, without a promise of
 * compatibility.
 */
@NullMarked
package dev.socketee.protocol.json;

import org.jspecify.annotations.NullMarked;
