/**
 * A chat, as an application would write it.
 *
 * <p>Start with {@link dev.socketee.sample.Chat}, which is all that a client can call; {@link
 * dev.socketee.sample.People} and {@link dev.socketee.sample.Rooms} are what it remembers, {@link
 * dev.socketee.sample.Messages} is what travels, and {@link dev.socketee.sample.ServerClock} is an
 * EJB that talks to the clients by itself.
 */
@NullMarked
package dev.socketee.sample;

import org.jspecify.annotations.NullMarked;
