package dev.socketee.cdi.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java snippet of the README is in a class of this package, which compiles, and every one of
 * {@code docs/x-y.md} in a class of the package {@code xy} in this one; those of {@code
 * docs/embedded.md}, in the module whose classes they need.
 */
class ReadmeTest {

  private static final Path HERE = Path.of("src/test/java/dev/socketee/cdi/readme");
  private static final Path EMBEDDED =
      Path.of("../junit5/src/test/java/dev/socketee/junit/embedded");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
      return Stream.concat(Stream.of(Path.of("../README.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void snippets_ofPage_areThoseThatCompile(Path page) throws IOException {
    List<String> snippets =
        JAVA.matcher(Files.readString(page))
            .results()
            .map((MatchResult match) -> withoutLayout(match.group(1)))
            .toList();
    String sources = snippets.isEmpty() ? "" : sources(folder(page));

    assertThat(snippets).allSatisfy(snippet -> assertThat(sources).contains(snippet));
  }

  @Test
  void pages_haveSnippets() throws IOException {
    assertThat(pages()).contains(Path.of("../README.md"), Path.of("../docs/handlers.md"));
  }

  private static Path folder(Path page) {
    String file = page.getFileName().toString().replace(".md", "");
    String name = file.toLowerCase(Locale.ROOT).replace("-", "");
    return switch (name) {
      case "readme" -> HERE;
      case "embedded" -> EMBEDDED;
      default -> HERE.resolve(name);
    };
  }

  private static String sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(ReadmeTest::source)
          .map(ReadmeTest::withoutLayout)
          .collect(Collectors.joining(" "));
    }
  }

  private static String source(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", " ").replace("( ", "(").replace(" .", ".").trim();
  }
}
