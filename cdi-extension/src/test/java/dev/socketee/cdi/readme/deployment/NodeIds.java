package dev.socketee.cdi.readme.deployment;

import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

@ApplicationScoped
public class NodeIds implements RequestHooks {

  private final SecureRandom random = new SecureRandom();
  private final String node = System.getProperty("jboss.node.name", "a");

  @Override
  public Optional<String> generateId(HttpRequest request) {
    byte[] secret = new byte[18];
    random.nextBytes(secret);
    return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "." + node);
  }
}
