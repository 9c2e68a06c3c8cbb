/**
 * The Socket.IO server: namespaces, sockets, rooms, acknowledgements and broadcasts over the
 * sessions of the engine. Internal: no promise of compatibility.
 *
 * <p>A packet comes in through {@link dev.socketee.server.Client}, on a thread of the container,
 * which must not be held up: what the protocol says is decided there, and code of the application
 * runs on the session's executor only, in the {@link dev.socketee.server.Mailbox} of its socket;
 * what says that it does not block may run there at once.
 *
 * <p>What is shared, what guards it, and who may call:
 *
 * <ul>
 *   <li>{@code Client}: its decoder and its sockets by namespace, one lock; container threads, the
 *       timer, and sockets
 *   <li>{@code ServerSocket}: its state, CAS; whoever makes a transition does what belongs to it
 *   <li>{@code Presence}: volatile fields, its place by CAS; changed by whoever makes a transition
 *       of its socket
 *   <li>{@code Mailbox}: the queue, one lock; tasks run without it, one at a time
 *   <li>{@code Outlet}: what is held before the CONNECT, one lock; afterwards a volatile read
 *   <li>{@code AckRegistry}: who is waited for, one lock; answers are handed out after its release
 *   <li>{@code RoomIndex}: one lock per namespace; targets are copied out and served after its
 *       release
 *   <li>{@code RoomEvents}: noted under the lock of the {@code RoomIndex}, told after its release
 *   <li>{@code RecoveringAdapter}: events and sessions, one lock per namespace; events are queued
 *       for their sockets under it, and written after its release
 *   <li>{@code BroadcastRound}: the answers to one broadcast, one lock; handed out after its
 *       release
 *   <li>{@code SocketListeners}: an immutable value, CAS
 *   <li>{@code SocketIOServer}, {@code NamespaceDirectory}, {@code LocalNamespace}, {@code
 *       DynamicParent}: concurrent collections
 *   <li>{@code Memberships}, {@code AttachmentWatch}: the lock of their {@code Client}
 *   <li>{@code ChildLife}, {@code NamespaceSearch}: CAS; whoever ends one does what belongs to it
 * </ul>
 *
 * No lock is held while the application, the engine or the executor is called, and the only thing
 * called under one is the timer, which calls nobody back on the same stack. So no two of these
 * locks are ever held together, with one exception: under that of the {@code RecoveringAdapter},
 * those of the {@code RoomIndex}, an {@code Outlet} and a session are taken, one after the other,
 * to find the targets of an event and to queue it.
 */
@NullMarked
package dev.socketee.server;

import org.jspecify.annotations.NullMarked;
