package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers that the container has authenticated, by each mechanism. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentityIT {

  private static final String PROTECTED =
      """
        <security-constraint>
          <web-resource-collection>
            <web-resource-name>what is for users</web-resource-name>
            <url-pattern>/socket.io/*</url-pattern>
            <url-pattern>/private/*</url-pattern>
          </web-resource-collection>
          <auth-constraint>
            <role-name>user</role-name>
          </auth-constraint>
        </security-constraint>
        <security-role>
          <role-name>user</role-name>
        </security-role>
      """;

  @Deployment(name = "basic", testable = false)
  static WebArchive basic() {
    return Wars.configured(
        "basic",
        Map.of(),
        PROTECTED
            + """
              <login-config>
                <auth-method>BASIC</auth-method>
                <realm-name>users of the tests</realm-name>
              </login-config>
            """);
  }

  @Deployment(name = "form", testable = false)
  static WebArchive form() {
    return Wars.configured(
            "form",
            Map.of(),
            PROTECTED
                + """
                  <login-config>
                    <auth-method>FORM</auth-method>
                    <form-login-config>
                      <form-login-page>/login.html</form-login-page>
                      <form-error-page>/error.html</form-error-page>
                    </form-login-config>
                  </login-config>
                """)
        .addAsWebResource(new StringAsset("please log in"), "login.html")
        .addAsWebResource(new StringAsset("that was wrong"), "error.html");
  }

  @Deployment(name = "bearer", testable = false)
  static WebArchive bearer() {
    return Wars.configured("bearer", Map.of(), PROTECTED).addClass(BearerMechanism.class);
  }

  @TestFactory
  List<DynamicTest> basic_caller_isSeenEverywhere() throws Exception {
    return identity("basic");
  }

  @TestFactory
  List<DynamicTest> form_caller_isSeenEverywhere() throws Exception {
    return identity("form");
  }

  @TestFactory
  List<DynamicTest> bearer_caller_isSeenEverywhere() throws Exception {
    return identity("bearer");
  }

  /** The container logs that an enterprise bean was called without the role for it; we do not. */
  private static List<DynamicTest> identity(String application) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log =
        ServerLog.provoke(
            () -> tests.addAll(NodeScript.run("identity.test.mjs", "/" + application + "/")));
    tests.add(
        DynamicTest.dynamicTest(
            "log",
            () ->
                assertThat(log.lines().filter(line -> line.contains("dev.socketee.")))
                    .noneMatch(line -> line.contains(" ERROR [dev") || line.contains(" WARN "))));
    return tests;
  }
}
