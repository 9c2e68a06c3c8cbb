package dev.socketee.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RoleNamesTest {

  private final List<String> asked = new ArrayList<>();

  private HttpServletRequest request(String caller, Set<String> roles) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getUserPrincipal" -> caller == null ? null : (Principal) () -> caller;
                  case "isUserInRole" -> {
                    asked.add((String) arguments[0]);
                    yield roles.contains(arguments[0]);
                  }
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  @Test
  void held_isWhatTheContainerSays_atTheTime() {
    RoleNames names = new RoleNames(List.of("admin", "guest"));

    Predicate<String> held = names.held(request("alice", Set.of("admin")));

    assertThat(asked).containsExactlyInAnyOrder("admin", "guest");
    assertThat(held).accepts("admin").rejects("guest");
    assertThat(asked).hasSize(2);
  }

  @Test
  void held_nobody_isNotAsked_andWarnsOfNothing() {
    Predicate<String> held = new RoleNames(List.of("admin")).held(request(null, Set.of("admin")));

    assertThat(held).rejects("admin", "unknown");
    assertThat(asked).isEmpty();
  }

  @Test
  void held_unknownRole_isNot_andWarnsOnce(ExpectedLogs logs) {
    logs.expect("in the role \"chief\".*@DeclareRoles\\(\"chief\"\\)");
    RoleNames names = new RoleNames(List.of("admin"));

    assertThat(names.held(request("alice", Set.of("chief")))).rejects("chief", "chief");
    assertThat(names.held(request("bob", Set.of()))).rejects("chief");
  }

  @Test
  void held_placeholders_areNotAskedFor() {
    new RoleNames(List.of("*", "**")).held(request("alice", Set.of()));

    assertThat(asked).isEmpty();
  }
}
