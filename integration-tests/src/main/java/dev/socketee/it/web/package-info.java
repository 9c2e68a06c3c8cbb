/** What the application has beside Socket.IO: servlets, filters, WebSocket endpoints. */
@NullMarked
package dev.socketee.it.web;

import org.jspecify.annotations.NullMarked;
