package dev.socketee.jakarta.security;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The roles that the descriptors of a web application declare. Read from the files, as no API tells
 * of them.
 */
final class DescriptorRoles {

  private static final Logger LOG = System.getLogger(DescriptorRoles.class.getPackageName());
  private static final String WEB_XML = "/WEB-INF/web.xml";
  private static final String FRAGMENT = "META-INF/web-fragment.xml";

  private DescriptorRoles() {}

  /**
   * Those of {@code web.xml} and the fragments. What cannot be read is left out, with a warning:
   * the container has understood it, and knows better.
   */
  static Set<String> of(ServletContext context) {
    Set<String> roles = new HashSet<>();
    try (InputStream descriptor = context.getResourceAsStream(WEB_XML)) {
      if (descriptor != null) {
        roles.addAll(read(descriptor));
      }
    } catch (IOException | XMLStreamException e) {
      unreadable(WEB_XML, e);
    }
    try {
      for (URL fragment : Collections.list(context.getClassLoader().getResources(FRAGMENT))) {
        roles.addAll(read(fragment));
      }
    } catch (IOException | XMLStreamException e) {
      unreadable(FRAGMENT, e);
    }
    return roles;
  }

  private static Set<String> read(URL fragment) throws IOException, XMLStreamException {
    try (InputStream descriptor = fragment.openStream()) {
      return read(descriptor);
    }
  }

  /** The roles that one descriptor declares, of whichever version it is. */
  static Set<String> read(InputStream descriptor) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false); // that of Servlet 2.3 is far away
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(descriptor);
    try {
      Set<String> roles = new HashSet<>();
      boolean declaring = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (reader.getLocalName().equals("security-role")) {
            declaring = true;
          } else if (declaring && reader.getLocalName().equals("role-name")) {
            roles.add(reader.getElementText().strip());
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && reader.getLocalName().equals("security-role")) {
          declaring = false;
        }
      }
      return roles;
    } finally {
      reader.close();
    }
  }

  private static void unreadable(String descriptor, Exception reason) {
    LOG.log(
        Level.WARNING,
        descriptor
            + " cannot be read: roles that only it declares are unknown to Socket.IO. Declare them by"
            + " @DeclareRoles on a CDI bean",
        reason);
  }
}
