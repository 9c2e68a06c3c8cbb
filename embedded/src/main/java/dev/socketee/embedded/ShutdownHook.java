package dev.socketee.embedded;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Closes a server when the process is asked to end. */
final class ShutdownHook {

  private static final Logger LOG = System.getLogger("dev.socketee.embedded");

  private ShutdownHook() {}

  static void add(EmbeddedSocketIO server, Undo undo) {
    Thread hook = new Thread(server::close, "socketee-shutdown");
    hook.setContextClassLoader(null); // it stays for as long as the process, if that is ending
    Runtime.getRuntime().addShutdownHook(hook);
    undo.add("remove the shutdown hook", () -> remove(hook));
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "the process is ending"); // and this is, perhaps, the hook itself
    }
  }
}
