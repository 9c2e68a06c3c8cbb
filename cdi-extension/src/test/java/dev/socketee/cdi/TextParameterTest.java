package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.ConversionException;
import dev.socketee.Handshake;
import dev.socketee.Socket;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text of the handshake becomes what a parameter wants. */
class TextParameterTest {

  @SuppressWarnings("unused") // its parameters are the types
  static void types(
      List<Integer> list,
      Set<String> set,
      Collection<TimeUnit> collection,
      Optional<UUID> optional,
      List<List<String>> nested) {}

  private static Type type(int parameter) {
    return Arrays.stream(TextParameterTest.class.getDeclaredMethods())
        .filter(method -> method.getName().equals("types"))
        .findFirst()
        .orElseThrow()
        .getGenericParameterTypes()[parameter];
  }

  static List<Arguments> conversions() {
    return List.of(
        Arguments.of(String.class, "a, b", "a, b"),
        Arguments.of(CharSequence.class, "a", "a"),
        Arguments.of(Integer.class, "-5", -5),
        Arguments.of(Long.class, "5", 5L),
        Arguments.of(Double.class, "1.5", 1.5),
        Arguments.of(Boolean.class, "true", true),
        Arguments.of(Character.class, "x", 'x'),
        Arguments.of(TimeUnit.class, "DAYS", TimeUnit.DAYS),
        Arguments.of(BigDecimal.class, "1.50", new BigDecimal("1.50")),
        Arguments.of(LocalDate.class, "2024-02-29", LocalDate.of(2024, 2, 29)),
        Arguments.of(Duration.class, "PT5M", Duration.ofMinutes(5)),
        Arguments.of(UUID.class, new UUID(1, 2).toString(), new UUID(1, 2)),
        Arguments.of(type(0), "1, 2,3", List.of(1, 2, 3)),
        Arguments.of(type(1), "b,a,b", Set.of("a", "b")),
        Arguments.of(type(2), "DAYS", List.of(TimeUnit.DAYS)),
        Arguments.of(type(3), new UUID(1, 2).toString(), Optional.of(new UUID(1, 2))));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void header_isConverted(Type type, String text, Object value) {
    assertThat(header(type, text)).isEqualTo(value);
  }

  @Test
  void header_missing_isNullOrEmpty() {
    assertThat(header(String.class, null)).isNull();
    assertThat(header(type(0), null)).isEqualTo(List.of());
    assertThat(header(type(1), null)).isEqualTo(Set.of());
    assertThat(header(type(3), null)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Integer.class, Boolean.class, Character.class, TimeUnit.class, UUID.class})
  void header_notOfTheType_isAnErrorWithoutTheText(Class<?> type) {
    assertThatThrownBy(() -> header(type, "secret"))
        .isInstanceOf(ConversionException.class)
        .hasMessage("the header X: the text is not that of a " + type.getSimpleName());
  }

  @Test
  void type_thatNoTextFits_isRefused() {
    assertThat(TextParameter.of(Map.class)).isEmpty();
    assertThat(TextParameter.of(type(4))).isEmpty();
    assertThat(TextParameter.of(Runnable.class)).isEmpty();
  }

  @Test
  void query_repeated_isTheLastOrAll() {
    String url = "/socket.io/?a=1&b=x&a=2&c&%61=%33";
    assertThat(query(type(0), "a", url)).isEqualTo(List.of(1, 2, 3));
    assertThat(query(Integer.class, "a", url)).isEqualTo(3);
    assertThat(query(type(1), "c", url)).isEqualTo(Set.of(""));
    assertThat(query(type(1), "d", url)).isEqualTo(Set.of());
    assertThat(query(type(1), "a", "/socket.io/")).isEqualTo(Set.of());
    assertThat(query(type(1), "a", "/socket.io/?a=100%")).isEqualTo(Set.of("100%"));
  }

  private static @Nullable Object header(Type type, @Nullable String text) {
    return TextParameter.of(type)
        .orElseThrow()
        .header("X")
        .bind(Call.connect(socket(text == null ? Map.of() : Map.of("x", text), "")));
  }

  private static @Nullable Object query(Type type, String name, String url) {
    return TextParameter.of(type)
        .orElseThrow()
        .query(name)
        .bind(Call.connect(socket(Map.of(), url)));
  }

  private static Socket socket(Map<String, String> headers, String url) {
    Handshake handshake =
        proxy(Handshake.class, Map.of("headers", headers, "url", url, "query", Optional.of("3")));
    return proxy(Socket.class, Map.of("handshake", handshake));
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }
}
