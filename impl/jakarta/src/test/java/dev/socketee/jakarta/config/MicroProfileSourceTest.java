package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.server.NamespaceTable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.Test;

class MicroProfileSourceTest {

  /** Looks a key up in the environment, then in a file, as the specification has it. */
  private static Config config(Map<String, String> properties, Map<String, String> environment) {
    return (Config)
        Proxy.newProxyInstance(
            MicroProfileSourceTest.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "getOptionalValue" -> value(properties, environment, (String) args[0]);
                  case "getPropertyNames" -> names(properties, environment);
                  case "getConfigSources" ->
                      List.of(
                          source("environment", names(Map.of(), environment)),
                          source("file", properties.keySet()));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static org.eclipse.microprofile.config.spi.ConfigSource source(
      String name, Set<String> keys) {
    return new org.eclipse.microprofile.config.spi.ConfigSource() {
      @Override
      public Set<String> getPropertyNames() {
        return keys;
      }

      @Override
      public String getValue(String key) {
        throw new UnsupportedOperationException("the configuration is asked for values");
      }

      @Override
      public String getName() {
        return name;
      }
    };
  }

  private static Optional<String> value(
      Map<String, String> properties, Map<String, String> environment, String key) {
    String underscored = key.replaceAll("[^A-Za-z0-9]", "_");
    for (Map<String, String> source : List.of(environment, properties)) {
      for (String name : List.of(key, underscored, underscored.toUpperCase(Locale.ROOT))) {
        if (source.containsKey(name)) {
          if (source.get(name).contains("${")) {
            throw new NoSuchElementException("no value for the expression in " + key);
          }
          return Optional.of(source.get(name)).filter(text -> !text.isEmpty());
        }
      }
    }
    return Optional.empty();
  }

  /** Variables as they are and, as SmallRye does, as properties that they might stand for. */
  private static Set<String> names(
      Map<String, String> properties, Map<String, String> environment) {
    Set<String> names = new TreeSet<>(properties.keySet());
    for (String variable : environment.keySet()) {
      names.add(variable);
      names.add(variable.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
    return names;
  }

  private static ConfigReader read(
      Map<String, String> properties, Map<String, String> environment) {
    return ConfigReader.read(
        List.of(
            new MicroProfileSource(config(properties, environment), environment.keySet()),
            MapSource.of("context-param", "path", "/from-web-xml", "ping-interval", "1")));
  }

  @Test
  void wrappers_areReleasedByWhatTheyWrap() {
    assertThat(releasedBy(Implementation.WRAPPING)).containsExactly("wrapped");
  }

  @Test
  void configurations_thatTheServerKeeps_areLeftToIt() {
    assertThat(releasedBy(Implementation.KEEPING)).isEmpty();
  }

  private static List<String> releasedBy(Implementation implementation) {
    Resolver resolver = new Resolver(implementation);
    ConfigProviderResolver.setInstance(resolver);
    try {
      Runnable last = ConfigSources.lastStep(MicroProfileSourceTest.class.getClassLoader());
      assertThat(resolver.released).isEmpty();
      resolver.asked = 0;
      last.run();
      assertThat(resolver.asked).isZero();
    } finally {
      ConfigProviderResolver.setInstance(null);
    }
    return resolver.released;
  }

  private enum Implementation {
    WRAPPING,
    KEEPING
  }

  private static final class Resolver extends ConfigProviderResolver {

    private final Implementation implementation;
    private final Config wrapped = named("wrapped", null);
    private final List<String> released = new ArrayList<>();
    private int asked;

    Resolver(Implementation implementation) {
      this.implementation = implementation;
    }

    private static Config named(String name, Config wrapped) {
      return (Config)
          Proxy.newProxyInstance(
              MicroProfileSourceTest.class.getClassLoader(),
              new Class<?>[] {Config.class},
              (proxy, method, args) ->
                  switch (method.getName()) {
                    case "toString" -> name;
                    case "unwrap" -> wrapped;
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }

    @Override
    public Config getConfig(ClassLoader loader) {
      asked++;
      return implementation == Implementation.WRAPPING ? named("wrapper", wrapped) : wrapped;
    }

    @Override
    public Config getConfig() {
      throw new UnsupportedOperationException("of another application, perhaps");
    }

    @Override
    public ConfigBuilder getBuilder() {
      throw new UnsupportedOperationException("the application's own is used as it is");
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
      throw new UnsupportedOperationException("that is for the application to do");
    }

    @Override
    public void releaseConfig(Config config) {
      released.add(config.toString());
    }
  }

  @Test
  void property_set_comesBeforeTheContextParam() {
    assertThat(read(Map.of("socketio.path", "/mp"), Map.of()).config().path()).isEqualTo("/mp");
  }

  @Test
  void property_notSet_leavesTheContextParam() {
    assertThat(read(Map.of("other.key", "x"), Map.of()).config().path()).isEqualTo("/from-web-xml");
  }

  @Test
  void property_empty_leavesTheContextParam() {
    assertThat(read(Map.of("socketio.path", ""), Map.of()).config().path())
        .isEqualTo("/from-web-xml");
  }

  @Test
  void variable_ofAnOption_setsItAndIsNoUnknownKey() {
    ConfigReader reader = read(Map.of(), Map.of("SOCKETIO_PING_INTERVAL", "7000"));

    assertThat(reader.config().engine().pingInterval()).hasMillis(7000);
    assertThat(reader.effective()).contains("(MicroProfile Config)");
  }

  @Test
  void variable_inLowerCase_isNoUnknownKey() {
    assertThat(
            read(Map.of(), Map.of("socketio_ping_interval", "7")).config().engine().pingInterval())
        .hasMillis(7);
  }

  @Test
  void variables_ofAKubernetesService_areNoneOfOurs() {
    Map<String, String> environment =
        Map.of(
            "SOCKETIO_SERVICE_HOST", "10.0.0.1",
            "SOCKETIO_PORT", "tcp://10.0.0.1:80",
            "SOCKETIO_PORT_80_TCP_ADDR", "10.0.0.1");

    assertThat(read(Map.of(), environment).config().path()).isEqualTo("/from-web-xml");
  }

  @Test
  void property_unknown_isRefused() {
    assertThatThrownBy(() -> read(Map.of("socketio.ping.interval", "7"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "unknown key socketio.ping.interval (MicroProfile Config);"
                + " did you mean socketio.ping-interval?");
  }

  @Test
  void value_withAnExpressionThatFails_isAProblemOfTheKey() {
    assertThatThrownBy(() -> read(Map.of("socketio.path", "${nope}"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("socketio.path (MicroProfile Config): no value for the expression");
  }

  @Test
  void api_withoutImplementation_isNoSource() {
    assertThat(MicroProfileSource.find(getClass().getClassLoader())).isEmpty();
  }

  @Test
  void variable_ofANamespaceThatIsKnown_comesBeforeAFile() {
    Map<String, String> properties = Map.of("socketio.namespace./named.max-sockets", "1");
    Map<String, String> environment =
        Map.of(
            "SOCKETIO_NAMESPACE_NAMED_MAX_SOCKETS", "2",
            "SOCKETIO_NAMESPACE_CHAT_MAX_SOCKETS", "3",
            "SOCKETIO_SERVER_ADMIN_NAMESPACE_CHAT_PENDING_ACKS", "4",
            "SOCKETIO_SERVER_ADMIN_PENDING_ACKS", "5",
            "SOCKETIO_NAMESPACE_UNKNOWN_MAX_SOCKETS", "6");
    NamespaceTable namespaces =
        ConfigReader.read(
                new ServerSetup(
                    "admin",
                    List.of(
                        new MicroProfileSource(
                            config(properties, environment), environment.keySet())),
                    Set.of("/chat"),
                    options -> {}))
            .config()
            .server()
            .namespaces();

    assertThat(namespaces.of("/named").maxSockets()).isEqualTo(2);
    assertThat(namespaces.of("/chat").maxSockets()).isEqualTo(3);
    assertThat(namespaces.of("/chat").pendingAcks()).isEqualTo(4);
    assertThat(namespaces.all().pendingAcks()).isEqualTo(5);
    assertThat(namespaces.of("/unknown").maxSockets()).isZero();
  }

  @Test
  void property_thatAVariableOverrides_namesItsNamespaceStill() {
    NamespaceTable namespaces =
        read(
                Map.of("socketio.namespace./chat.max-sockets", "1"),
                Map.of("SOCKETIO_NAMESPACE__CHAT_MAX_SOCKETS", "2"))
            .config()
            .server()
            .namespaces();

    assertThat(namespaces.of("/chat").maxSockets()).isPositive(); // which, is MicroProfile's to say
  }

  @Test
  void property_withoutASlash_thatAVariableOverrides_namesItsNamespaceStill() {
    NamespaceTable namespaces =
        read(
                Map.of("socketio.namespace.chat.max-sockets", "1"),
                Map.of("SOCKETIO_NAMESPACE_CHAT_MAX_SOCKETS", "2"))
            .config()
            .server()
            .namespaces();

    assertThat(namespaces.of("/chat").maxSockets()).isEqualTo(2);
  }

  @Test
  void property_unknown_thatAVariableOverrides_isRefusedStill() {
    assertThatThrownBy(
            () ->
                read(Map.of("socketio.ping.interval", "7"), Map.of("SOCKETIO_PING_INTERVAL", "8")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown key socketio.ping.interval (MicroProfile Config)");
  }
}
