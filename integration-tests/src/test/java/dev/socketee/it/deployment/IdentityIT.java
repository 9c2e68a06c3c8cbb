package dev.socketee.it.deployment;

import dev.socketee.it.support.Logins;
import dev.socketee.it.support.TestServer;
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

/** Callers that the container has authenticated, by what is in a request. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdentityIT {

  @Deployment(name = "basic", testable = false)
  static WebArchive basic() {
    return Wars.configured("basic", Map.of(), Logins.PROTECTED + Logins.BASIC);
  }

  @Deployment(name = "form", testable = false)
  static WebArchive form() {
    return Wars.configured("form", Map.of(), Logins.PROTECTED + Logins.FORM);
  }

  @Deployment(name = "bearer", testable = false)
  static WebArchive bearer() {
    return Wars.configured("bearer", Map.of(), Logins.PROTECTED).addClass(BearerMechanism.class);
  }

  @TestFactory
  List<DynamicTest> basic_caller_isSeenEverywhere() throws Exception {
    return Callers.run(TestServer.uri("/basic/"));
  }

  @TestFactory
  List<DynamicTest> form_caller_isSeenEverywhere() throws Exception {
    return Callers.run(TestServer.uri("/form/"));
  }

  @TestFactory
  List<DynamicTest> bearer_caller_isSeenEverywhere() throws Exception {
    return Callers.run(TestServer.uri("/bearer/"));
  }
}
