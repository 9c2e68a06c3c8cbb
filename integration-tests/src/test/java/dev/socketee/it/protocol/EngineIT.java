package dev.socketee.it.protocol;

import dev.socketee.it.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages, closing and upgrading, on the server of these tests. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EngineIT extends EngineCases {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.calm("ROOT");
  }
}
