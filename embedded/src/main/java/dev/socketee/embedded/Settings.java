package dev.socketee.embedded;

import java.util.Map;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param port 0 for one that is free
 * @param host where to listen
 * @param contextPath empty, or with a slash in front and none behind
 * @param behindProxy whether clients are who the proxy says they are
 * @param discover whether to find beans on the class path
 * @param beans the classes of beans
 * @param options by keys without prefix
 */
record Settings(
    int port,
    String host,
    String contextPath,
    boolean behindProxy,
    boolean discover,
    Set<Class<?>> beans,
    Map<String, String> options) {}
