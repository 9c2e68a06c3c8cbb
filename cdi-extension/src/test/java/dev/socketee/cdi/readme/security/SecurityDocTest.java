package dev.socketee.cdi.readme.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import dev.socketee.spi.RequestRefusedException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} shows can be deployed, and does what the page says. */
class SecurityDocTest {

  private static String answer(TestClient client, String event, String arguments) {
    client.received();
    return client.emitWithAck(event, arguments).received().get(0);
  }

  @Test
  void access_isWhatThePageSays() {
    try (App app = App.start(Moderation.class)) {
      assertThat(app.connect("/moderation").received())
          .containsExactly("4{\"message\":\"Unauthorized\"}");
      assertThat(app.connectAs("bob", Set.of("guest"), "/moderation").received())
          .containsExactly("4{\"message\":\"Forbidden\"}");
      TestClient moderator = app.connectAs("ann", Set.of("moderator"), "/moderation");
      assertThat(answer(moderator, "close", "\"lobby\""))
          .isEqualTo("37[{\"message\":\"Forbidden\"}]");
      assertThat(answer(moderator, "owner", "")).isEqualTo("37[false]");
      assertThat(moderator.emit("mute", "\"bob\"").received())
          .containsExactly("2[\"muted\",\"bob\",\"ann\"]");
      TestClient owner = app.connectAs("eve", Set.of("owner"), "/moderation");
      assertThat(answer(owner, "close", "\"lobby\"")).isEqualTo("37[\"lobby is closed\"]");
    }
  }

  @Test
  void login_byToken_isWhatThePageSays() {
    try (App app = App.start(Phones.class, Tokens.class)) {
      TestClient carol = app.connect("/phones", "{\"token\":\"token of carol\"}");
      assertThat(answer(carol, "whoAmI", "")).isEqualTo("37[\"carol\"]");
      assertThat(app.connect("/phones", "{\"token\":\"stolen\"}").received())
          .containsExactly("4{\"message\":\"Unauthorized\"}");
    }
  }

  @Test
  void origin_ofAnotherSite_isRefused() {
    try (App app = App.start(SameOrigin.class)) {
      RequestHooks hooks = app.hooks().get(0);
      assertThatThrownBy(() -> hooks.allowRequest(from("https://evil.example.com")))
          .isInstanceOf(RequestRefusedException.class);
      assertThatCode(() -> hooks.allowRequest(from("https://chat.example.com")))
          .doesNotThrowAnyException();
    }
  }

  private static HttpRequest from(String origin) {
    return (HttpRequest)
        Proxy.newProxyInstance(
            HttpRequest.class.getClassLoader(),
            new Class<?>[] {HttpRequest.class},
            (proxy, method, arguments) -> Map.of("origin", origin));
  }
}
