package dev.socketee.jakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a server has its options from, and what comes of them. */
final class Places {

  private Places() {}

  /** A server with all places where an option can be set. */
  static ConfigReader read(
      String server,
      Map<String, String> code,
      Map<String, String> microProfile,
      Map<String, String> webXml,
      Map<String, String> annotation) {
    return ConfigReader.read(
        new ServerSetup(
            server,
            List.of(
                OwnOptions.of("code", server, code),
                source("MicroProfile Config", microProfile),
                source("context-param", webXml),
                server.equals("default")
                    ? OwnOptions.general("annotation", annotation)
                    : OwnOptions.of("annotation", server, annotation)),
            Set.of("/known"),
            options -> {}));
  }

  static MapSource source(String name, Map<String, String> options) {
    List<String> all = new ArrayList<>();
    options.forEach((key, value) -> all.addAll(List.of(key, value)));
    return MapSource.of(name, all.toArray(String[]::new));
  }

  static ConfigReader configured(String server, Map<String, String> webXml) {
    return read(server, Map.of(), Map.of(), webXml, Map.of());
  }
}
