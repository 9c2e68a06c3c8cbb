package dev.socketee.it.undertow;

import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.api.SecurityConstraint;
import io.undertow.servlet.api.SecurityInfo.EmptyRoleSemantic;
import io.undertow.servlet.api.WebResourceCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The {@code web.xml} of an application: context parameters and security. Undertow reads none, as
 * the servers around it do; the rest is what the applications of the tests have no need of.
 */
final class WebXml {

  private static final String EVERYBODY_LOGGED_IN = "**";

  private final Path file;

  /**
   * A {@code web.xml}.
   *
   * @param file it need not be there
   */
  WebXml(Path file) {
    this.file = file;
  }

  /** Adds what is in it. */
  void describe(DeploymentInfo description) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Element root = parse();
    all(root, "context-param")
        .forEach(
            one -> description.addInitParameter(text(one, "param-name"), text(one, "param-value")));
    all(root, "security-constraint")
        .map(WebXml::constraint)
        .forEach(description::addSecurityConstraint);
    all(root, "security-role").forEach(one -> description.addSecurityRole(text(one, "role-name")));
    first(root, "login-config").map(WebXml::login).ifPresent(description::setLoginConfig);
  }

  private Element parse() throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("no web.xml: " + file, e);
    }
  }

  private static SecurityConstraint constraint(Element element) {
    SecurityConstraint constraint = new SecurityConstraint();
    all(element, "web-resource-collection")
        .map(
            one ->
                new WebResourceCollection()
                    .addUrlPatterns(texts(one, "url-pattern"))
                    .addHttpMethods(texts(one, "http-method")))
        .forEach(constraint::addWebResourceCollection);
    Optional<Element> authorization = first(element, "auth-constraint");
    List<String> roles = authorization.map(one -> texts(one, "role-name")).orElse(List.of());
    if (authorization.isEmpty()) {
      constraint.setEmptyRoleSemantic(EmptyRoleSemantic.PERMIT);
    } else if (roles.contains(EVERYBODY_LOGGED_IN)) {
      constraint.setEmptyRoleSemantic(EmptyRoleSemantic.AUTHENTICATE);
    } else {
      constraint.setEmptyRoleSemantic(EmptyRoleSemantic.DENY).addRolesAllowed(roles);
    }
    return constraint;
  }

  private static LoginConfig login(Element element) {
    String method = text(element, "auth-method");
    String realm = first(element, "realm-name").map(Element::getTextContent).orElse("users");
    return first(element, "form-login-config")
        .map(
            form ->
                new LoginConfig(
                    method, realm, text(form, "form-login-page"), text(form, "form-error-page")))
        .orElseGet(() -> new LoginConfig(method, realm));
  }

  private static Stream<Element> all(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static Optional<Element> first(Element parent, String name) {
    return all(parent, name).findFirst();
  }

  private static List<String> texts(Element parent, String name) {
    return all(parent, name).map(one -> one.getTextContent().trim()).toList();
  }

  private static String text(Element parent, String name) {
    return first(parent, name)
        .map(one -> one.getTextContent().trim())
        .orElseThrow(
            () -> new IllegalArgumentException("no " + name + " in " + parent.getTagName()));
  }
}
