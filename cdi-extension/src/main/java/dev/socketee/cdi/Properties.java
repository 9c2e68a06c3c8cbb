package dev.socketee.cdi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the properties of an annotation. */
final class Properties {

  private final Problems problems;
  private final Class<?> type;
  private final String annotation;

  /**
   * Those of one class.
   *
   * @param annotation as messages name it
   */
  Properties(Problems problems, Class<?> type, String annotation) {
    this.problems = problems;
    this.type = type;
    this.annotation = annotation;
  }

  /** The values by their keys; those that cannot be read are problems. */
  Map<String, String> read(List<String> properties) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String property : properties) {
      int end = property.indexOf('=');
      String key = property.substring(0, Math.max(end, 0)).trim();
      if (key.isEmpty()) {
        problems.add(ConfigMessages.noValue(type, annotation, property));
      } else if (read.putIfAbsent(key, property.substring(end + 1).trim()) != null) {
        problems.add(ConfigMessages.twice(type, annotation, key));
      }
    }
    return read;
  }
}
