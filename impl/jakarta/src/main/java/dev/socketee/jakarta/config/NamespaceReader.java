package dev.socketee.jakarta.config;

import dev.socketee.jakarta.config.Lookup.Found;
import dev.socketee.server.NamespaceOptions;
import dev.socketee.server.NamespaceTable.Rule;
import dev.socketee.server.NamespaceTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads what namespaces of one server have of their own. */
final class NamespaceReader {

  /**
   * In which they are put on top of each other: templates, of which those with fewer variables at
   * the front are more specific, then single namespaces.
   */
  private static final Comparator<Target> ORDER =
      Comparator.<Target, Boolean>comparing(target -> !target.template())
          .thenComparing(
              Comparator.<Target, String>comparing(target -> target.id().replace("{}", "\uffff"))
                  .reversed());

  private final ServerSetup setup;
  private final Lookup lookup;
  private final List<String> problems;
  private final List<String> changed = new ArrayList<>();

  /** The keys of each namespace, as they are spelled. */
  private final Map<String, Target> targets = new TreeMap<>();

  /** What keys of this server name. */
  private final Set<String> own = new LinkedHashSet<>();

  /** What keys of all servers name. */
  private final Set<String> shared = new LinkedHashSet<>();

  /** The keys by what they say. */
  private final Map<String, String> keys = new HashMap<>();

  /**
   * A namespace, or those of a template.
   *
   * @param id what is the same for all ways to spell it
   * @param name the first of these
   * @param names which namespaces these are
   * @param spellings what stands in keys for it, quotation marks included
   */
  private record Target(
      String id, String name, boolean template, Predicate<String> names, Set<String> spellings) {}

  NamespaceReader(ServerSetup setup, Lookup lookup, List<String> problems) {
    this.setup = setup;
    this.lookup = lookup;
    this.problems = problems;
    setup.namespaces().forEach(name -> target(name).spellings().addAll(spellings(name)));
  }

  /** One that a key names. */
  void add(String key, KeyName name, ConfigSource source) {
    String namespace = name.namespace();
    String server = name.server();
    if (namespace == null || (server != null && !server.equals(setup.server()))) {
      return;
    }
    try {
      Target target = target(namespace);
      target.spellings().addAll(spellings(namespace));
      (server == null ? shared : own).add(target.name());
      String other =
          keys.putIfAbsent(
              String.join(" ", source.name(), server, target.id(), name.option()), key);
      if (other != null) {
        problems.add(
            source.shown(key)
                + " ("
                + source.name()
                + "): it says the same as "
                + source.shown(other)
                + ", which is there, too");
      }
    } catch (IllegalArgumentException e) {
      problems.add(source.shown(key) + " (" + source.name() + "): the namespace " + e.getMessage());
    }
  }

  private Target target(String name) {
    if (name.indexOf(',') >= 0) {
      throw new IllegalArgumentException("has a comma in its name, which none can have");
    }
    if (!NamespaceTemplate.isOne(name)) {
      return targets.computeIfAbsent(
          name, id -> new Target(id, name, false, name::equals, new LinkedHashSet<>()));
    }
    NamespaceTemplate template = NamespaceTemplate.of(name);
    return targets.computeIfAbsent(
        template.shape(),
        id ->
            new Target(
                id, name, true, template.pattern().asMatchPredicate(), new LinkedHashSet<>()));
  }

  /** That without the slash first: it is what an environment variable says. */
  private static List<String> spellings(String name) {
    String bare = name.substring(1);
    return List.of(bare, name, '"' + name + '"', '"' + bare + '"');
  }

  /**
   * What the namespaces have of their own, what is more specific behind what is less.
   *
   * @param largestEvent the size of the largest event, for which there has to be room
   */
  List<Rule> read(long largestEvent) {
    List<Rule> rules = new ArrayList<>();
    targets.values().stream().sorted(ORDER).forEach(target -> read(target, largestEvent, rules));
    return rules;
  }

  private void read(Target target, long largestEvent, List<Rule> rules) {
    List<Consumer<NamespaceOptions.Builder>> changes = new ArrayList<>();
    for (Option<?> option : Options.ALL) {
      if (option.own() != null) {
        find(target, option).ifPresent(found -> apply(option, found, largestEvent, changes));
      }
    }
    if (!changes.isEmpty()) {
      rules.add(new Rule(target.names(), own -> changes.forEach(change -> change.accept(own))));
    }
  }

  private Optional<Found> find(Target target, Option<?> option) {
    List<String> names =
        target.spellings().stream()
            .map(spelling -> KeyName.NAMESPACE + spelling + '.' + option.name())
            .toList();
    return lookup
        .find(
            names.stream()
                .flatMap(name -> KeyName.ofServer(setup.server(), name).stream())
                .toList())
        .or(() -> lookup.find(names.stream().map(Option.PREFIX::concat).toList()));
  }

  private void apply(
      Option<?> option,
      Found found,
      long largestEvent,
      List<Consumer<NamespaceOptions.Builder>> changes) {
    try {
      Consumer<NamespaceOptions.Builder> change = option.change(found.text());
      NamespaceOptions.Builder probe = NamespaceOptions.builder().mailboxBytes(Long.MAX_VALUE);
      change.accept(probe);
      if (probe.build().mailboxBytes() < largestEvent) {
        problems.add(found.described() + ": " + Consistency.tooSmall(largestEvent));
      }
      changes.add(change);
      changed.add(found.described());
    } catch (IllegalArgumentException e) {
      problems.add(found.described() + ": " + e.getMessage());
    }
  }

  /** What has been set, for the log. */
  List<String> changed() {
    return changed;
  }

  /**
   * The namespaces, and templates of such, that keys name: those of this server, or those of all.
   */
  Set<String> named(boolean ofAllServers) {
    Set<String> named = new LinkedHashSet<>(ofAllServers ? shared : own);
    named.removeAll(setup.namespaces());
    return named;
  }
}
