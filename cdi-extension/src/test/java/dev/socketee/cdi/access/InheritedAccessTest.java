package dev.socketee.cdi.access;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What superclasses and stereotypes say about who may do what. */
class InheritedAccessTest {

  private static final String FORBIDDEN = "37[{\"message\":\"Forbidden\"}]";

  private static String answer(TestClient client, String event) {
    client.received();
    return client.emitWithAck(event, "").received().get(0);
  }

  abstract static class Plain {
    @OnEvent
    String inherited() {
      return "inherited";
    }
  }

  @Namespace("/secured-subclass")
  @RolesAllowed("admin")
  static class SecuredSubclass extends Plain {
    @OnEvent
    @PermitAll
    String open() {
      return "open";
    }
  }

  @Test
  void inheritedHandler_ofAClassThatSaysNothing_isForThoseOfTheBean() {
    try (App app = App.start(SecuredSubclass.class)) {
      assertThat(app.connectAs("b", Set.of(), "/secured-subclass").received())
          .containsExactly("4{\"message\":\"Forbidden\"}");
      TestClient admin = app.connectAs("a", Set.of("admin"), "/secured-subclass");
      assertThat(answer(admin, "inherited")).isEqualTo("37[\"inherited\"]");
    }
  }

  @RolesAllowed("admin")
  abstract static class Secured {
    @OnEvent
    String inherited() {
      return "inherited";
    }

    @OnEvent
    String overridden() {
      return "super";
    }
  }

  abstract static class Between extends Secured {
    @OnEvent
    String between() {
      return "between";
    }
  }

  @Namespace("/open-subclass")
  @PermitAll
  static class OpenSubclass extends Between {
    @OnEvent
    String own() {
      return "own";
    }

    @Override
    @OnEvent
    String overridden() {
      return "sub";
    }
  }

  @Test
  void inheritedHandler_ofASecuredClass_isNotOpenedByASubclass() {
    try (App app = App.start(OpenSubclass.class)) {
      TestClient guest = app.connectAs("g", Set.of(), "/open-subclass");
      TestClient admin = app.connectAs("a", Set.of("admin"), "/open-subclass");

      assertThat(answer(guest, "own")).isEqualTo("37[\"own\"]");
      assertThat(answer(guest, "inherited")).isEqualTo(FORBIDDEN);
      assertThat(answer(guest, "between")).isEqualTo(FORBIDDEN);
      assertThat(answer(guest, "overridden")).isEqualTo("37[\"sub\"]");
      assertThat(answer(admin, "inherited")).isEqualTo("37[\"inherited\"]");
    }
  }

  @Namespace("/superclass")
  static class SaysNothing extends Secured {
    @OnEvent
    String own() {
      return "own";
    }
  }

  @Test
  void superclass_countsForABeanThatSaysNothing() {
    try (App app = App.start(SaysNothing.class)) {
      assertThat(app.connectAs("g", Set.of(), "/superclass").received())
          .containsExactly("4{\"message\":\"Forbidden\"}");
      assertThat(answer(app.connectAs("a", Set.of("admin"), "/superclass"), "own"))
          .isEqualTo("37[\"own\"]");
    }
  }

  @Stereotype
  @RolesAllowed("admin")
  @Retention(RUNTIME)
  @Target(TYPE)
  @interface ForAdmins {}

  @Stereotype
  @ForAdmins
  @Retention(RUNTIME)
  @Target(TYPE)
  @interface Backstage {}

  @Namespace("/stereotype")
  @Backstage
  static class Stereotyped {}

  @Namespace("/own")
  @Backstage
  @Authenticated
  static class StereotypedWithOwn {}

  @Test
  void stereotype_counts_unlessTheClassSaysSomething() {
    try (App app = App.start(Stereotyped.class, StereotypedWithOwn.class)) {
      assertThat(app.connectAs("g", Set.of(), "/stereotype").received())
          .containsExactly("4{\"message\":\"Forbidden\"}");
      assertThat(app.connectAs("a", Set.of("admin"), "/stereotype").received())
          .containsExactly("0{\"sid\":\"#\"}");
      assertThat(app.connectAs("g", Set.of(), "/own").received())
          .containsExactly("0{\"sid\":\"#\"}");
    }
  }

  @DeclareRoles({"declared", "more"})
  static class Elsewhere {
    @RolesAllowed("of a method")
    void anything() {}
  }

  @Test
  void roles_thatTheApplicationNames_areKnown() {
    try (App app =
        App.start(Stereotyped.class, SecuredSubclass.class, Elsewhere.class, SaysNothing.class)) {
      assertThat(app.roles()).containsExactlyInAnyOrder("admin", "declared", "more", "of a method");
    }
  }
}
