package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What Payara and GlassFish go by to let the extension see the beans of the application. No other
 * container minds, so that only a deployment there would notice.
 */
class BeanArchiveTest {

  @Test
  void extension_hasABeanDefiningAnnotation() {
    assertThat(NamespaceExtension.class).hasAnnotation(Dependent.class);
  }

  @Test
  void jar_isABeanArchive() throws IOException {
    try (InputStream beansXml =
        NamespaceExtension.class.getResourceAsStream("/META-INF/beans.xml")) {
      assertThat(beansXml).isNotNull();
      assertThat(new String(beansXml.readAllBytes(), StandardCharsets.UTF_8))
          .contains("bean-discovery-mode=\"annotated\"");
    }
  }
}
