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

/** The official client with {@code socket.io-msgpack-parser}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ParserIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured("parser", Map.of("socketio.parser", "msgpack"));
  }

  @TestFactory
  List<DynamicTest> messagePack() {
    return NodeScript.run("parser.test.mjs", "/parser/");
  }
}
