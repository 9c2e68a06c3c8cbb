package dev.socketee.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.UpgradeVerdict;
import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which WebSockets are compressed. Source: reference 1.13, perMessageDeflate. */
class DeflateTest {

  private static final Extension COMPRESSION = new Named("permessage-deflate");
  private static final Extension OTHER = new Named("@frame-capture");

  private final Map<String, Object> attributes = new HashMap<>();
  private final List<ServerEndpointConfig> registered = new ArrayList<>();
  private final List<List<Extension>> negotiated = new ArrayList<>();

  private record Named(String name) implements Extension {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public List<Parameter> getParameters() {
      return List.of();
    }
  }

  /** Found by its name, as that of Tyrus is. */
  public static final class Brought implements Extension {
    @Override
    public String getName() {
      return "permessage-deflate";
    }

    @Override
    public List<Parameter> getParameters() {
      return List.of();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** The WebSockets of an application in a container whose clients ask for all extensions. */
  private WebSocketUpgrades in(Extension... installed) {
    ServerContainer container =
        proxy(
            ServerContainer.class,
            (self, method, args) ->
                switch (method.getName()) {
                  case "getInstalledExtensions" -> new LinkedHashSet<>(List.of(installed));
                  case "addEndpoint" -> registered.add((ServerEndpointConfig) args[0]) ? null : "";
                  case "upgradeHttpToWebSocket" ->
                      negotiated.add(negotiate((ServerEndpointConfig) args[2])) ? null : "";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    attributes.put(ServerContainer.class.getName(), container);
    ServletContext context =
        proxy(
            ServletContext.class,
            (self, method, args) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get((String) args[0]);
                  case "setAttribute" -> attributes.put((String) args[0], args[1]);
                  case "getClassLoader" -> getClass().getClassLoader();
                  case "getServerInfo" -> "some container/1.0";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return WebSocketUpgrades.of(context).orElseThrow();
  }

  private static List<Extension> negotiate(ServerEndpointConfig config) {
    return config
        .getConfigurator()
        .getNegotiatedExtensions(config.getExtensions(), List.of(OTHER, COMPRESSION));
  }

  private List<Extension> upgrade(WebSocketUpgrades upgrades) throws Exception {
    HttpServletResponse response =
        proxy(
            HttpServletResponse.class,
            (self, method, args) ->
                switch (method.getName()) {
                  case "getStatus" -> 101;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    HttpServletRequest request =
        proxy(
            HttpServletRequest.class,
            (self, method, args) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    UpgradeVerdict.Granted granted =
        new UpgradeVerdict.Granted(
            channel -> {
              throw new UnsupportedOperationException("open");
            },
            Map.of());
    upgrades.upgrade(request, response, granted, 1000);
    return negotiated.get(negotiated.size() - 1);
  }

  @Test
  void endpoint_listsTheCompressionOfTheContainer_andNothingElse() {
    in(OTHER, COMPRESSION).deflating(true);

    assertThat(registered).hasSize(1);
    assertThat(registered.get(0).getExtensions()).containsExactly(COMPRESSION);
  }

  @Test
  void compression_ofServersOfOneApplication_isTheirOwn() throws Exception {
    WebSocketUpgrades shared = in(OTHER, COMPRESSION);
    WebSocketUpgrades on = shared.deflating(true);
    WebSocketUpgrades off = shared.deflating(false);

    assertThat(upgrade(on)).containsExactly(COMPRESSION);
    assertThat(upgrade(off)).isEmpty();
    assertThat(upgrade(on)).containsExactly(COMPRESSION);
    assertThat(upgrade(shared)).isEmpty();
    assertThat(registered).hasSize(1);
  }

  @Test
  void compression_ofSomebodyAtTheInternalPath_isOff() {
    in(COMPRESSION).deflating(true);

    assertThat(negotiate(registered.get(0))).isEmpty();
  }

  /** Some list it whatever the endpoint does, and ask only then. */
  @Test
  void extensions_thatTheContainerAddsItself_areHeldToTheOption() throws Exception {
    WebSocketUpgrades shared = in(COMPRESSION);
    TicketConfigurator configurator = (TicketConfigurator) registered.get(0).getConfigurator();
    List<Extension> all = List.of(OTHER, COMPRESSION);

    assertThat(configurator.getNegotiatedExtensions(all, all)).isEmpty();
    assertThat(upgrade(shared.deflating(true))).doesNotContain(OTHER);
  }

  @Test
  void option_onWhereTheServerCannot_isWarnedOf(ExpectedLogs logs) throws Exception {
    WebSocketUpgrades shared = in(OTHER);
    shared.deflating(false);
    logs.expect("per-message-deflate is on, but this server");

    assertThat(upgrade(shared.deflating(true))).isEmpty();
    assertThat(registered.get(0).getExtensions()).isEmpty();
  }

  @Test
  void extension_broughtByTheApplication_isFoundByName(ExpectedLogs logs) {
    ClassLoader loader = getClass().getClassLoader();

    assertThat(Deflate.brought(loader, Brought.class.getName()))
        .singleElement()
        .isInstanceOf(Brought.class);
    assertThat(Deflate.brought(loader, "no.such.Extension")).isEmpty();
    assertThat(Deflate.brought(loader, "java.lang.Object")).isEmpty();
    logs.expect("WebSocket messages stay uncompressed: java.lang.Runnable");
    assertThat(Deflate.brought(loader, "java.lang.Runnable")).isEmpty();
  }
}
