package dev.socketee.cdi.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every Java snippet of the README is in a class of this package, which compiles. */
class ReadmeTest {

  private static final Path HERE = Path.of("src/test/java/dev/socketee/cdi/readme");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void snippets_ofReadme_areThoseThatCompile() throws IOException {
    String sources =
        withoutLayout(source("Chat.java") + source("Clock.java") + source("Servers.java"));
    List<String> snippets =
        JAVA.matcher(Files.readString(Path.of("../README.md")))
            .results()
            .map((MatchResult match) -> withoutLayout(match.group(1)))
            .toList();

    assertThat(snippets).hasSize(3).allSatisfy(snippet -> assertThat(sources).contains(snippet));
  }

  private static String source(String name) throws IOException {
    return Files.readString(HERE.resolve(name));
  }

  private static String withoutLayout(String code) {
    return code.replaceAll("\\s+", " ").trim();
  }
}
