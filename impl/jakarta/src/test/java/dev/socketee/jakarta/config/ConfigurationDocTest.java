package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/configuration.md} to the one in {@link Options}. */
class ConfigurationDocTest {

  private static final String REMEDY =
      "mvn test -pl impl/jakarta -am -Dtest=ConfigurationDocTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsocketee.write-docs=true";

  private static final Path DOC = Path.of("../../docs/configuration.md");
  private static final String BEGIN = "<!-- options: written by ConfigurationDocTest -->\n";
  private static final String END = "<!-- end of options -->\n";

  @Test
  void documentation_hasTheTableOfOptions() throws IOException {
    String old = Files.readString(DOC);
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    assertThat(begin).as("the marker %s", BEGIN.trim()).isNotNegative();
    assertThat(end).as("the marker %s", END.trim()).isGreaterThan(begin);
    String expected = old.substring(0, begin) + BEGIN + "\n" + table() + "\n" + old.substring(end);
    if (Boolean.getBoolean("socketee.write-docs")) {
      Files.writeString(DOC, expected);
    } else {
      assertThat(old).as("docs/configuration.md is stale, run: %s", REMEDY).isEqualTo(expected);
    }
  }

  @Test
  void documentation_namesTheOptionsOfNamespaces() throws IOException {
    String listed =
        Options.OF_NAMESPACES.stream()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));

    assertThat(Files.readString(DOC).replaceAll("\\s+", " "))
        .contains("can be another in each namespace: " + listed + ".");
  }

  private static String table() {
    return Options.ALL.stream()
        .map(ConfigurationDocTest::row)
        .collect(
            Collectors.joining(
                "\n",
                "| key | default | value | what it does |\n| --- | --- | --- | --- |\n",
                "\n"));
  }

  private static String row(Option<?> option) {
    String initial = option.initial() == null ? "" : " `" + option.initial() + "`";
    return "| `%s` |%s | %s | %s |"
        .formatted(
            option.key(), initial, escape(option.type().accepts()), escape(option.description()));
  }

  private static String escape(String text) {
    return text.replace("|", "\\|");
  }
}
