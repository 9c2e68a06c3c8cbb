package dev.socketee.it.undertow;

import dev.socketee.it.console.User;
import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of the tests, by name and password. */
final class Users implements IdentityManager {

  private record Known(User user) implements Account, Principal {

    @Override
    public Principal getPrincipal() {
      return this;
    }

    @Override
    public Set<String> getRoles() {
      return Set.copyOf(user.roles());
    }

    @Override
    public String getName() {
      return user.name();
    }
  }

  @Override
  public Account verify(Account account) {
    return account;
  }

  @Override
  public @Nullable Account verify(String name, Credential credential) {
    return User.ALL.stream()
        .filter(user -> user.name().equals(name) && matches(user, credential))
        .findAny()
        .map(Known::new)
        .orElse(null);
  }

  @Override
  public @Nullable Account verify(Credential credential) {
    return null;
  }

  private static boolean matches(User user, Credential credential) {
    return credential instanceof PasswordCredential password
        && user.password().equals(new String(password.getPassword()));
  }
}
