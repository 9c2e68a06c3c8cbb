package dev.socketee.it.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Eclipse GlassFish, with a copy of the domain that it brings, in the process that {@code asadmin
 * start-domain} would start.
 */
public final class GlassFishServer implements Server {

  private static final int ROUNDS = 100;

  /** It would open a shell, on a port of its own. */
  private static final String REMOTE_SHELL = "org.apache.felix.shell.remote";

  /**
   * An application that is there when the server starts, as those of a server in production are.
   * One that has started without any stops its network listeners before the applications that it
   * got since, which cannot say goodbye to their clients then: services are stopped in the opposite
   * order of their starts, and only the web container brings one between the two that matter.
   */
  private static final String FIRST = "first";

  private static final Path SERVERS = Path.of("target/servers").toAbsolutePath();
  private static final Path INSTALLATION = SERVERS.resolve("glassfish/glassfish8");
  private static final Path LIBRARIES = SERVERS.resolve("glassfish-lib");
  private static final Path DOMAIN = SERVERS.resolve("glassfish-run/domain1");

  @Override
  public String id() {
    return "glassfish";
  }

  @Override
  public String title() {
    return "GlassFish " + System.getProperty("server.version.glassfish");
  }

  @Override
  public RunningServer start() throws IOException {
    Path java = Jdks.java21OrNewer(SERVERS.resolveSibling("java"));
    DomainFiles domain = DomainFiles.copy(INSTALLATION, DOMAIN, ROUNDS, GlassFishServer::configure);
    domain.addLibraries(LIBRARIES);
    Path first = DOMAIN.resolve("applications").resolve(FIRST);
    Files.createDirectories(first.resolve("WEB-INF"));
    Files.writeString(first.resolve("index.html"), "it is there");
    return Domain.start(command(java), domain).await(FIRST);
  }

  private static void configure(DomainXml xml) {
    xml.options(GlassFishServer::withoutRemoteShell);
    xml.application(FIRST);
  }

  private static String withoutRemoteShell(String option) {
    return Arrays.stream(option.split(",", -1))
        .filter(bundle -> !bundle.equals(REMOTE_SHELL))
        .collect(Collectors.joining(","));
  }

  private static ProcessBuilder command(Path java) throws IOException {
    String home = INSTALLATION.resolve("glassfish").toString();
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(
        List.of("--module-path", home + "/lib/bootstrap", "--add-modules", "ALL-MODULE-PATH"));
    DomainXml.read(DOMAIN.resolve("config/domain.xml"))
        .options()
        .map(option -> option.replace("${com.sun.aas.instanceRoot}", DOMAIN.toString()))
        .map(option -> option.replace("${com.sun.aas.installRoot}", home))
        .forEach(command::add);
    command.add("-Dcom.sun.aas.instanceRoot=" + DOMAIN);
    command.add("-Dcom.sun.aas.installRoot=" + home);
    command.add("com.sun.enterprise.glassfish.bootstrap.GlassFishMain");
    command.addAll(List.of("-domaindir", DOMAIN.toString(), "-domainname", "domain1"));
    command.addAll(List.of("-instancename", "server", "-type", "DAS"));
    command.addAll(List.of("-upgrade", "false", "-verbose", "false"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(DOMAIN.resolve("config").toFile());
    // the database of its timers, and its broker
    builder.environment().put("AS_DERBY_INSTALL", INSTALLATION.resolve("javadb").toString());
    builder.environment().put("AS_IMQ_LIB", INSTALLATION.resolve("mq/lib").toString());
    return builder;
  }
}
