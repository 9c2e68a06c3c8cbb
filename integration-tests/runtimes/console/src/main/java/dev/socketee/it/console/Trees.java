package dev.socketee.it.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Folders with all that is in them. */
public final class Trees {

  private Trees() {}

  /**
   * Unpacks a file.
   *
   * @param archive a JAR or a WAR
   * @param folder where to; made if need be
   */
  public static void unpack(Path archive, Path folder) throws IOException {
    Path root = Files.createDirectories(folder).toRealPath();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
          throw new IOException("outside of the archive: " + entry.getName());
        }
        unpack(zip, entry, file);
      }
    }
  }

  private static void unpack(InputStream zip, ZipEntry entry, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.copy(zip, file);
    }
  }

  /**
   * Deletes a folder.
   *
   * @param folder it need not be there
   */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> tree = Files.walk(folder)) {
        all = tree.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : all) {
        Files.delete(one);
      }
    }
  }
}
