package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source of an application that says nothing about its servers. */
class FakeSource implements ServerSource {

  final ApplicationServers servers = new ApplicationServers();

  /**
   * The class loader of an application that has such a source.
   *
   * @param type a public class with a public constructor, as the service loader makes it
   * @param folder for a file
   */
  static ClassLoader loaderOf(Class<? extends FakeSource> type, Path folder) throws IOException {
    URL services =
        Files.writeString(folder.resolve(type.getName()), type.getName()).toUri().toURL();
    return new ClassLoader(type.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals("META-INF/services/" + ServerSource.class.getName())
            ? Collections.enumeration(List.of(services))
            : super.getResources(name);
      }
    };
  }

  @Override
  public Optional<ApplicationServers> servers() {
    return Optional.of(servers);
  }

  @Override
  public void build() {}

  @Override
  public Set<String> defined() {
    return Set.of();
  }

  @Override
  public List<AnnotatedOptions> annotated(String server) {
    return List.of();
  }

  @Override
  public List<NamedConfigurer> configurers() {
    return List.of();
  }

  @Override
  public void check(Set<String> names) {}

  @Override
  public Optional<JsonbValueCodec> codec() {
    return Optional.empty();
  }

  @Override
  public Optional<AdapterFactory> adapter() {
    return Optional.empty();
  }

  @Override
  public Set<String> roles() {
    return Set.of();
  }

  @Override
  public List<RequestHooks> hooks() {
    return List.of();
  }

  @Override
  public void ready(SocketIO server) {}
}
