package dev.socketee;

import java.util.Map;

/**
 * Numbers of a server, at one moment: for a health check, a metric, or to find out which limit is
 * too low. Those of a cluster are to be added up by whoever wants them.
 *
 * @param sessions the connections that are open: clients, if each has one
 * @param sockets the sockets of all namespaces: a connection has one in each that it has joined
 * @param limits how often each limit was reached since the server was started; one for every {@link
 *     Limit}
 */
public record Statistics(int sessions, int sockets, Map<Limit, Long> limits) {

  /**
   * Copies the map.
   *
   * @param sessions the connections
   * @param sockets the sockets of all namespaces
   * @param limits how often each limit was reached
   */
  public Statistics {
    limits = Map.copyOf(limits);
  }

  /**
   * How often a limit was reached since the server was started.
   *
   * @param limit which
   * @return the number of times
   */
  public long reached(Limit limit) {
    return limits.getOrDefault(limit, 0L);
  }
}
