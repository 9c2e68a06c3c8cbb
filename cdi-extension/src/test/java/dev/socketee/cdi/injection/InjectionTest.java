package dev.socketee.cdi.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is injected, and which namespace and room it stands for. */
class InjectionTest {

  @Namespace("/chat")
  static class Chat extends Fields {

    @OnConnect
    void arrive(Socket socket) {
      socket.join(lobby);
    }

    @OnEvent
    void message(Socket from, String text) {
      lobby.except(from).emit("message", text);
    }
  }

  /** In a superclass: the bean's namespace counts, not that of the class. */
  abstract static class Fields {
    @Inject Broadcaster everyone;
    @Inject SocketNamespace namespace;
    @Inject SocketIO io;
    @Inject @RoomName Room lobby;

    @Inject
    @RoomName("side room")
    @Namespace("news")
    Room elsewhere;

    @Inject
    @Namespace("/prices")
    Broadcaster prices;

    @Inject Instance<SocketNamespace> lazy;

    @Inject
    @Namespace("/prices")
    Provider<SocketNamespace> lazyPrices;

    @Inject @RoomName Instance<Room> lazyRoom;
  }

  @ApplicationScoped
  static class Other {

    private SocketNamespace main;
    private Room room;
    private SocketNamespace ofMethod;
    private SocketNamespace ofParameter;

    Other() {}

    @Inject
    Other(SocketNamespace main, @RoomName("r") @Namespace("/c") Room room) {
      this.main = main;
      this.room = room;
    }

    @Inject
    @Namespace("/method")
    void names(SocketNamespace ofMethod, @Namespace("/parameter") SocketNamespace ofParameter) {
      this.ofMethod = ofMethod;
      this.ofParameter = ofParameter;
    }

    @Produces
    @Named("produced")
    @Dependent
    static String produced(@Namespace("/produced") SocketNamespace namespace) {
      return namespace.name();
    }

    String names() {
      return main.name() + " " + room.name() + " " + ofMethod.name() + " " + ofParameter.name();
    }
  }

  private App app;

  @BeforeEach
  void start() {
    app = App.start(Chat.class, Other.class);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  /** The bean itself, not its proxy. */
  private Fields fields() {
    BeanManager beanManager = app.container().getBeanManager();
    Bean<?> bean = beanManager.resolve(beanManager.getBeans(Chat.class));
    return (Fields) create(beanManager, bean);
  }

  private static <T> T create(BeanManager beanManager, Bean<T> bean) {
    return beanManager
        .getContext(bean.getScope())
        .get(bean, beanManager.createCreationalContext(bean));
  }

  @Test
  void room_ofBean_reachesItsMembers() {
    TestClient ada = app.connect("/chat");
    TestClient bob = app.connect("/chat");
    ada.received();
    bob.received();
    ada.emit("message", "\"hi\"");
    assertThat(ada.received()).isEmpty();
    assertThat(bob.received()).containsExactly("2[\"message\",\"hi\"]");
  }

  @Test
  void field_withoutNamespace_hasThatOfTheBean() {
    Fields fields = fields();
    assertThat(fields.namespace.name()).isEqualTo("/chat");
    assertThat(fields.lazy.get().name()).isEqualTo("/chat");
    TestClient client = app.connect("/chat");
    client.received();
    fields.everyone.emit("hello");
    fields.namespace.emit("hello");
    fields.io.of("/chat").emit("hello");
    assertThat(client.received()).hasSize(3).containsOnly("2[\"hello\"]");
  }

  @Test
  void field_withNamespace_hasThat() {
    Fields fields = fields();
    TestClient client = app.connect("/prices");
    assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}");
    fields.prices.emit("price", 7);
    assertThat(client.received()).containsExactly("2[\"price\",7]");
    assertThat(fields.lazyPrices.get().name()).isEqualTo("/prices");
  }

  @Test
  void room_hasTheNameOfAnnotationOrField() {
    Fields fields = fields();
    assertThat(fields.lobby.name()).isEqualTo("lobby");
    assertThat(fields.elsewhere.name()).isEqualTo("side room");
    assertThat(fields.lazyRoom.get().name()).isEqualTo("lazyRoom");
    app.connect("/chat");
    assertThat(fields.lobby.size()).isEqualTo(1);
    assertThat(fields.elsewhere.size()).isZero();
  }

  @Test
  void parameter_hasTheNamespaceOfItsAnnotationOrMethod() {
    assertThat(app.get(Other.class).names()).isEqualTo("/ r /method /parameter");
    assertThat(
            app.container()
                .select(String.class, jakarta.enterprise.inject.literal.NamedLiteral.of("produced"))
                .get())
        .isEqualTo("/produced");
  }

  @Test
  void namespace_ofInjectionPoint_existsFromTheBeginning() {
    assertThat(app.io().namespaces())
        .extracting(SocketNamespace::name)
        .containsExactlyInAnyOrder(
            "/", "/chat", "/news", "/prices", "/c", "/method", "/parameter", "/produced");
  }

  @Test
  void lookup_byProgram_isOfTheMainNamespace() {
    assertThat(CDI.current().select(SocketNamespace.class).get().name()).isEqualTo("/");
    assertThat(app.get(SocketIO.class).namespaces()).hasSameSizeAs(app.io().namespaces());
    TestClient client = app.connect("/");
    client.received();
    CDI.current().select(Broadcaster.class).get().emit("hello");
    CDI.current().select(Broadcaster.class, Any.Literal.INSTANCE).get().emit("hello");
    BeanManager beanManager = app.container().getBeanManager();
    Bean<?> bean = beanManager.resolve(beanManager.getBeans(Broadcaster.class));
    ((Broadcaster)
            beanManager.getReference(
                bean, Broadcaster.class, beanManager.createCreationalContext(null)))
        .emit("hello");
    assertThat(client.received()).hasSize(3).containsOnly("2[\"hello\"]");
  }

  @Test
  void lookup_ofRoomByProgram_isRefused() {
    Instance<Room> rooms = CDI.current().select(Room.class);
    assertThatThrownBy(rooms::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A Room can be looked up only with @RoomName; use SocketNamespace.room");
  }

  @Test
  void handle_isShownAsWhatItStandsFor() {
    Fields fields = fields();
    assertThat(fields.lobby).hasToString(app.io().of("/chat").room("lobby").toString());
    assertThat(fields.io).hasToString(app.io().toString());
  }
}
