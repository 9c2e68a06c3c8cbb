package dev.socketee.cdi;

import dev.socketee.ParentNamespace;
import dev.socketee.SocketNamespace;
import dev.socketee.jakarta.ApplicationServers;
import dev.socketee.server.NamespaceTemplate;
import dev.socketee.server.SocketIOServer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The handlers of an application: checks them, and puts them behind the server's listeners. */
final class Deployment {

  /** In which the handlers of one event run; see {@link dev.socketee.annotation.Namespace}. */
  private static final Comparator<NamespaceBean> ORDER =
      Comparator.comparing(bean -> bean.beanClass().getName());

  /**
   * In which namespaces with handlers are created: first those of which there is one, which win
   * over templates, then the templates, of which the first that matches counts, those with fewer
   * variables in front.
   */
  private static final Comparator<NamespaceAddress> BINDING =
      Comparator.<NamespaceAddress, Boolean>comparing(each -> NamespaceTemplate.isOne(each.name()))
          .thenComparing(each -> each.name().replaceAll("\\{[^/]*}", "\uffff"));

  private final BeanManager beanManager;
  private final Problems problems;
  private final List<BeanHandlers> beans;
  private final Map<HandlerMethod, CallValidation> validations = new HashMap<>();

  /** A bean with what has been read of it. */
  private record BeanHandlers(Gate gate, List<HandlerMethod> handlers) {

    NamespaceBean bean() {
      return gate.bean();
    }

    NamespaceAddress address() {
      return new NamespaceAddress(bean().server(), bean().namespace());
    }
  }

  Deployment(
      BeanManager beanManager,
      Problems problems,
      InjectionPointRules injectionPoints,
      NamedRoles roles,
      Collection<NamespaceBean> beans) {
    this.beanManager = beanManager;
    this.problems = problems;
    AccessReader access = new AccessReader(problems, beanManager, roles);
    HandlerReader reader =
        new HandlerReader(
            problems, new ParameterSources(beanManager, injectionPoints), access, beanManager);
    this.beans =
        beans.stream()
            .sorted(ORDER)
            .map(bean -> new BeanHandlers(new Gate(bean, access.of(bean)), reader.read(bean)))
            .toList();
  }

  /** Finds what is wrong beyond the single method. */
  void check(NamespaceRules rules, ServerRules servers) {
    for (BeanHandlers each : beans) {
      servers.used(each.bean().server(), each.bean().beanClass().getTypeName());
      rules.check(each.bean(), each.handlers());
      checkErrorHandlers(each.handlers());
      each.handlers().forEach(this::prepareValidation);
    }
    byNamespace()
        .forEach(
            (address, served) -> {
              checkAnswers(address.name(), handlers(served));
              new NonBlockingHandlers(problems, beanManager).checkTogether(handlers(served));
            });
  }

  private void prepareValidation(HandlerMethod handler) {
    try {
      validations.put(handler, BeanValidation.of(beanManager, handler));
    } catch (IllegalStateException e) {
      problems.add(HandlerMessages.noValidator(handler.method(), e));
    }
  }

  /**
   * Registers the listeners, at each server that there is and will be. Nothing must be wrong.
   *
   * @param injected namespaces that are to exist, whether they have handlers or not
   */
  void bind(ApplicationServers servers, Set<NamespaceAddress> injected, HandlerScopes scopes) {
    Map<String, List<Consumer<SocketIOServer>>> bindings = new TreeMap<>();
    byNamespace().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(BINDING))
        .forEach(
            served -> {
              NamespaceAddress address = served.getKey();
              NamespaceBinding binding = binding(address, served.getValue(), scopes);
              bindings
                  .computeIfAbsent(address.server(), absent -> new ArrayList<>())
                  .add(binding::bind);
            });
    injected.stream()
        .sorted(BINDING.reversed())
        .forEach(
            address ->
                bindings
                    .computeIfAbsent(address.server(), absent -> new ArrayList<>())
                    .add(server -> create(server, address.name())));
    bindings.forEach(
        (name, all) -> servers.populate(name, server -> all.forEach(each -> each.accept(server))));
  }

  private NamespaceBinding binding(
      NamespaceAddress address, List<BeanHandlers> served, HandlerScopes scopes) {
    return new NamespaceBinding(
        address.name(),
        served.stream().flatMap(each -> invokers(each).stream()).toList(),
        served.stream()
            .map(BeanHandlers::gate)
            .filter(gate -> gate.access().kind() != Access.Kind.EVERYBODY)
            .toList(),
        scopes);
  }

  private static void create(SocketIOServer server, String name) {
    if (NamespaceTemplate.isOne(name)) {
      ParentNamespace unused = server.of(NamespaceTemplate.of(name));
    } else {
      SocketNamespace unused = server.of(name);
    }
  }

  private List<HandlerInvoker> invokers(BeanHandlers each) {
    BeanReference reference = new BeanReference(beanManager, each.bean());
    return each.handlers().stream()
        .map(
            handler ->
                new HandlerInvoker(
                    handler, reference, validations.getOrDefault(handler, CallValidation.NONE)))
        .toList();
  }

  private Map<NamespaceAddress, List<BeanHandlers>> byNamespace() {
    return beans.stream()
        .collect(
            Collectors.groupingBy(
                BeanHandlers::address,
                () -> new TreeMap<>(NamespaceAddress.ORDER),
                Collectors.toList()));
  }

  private static List<HandlerMethod> handlers(List<BeanHandlers> beans) {
    return beans.stream().flatMap(each -> each.handlers().stream()).toList();
  }

  private void checkErrorHandlers(List<HandlerMethod> handlers) {
    pairs(
            handlers.stream().filter(handler -> handler.kind() == HandlerKind.ERROR),
            HandlerMethod::errorType)
        .forEach(
            pair -> problems.add(HandlerMessages.severalErrorHandlers(pair.get(0), pair.get(1))));
  }

  private void checkAnswers(String namespace, List<HandlerMethod> handlers) {
    pairs(
            handlers.stream().filter(handler -> handler.answer() != Answer.NOTHING),
            HandlerMethod::event)
        .forEach(
            pair ->
                problems.add(HandlerMessages.severalAnswers(namespace, pair.get(0), pair.get(1))));
  }

  /** The first two of those that have a key in common. */
  private static <K> List<List<HandlerMethod>> pairs(
      Stream<HandlerMethod> handlers, Function<HandlerMethod, K> key) {
    return handlers.collect(Collectors.groupingBy(key)).values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> same.subList(0, 2))
        .toList();
  }
}
