package dev.socketee.it.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** Payara Server, the full distribution, with a copy of the domain that it brings. */
public final class PayaraServer implements Server {

  private static final Path SERVERS = Path.of("target/servers");
  private static final Path INSTALLATION = SERVERS.resolve("payara/payara6");
  private static final Path LIBRARIES = SERVERS.resolve("payara-lib");
  private static final Path DOMAIN = SERVERS.resolve("payara-run/domain1");

  /** How many times it hashes passwords: what its {@code SSHA} verifies. */
  private static final int ROUNDS = 100;

  @Override
  public String id() {
    return "payara";
  }

  @Override
  public String title() {
    return "Payara Server " + System.getProperty("server.version.payara");
  }

  @Override
  public RunningServer start() throws IOException {
    DomainFiles domain = DomainFiles.copy(INSTALLATION, DOMAIN, ROUNDS, PayaraServer::configure);
    domain.addLibraries(LIBRARIES);
    return Domain.start(INSTALLATION, Path.of(System.getProperty("java.home")), domain);
  }

  private static void configure(DomainXml xml) {
    xml.set("security-service", "activate-default-principal-to-role-mapping", "true");
    // its broker listens to all interfaces
    xml.set("jms-service", "type", "DISABLED");
    // neither others of its kind nor its vendor are to hear of it
    xml.set("hazelcast-config-specific-configuration", "enabled", "false");
    xml.add("phone-home-runtime-configuration", "enabled", "false");
  }
}
