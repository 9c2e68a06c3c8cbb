package dev.socketee.it.proxy;

import dev.socketee.it.runtime.Ports;
import dev.socketee.it.runtime.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real nginx, as an ordinary user, at free ports of the loopback interface. */
final class Nginx implements AutoCloseable {

  private static final Path FOUND = Path.of("target/node/nginx.json");
  private static final Path FOLDER = Path.of("target/nginx").toAbsolutePath();
  private static final Duration START = Duration.ofSeconds(20);

  /** Around a site: what the system's own configuration has otherwise. */
  private static final String FRAME =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr warn;
      events {
        worker_connections 1024;
      }
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;

      %s}
      """;

  private final ServerProcess process;
  private final int port;
  private final int tlsPort;

  private Nginx(ServerProcess process, int port, int tlsPort) {
    this.process = process;
    this.port = port;
    this.tlsPort = tlsPort;
  }

  /**
   * Starts one.
   *
   * @param name for the folder with its files
   * @param site what it serves
   * @param nodes the ports of the servers that the page has at port 8080
   */
  static Nginx start(String name, Site site, int... nodes) throws IOException {
    Path folder = FOLDER.resolve(name);
    Files.createDirectories(folder);
    List<Integer> ports = Ports.free(2);
    Site here =
        site.replace("listen 80;", "listen 127.0.0.1:" + ports.get(0) + ";")
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + ports.get(1) + " ssl;")
            .replace("/etc/ssl/example.com.pem", "example.com.pem")
            .replace("/etc/ssl/private/example.com.key", "example.com.key");
    Certificate.writeTo(folder.resolve("example.com.pem"), folder.resolve("example.com.key"));
    Files.writeString(folder.resolve("nginx.conf"), FRAME.formatted(at(here, nodes).text()));
    ServerProcess process = ServerProcess.start(command(folder), folder.resolve("nginx.log"));
    try {
      process.await("it listens", START, () -> accepts(ports.get(0)) && accepts(ports.get(1)));
    } catch (IOException e) {
      process.close();
      throw e;
    }
    return new Nginx(process, ports.get(0), ports.get(1));
  }

  /** The page has one node on the same machine, or two on others. */
  private static Site at(Site site, int... nodes) {
    if (nodes.length == 1) {
      return site.replace("127.0.0.1:8080", "127.0.0.1:" + nodes[0]);
    }
    Site placed = site;
    for (int node = 1; node <= nodes.length; node++) {
      String here = "127.0.0.1:" + nodes[node - 1];
      placed = placed.replace("10.0.0." + node + ":8080", here);
      if (placed.text().contains("10\\.0\\.0\\." + node)) {
        placed = placed.replace("10\\.0\\.0\\." + node + ":8080", here.replace(".", "\\."));
      }
    }
    return placed;
  }

  private static ProcessBuilder command(Path folder) throws IOException {
    if (!Files.exists(FOUND)) {
      throw new IllegalStateException("There is no " + FOUND + ": run `mvn verify` once.");
    }
    try (var reader = Json.createReader(Files.newBufferedReader(FOUND))) {
      JsonObject found = reader.readObject();
      ProcessBuilder builder =
          new ProcessBuilder(
              found.getString("executable"), "-p", folder + "/", "-c", folder + "/nginx.conf");
      found
          .getJsonObject("environment")
          .forEach(
              (key, value) -> builder.environment().put(key, ((JsonString) value).getString()));
      return builder;
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** An application behind it, by HTTP. */
  URI http(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** An application behind it, by HTTPS, with a certificate that nobody has signed. */
  URI https(String path) {
    return URI.create("https://127.0.0.1:" + tlsPort + path);
  }

  @Override
  public void close() {
    process.close();
  }
}
