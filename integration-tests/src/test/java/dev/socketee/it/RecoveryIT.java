package dev.socketee.it;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The official client where connection state recovery is switched on. Reference 2.9. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecoveryIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
        "recovery",
        Map.of(
            "socketio.connection-state-recovery", "true",
            "socketio.recovery-max-disconnection", "3000"));
  }

  @TestFactory
  List<DynamicTest> recovery() {
    return NodeScript.run("recovery.test.mjs", "/recovery/");
  }

  @TestFactory
  List<DynamicTest> crowd() {
    return NodeScript.run("crowd.test.mjs", "/recovery/");
  }
}
