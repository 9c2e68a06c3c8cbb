package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.server.NamespaceTemplate;
import dev.socketee.test.ExpectedLogs;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Options for servers and namespaces that there are not. */
class UnknownKeysTest extends DefinedServersFixture {

  @Test
  void keys_ofATemplate_areWarnedOfWithDoubt(ExpectedLogs logs) {
    logs.expect(
        "Options are set for the namespaces /t/\\{a\\} of any server, which perhaps there are not:"
            + " there are .*/x");
    fake.parameters.put("socketio.namespace./t/{a}.max-sockets", "1");
    application.register();
    application.servers().server("default").of("/x");
    application.servers().server("default").of(Pattern.compile("/t/[a-z]+"));
    start();
  }

  @Test
  void keys_ofAServerThatThereIsNot_stopTheDeployment() {
    ANNOTATED.put("admin", Map.of("path", "/admin"));
    fake.parameters.put("socketio.server.admim.ping-interval", "1");
    application.register();

    assertThatThrownBy(this::start)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "socketio.server.admim.ping-interval (context-param): there is no server \"admim\"; did"
                + " you mean \"admin\"?");
  }

  @Test
  void keys_ofANamespaceThatNoServerHas_areWarnedOf(ExpectedLogs logs) {
    logs.expect("Options are set for the namespace /chats of any server, which there is not");
    logs.expect("there are .*/chat.*; did you mean /chat\\?");
    fake.parameters.put("socketio.namespace./chats.max-sockets", "1");
    fake.parameters.put("socketio.namespace./chat.max-sockets", "1");
    fake.parameters.put("socketio.namespace./logs.max-sockets", "1");
    ANNOTATED.put("admin", Map.of("path", "/admin"));
    application.register();
    application.servers().server("default").of("/chat");
    application.servers().server("admin").of("/logs");
    start();
  }

  @Test
  void keys_ofANamespaceThatTheirServerHasNot_areWarnedOf(ExpectedLogs logs) {
    logs.expect("Options are set for the namespace /chat of server \"admin\", which there is not");
    fake.parameters.put("socketio.server.admin.namespace./chat.max-sockets", "1");
    fake.parameters.put("socketio.server.default.namespace./chat.max-sockets", "1");
    ANNOTATED.put("admin", Map.of("path", "/admin"));
    application.register();
    application.servers().server("default").of("/chat");
    start();
  }

  @Test
  void keys_ofNamespacesThatMayCome_areNotWarnedOf() {
    fake.parameters.put("socketio.namespace./t/acme.max-sockets", "1");
    fake.parameters.put("socketio.namespace./t/{tenant}.max-sockets", "1");
    fake.parameters.put("socketio.namespace./live/{what}.max-sockets", "1");
    application.register();
    SocketIO io = application.servers().server("default");
    io.of(NamespaceTemplate.of("/t/{any}").pattern());
    io.of("/live/news");
    start();

    assertThat(io.namespaces()).hasSize(2);
  }
}
