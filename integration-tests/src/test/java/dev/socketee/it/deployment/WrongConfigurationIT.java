package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mistake in the configuration stops the deployment, and the log says which. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WrongConfigurationIT {

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "wrong-key", managed = false, testable = false)
  static WebArchive wrongKey() {
    return Wars.configured("wrong-key", Map.of("socketio.ping-intervall", "300"));
  }

  @Deployment(name = "wrong-value", managed = false, testable = false)
  static WebArchive wrongValue() {
    return Wars.configured("wrong-value", Map.of("socketio.transports", "polling, pigeon"));
  }

  @Deployment(name = "wrong-server", managed = false, testable = false)
  static WebArchive wrongServer() {
    return Wars.configured("wrong-server", Map.of("socketio.server.produce.ping-interval", "9"));
  }

  @Test
  void server_unknown_stopsTheDeploymentAndIsNamed() throws Exception {
    assertThat(logOfDeploying("wrong-server"))
        .contains("socketio.server.produce.ping-interval (context-param): there is no server")
        .contains("did you mean \"produced\"?");
  }

  @Test
  void key_unknown_stopsTheDeploymentAndIsNamed() throws Exception {
    assertThat(logOfDeploying("wrong-key"))
        .contains("socketio.ping-intervall")
        .contains("did you mean socketio.ping-interval?");
  }

  @Test
  void value_impossible_stopsTheDeploymentAndIsNamed() throws Exception {
    assertThat(logOfDeploying("wrong-value")).contains("socketio.transports").contains("pigeon");
  }

  private String logOfDeploying(String name) throws Exception {
    return ServerLog.provoke(
        () -> {
          Exception failure = catchException(() -> deployer.deploy(name));
          assertThat(failure).isNotNull();
        });
  }
}
