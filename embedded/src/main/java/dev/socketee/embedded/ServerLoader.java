package dev.socketee.embedded;

/**
 * The class loader of one server. It loads nothing itself: it is who a server is, as that of a web
 * application is in an application server, to all that asks for the context class loader. So there
 * can be several in one process.
 */
final class ServerLoader extends ClassLoader {

  ServerLoader(ClassLoader parent) {
    super("socketee-embedded", parent);
  }

  /** One below the loader of this thread, which sees the application's classes. */
  static ServerLoader create() {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return new ServerLoader(
        application == null ? ServerLoader.class.getClassLoader() : application);
  }
}
