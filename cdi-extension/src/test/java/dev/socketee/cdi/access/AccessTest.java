package dev.socketee.cdi.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.AccessRefusedException;
import dev.socketee.Ack;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTest {

  private static final String ACCEPTED = "0{\"sid\":\"#\"}";
  private static final String FORBIDDEN = "{\"message\":\"Forbidden\"}";
  private static final String UNAUTHORIZED = "{\"message\":\"Unauthorized\"}";

  private static final List<String> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Namespace("/events")
  static class Events {

    @OnEvent
    @RolesAllowed({"admin", "owner"})
    String kick(int whom) {
      return "kicked " + whom;
    }

    @OnEvent
    @Authenticated
    String known(Principal caller) {
      return caller.getName();
    }

    @OnEvent
    @DenyAll
    String never() {
      return "never";
    }

    @OnEvent
    @PermitAll
    String always() {
      return "always";
    }

    @OnEvent
    String open() {
      return "open";
    }

    @OnEvent
    @RolesAllowed("**")
    void silent() {
      SEEN.add("silent");
    }
  }

  private static List<String> answer(TestClient client, String event, String arguments) {
    client.received();
    return client.emitWithAck(event, arguments).received();
  }

  @Test
  void event_forRoles_isForThoseWhoHaveOne() {
    try (App app = App.start(Events.class)) {
      assertThat(answer(app.connectAs("a", Set.of("owner"), "/events"), "kick", "1"))
          .containsExactly("37[\"kicked 1\"]");
      assertThat(answer(app.connectAs("b", Set.of("guest"), "/events"), "kick", "1"))
          .containsExactly("37[" + FORBIDDEN + "]");
      assertThat(answer(app.connect("/events"), "kick", "1"))
          .containsExactly("37[" + UNAUTHORIZED + "]");
    }
  }

  @Test
  void event_forKnownCallers_isForAnyOfThem() {
    try (App app = App.start(Events.class)) {
      assertThat(answer(app.connectAs("alice", Set.of(), "/events"), "known", ""))
          .containsExactly("37[\"alice\"]");
      assertThat(answer(app.connect("/events"), "known", ""))
          .containsExactly("37[" + UNAUTHORIZED + "]");
    }
  }

  @Test
  void event_forNobody_andForEverybody() {
    try (App app = App.start(Events.class)) {
      TestClient admin = app.connectAs("a", Set.of("admin"), "/events");
      TestClient anonymous = app.connect("/events");

      assertThat(answer(admin, "never", "")).containsExactly("37[" + FORBIDDEN + "]");
      assertThat(answer(anonymous, "always", "")).containsExactly("37[\"always\"]");
      assertThat(answer(anonymous, "open", "")).containsExactly("37[\"open\"]");
    }
  }

  /** Not even by its mistakes does a client learn something of what is not for it. */
  @Test
  void event_refused_beforeItsArgumentsAreLookedAt() {
    try (App app = App.start(Events.class)) {
      assertThat(answer(app.connect("/events"), "kick", "\"no number\""))
          .containsExactly("37[" + UNAUTHORIZED + "]");
    }
  }

  @Test
  void event_refused_withoutAcknowledgement_isNotCalled_andLogsNothing() {
    try (App app = App.start(Events.class)) {
      TestClient client = app.connect("/events");
      client.received();

      assertThat(client.emit("silent", "").received()).isEmpty();
      assertThat(SEEN).isEmpty();

      app.connectAs("a", Set.of(), "/events").emit("silent", "");
      assertThat(SEEN).containsExactly("silent");
    }
  }

  @Namespace("/audited")
  static class Audited {

    @OnEvent
    @RolesAllowed("admin")
    void kick() {}

    @OnConnect
    @Authenticated
    void arrive() {
      SEEN.add("arrived");
    }

    @OnError
    void refused(Socket socket, AccessRefusedException e) {
      SEEN.add(e.authenticated() + " " + e.getMessage());
    }
  }

  @Test
  void refusal_goesToTheHandlerOfErrors_andToTheClient() {
    try (App app = App.start(Audited.class)) {
      TestClient client = app.connectAs("bob", Set.of("guest"), "/audited");

      assertThat(answer(client, "kick", "")).containsExactly("37[" + FORBIDDEN + "]");
      assertThat(app.connect("/audited").received()).containsExactly("4" + UNAUTHORIZED);
      assertThat(SEEN)
          .containsExactly(
              "arrived",
              "true "
                  + Audited.class.getTypeName()
                  + ".kick() is for callers in one of the roles [admin], and was refused to bob",
              "false "
                  + Audited.class.getTypeName()
                  + ".arrive() is for authenticated callers, and was refused to an anonymous"
                  + " caller");
    }
  }

  @Namespace("/admin")
  @RolesAllowed("admin")
  static class Admin {

    @OnEvent
    String any() {
      return "any";
    }

    @OnEvent
    @RolesAllowed("chief")
    String chief() {
      return "chief";
    }

    @OnDisconnect
    void left() {
      SEEN.add("left");
    }
  }

  @Test
  void classConstraint_withoutConnectHandler_decidesOnTheConnect() {
    try (App app = App.start(Admin.class)) {
      assertThat(app.connect("/admin").received()).containsExactly("4" + UNAUTHORIZED);
      assertThat(app.connectAs("b", Set.of("chief"), "/admin").received())
          .containsExactly("4" + FORBIDDEN);
      assertThat(app.connectAs("a", Set.of("admin"), "/admin").received())
          .containsExactly(ACCEPTED);
    }
  }

  @Test
  void classConstraint_holdsForHandlers_thatSayNothingElse() {
    try (App app = App.start(Admin.class)) {
      TestClient admin = app.connectAs("a", Set.of("admin"), "/admin");
      TestClient both = app.connectAs("a", Set.of("admin", "chief"), "/admin");

      assertThat(answer(admin, "any", "")).containsExactly("37[\"any\"]");
      assertThat(answer(admin, "chief", "")).containsExactly("37[" + FORBIDDEN + "]");
      assertThat(answer(both, "chief", "")).containsExactly("37[\"chief\"]");
    }
  }

  @Test
  void disconnect_isNotChecked() {
    try (App app = App.start(Admin.class)) {
      app.connectAs("a", Set.of("admin"), "/admin").leave();

      assertThat(SEEN).containsExactly("left");
    }
  }

  public record Token(String user, List<String> roles) {}

  @Namespace("/login")
  @RolesAllowed("admin")
  static class Login {

    @OnConnect
    @PermitAll
    void login(Socket socket, @Auth Token token) {
      SEEN.add("login");
      if (token != null) {
        socket.identify(token::user, token.roles());
      }
    }

    @OnEvent
    String who(Principal caller) {
      return caller.getName();
    }
  }

  @Namespace("/login")
  @Authenticated
  static class Second {

    @OnEvent
    String second() {
      return "second";
    }
  }

  @Test
  void identify_inAConnectHandlerForEverybody_countsForTheClass() {
    try (App app = App.start(Login.class, Second.class)) {
      TestClient known = app.connect("/login", "{\"user\":\"carol\",\"roles\":[\"admin\"]}");
      assertThat(known.received()).containsExactly(ACCEPTED);
      assertThat(answer(known, "who", "")).containsExactly("37[\"carol\"]");

      assertThat(app.connect("/login", "{\"user\":\"dave\",\"roles\":[]}").received())
          .containsExactly("4" + FORBIDDEN);
      assertThat(app.connect("/login").received()).containsExactly("4" + UNAUTHORIZED);
      assertThat(SEEN).hasSize(3);
    }
  }

  @Namespace("/several")
  static class Unconstrained {
    @OnConnect
    void arrive() {
      SEEN.add("arrived");
    }
  }

  @Namespace("/several")
  @Authenticated
  static class Constrained {}

  @Namespace("/several")
  static class Auditor {
    @OnError
    void refused(AccessRefusedException e) {
      SEEN.add(e.getMessage());
    }
  }

  @Test
  void classConstraints_ofAllBeansOfTheNamespace_mustHold() {
    try (App app = App.start(Unconstrained.class, Constrained.class, Auditor.class)) {
      assertThat(app.connect("/several").received()).containsExactly("4" + UNAUTHORIZED);
      assertThat(SEEN)
          .containsExactly(
              "arrived",
              "The namespace /several of "
                  + Constrained.class.getName()
                  + " is for authenticated callers, and was refused to an anonymous caller");
      assertThat(app.connectAs("a", Set.of(), "/several").received()).containsExactly(ACCEPTED);
    }
  }

  /** A middleware of the application cannot be registered before the beans are. */
  @Test
  void identify_inMiddleware_countsForTheClass() {
    try (App app = App.start(Admin.class)) {
      app.io().of("/admin").use(socket -> socket.identify(() -> "carol", List.of("admin")));

      assertThat(app.connect("/admin").received()).containsExactly(ACCEPTED);
    }
  }

  @Namespace("/rooms/{name}")
  @Authenticated
  static class Template {}

  @Test
  void classConstraint_ofATemplate_holdsForEachOfItsNamespaces() {
    try (App app = App.start(Template.class)) {
      assertThat(app.connect("/rooms/a").received()).containsExactly("4" + UNAUTHORIZED);
      assertThat(app.connectAs("a", Set.of(), "/rooms/b").received()).containsExactly(ACCEPTED);
    }
  }

  @Namespace("/thrown")
  static class Throwing {

    @OnConnect
    void arrive(Socket socket) {
      if (socket.principal().isEmpty()) {
        throw new AccessRefusedException("who are you?", false);
      }
    }

    @OnEvent
    void own() {
      throw new AccessRefusedException("not for you", true);
    }

    @OnEvent
    CompletionStage<String> later() {
      return CompletableFuture.failedStage(new AccessRefusedException("not for you", true));
    }

    @OnEvent
    void bean() {
      throw new EJBAccessException("not allowed");
    }
  }

  @Test
  void refusal_byTheHandler_isAnsweredTheSame_andLogsNothing() {
    try (App app = App.start(Throwing.class)) {
      assertThat(app.connect("/thrown").received()).containsExactly("4" + UNAUTHORIZED);
      TestClient client = app.connectAs("a", Set.of(), "/thrown");
      assertThat(answer(client, "own", "")).containsExactly("37[" + FORBIDDEN + "]");
      assertThat(answer(client, "later", "")).containsExactly("37[" + FORBIDDEN + "]");
      assertThat(answer(client, "bean", "")).containsExactly("37[" + FORBIDDEN + "]");
    }
  }

  @Test
  void refusal_bySessionBean_isReportedAsOurs() {
    try (App app = App.start(Throwing.class)) {
      List<Throwable> told = new ArrayList<>();
      app.io().of("/thrown").onConnection(socket -> socket.onError(told::add));
      app.connectAs("a", Set.of(), "/thrown").emit("bean", "");

      assertThat(told)
          .singleElement()
          .isInstanceOf(AccessRefusedException.class)
          .extracting(Throwable::getCause)
          .isInstanceOf(EJBAccessException.class);
    }
  }

  @Namespace("/two")
  static class First {
    @OnEvent
    @DenyAll
    void shared() {
      SEEN.add("first");
    }
  }

  @Namespace("/two")
  static class Answering {
    @OnEvent
    void shared(Ack<String> ack) {
      ack.send("answered");
    }
  }

  @Test
  void refusal_ofOneListener_leavesTheAnswerToTheOther() {
    try (App app = App.start(First.class, Answering.class)) {
      assertThat(answer(app.connect("/two"), "shared", "")).containsExactly("37[\"answered\"]");
      assertThat(SEEN).isEmpty();
    }
  }
}
