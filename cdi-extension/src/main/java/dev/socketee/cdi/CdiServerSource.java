package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.AnnotatedOptions;
import dev.socketee.jakarta.ApplicationServers;
import dev.socketee.jakarta.NamedConfigurer;
import dev.socketee.jakarta.ServerSource;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands over the server that the extension has made. Empty where there is no CDI: no API, no
 * container, or one that does not know the extension.
 */
public final class CdiServerSource implements ServerSource {

  /** Made by the service loader. */
  public CdiServerSource() {}

  @Override
  public Optional<ApplicationServers> servers() {
    return available()
        ? CurrentContainer.extension().map(NamespaceExtension::servers)
        : Optional.empty();
  }

  @Override
  public void build() {
    if (available()) {
      CurrentContainer.parts().ifPresent(ApplicationParts::buildServers);
    }
  }

  @Override
  public Set<String> defined() {
    return available()
        ? CurrentContainer.extension().map(found -> found.definitions().servers()).orElse(Set.of())
        : Set.of();
  }

  @Override
  public List<AnnotatedOptions> annotated(String server) {
    return available()
        ? CurrentContainer.extension()
            .map(found -> found.definitions().options(server))
            .orElse(List.of())
        : List.of();
  }

  @Override
  public List<NamedConfigurer> configurers() {
    return available()
        ? CurrentContainer.parts().map(ApplicationParts::configurers).orElse(List.of())
        : List.of();
  }

  @Override
  public void check(Set<String> names) {
    if (available()) {
      CurrentContainer.check(names);
    }
  }

  @Override
  public Optional<JsonbValueCodec> codec() {
    return available()
        ? CurrentContainer.parts().flatMap(ApplicationParts::codec)
        : Optional.empty();
  }

  @Override
  public Optional<AdapterFactory> adapter() {
    return available()
        ? CurrentContainer.parts().flatMap(ApplicationParts::adapter)
        : Optional.empty();
  }

  @Override
  public Set<String> roles() {
    return available()
        ? CurrentContainer.extension().map(NamespaceExtension::roles).orElse(Set.of())
        : Set.of();
  }

  @Override
  public List<RequestHooks> hooks() {
    return available()
        ? CurrentContainer.parts().map(ApplicationParts::hooks).orElse(List.of())
        : List.of();
  }

  @Override
  public void ready(SocketIO server) {
    if (available()) {
      CurrentContainer.extension().ifPresent(extension -> extension.parts().ready(server));
    }
  }

  /** Whether the API is there; the classes that need it are linked only after that. */
  private static boolean available() {
    try {
      Class.forName(
          "jakarta.enterprise.inject.spi.CDI", false, CdiServerSource.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
