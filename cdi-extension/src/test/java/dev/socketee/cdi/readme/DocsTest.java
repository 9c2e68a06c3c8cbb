package dev.socketee.cdi.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages refer to is there: other pages, headings, keys of options, numbers of messages.
 */
class DocsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern OPTION = Pattern.compile("(?m)^\\| `socketio\\.([^`]+)` \\|");
  private static final Pattern KEY = Pattern.compile("(?<![\\w.-])socketio\\.([a-z][a-z0-9.-]*)");
  private static final Pattern VARIABLE = Pattern.compile("SOCKETIO_([A-Z0-9_]+)");
  private static final Pattern NUMBER = Pattern.compile("SIO(\\d{4})");
  private static final Pattern MESSAGE = Pattern.compile("problem\\(\\s*(\\d+),");

  /** In the example of a message about it, this key has to be wrong. */
  private static final Set<String> WRONG = Set.of("ping-intervall");

  /** What begins the key of an option that is for one server or one namespace. */
  private static final Set<String> SCOPES = Set.of("server", "namespace");

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs).filter(DocsTest::isPage).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void links_ofPage_leadSomewhere(Path page) throws IOException {
    String text = withoutCode(read(page));

    assertThat(found(LINK, text))
        .filteredOn(link -> !link.contains("://"))
        .allSatisfy(link -> assertThat(problem(page, link)).as(link).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keys_ofPage_areThoseOfOptions(Path page) throws IOException {
    String text = read(page);
    Set<String> options = found(OPTION, read(ROOT.resolve("docs/configuration.md")));
    Set<String> variables =
        options.stream().map(DocsTest::variable).collect(Collectors.toUnmodifiableSet());

    assertThat(options).contains("path", "cors.origin");
    assertThat(found(KEY, text))
        .map(key -> key.replaceAll("[.-]+$", ""))
        .filteredOn(key -> !WRONG.contains(key) && !SCOPES.contains(key.split("\\.", 2)[0]))
        .isSubsetOf(options);
    assertThat(found(VARIABLE, text))
        .filteredOn(key -> !key.startsWith("SERVER_") && !key.startsWith("NAMESPACE_"))
        .isSubsetOf(variables);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void numbers_ofPage_areThoseOfMessages(Path page) throws IOException {
    Set<String> known = numbers();

    assertThat(known).contains("0101", "0302");
    assertThat(found(NUMBER, read(page))).isSubsetOf(known);
  }

  @Test
  void index_namesEveryPage() throws IOException {
    Set<String> links = found(LINK, read(ROOT.resolve("docs/README.md")));

    assertThat(pages())
        .filteredOn(page -> page.getParent().endsWith("docs"))
        .map(page -> page.getFileName().toString())
        .filteredOn(name -> !name.equals("README.md"))
        .isSubsetOf(links);
  }

  private static String problem(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return "there is no " + target;
    }
    if (parts.length == 2 && !anchors(target).contains(parts[1])) {
      return target + " has no heading " + parts[1];
    }
    return "";
  }

  private static Set<String> anchors(Path page) throws IOException {
    return found(HEADING, withoutCode(read(page))).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> numbers() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      return sources
          .filter(file -> file.toString().endsWith(".java"))
          .map(DocsTest::unchecked)
          .flatMap(source -> found(MESSAGE, source).stream())
          .map(number -> "%04d".formatted(Integer.valueOf(number)))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private static String withoutCode(String page) {
    return FENCED.matcher(page).replaceAll("");
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String unchecked(Path file) {
    try {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
