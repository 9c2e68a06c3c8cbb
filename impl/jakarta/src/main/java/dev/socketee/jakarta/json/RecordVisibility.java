package dev.socketee.jakarta.json;

import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * What JSON-B sees of a class: what is public, as it does by itself, and of a record that is not
 * public its fields. Its accessors are public, but not to JSON-B, which would fail on them; so one
 * can emit a record that is declared beside, or within, the class that uses it. (To read one it has
 * to be public: JSON-B calls its constructor, and nothing makes that accessible.)
 */
final class RecordVisibility implements PropertyVisibilityStrategy {

  @Override
  public boolean isVisible(Field field) {
    return hiddenRecord(field.getDeclaringClass())
        ? !Modifier.isStatic(field.getModifiers())
        : Modifier.isPublic(field.getModifiers());
  }

  @Override
  public boolean isVisible(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !hiddenRecord(method.getDeclaringClass());
  }

  private static boolean hiddenRecord(Class<?> type) {
    return type.isRecord() && !Modifier.isPublic(type.getModifiers());
  }
}
