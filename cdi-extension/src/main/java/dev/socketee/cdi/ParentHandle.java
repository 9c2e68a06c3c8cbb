package dev.socketee.cdi;

import dev.socketee.ParentNamespace;
import dev.socketee.server.NamespaceTemplate;

/** The injected broadcaster to all namespaces of a template. */
final class ParentHandle extends BroadcasterHandle {

  private static final long serialVersionUID = 1L;

  private final String template;

  ParentHandle(ServerReference server, String template) {
    super(server, template);
    this.template = template;
  }

  @Override
  ParentNamespace target() {
    return server().of(NamespaceTemplate.of(template).pattern());
  }
}
