package dev.socketee;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the clients answered to a broadcast, all of them or those that did in time.
 *
 * <p>Source: reference 2.4, Acknowledgements.
 *
 * @param responses the answers, in the order in which they came
 * @param missing the ids of the sockets of this server that did not answer; those of other servers
 *     are only counted
 * @param expected how many clients were asked, as far as is known: a server that did not answer in
 *     time has not told its number
 * @param complete whether all servers told how many clients they asked, and all of these answered
 */
public record BroadcastAcks(
    List<Response> responses, Set<String> missing, int expected, boolean complete) {

  /**
   * The answer of one client.
   *
   * @param socketId the id of its socket; {@code null} if that is on another server
   * @param args the arguments of the acknowledgement; those from other servers have the first only
   */
  public record Response(@Nullable String socketId, Args args) {}

  /**
   * Copies the collections.
   *
   * @param responses the answers, in the order in which they came
   * @param missing the ids of the sockets of this server that did not answer
   * @param expected how many clients were asked
   * @param complete whether all answered
   */
  public BroadcastAcks {
    responses = List.copyOf(responses);
    missing = Set.copyOf(missing);
  }
}
