package dev.socketee.it.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.as.arquillian.api.ServerSetupTask;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;

/**
 * Lets the server know users by certificates, at a port of its own, and makes these. There is no
 * authority: each certificate is trusted by itself.
 */
public final class ClientCertificates implements ServerSetupTask {

  /** The name of all that is added, and of the security domain that an application names. */
  static final String DOMAIN = "certificates";

  private static final Path FOLDER = Path.of("target/certificates").toAbsolutePath();
  private static final Path TRUSTED = FOLDER.resolve("trusted.p12");
  private static final String PASSWORD = "changeit";

  /** Where to add what; the principal of a certificate is its common name, a user of the realm. */
  private static final List<List<String>> RESOURCES =
      List.of(
          List.of(
              "subsystem=elytron/key-store=",
              "{path=>'%s',type=>'PKCS12',credential-reference=>{clear-text=>'%s'}}"
                  .formatted(TRUSTED, PASSWORD)),
          List.of("subsystem=elytron/trust-manager=", "{key-store=>'certificates'}"),
          List.of(
              "subsystem=elytron/server-ssl-context=",
              "{key-manager=>'applicationKM',trust-manager=>'certificates',want-client-auth=>true}"),
          List.of(
              "subsystem=elytron/x500-attribute-principal-decoder=",
              "{attribute-name=>'CN',maximum-segments=>1}"),
          List.of(
              "subsystem=elytron/security-domain=",
              "{realms=>[{realm=>'ApplicationRealm',role-decoder=>'groups-to-roles'}],"
                  + "default-realm=>'ApplicationRealm',principal-decoder=>'certificates',"
                  + "permission-mapper=>'default-permission-mapper'}"),
          List.of(
              "subsystem=elytron/configurable-http-server-mechanism-factory=",
              "{http-server-mechanism-factory=>'global',properties=>"
                  + "{'org.wildfly.security.http.skip-certificate-verification'=>'true'}}"),
          List.of(
              "subsystem=elytron/http-authentication-factory=",
              "{security-domain=>'certificates',http-server-mechanism-factory=>'certificates',"
                  + "mechanism-configurations=>[{mechanism-name=>'CLIENT_CERT'}]}"),
          List.of(
              "subsystem=undertow/application-security-domain=",
              "{http-authentication-factory=>'certificates'}"),
          List.of(
              "subsystem=ejb3/application-security-domain=", "{security-domain=>'certificates'}"),
          List.of("socket-binding-group=standard-sockets/socket-binding=", "{port=>%d}"),
          List.of(
              "subsystem=undertow/server=default-server/https-listener=",
              "{socket-binding=>'certificates',ssl-context=>'certificates'}"));

  private static volatile int port;

  /** An application, where certificates are asked for. */
  static URI uri(String path) {
    return URI.create("https://" + TestServer.HOST + ":" + port + path);
  }

  @Override
  public void setup(ManagementClient client, String containerId) throws Exception {
    makeCertificates("alice", "bob");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<ModelNode> additions = new ArrayList<>();
    for (List<String> resource : RESOURCES) {
      ModelNode addition = Operations.createAddOperation(address(resource.get(0)));
      ModelNode attributes = ModelNode.fromString(dmr(resource.get(1).formatted(port)));
      for (Property attribute : attributes.asPropertyList()) {
        addition.get(attribute.getName()).set(attribute.getValue());
      }
      additions.add(addition);
    }
    execute(client, additions);
  }

  @Override
  public void tearDown(ManagementClient client, String containerId) throws Exception {
    List<ModelNode> removals =
        RESOURCES.stream()
            .map(resource -> Operations.createRemoveOperation(address(resource.get(0))))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(removals);
    execute(client, removals);
  }

  private static void execute(ManagementClient client, List<ModelNode> operations)
      throws IOException {
    var composite = Operations.CompositeOperationBuilder.create();
    operations.forEach(composite::addStep);
    ModelNode operation = composite.build().getOperation();
    operation.get("operation-headers", "allow-resource-service-restart").set(true);
    ModelNode result = client.getControllerClient().execute(operation);
    assertThat(Operations.isSuccessfulOutcome(result)).as(result.toString()).isTrue();
  }

  private static ModelNode address(String path) {
    ModelNode address = new ModelNode();
    Stream.of((path + DOMAIN).split("/", -1))
        .map(element -> element.split("=", 2))
        .forEach(element -> address.add(element[0], element[1]));
    return address;
  }

  /** The notation of the model wants its strings in double quotes, names too. */
  private static String dmr(String attributes) {
    return attributes.replaceAll("([{,])([a-z-]+)=>", "$1'$2'=>").replace('\'', '"');
  }

  private static void makeCertificates(String... users) throws Exception {
    Files.createDirectories(FOLDER);
    Files.deleteIfExists(TRUSTED);
    for (String user : users) {
      String own = FOLDER.resolve(user + ".p12").toString();
      String certificate = FOLDER.resolve(user + ".cer").toString();
      Files.deleteIfExists(Path.of(own));
      keytool(
          "-genkeypair", "-alias", user, "-dname", "CN=" + user, "-keyalg", "EC", "-keystore", own);
      keytool("-exportcert", "-alias", user, "-file", certificate, "-keystore", own);
      keytool(
          "-importcert",
          "-noprompt",
          "-alias",
          user,
          "-file",
          certificate,
          "-keystore",
          TRUSTED.toString());
    }
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
