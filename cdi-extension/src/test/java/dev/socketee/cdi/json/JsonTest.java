package dev.socketee.cdi.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application's beans for JSON-B say how values are converted. */
class JsonTest {

  private static final List<String> SEEN = new ArrayList<>();

  public record Message(String text) {}

  @Namespace
  static class Chat {
    @OnEvent
    Message echo(Message message) {
      return message;
    }
  }

  static class Config {
    @Produces
    JsonbConfig config() {
      return new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE);
    }
  }

  static class Own {
    @Produces
    Jsonb jsonb() {
      return JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(name -> name + "_"));
    }

    void close(@Disposes Jsonb jsonb) throws Exception {
      SEEN.add("disposed");
      jsonb.close();
    }
  }

  /** As applications have it for Jakarta REST. */
  @ApplicationScoped
  static class Resolver implements ContextResolver<Jsonb> {
    @Override
    public Jsonb getContext(Class<?> type) {
      return JsonbBuilder.create(new JsonbConfig().withPropertyNamingStrategy(name -> "_" + name));
    }
  }

  @ApplicationScoped
  static class ResolverOfOthers implements ContextResolver<Jsonb> {
    @Override
    public @Nullable Jsonb getContext(Class<?> type) {
      SEEN.add(type.getName());
      return null;
    }
  }

  @ApplicationScoped
  static class ResolverOfSomethingElse implements ContextResolver<String> {
    @Override
    public String getContext(Class<?> type) {
      throw new AssertionError("not for JSON");
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void none_isTheDefault() {
    echo("{\"text\":\"a\"}");
  }

  @Test
  void config_isUsed() {
    echo("{\"Text\":\"a\"}", Config.class);
  }

  @Test
  void jsonb_isUsed_andDisposedOf() {
    echo("{\"text_\":\"a\"}", Own.class);
    assertThat(SEEN).containsExactly("disposed");
  }

  @Test
  void both_configWins() {
    echo("{\"Text\":\"a\"}", Config.class, Own.class);
    assertThat(SEEN).isEmpty();
  }

  @Test
  void resolver_isUsed() {
    echo("{\"_text\":\"a\"}", Resolver.class, ResolverOfSomethingElse.class);
  }

  @Test
  void resolver_besideJsonb_isNotUsed() {
    echo("{\"text_\":\"a\"}", Resolver.class, Own.class);
  }

  @Test
  void resolver_withoutJsonb_leavesTheDefault() {
    echo("{\"text\":\"a\"}", ResolverOfOthers.class);
    assertThat(SEEN).containsExactly("java.lang.Object");
  }

  private static void echo(String json, Class<?>... beans) {
    List<Class<?>> all = new ArrayList<>(List.of(beans));
    all.add(Chat.class);
    try (App app = App.start(all.toArray(Class<?>[]::new))) {
      assertThat(app.connect("/").emitWithAck("echo", json).received())
          .contains("37[" + json + "]");
    }
  }
}
