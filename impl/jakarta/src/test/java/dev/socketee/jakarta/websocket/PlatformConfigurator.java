package dev.socketee.jakarta.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** In place of a container's: negotiates whatever is both installed and requested. */
public final class PlatformConfigurator extends ServerEndpointConfig.Configurator {

  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    List<String> names = requested.stream().map(Extension::getName).toList();
    return installed.stream().filter(extension -> names.contains(extension.getName())).toList();
  }
}
