/**
 * The annotations of the programming model: handlers of events are methods of CDI beans.
 *
 * <pre>{@code
 * @Namespace("/chat")
 * public class Chat {
 *
 *   @Inject @RoomName("lobby") Room lobby;
 *
 *   @OnConnect
 *   void arrive(Socket socket, @Auth Credentials who) {
 *     socket.join(lobby);
 *   }
 *
 *   @OnEvent("message")
 *   Receipt message(Socket from, ChatMessage message) {
 *     lobby.except(from).emit("message", message);
 *     return new Receipt(message.id());
 *   }
 * }
 * }</pre>
 *
 * <p>A handler method may have any visibility but private and must not be static. Its parameters
 * are, in any order: {@link dev.socketee.Socket}, {@link dev.socketee.Handshake}, {@link
 * dev.socketee.Ack}, {@link dev.socketee.Args}, {@link dev.socketee.DisconnectReason} (for {@link
 * dev.socketee.annotation.OnDisconnect}), a {@code Throwable} (for {@link
 * dev.socketee.annotation.OnError}), a parameter annotated with {@link
 * dev.socketee.annotation.Auth}; every other parameter of an {@link
 * dev.socketee.annotation.OnEvent} method is bound to the next argument of the event by JSON-B. A
 * method that cannot be bound stops the deployment with a message that names it.
 *
 * <p>Handlers are called through CDI, so that interceptors and decorators of the bean apply, with
 * an active request context. Inherited methods are handlers, too; one that overrides a handler is
 * one only if it has the annotation itself.
 */
@NullMarked
package dev.socketee.annotation;

import org.jspecify.annotations.NullMarked;
