package dev.socketee.cdi.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NamespaceParam;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @ApplicationScoped
  static class Journal {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    void add(String line) {
      lines.add(line);
    }

    List<String> lines() {
      return List.copyOf(lines);
    }
  }

  @Namespace("/tenants/{tenant}/rooms/{room}")
  static class Tenants {

    @Inject Journal journal;
    @Inject Broadcaster all;

    @OnConnect
    void connect(@NamespaceParam("tenant") String tenant, @NamespaceParam("room") int room) {
      if (tenant.equals("banned")) {
        throw new ConnectionRefusedException("banned");
      }
      journal.add("connect " + tenant + " " + room);
    }

    @OnEvent
    String where(@NamespaceParam("room") long room, String argument, Socket socket) {
      return argument + room + socket.namespace().name();
    }

    @OnEvent
    void news(String text) {
      all.emit("news", text);
    }

    @OnDisconnect
    void disconnect(@NamespaceParam("tenant") String tenant, DisconnectReason reason) {
      journal.add("disconnect " + tenant);
    }
  }

  @Test
  void template_servesEveryNamespaceThatMatches_withItsParts() {
    try (App app = App.start(Journal.class, Tenants.class)) {
      TestClient client = app.connect("/tenants/acme/rooms/7");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}");
      assertThat(client.emitWithAck("where", "\"here\"").received())
          .containsExactly("37[\"here7/tenants/acme/rooms/7\"]");
      client.leave();

      assertThat(app.connect("/tenants/acme").received())
          .containsExactly("4{\"message\":\"Invalid namespace\"}");
      assertThat(app.connect("/tenants//rooms/7").received())
          .containsExactly("4{\"message\":\"Invalid namespace\"}");
      assertThat(app.get(Journal.class).lines())
          .containsExactly("connect acme 7", "disconnect acme");
    }
  }

  @Test
  void template_refusesAsAnyOther() {
    try (App app = App.start(Journal.class, Tenants.class)) {
      assertThat(app.connect("/tenants/banned/rooms/1").received())
          .containsExactly("4{\"message\":\"banned\"}");
    }
  }

  @Test
  void template_partThatCannotBeConverted_refusesTheClient(ExpectedLogs logs) {
    logs.expect(".*the variable room of the namespace.*");
    try (App app = App.start(Journal.class, Tenants.class)) {
      assertThat(app.connect("/tenants/acme/rooms/kitchen").received())
          .containsExactly("4{\"message\":\"Connection refused\"}");
    }
  }

  @Test
  void template_broadcaster_addressesTheSocketsOfAllItsNamespaces() {
    try (App app = App.start(Journal.class, Tenants.class)) {
      TestClient one = app.connect("/tenants/a/rooms/1");
      TestClient other = app.connect("/tenants/b/rooms/2");
      one.received();
      other.received();

      one.emit("news", "\"hi\"");

      assertThat(one.received()).containsExactly("2[\"news\",\"hi\"]");
      assertThat(other.received()).containsExactly("2[\"news\",\"hi\"]");
    }
  }

  @Namespace("/tenants/{tenant}/rooms/main")
  static class MainRooms {
    @OnEvent
    String where(@NamespaceParam("tenant") String tenant) {
      return "main of " + tenant;
    }
  }

  @Namespace("/tenants/acme/rooms/1")
  static class AcmeOne {
    @OnEvent
    String where() {
      return "acme one";
    }
  }

  @Test
  void namespace_withoutVariables_wins_thenTheTemplateWithFewerInFront() {
    try (App app = App.start(Journal.class, Tenants.class, MainRooms.class, AcmeOne.class)) {
      assertThat(ask(app, "/tenants/acme/rooms/1")).isEqualTo("37[\"acme one\"]");
      assertThat(ask(app, "/tenants/acme/rooms/main")).isEqualTo("37[\"main of acme\"]");
      assertThat(ask(app, "/tenants/acme/rooms/2")).isEqualTo("37[\"x2/tenants/acme/rooms/2\"]");
    }
  }

  private static String ask(App app, String namespace) {
    TestClient client = app.connect(namespace);
    client.received();
    return client.emitWithAck("where", "\"x\"").received().get(0);
  }

  @Singleton
  static class Outside {

    @Inject
    @Namespace("/tenants/{any}/rooms/{other}")
    Broadcaster all;

    @Inject
    @Namespace("/tenants/acme/rooms/9")
    SocketNamespace nine;
  }

  @Test
  void injectionPoint_elsewhere_meansTheSameNamespaces() {
    try (App app = App.start(Journal.class, Tenants.class, Outside.class)) {
      TestClient client = app.connect("/tenants/acme/rooms/9");
      client.received();

      app.get(Outside.class).all.emit("all");
      app.get(Outside.class).nine.emit("nine");

      assertThat(client.received()).containsExactly("2[\"all\"]", "2[\"nine\"]");
      assertThat(app.get(Journal.class).lines()).containsExactly("connect acme 9");
    }
  }

  @Namespace("/units/{unit}")
  static class Units {
    @OnEvent
    String unit(@NamespaceParam("unit") TimeUnit unit) {
      return unit.toChronoUnit().toString();
    }
  }

  @Test
  void namespaceParam_isConvertedAsTextIs() {
    try (App app = App.start(Units.class)) {
      TestClient client = app.connect("/units/DAYS");
      client.received();
      assertThat(client.emitWithAck("unit", "").received()).containsExactly("37[\"Days\"]");
    }
  }
}
