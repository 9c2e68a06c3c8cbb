package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ConfigSource;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.server.NamespaceTemplate;
import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.ParserLimits;
import dev.socketee.spi.WireMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The servers that annotations define and configurers configure, with CDI in time and late. */
class DefinedServersTest extends DefinedServersFixture {

  @Test
  void definition_ofTheDefaultServer_isBehindTheConfiguration_andMaySayThePath() {
    ANNOTATED.put("default", Map.of("path", "/io", "ping-interval", "1", "ping-timeout", "2"));
    fake.parameters.put("socketio.ping-interval", "3");
    application.register();
    start();

    assertThat(fake.mappings).containsExactly("/io/*");
    assertThat(effective("default"))
        .isEqualTo(
            "socketio.path = \"/io\" (@X of Y), socketio.ping-interval = \"3\" (context-param),"
                + " socketio.ping-timeout = \"2\" (@X of Y)");
  }

  @Test
  void definition_ofAnotherServer_makesIt() {
    ANNOTATED.put("admin", Map.of("path", "/admin"));
    ANNOTATED.put("live", Map.of("ping-interval", "1"));
    fake.parameters.put("socketio.server.live.path", "/live");
    application.register();
    start();

    assertThat(fake.mappings).containsExactly("/socket.io/*", "/admin/*", "/live/*");
    assertThat(application.servers().names()).containsExactly("admin", "default", "live");
    assertThat(effective("live"))
        .contains("socketio.server.live.path = \"/live\" (context-param)")
        .contains("socketio.ping-interval = \"1\" (@X of Y)");
  }

  @Test
  void definition_withoutAPath_stopsTheDeployment() {
    ANNOTATED.put("admin", Map.of());

    assertThatThrownBy(application::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "server \"admin\" needs a path of its own: say .path(\"/...\") before .build(), or"
                + " path in its @SocketIODefinition, or set the option socketio.server.admin.path");
  }

  @Test
  void definition_ofAServerThatIsBuilt_stopsTheDeployment() {
    ANNOTATED.put("admin", Map.of("path", "/admin"));
    application.register();

    assertThatThrownBy(() -> SocketIO.builder().name("admin").path("/other").build())
        .hasMessage(
            "this application has a server named \"admin\" already: its @SocketIODefinition makes it,"
                + " so that nothing has to build it. Remove one of them, or give them different"
                + " names. (What an annotation cannot say about a server, a SocketIOConfigurer can.)");
  }

  @Test
  void builder_ofTheServerByConfiguration_stopsTheDeployment() {
    application.register();

    assertThatThrownBy(() -> SocketIO.builder().name("default").path("/other").build())
        .hasMessage(
            "this application has a server named \"default\" already: every application has that"
                + " one. Give what you build another name. (What the configuration cannot say about"
                + " a server, a SocketIOConfigurer can.)");
  }

  @Test
  void variables_ofTemplatesThatBeansServe_areOptions() {
    ConfigSource environment =
        new ConfigSource() {
          @Override
          public String name() {
            return "environment";
          }

          @Override
          public Optional<String> value(String key) {
            String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
            return variable.equals("SOCKETIO_NAMESPACE_TENANTS__TENANT__MAX_SOCKETS")
                ? Optional.of("5")
                : Optional.empty();
          }

          @Override
          public Set<String> keys(String prefix) {
            return Set.of();
          }
        };
    beans = servers -> servers.server("default").of(NamespaceTemplate.of("/tenants/{tenant}"));
    application = new WebApplication(fake.context, List.of(environment));
    application.register();
    start();

    assertThat(effective("default"))
        .isEqualTo("socketio.namespace.tenants/{tenant}.max-sockets = \"5\" (environment)");
  }

  @Test
  void parser_thatIsSaidLast_counts() {
    Parser own = new NamedParser();
    configurer(
        (server, options) -> {
          if (server.equals("by-name")) {
            options.option("parser", "msgpack");
          } else if (server.equals("by-object")) {
            options.parser(own);
          } else if (server.equals("emptied")) {
            options.parser(own).option("parser", " "); // which counts as not set
          }
        });
    application.register();
    SocketIO.builder().name("by-name").path("/a").parser(own).build();
    SocketIO.builder().name("by-object").path("/b").option("parser", "msgpack").build();
    SocketIO.builder().name("one").path("/c").parser(own).option("parser", "msgpack").build();
    SocketIO.builder().name("other").path("/d").option("parser", "msgpack").parser(own).build();
    SocketIO.builder().name("emptied").path("/e").option("parser", "msgpack").build();
    start();

    assertThat(parser("by-name")).isEqualTo("msgpack");
    assertThat(parser("by-object")).isEqualTo("own");
    assertThat(parser("one")).isEqualTo("msgpack");
    assertThat(parser("other")).isEqualTo("own");
    assertThat(parser("emptied")).isEqualTo("own");
    assertThat(effective("other")).doesNotContain("msgpack");
  }

