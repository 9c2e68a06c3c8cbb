package dev.socketee.cdi.passivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** What is injected can be held by a bean that is passivated. */
class PassivationTest {

  /** Weld refuses to deploy it if one of the fields cannot be passivated. */
  @SessionScoped
  static class Cart extends Handles {
    private static final long serialVersionUID = 1L;
  }

  @Dependent
  static class Holder extends Handles {
    private static final long serialVersionUID = 1L;
  }

  abstract static class Handles implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    @Namespace("/shop")
    Broadcaster everyone;

    @Inject
    @Namespace("/shop")
    SocketNamespace namespace;

    @Inject
    @Namespace("/shop")
    @RoomName
    Room buyers;

    @Inject SocketIO io;
  }

  @Namespace("/shop")
  static class Shop {
    @Inject @RoomName Room buyers;

    @OnConnect
    void enter(dev.socketee.Socket socket) {
      socket.join(buyers);
    }
  }

  @Test
  void handles_activatedInTheSameApplication_findItsServer() throws Exception {
    try (App app = App.start(Shop.class, Cart.class, Holder.class)) {
      check(app, read(write(app.get(Holder.class))));
    }
  }

  @Test
  void handles_activatedAfterRedeployment_findTheNewServer() throws Exception {
    byte[] passivated;
    try (App app = App.start(Shop.class, Cart.class, Holder.class)) {
      passivated = write(app.get(Holder.class));
    }
    try (App app = App.start(Shop.class, Cart.class, Holder.class)) {
      check(app, read(passivated));
    }
  }

  private static void check(App app, Holder holder) {
    TestClient client = app.connect("/shop");
    client.received();
    holder.everyone.emit("hello");
    holder.namespace.emit("hello");
    holder.buyers.emit("hello");
    holder.io.of("/shop").emit("hello");
    assertThat(client.received()).hasSize(4).containsOnly("2[\"hello\"]");
    assertThat(holder.buyers.size()).isEqualTo(1);
  }

  private static byte[] write(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Holder read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Holder) in.readObject();
    }
  }
}
