package dev.socketee.cdi;

import dev.socketee.SocketIO;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.ProcessBeanAttributes;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The servers that the application's beans build, and those that they mean. Confined to the thread
 * that starts the application.
 */
final class ServerRules {

  private static final Set<Class<? extends Annotation>> SHARED =
      Set.of(ApplicationScoped.class, Singleton.class);

  private final Problems problems;

  /** For each name, somebody who has used it. */
  private final Map<String, String> users = new LinkedHashMap<>();

  ServerRules(Problems problems) {
    this.problems = problems;
  }

  /** A class or an injection point means a server. */
  void used(String server, String by) {
    users.putIfAbsent(server, by);
  }

  /** A producer of a server: it is found by {@link Built} later, and is the default of nobody. */
  void produced(ProcessBeanAttributes<SocketIO> event) {
    Annotated producer = event.getAnnotated();
    if (!(producer instanceof AnnotatedMember<?> member)) {
      return;
    }
    Class<? extends Annotation> scope = event.getBeanAttributes().getScope();
    if (!SHARED.contains(scope)) {
      problems.add(CdiMessages.serverNotShared(member.getJavaMember(), scope));
    }
    Set<Annotation> qualifiers = new LinkedHashSet<>(event.getBeanAttributes().getQualifiers());
    qualifiers.removeIf(qualifier -> qualifier.annotationType() == Default.class);
    qualifiers.add(Built.Literal.INSTANCE);
    event.configureBeanAttributes().qualifiers(qualifiers);
  }

  /** Has the producers build what they build. */
  static void build(BeanManager beanManager) {
    for (Bean<?> bean : beanManager.getBeans(SocketIO.class, Built.Literal.INSTANCE)) {
      SocketIO server =
          (SocketIO)
              beanManager.getReference(
                  bean, SocketIO.class, beanManager.createCreationalContext(bean));
      server.name(); // through the proxy, which only then calls the producer
    }
  }

  /**
   * Finds who means a server that there is not.
   *
   * @param names of those that there are
   * @throws DefinitionException if there is somebody: with the messages about all
   */
  void check(Set<String> names) {
    Problems unknown = new Problems();
    users.forEach(
        (server, user) -> {
          if (!names.contains(server)) {
            unknown.add(CdiMessages.unknownServer(user, server, new TreeSet<>(names)));
          }
        });
    unknown.throwAll();
  }
}
