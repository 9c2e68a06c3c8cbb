package dev.socketee.embedded;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigSources;
import java.net.URI;
import java.util.Objects;

/** Starts the parts of a server, one after the other; if one cannot, ends those before it. */
final class Startup {

  private Startup() {}

  static EmbeddedSocketIO start(Settings settings) {
    ServerLoader loader = ServerLoader.create();
    Undo undo = new Undo(loader);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    boolean started = false;
    try {
      EmbeddedSocketIO server = start(settings, loader, undo);
      started = true;
      return server;
    } catch (RuntimeException e) {
      throw Failures.explain(e, settings);
    } finally {
      if (!started) {
        undo.run();
      }
      thread.setContextClassLoader(before);
    }
  }

  private static EmbeddedSocketIO start(Settings settings, ServerLoader loader, Undo undo) {
    undo.add("release the configuration", () -> ConfigSources.release(loader));
    BeanContainer beans = BeanContainer.start(settings, loader);
    undo.add("end the beans", beans::close);
    HttpServer http = new HttpServer(settings, loader);
    undo.add("end the threads of HTTP", http::close);
    http.deploy();
    undo.add("stop the application", http::undeploy);
    URI uri = http.listen();
    SocketIO io = Objects.requireNonNull(http.socketIO(), "not started");
    EmbeddedSocketIO server = new EmbeddedSocketIO(uri, io, beans, undo);
    beans.select(RunningServer.class).is(server);
    ShutdownHook.add(server, undo);
    http.open(); // not before its handlers can have the server injected
    return server;
  }
}
