package dev.socketee.jakarta.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class DescriptorRolesTest {

  private static Set<String> read(String descriptor) throws XMLStreamException {
    return DescriptorRoles.read(new ByteArrayInputStream(descriptor.getBytes(UTF_8)));
  }

  @Test
  void roles_ofAnyVersion_areRead_andOnlyDeclaredOnes() throws XMLStreamException {
    assertThat(
            read(
                """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <security-constraint>
                    <auth-constraint><role-name>constrained</role-name></auth-constraint>
                  </security-constraint>
                  <security-role>
                    <description>Who may do all</description>
                    <role-name> admin </role-name>
                  </security-role>
                  <servlet>
                    <security-role-ref><role-name>ref</role-name></security-role-ref>
                  </servlet>
                  <security-role><role-name>guest</role-name></security-role>
                </web-app>
                """))
        .containsExactlyInAnyOrder("admin", "guest");
  }

  @Test
  void documentType_isNotFetched() throws XMLStreamException {
    assertThat(
            read(
                """
                <?xml version="1.0"?>
                <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN"
                    "http://127.0.0.1:1/web-app_2_3.dtd">
                <web-app><security-role><role-name>admin</role-name></security-role></web-app>
                """))
        .containsExactly("admin");
  }

  @Test
  void externalEntity_isNotResolved() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    <!DOCTYPE web-app [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                    <web-app><security-role><role-name>&file;</role-name></security-role></web-app>
                    """))
        .isInstanceOf(XMLStreamException.class);
  }

  @Test
  void empty_hasNone() throws XMLStreamException {
    assertThat(read("<web-app/>")).isEmpty();
  }
}
