package dev.socketee.cdi.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every feature that {@code docs/features.md} claims is there, and has a test that exists. */
class FeaturesTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("^\\|(.*)\\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void rows_ofEveryTable_nameTestsThatExist() throws IOException {
    Set<String> tests = tests();

    assertThat(rows())
        .isNotEmpty()
        .allSatisfy(
            cells -> {
              assertThat(cells).as("cells of %s", cells).hasSize(3).noneMatch(String::isBlank);
              assertThat(cells.get(1)).isNotEqualToIgnoringCase("no");
              List<String> named =
                  CODE.matcher(cells.get(2)).results().map(match -> match.group(1)).toList();
              assertThat(named).as("tests of %s", cells).isNotEmpty();
              assertThat(tests).as("tests of %s", cells).containsAll(named);
            });
  }

  /** The rows of the tables with a column for tests. */
  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/features.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> Stream.of(row.group(1).split(" \\| ", -1)).map(String::trim).toList())
        .filter(cells -> cells.size() != 2 && !isHead(cells))
        .toList();
  }

  private static boolean isHead(List<String> cells) {
    return cells.get(0).equals("Socket.IO") || cells.get(0).matches("[-| ]+");
  }

  /** The names of the test classes and scripts of all modules. */
  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("src/test") || file.contains("src\\test"))
          .map(file -> Path.of(file).getFileName().toString().replaceFirst("\\.java$", ""))
          .collect(Collectors.toSet());
    }
  }
}
