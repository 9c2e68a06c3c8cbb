package dev.socketee;

import java.util.concurrent.CompletionStage;

/**
 * Decides whether a namespace that does not exist yet is to be created for the client that asks for
 * it. Each namespace that is created costs memory, and any client can ask for any name: say yes to
 * names that the application knows, to clients that may have them.
 *
 * <p>Source: reference 2.2, ParentNamespace.
 *
 * @see SocketIO#of(NamespaceMatcher)
 */
@FunctionalInterface
public interface NamespaceMatcher {

  /**
   * Called for each CONNECT to a namespace that does not exist, on a thread that may block; several
   * threads may call it at once. Clients that come once the namespace exists are not asked about
   * any more: {@linkplain ParentNamespace#use middleware} is.
   *
   * @param name the name, with its leading {@code /}; the client chose it, so it can be anything
   * @param handshake the request that opened the connection, with the payload of this CONNECT
   * @return completed with {@code true} to create it; otherwise the next matcher is asked, and
   *     after the last one the client is told that there is no such namespace. One that is not
   *     complete when the connect timeout has passed counts as {@code false}
   * @throws Exception counts as {@code false}, as does a stage that fails, and is logged
   */
  CompletionStage<Boolean> matches(String name, Handshake handshake) throws Exception;
}
