package dev.socketee.cdi;

import dev.socketee.Socket;
import dev.socketee.annotation.Connected;
import dev.socketee.annotation.Disconnected;
import dev.socketee.server.SocketWatcher;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;

/** Gives sockets their context, and tells the application's observers of them. Thread-safe. */
final class SocketLife implements SocketWatcher {

  private static final Logger LOG = System.getLogger(SocketLife.class.getPackageName());

  private final BeanManager beanManager;
  private final HandlerScopes scopes;
  private final boolean observed;

  /**
   * For a server.
   *
   * @param observed whether there is any observer
   */
  SocketLife(BeanManager beanManager, HandlerScopes scopes, boolean observed) {
    this.beanManager = beanManager;
    this.scopes = scopes;
    this.observed = observed;
  }

  @Override
  public void begins(Socket socket) {
    scopes.socket().begin(socket);
  }

  @Override
  public void connected(Socket socket) {
    fire(socket, Connected.Literal.of(""), Connected.Literal.of(socket.namespace().name()));
  }

  @Override
  public void disconnected(Socket socket) {
    fire(socket, Disconnected.Literal.of(""), Disconnected.Literal.of(socket.namespace().name()));
  }

  @Override
  public void ends(Socket socket) {
    scopes.socket().end(socket);
  }

  private void fire(Socket socket, Annotation... qualifiers) {
    if (!observed) {
      return;
    }
    try {
      scopes.call(
          socket,
          () -> {
            beanManager.getEvent().select(Socket.class, qualifiers).fire(socket);
            return true;
          });
    } catch (Exception e) {
      LOG.log(Level.ERROR, "An observer of " + socket + " failed", e); // its id may be a secret
    }
  }
}