  @Test
  void parser_thatThereIsNot_doesNoHarmIfAnotherIsSaidLater() {
    configurer((server, options) -> options.option("parser", "msgpack"));
    application.register();
    SocketIO.builder().name("a").path("/a").option("parser", "nonsense").build();
    start();

    assertThat(parser("a")).isEqualTo("msgpack");
  }

  /** A parser of which nothing is needed but its name. */
  private static final class NamedParser implements Parser {

    @Override
    public String name() {
      return "own";
    }

    @Override
    public List<WireMessage> encode(Packet packet) {
      throw new UnsupportedOperationException("no client connects");
    }

    @Override
    public Decoder decoder(ParserLimits limits) {
      throw new UnsupportedOperationException("no client connects");
    }
  }

  private String parser(String server) {
    return mount(server).config().server().format().name();
  }

  @Test
  void builder_withANameOnly_findsItsPathInTheConfiguration() {
    fake.parameters.put("socketio.server.admin.path", "/admin");
    application.register();

    assertThat(SocketIO.builder().name("admin").build().path()).isEqualTo("/admin");
    assertThatThrownBy(() -> SocketIO.builder().name("other").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("server \"other\" needs a path of its own");
    assertThatThrownBy(() -> SocketIO.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a path of its own");
    start();
  }

  @Test
  void configurer_isAskedAboutEachServer_andItsWordIsTheLast() {
    List<String> asked = new ArrayList<>();
    configurer((server, options) -> options.pingInterval(Duration.ofMillis(7)));
    configurer(
        (server, options) -> {
          asked.add(server);
          if (server.equals("admin")) {
            options.pingInterval(Duration.ofMillis(8));
          } else {
            options.path("/io").option("executor", "").option("handler-threads", "3");
          }
          options.namespaceOption("/tenants/{t}", "max-sockets", "5");
        });
    fake.parameters.put("socketio.server.default.ping-interval", "1");
    application.register();
    SocketIO unused =
        SocketIO.builder().path("/a").name("admin").option("ping-interval", "2").build();
    application.servers().server("default").of(NamespaceTemplate.of("/tenants/{any}").pattern());
    application.servers().server("admin").of("/tenants/acme");
    start();

    assertThat(asked).containsExactly("default", "admin");
    assertThat(fake.mappings).containsExactly("/io/*", "/a/*");
    assertThat(effective("default"))
        .contains("socketio.ping-interval = \"PT0.007S\" (SocketIOConfigurer com.acme.Settings)")
        .contains("socketio.handler-threads = \"3\" (SocketIOConfigurer com.acme.Settings)")
        .contains("socketio.namespace.\"/tenants/{t}\".max-sockets = \"5\" (SocketIOConfigurer");
    assertThat(effective("admin"))
        .contains("socketio.path = \"/a\" (builder of server \"admin\")")
        .contains("socketio.ping-interval = \"PT0.008S\" (SocketIOConfigurer com.acme.Settings)");
  }

  @Test
  void configurer_thatFails_orWantsTheWrongThing_stopsTheDeployment() {
    configurer(
        (server, options) -> {
          throw new IllegalStateException("no plan");
        });
    assertThatThrownBy(application::register)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the SocketIOConfigurer com.acme.Settings failed for server \"default\": no plan");

    CONFIGURERS.clear();
    configurer((server, options) -> options.option("pings", "1"));
    assertThatThrownBy(this::again)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown key socketio.pings (SocketIOConfigurer com.acme.Settings)");

    CONFIGURERS.clear();
    configurer((server, options) -> options.name("other"));
    assertThatThrownBy(this::again)
        .hasMessageContaining("a SocketIOConfigurer cannot name a server, which has its name");

    CONFIGURERS.clear();
    configurer(
        (server, options) -> {
          SocketIO unused = options.build();
        });
    assertThatThrownBy(this::again)
        .hasMessageContaining("a SocketIOConfigurer cannot build the server that it configures");
  }

  private void again() {
    application = new WebApplication(fake.context, ConfigSources.of(fake.context));
    application.register();
  }

  @Test
  void cdi_thatComesLater_isHeardStill() {
    there = false;
    fake.parameters.put("socketio.path", "/io");
    application.register();
    there = true;
    ANNOTATED.put("default", Map.of("ping-interval", "1", "path", "/other"));
    start();

    assertThat(fake.mappings).containsExactly("/io/*");
    assertThat(effective("default"))
        .contains("socketio.ping-interval = \"1\" (@X of Y)")
        .contains("socketio.path = \"/io\" (context-param)");
  }

  @Test
  void cdi_thatComesTooLateForAPath_stopsTheDeployment() {
    there = false;
    application.register();
    there = true;
    ANNOTATED.put("default", Map.of("path", "/io"));

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "server \"default\" cannot be at /io: nothing can be mounted at /io")
        .hasMessageContaining("This container has started CDI later than that")
        .hasMessageContaining("say it in web.xml (socketio.path)");
  }

  @Test
  void configuration_thatIsWrong_isSaidBeforeCdiIsThere() {
    there = false;
    fake.parameters.put("socketio.pings", "1");

    assertThatThrownBy(application::register).isInstanceOf(ConfigException.class);
  }
}
