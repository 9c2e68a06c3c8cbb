package dev.socketee.it.proxy;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** One of several servers behind a balancer, which tells its clients who it is. */
final class Node {

  private static final String NAME = "node";

  private Node() {}

  /** The beans of all nodes. */
  @Namespace("/")
  static class Where {

    @Inject
    @Named(NAME)
    String node;

    @OnEvent("node")
    String node() {
      return node;
    }
  }

  /** For nodes whose name is in the ids: the bean of {@code docs/deployment.md}. */
  static class Ids implements RequestHooks {

    private final SecureRandom random = new SecureRandom();

    @Inject
    @Named(NAME)
    String node;

    @Override
    public Optional<String> generateId(HttpRequest request) {
      byte[] secret = new byte[18];
      random.nextBytes(secret);
      return Optional.of(
          Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "." + node);
    }
  }

  /** One name. */
  static class A {

    @Produces
    @Named(NAME)
    String name = "a";
  }

  /** Another name. */
  static class B {

    @Produces
    @Named(NAME)
    String name = "b";
  }

  /**
   * Starts one.
   *
   * @param name the bean with its name
   * @param beans more beans
   */
  static EmbeddedSocketIO start(Class<?> name, Class<?>... beans) {
    return EmbeddedSocketIO.builder()
        .port(0)
        .contextPath("/app")
        .option("ping-interval", "500")
        .option("ping-timeout", "5000")
        .beans(Where.class, name)
        .beans(beans)
        .start();
  }
}
