/**
 * For the tests of an application: {@link dev.socketee.junit.SocketIOTest} starts a server with the
 * beans of the test, on a port that is free.
 */
@NullMarked
package dev.socketee.junit;

import org.jspecify.annotations.NullMarked;
