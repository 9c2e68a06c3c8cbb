/**
 * The web application that the integration tests talk to, a package for each behaviour. It uses
 * nothing but Jakarta EE and SocketEE, so that the same WAR runs on any server.
 */
@NullMarked
package dev.socketee.it;

import org.jspecify.annotations.NullMarked;
