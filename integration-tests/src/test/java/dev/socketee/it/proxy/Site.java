package dev.socketee.it.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an administrator writes who goes by {@code docs/deployment.md}: the configurations of nginx
 * that stand there, put together as the page says.
 *
 * @param text directives of the block {@code http}
 */
record Site(String text) {

  private static final Path PAGE = Path.of("../docs/deployment.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```nginx\\n(.*?)^\\1```$");
  private static final String PASS = "proxy_pass http://127.0.0.1:8080;";

  /** The first configuration: one server. */
  static Site ofOneNode() {
    return new Site(block("nginx 1.22", 0));
  }

  /**
   * The configuration of a balancer with two nodes, whose directives for the {@code location}
   * follow as a second block.
   *
   * @param heading above both
   */
  static Site ofNodes(String heading) {
    return ofOneNode().andBefore(block(heading, 0)).replace(PASS, block(heading, 1));
  }

  /** The configuration with {@code ip_hash}, whose directive for the location is in the text. */
  static Site ofNodesByAddress() {
    return ofOneNode()
        .andBefore(block("The address of the client", 0))
        .replace(PASS, quoted("proxy_pass http://nodes;"));
  }

  /** With the lines of the page that switch buffering off. */
  Site unbuffered() {
    return within(block("nginx 1.22", 1));
  }

  /** With a line that is quoted in the text of the page. */
  Site withQuoted(String directive) {
    return within(quoted(directive));
  }

  /** With an application at {@code /app} that clients see at the root. */
  Site atRoot() {
    return replace("location /app/socket.io/", quoted("location /socket.io/"))
        .replace(PASS, quoted("proxy_pass http://127.0.0.1:8080/app/socket.io/;"));
  }

  /** With another time-out for what nothing comes from the server in. */
  Site waiting(String time) {
    return replace("proxy_read_timeout 60s;", "proxy_read_timeout " + time + ";");
  }

  /** Without a directive that is there. */
  Site without(String directive) {
    return replace(directive, "");
  }

  /** With something else in all the places where something is. */
  Site replace(String part, String other) {
    if (!text.contains(part)) {
      throw new IllegalStateException("no " + part + " in\n" + text);
    }
    return new Site(text.replace(part, other));
  }

  private Site within(String directives) {
    return replace(PASS, PASS + "\n" + directives);
  }

  private Site andBefore(String directives) {
    return new Site(directives + "\n" + text);
  }

  /** Something that stands in the page as code in a line. */
  private static String quoted(String code) {
    if (!page().contains("`" + code + "`")) {
      throw new IllegalStateException("no `" + code + "` in " + PAGE);
    }
    return code;
  }

  /** A block with a configuration of nginx, by the heading above it. */
  private static String block(String heading, int number) {
    String page = page();
    int start =
        HEADING
            .matcher(page)
            .results()
            .filter(found -> found.group(1).equals(heading))
            .map(MatchResult::end)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no " + heading + " in " + PAGE));
    int end =
        Pattern.compile("(?m)^#{1,3} ")
            .matcher(page)
            .results()
            .map(MatchResult::start)
            .filter(position -> position > start)
            .findFirst()
            .orElse(page.length());
    List<String> blocks =
        BLOCK
            .matcher(page.substring(start, end))
            .results()
            .map(found -> found.group(2).stripIndent())
            .toList();
    if (number >= blocks.size()) {
      throw new IllegalStateException("only " + blocks.size() + " blocks in " + heading);
    }
    return blocks.get(number);
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
