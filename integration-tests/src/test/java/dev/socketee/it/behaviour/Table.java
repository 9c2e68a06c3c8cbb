package dev.socketee.it.behaviour;

import dev.socketee.it.behaviour.Cell.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of a page: a row for each behaviour, a column for each server, and below it the
 * reasons, numbered. What is not put into it stays as the page has it.
 */
final class Table {

  private static final String BEGIN = "<!-- written by BehavioursCheck -->\n";
  private static final String END = "<!-- /written -->\n";
  private static final Pattern REASONED = Pattern.compile("(?<word>\\S+) \\((?<number>\\d+)\\)");
  private static final Pattern REASON = Pattern.compile("(?<number>\\d+)\\. (?<text>.*)");

  private final String before;
  private final String after;
  private final List<String> servers;
  private final Map<String, Map<String, Cell>> cells;

  private Table(
      String before, String after, List<String> servers, Map<String, Map<String, Cell>> cells) {
    this.before = before;
    this.after = after;
    this.servers = servers;
    this.cells = cells;
  }

  /**
   * The table of a page.
   *
   * @param page as it is
   * @param servers the columns that it shall have
   */
  static Table of(String page, List<String> servers) {
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IllegalArgumentException("The page needs " + BEGIN + "... " + END);
    }
    return new Table(
        page.substring(0, begin),
        page.substring(end),
        servers,
        cells(page.substring(begin, end).lines().toList()));
  }

  private static Map<String, Map<String, Cell>> cells(List<String> lines) {
    List<List<String>> rows =
        lines.stream().filter(line -> line.startsWith("|")).map(Table::columns).toList();
    Map<String, String> reasons =
        lines.stream()
            .map(REASON::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(line -> line.group("number"), line -> line.group("text")));
    Map<String, Map<String, Cell>> cells = new HashMap<>();
    for (List<String> row : rows) {
      Map<String, Cell> ofRow = new HashMap<>();
      for (int i = 1; i < row.size(); i++) {
        ofRow.put(rows.get(0).get(i), cell(row.get(i), reasons));
      }
      cells.put(row.get(0), ofRow);
    }
    return cells;
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }

  private static Cell cell(String text, Map<String, String> reasons) {
    Matcher reasoned = REASONED.matcher(text);
    String word = reasoned.matches() ? reasoned.group("word") : text;
    String reason = reasoned.matches() ? reasons.getOrDefault(reasoned.group("number"), "") : "";
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.word().equals(word))
        .findFirst()
        .map(verdict -> new Cell(verdict, reason))
        .orElse(Cell.UNKNOWN);
  }

  /** Says something of a behaviour on a server. */
  void put(Behaviour behaviour, String server, Cell cell) {
    cells.computeIfAbsent(behaviour.title(), any -> new HashMap<>()).put(server, cell);
  }

  /** What is said of a behaviour on a server. */
  Cell get(Behaviour behaviour, String server) {
    return cells.getOrDefault(behaviour.title(), Map.of()).getOrDefault(server, Cell.UNKNOWN);
  }

  /** The page with this table. */
  String page() {
    StringBuilder text = new StringBuilder(before);
    row(text, "", servers);
    row(text, "---", servers.stream().map(server -> "---").toList());
    List<String> reasons = new ArrayList<>();
    for (Behaviour behaviour : Behaviour.values()) {
      row(
          text,
          behaviour.title(),
          servers.stream().map(server -> shown(get(behaviour, server), reasons)).toList());
    }
    for (int i = 0; i < reasons.size(); i++) {
      text.append(i == 0 ? "\n" : "").append("%d. %s%n".formatted(i + 1, reasons.get(i)));
    }
    return text.append(after).toString();
  }

  private static String shown(Cell cell, List<String> reasons) {
    if (cell.reason().isEmpty()) {
      return cell.verdict().word();
    }
    if (!reasons.contains(cell.reason())) {
      reasons.add(cell.reason());
    }
    return cell.verdict().word() + " (" + (reasons.indexOf(cell.reason()) + 1) + ")";
  }

  private static void row(StringBuilder text, String first, List<String> others) {
    text.append("| ").append(first);
    others.forEach(cell -> text.append(" | ").append(cell));
    text.append(" |\n");
  }
}
