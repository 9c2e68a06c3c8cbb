package dev.socketee.it.support;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The web applications that the tests deploy: those that the build has packaged. */
public final class Wars {

  /**
   * Options for tests that are not about the heartbeat: it beats now and then, and has time even on
   * a busy machine.
   */
  private static final Map<String, String> CALM =
      Map.of(
          "socketio.ping-interval", "500",
          "socketio.ping-timeout", "5000",
          "socketio.max-payload", "1000000");

  private Wars() {}

  /**
   * The application of the integration tests, as its {@code web.xml} configures it.
   *
   * @param name the name without suffix; {@code ROOT} is at {@code /}, any other at the path of
   *     that name
   */
  public static WebArchive asBuilt(String name) {
    return packaged(name, "target/socketee-integration-tests.war");
  }

  /** The same, with a calm heartbeat. */
  public static WebArchive calm(String name) {
    return configured(name, Map.of());
  }

  /**
   * The same, with a calm heartbeat and other options.
   *
   * @param options context parameters
   */
  public static WebArchive configured(String name, Map<String, String> options) {
    return configured(name, options, "");
  }

  /**
   * The same, with a calm heartbeat and other options, and more in its {@code web.xml}.
   *
   * @param options context parameters
   * @param elements what else belongs into {@code web-app}
   */
  public static WebArchive configured(String name, Map<String, String> options, String elements) {
    Map<String, String> all = new TreeMap<>(CALM);
    all.putAll(options);
    WebArchive war = asBuilt(name);
    war.delete("/WEB-INF/web.xml");
    return war.setWebXML(new StringAsset(webXml(all, elements)));
  }

  /** The jars of the project, as the application of the integration tests has them, by name. */
  public static Map<String, Asset> libraries() {
    Map<String, Asset> jars = new TreeMap<>();
    asBuilt("libraries")
        .getContent(Filters.include("/WEB-INF/lib/socketee.*\\.jar"))
        .forEach(
            (path, node) ->
                jars.put(
                    path.get().substring("/WEB-INF/lib/".length()),
                    Objects.requireNonNull(node.getAsset())));
    return jars;
  }

  /** The sample application. */
  public static WebArchive sample(String name) {
    WebArchive war = packaged(name, "target/socketee-sample.war");
    war.delete("/WEB-INF/jboss-web.xml");
    return war;
  }

  private static WebArchive packaged(String name, String file) {
    File packaged = new File(file);
    if (!packaged.isFile()) {
      throw new IllegalStateException("There is no " + packaged + ": run `mvn verify` once.");
    }
    return ShrinkWrap.create(ZipImporter.class, name + ".war")
        .importFrom(packaged)
        .as(WebArchive.class);
  }

  private static String webXml(Map<String, String> parameters, String more) {
    String elements =
        parameters.entrySet().stream()
            .map(
                parameter ->
                    """
                      <context-param>
                        <param-name>%s</param-name>
                        <param-value>%s</param-value>
                      </context-param>
                    """
                        .formatted(parameter.getKey(), parameter.getValue()))
            .collect(Collectors.joining());
    return """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        %s%s</web-app>
        """
        .formatted(elements, more);
  }
}
