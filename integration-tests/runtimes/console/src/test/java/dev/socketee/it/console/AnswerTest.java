package dev.socketee.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final Answer FAILED = Answer.failed(1, new IllegalStateException("one\ntwo"));

  @Test
  void answer_inTheLog_isFound() {
    String log = "a log\nwithout an end" + Answer.done(12) + "and" + FAILED + "more";

    assertThat(Answer.find(12, log)).contains(Answer.done(12));
    assertThat(Answer.find(1, log)).contains(FAILED);
    assertThat(Answer.find(2, log)).isEmpty();
  }

  @Test
  void failure_ofSeveralLines_isOne() {
    assertThat(FAILED.failure()).contains("java.lang.IllegalStateException: one | two");
  }

  @Test
  void answer_withoutItsEnd_isNotThere() {
    String line = Answer.done(1).toString();

    for (int length = 0; length < line.length(); length++) {
      assertThat(Answer.find(1, line.substring(0, length))).isEqualTo(Optional.empty());
    }
  }
}
