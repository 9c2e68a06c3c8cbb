package dev.socketee.it.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The configuration of a domain of Payara or GlassFish. */
final class DomainXml {

  private static final String LOOPBACK = "127.0.0.1";

  private final Path file;
  private final Document document;

  private DomainXml(Path file, Document document) {
    this.file = file;
    this.document = document;
  }

  static DomainXml read(Path file) throws IOException {
    try {
      return new DomainXml(
          file, DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("Cannot read " + file, e);
    }
  }

  /** Writes the file that has been read. */
  void write() throws IOException {
    try {
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IOException("Cannot write " + file, e);
    }
  }

  /**
   * Gives all that listens a free port of the loopback interface, or switches it off.
   *
   * @return the port for HTTP, and the one for administration
   */
  List<Integer> listenOnLoopback() throws IOException {
    Element server = server();
    List<Element> listeners = new ArrayList<>();
    listeners.add(named("network-listener", "name", "http-listener-1"));
    listeners.add(named("network-listener", "name", "admin-listener"));
    listeners.add(named("network-listener", "name", "http-listener-2"));
    listeners.addAll(within(server, "iiop-listener"));
    listeners.addAll(within(server, "jmx-connector"));
    listeners.add(messages(server));
    List<Integer> ports = Ports.free(listeners.size());
    for (int i = 0; i < ports.size(); i++) {
      if (!listeners.get(i).hasAttribute("host")) {
        listeners.get(i).setAttribute("address", LOOPBACK);
      }
      listeners.get(i).setAttribute("port", String.valueOf(ports.get(i)));
    }
    // the database of the timers, which has a port for other processes
    option("-Dh2.bindAddress=" + LOOPBACK);
    return ports.subList(0, 2);
  }

  /** Adds an option for the JVM of the server. */
  void option(String option) {
    Element element = document.createElement("jvm-options");
    element.setTextContent(option);
    within(server(), "java-config").get(0).appendChild(element);
  }

  /** The options for the JVM of the server, with placeholders. */
  Stream<String> options() {
    return within(server(), "jvm-options").stream().map(Element::getTextContent);
  }

  /** Changes the options for the JVM of the server. */
  void options(UnaryOperator<String> change) {
    within(server(), "jvm-options")
        .forEach(option -> option.setTextContent(change.apply(option.getTextContent())));
  }

  /** Sets an attribute of an element of the server. */
  void set(String tag, String attribute, String value) {
    within(server(), tag).get(0).setAttribute(attribute, value);
  }

  /** Adds an element to the server. */
  void add(String tag, String attribute, String value) {
    Element element = document.createElement(tag);
    element.setAttribute(attribute, value);
    server().appendChild(element);
  }

  /**
   * Adds a web application, as a deployment would have done it.
   *
   * @param name that of its folder among the applications of the domain, and of its context path
   */
  void application(String name) {
    Element engine = document.createElement("engine");
    engine.setAttribute("sniffer", "web");
    Element module = document.createElement("module");
    module.setAttribute("name", name);
    module.appendChild(engine);
    Element application = document.createElement("application");
    application.setAttribute("name", name);
    application.setAttribute("context-root", "/" + name);
    application.setAttribute("object-type", "user");
    application.setAttribute(
        "location", "${com.sun.aas.instanceRootURI}/applications/" + name + "/");
    application.appendChild(module);
    Element applications = document.createElement("applications");
    applications.appendChild(application);
    document.getDocumentElement().appendChild(applications);
    Element reference = document.createElement("application-ref");
    reference.setAttribute("ref", name);
    reference.setAttribute("virtual-servers", "server");
    named("server", "name", "server").appendChild(reference);
  }

  /** What the server would make up by itself listens to all interfaces. */
  private Element messages(Element server) {
    for (Element service : within(server, "jms-service")) {
      server.removeChild(service);
    }
    Element service = document.createElement("jms-service");
    service.setAttribute("type", "EMBEDDED");
    service.setAttribute("default-jms-host", "default_JMS_host");
    server.appendChild(service);
    Element host = document.createElement("jms-host");
    host.setAttribute("name", "default_JMS_host");
    host.setAttribute("host", LOOPBACK);
    service.appendChild(host);
    return host;
  }

  private Element server() {
    return named("config", "name", "server-config");
  }

  /** The first one, which belongs to the server; others are templates for further servers. */
  private Element named(String tag, String attribute, String value) {
    return within(document.getDocumentElement(), tag).stream()
        .filter(element -> element.getAttribute(attribute).equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + tag + " " + value + " in " + file));
  }

  private static List<Element> within(Element ancestor, String tag) {
    NodeList nodes = ancestor.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      elements.add((Element) node);
    }
    return elements;
  }
}
