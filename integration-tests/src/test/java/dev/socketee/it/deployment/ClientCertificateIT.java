package dev.socketee.it.deployment;

import dev.socketee.it.support.Logins;
import dev.socketee.it.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.as.arquillian.api.ServerSetup;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers that the container knows by their certificates. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ServerSetup(ClientCertificates.class)
class ClientCertificateIT {

  @Deployment(testable = false)
  static WebArchive certificate() {
    return Wars.configured(
            "certificate",
            Map.of(),
            Logins.PROTECTED
                + "<login-config><auth-method>CLIENT-CERT</auth-method></login-config>\n")
        .addAsWebInfResource(
            new StringAsset(
                "<jboss-web><security-domain>%s</security-domain></jboss-web>"
                    .formatted(ClientCertificates.DOMAIN)),
            "jboss-web.xml");
  }

  @TestFactory
  List<DynamicTest> certificate_caller_isSeenEverywhere() throws Exception {
    return Callers.run(ClientCertificates.uri("/certificate/"));
  }
}
