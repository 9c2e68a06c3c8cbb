package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.AnnotatedOptions;
import dev.socketee.jakarta.ApplicationServers;
import dev.socketee.jakarta.NamedConfigurer;
import dev.socketee.jakarta.ServerSource;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
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
    return available() ? Container.extension().map(NamespaceExtension::servers) : Optional.empty();
  }

  @Override
  public void build() {
    if (available()) {
      Container.build();
    }
  }

  @Override
  public Set<String> defined() {
    return available()
        ? Container.extension().map(found -> found.definitions().servers()).orElse(Set.of())
        : Set.of();
  }

  @Override
  public List<AnnotatedOptions> annotated(String server) {
    return available()
        ? Container.extension().map(found -> found.definitions().options(server)).orElse(List.of())
        : List.of();
  }

  @Override
  public List<NamedConfigurer> configurers() {
    return available()
        ? Container.extension()
            .map(extension -> extension.configurers(CDI.current().getBeanManager()))
            .orElse(List.of())
        : List.of();
  }

  @Override
  public void check(Set<String> names) {
    if (available()) {
      Container.extension().ifPresent(extension -> extension.check(names));
    }
  }

  @Override
  public Optional<JsonbValueCodec> codec() {
    return available()
        ? Container.extension().flatMap(extension -> extension.json().codec())
        : Optional.empty();
  }

  @Override
  public Optional<AdapterFactory> adapter() {
    return available()
        ? Container.extension().flatMap(NamespaceExtension::adapter)
        : Optional.empty();
  }

  @Override
  public Set<String> roles() {
    return available()
        ? Container.extension().map(NamespaceExtension::roles).orElse(Set.of())
        : Set.of();
  }

  @Override
  public List<RequestHooks> hooks() {
    return available()
        ? Container.extension()
            .map(extension -> extension.hooks(CDI.current().getBeanManager()))
            .orElse(List.of())
        : List.of();
  }

  @Override
  public void ready(SocketIO server) {
    if (available()) {
      Container.extension().ifPresent(extension -> extension.ready(server));
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

  /** What needs the API. */
  private static final class Container {

    static void build() {
      if (extension().isPresent()) {
        ServerRules.build(CDI.current().getBeanManager());
      }
    }

    static Optional<NamespaceExtension> extension() {
      try {
        BeanManager beanManager = CDI.current().getBeanManager();
        return Optional.of(beanManager.getExtension(NamespaceExtension.class));
      } catch (IllegalStateException e) {
        return Optional.empty(); // no container
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // no extension
      }
    }
  }
}
