package dev.socketee.it.behaviour;

import dev.socketee.it.runtime.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A running server, and the applications that behaviours have put on it. */
final class Stage {

  private final Path wars;
  private final RunningServer server;
  private final Map<String, Function<String, WebArchive>> deployed = new LinkedHashMap<>();

  /**
   * An empty one.
   *
   * @param id names the folder for its applications
   * @param server deploys them
   */
  Stage(String id, RunningServer server) {
    this.wars = Path.of("target", "behaviours", id);
    this.server = server;
  }

  RunningServer server() {
    return server;
  }

  /**
   * An application. It stays for those who ask for the same, and goes when another one shall have
   * its name.
   *
   * @param name its name, which is its path, too
   * @param war makes it, from its name
   * @return its address
   */
  URI application(String name, Function<String, WebArchive> war) throws IOException {
    if (deployed.get(name) != war) {
      if (deployed.remove(name) != null) {
        server.undeploy(name);
      }
      server.deploy(name, file(name, war.apply(name)));
      deployed.put(name, war);
    }
    return server.uri(name);
  }

  /** Undeploys them all. */
  void clear() throws IOException {
    for (String name : List.copyOf(deployed.keySet())) {
      deployed.remove(name);
      server.undeploy(name);
    }
  }

  /** A file for an application, of its own name: some servers go by that. */
  Path file(String name, WebArchive war) {
    Path file = wars.resolve(name + ".war").toAbsolutePath();
    file.getParent().toFile().mkdirs();
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    return file;
  }
}
