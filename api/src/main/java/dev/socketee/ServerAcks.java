package dev.socketee;

import java.util.List;

/**
 * What other servers answered to {@link SocketNamespace#serverSideEmitWithAck}.
 *
 * <p>Source: reference 2.4, Acknowledgements.
 *
 * @param responses the answers, one for each server that gave one, in the order in which they came
 * @param expected how many servers were asked
 */
public record ServerAcks(List<Args> responses, int expected) {

  /**
   * Copies the list.
   *
   * @param responses the answers
   * @param expected how many servers were asked
   */
  public ServerAcks {
    responses = List.copyOf(responses);
  }

  /**
   * Whether every server answered.
   *
   * @return {@code true} if none is missing
   */
  public boolean complete() {
    return responses.size() >= expected;
  }
}
