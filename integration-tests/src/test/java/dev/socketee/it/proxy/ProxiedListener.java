package dev.socketee.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.runtime.Ports;
import java.io.IOException;
import java.util.List;
import org.jboss.as.arquillian.api.ServerSetupTask;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** Gives the server a port for a proxy, which it believes, as {@code docs/deployment.md} says. */
public final class ProxiedListener implements ServerSetupTask {

  private static final String NAME = "proxied";
  private static final ModelNode BINDING =
      Operations.createAddress("socket-binding-group", "standard-sockets", "socket-binding", NAME);
  private static final ModelNode LISTENER =
      Operations.createAddress(
          "subsystem", "undertow", "server", "default-server", "http-listener", NAME);

  private static volatile int port;

  /** The port, which only the proxy should know. */
  static int port() {
    return port;
  }

  @Override
  public void setup(ManagementClient client, String containerId) throws Exception {
    port = Ports.free(1).get(0);
    ModelNode binding = Operations.createAddOperation(BINDING);
    binding.get("port").set(port);
    ModelNode listener = Operations.createAddOperation(LISTENER);
    listener.get("socket-binding").set(NAME);
    listener.get("proxy-address-forwarding").set(true);
    execute(client, List.of(binding, listener));
  }

  @Override
  public void tearDown(ManagementClient client, String containerId) throws Exception {
    execute(
        client,
        List.of(
            Operations.createRemoveOperation(LISTENER), Operations.createRemoveOperation(BINDING)));
  }

  private static void execute(ManagementClient client, List<ModelNode> operations)
      throws IOException {
    for (ModelNode operation : operations) {
      operation.get("operation-headers", "allow-resource-service-restart").set(true);
      ModelNode result = client.getControllerClient().execute(operation);
      assertThat(Operations.isSuccessfulOutcome(result)).as(result.toString()).isTrue();
    }
  }
}
