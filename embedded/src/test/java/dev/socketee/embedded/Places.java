package dev.socketee.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** A folder of the class path that a test makes. */
final class Places {

  private Places() {}

  /** Puts a text into a file of the folder. */
  static void write(Path folder, String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Puts a class of the tests into the folder. */
  static void copy(Path folder, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    try (InputStream bytes = type.getResourceAsStream('/' + file)) {
      Files.copy(bytes, path);
    }
  }

  /** Starts a server with the folder on its class path. */
  static EmbeddedSocketIO start(Path folder, ThrowingSupplier<EmbeddedSocketIO> start)
      throws Throwable {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return start.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
