package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Users who log in: the HTTP session that their connections came with, by each policy; what they
 * are told by name; and who gets a lost session back.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class UserIT {

  /** By a form; it protects some pages only, and knows its users everywhere. */
  private static final String LOGIN =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>user</web-resource-name>
            <url-pattern>/user/*</url-pattern>
          </web-resource-collection>
          <auth-constraint>
            <role-name>**</role-name>
          </auth-constraint>
        </security-constraint>
        <login-config>
          <auth-method>FORM</auth-method>
          <form-login-config>
            <form-login-page>/login.html</form-login-page>
            <form-error-page>/login.html</form-error-page>
          </form-login-config>
        </login-config>
      """;

  @ArquillianResource private Deployer deployer;

  @Deployment(name = "close", testable = false)
  static WebArchive close() {
    return war("session-close", Map.of());
  }

  @Deployment(name = "undeployed", managed = false, testable = false)
  static WebArchive undeployed() {
    return war("session-undeploy", Map.of());
  }

  @Deployment(name = "keep", testable = false)
  static WebArchive keep() {
    return war(
        "session-keep",
        Map.of("socketio.http-session", "keep", "socketio.connection-state-recovery", "true"));
  }

  @Deployment(name = "keep-alive", testable = false)
  static WebArchive keepAlive() {
    return war("session-keep-alive", Map.of("socketio.http-session", "keep-alive"));
  }

  @TestFactory
  List<DynamicTest> closes() {
    return run("session-close");
  }

  @TestFactory
  List<DynamicTest> keeps() {
    return run("session-keep");
  }

  @TestFactory
  List<DynamicTest> keepsAlive() {
    return run("session-keep-alive");
  }

  private static WebArchive war(String name, Map<String, String> options) {
    return Wars.configured(name, options, LOGIN);
  }

  /** Its sessions end with it, and yet nobody has logged out. */
  @Test
  void undeployment_isNoLogOut() {
    deployer.deploy("undeployed");
    List<DynamicTest> outcomes =
        NodeScript.run(
            "session-undeploy.test.mjs",
            "/session-undeploy/",
            Map.of("undeploy", () -> deployer.undeploy("undeployed")));
    assertThat(outcomes).hasSize(1).allSatisfy(test -> test.getExecutable().execute());
  }

  @TestFactory
  List<DynamicTest> user() {
    return NodeScript.run("user.test.mjs", "/session-close/");
  }

  @TestFactory
  List<DynamicTest> userAdapter() {
    return NodeScript.run("user.test.mjs", "/session-keep/");
  }

  @TestFactory
  List<DynamicTest> userRecovery() {
    return NodeScript.run("user-recovery.test.mjs", "/session-keep/");
  }

  private static List<DynamicTest> run(String subject) {
    return NodeScript.run(subject + ".test.mjs", "/" + subject + "/");
  }
}
