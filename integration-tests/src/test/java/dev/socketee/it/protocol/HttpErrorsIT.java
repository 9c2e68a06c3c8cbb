package dev.socketee.it.protocol;

import dev.socketee.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused, on the server of these tests. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HttpErrorsIT extends HttpErrorsCases {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.calm("ROOT");
  }
}
