package dev.socketee.it.console;

import java.util.List;

/**
 * Who can log in.
 *
 * @param name in small letters
 * @param roles the names of the roles
 */
public record User(String name, List<String> roles) {

  /** All that can. */
  public static final List<User> ALL =
      List.of(new User("alice", List.of("user", "admin")), new User("bob", List.of("user")));

  /** The password. */
  public String password() {
    return "secret-of-" + name;
  }
}
