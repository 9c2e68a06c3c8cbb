package dev.socketee.cdi;

import dev.socketee.Socket;

/**
 * Who may connect to a namespace, as far as one of its beans has a say.
 *
 * @param bean the bean
 * @param access what it says
 */
record Gate(NamespaceBean bean, Access access) {

  /** Checks the caller of a socket. */
  void check(Socket socket) {
    access.check(socket, "The namespace " + bean.namespace() + " of " + bean.beanClass().getName());
  }
}
