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
 * are, in any order:
 *
 * <ul>
 *   <li>{@link dev.socketee.Socket}, {@link dev.socketee.Handshake}, {@link
 *       java.security.Principal} ({@code null} if the container knows none);
 *   <li>one annotated with {@link dev.socketee.annotation.Auth}, {@link
 *       dev.socketee.annotation.Header}, {@link dev.socketee.annotation.Query} or {@link
 *       dev.socketee.annotation.NamespaceParam};
 *   <li>{@link dev.socketee.Ack} and {@link dev.socketee.Args} (for {@link
 *       dev.socketee.annotation.OnEvent}), {@link dev.socketee.DisconnectReason} (for {@link
 *       dev.socketee.annotation.OnDisconnect}), a {@code Throwable} (for {@link
 *       dev.socketee.annotation.OnError});
 *   <li>what CDI injects: a parameter with a qualifier, {@code @Default} among them, and one of
 *       type {@link dev.socketee.Broadcaster}, {@link dev.socketee.Room}, {@link
 *       dev.socketee.SocketNamespace}, {@link dev.socketee.SocketIO}, {@code Event}, {@code
 *       Instance} or {@code Provider}; a dependent one lives as long as the call;
 *   <li>every other one, of an {@link dev.socketee.annotation.OnEvent} method: the next argument of
 *       the event by JSON-B, {@code null} or {@code Optional.empty()} if there is none; {@link
 *       dev.socketee.annotation.Remaining} or a variable arity parameter takes all that are left.
 * </ul>
 *
 * <p>A method that cannot be bound stops the deployment with a message that names it.
 *
 * <p>Handlers are called through CDI, so that interceptors and decorators of the bean apply, with
 * an active request context. Inherited methods are handlers, too; one that overrides a handler is
 * one only if it has the annotation itself.
 */
@NullMarked
package dev.socketee.annotation;

import org.jspecify.annotations.NullMarked;
