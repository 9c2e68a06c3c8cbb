package dev.socketee.it.runtime;

import dev.socketee.it.console.Trees;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders that a server is started in: made anew each time from what the build has unpacked. */
final class Folders {

  private Folders() {}

  /**
   * Makes a folder that is empty, whatever was there before.
   *
   * @return the folder
   */
  static Path empty(Path folder) throws IOException {
    Trees.delete(folder);
    return Files.createDirectories(folder);
  }

  /** Copies a folder with all that is in it; a file that is there already is replaced. */
  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
