package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.flag;

import java.util.List;

/** The options of how many namespaces there may be. */
final class NamespaceKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "namespace-length",
              "1024",
              count(1, 1_000_000),
              "How many characters the name of a namespace may have.",
              (draft, value) -> draft.namespaceLength = value),
          new Option<>(
              "namespaces-per-connection",
              "100",
              count(1, Integer.MAX_VALUE),
              "How many namespaces one connection may have joined.",
              (draft, value) -> draft.server.namespacesPerConnection(value)),
          new Option<>(
              "child-namespaces",
              "10000",
              count(1, Integer.MAX_VALUE),
              "How many namespaces may exist that were created because a client asked for a name that"
                  + " matches a pattern or matcher. Beyond that, the client is refused.",
              (draft, value) -> draft.server.childNamespaces(value)),
          new Option<>(
              "child-namespaces-per-connection",
              "100",
              count(1, Integer.MAX_VALUE),
              "How many of them one connection may have created.",
              (draft, value) -> draft.server.childNamespacesPerConnection(value)),
          new Option<>(
              "cleanup-empty-child-namespaces",
              "false",
              flag(),
              "Remove such a namespace when its last socket has left, or was refused. What an adapter"
                  + " in memory keeps for clients that lost their connection goes with it: the last"
                  + " one to be lost begins anew.",
              (draft, value) -> draft.server.cleanupEmptyChildNamespaces(value)));

  private NamespaceKeys() {}
}
