package dev.socketee.it.behaviour;

import dev.socketee.it.support.Outcome;
import java.util.List;

/** How a behaviour is tried. */
@FunctionalInterface
interface Trial {

  /**
   * Tries it.
   *
   * @param stage the server, and the applications on it
   * @return what came of it, one for each test; never empty
   * @throws Exception if it could not be tried
   */
  List<Outcome> on(Stage stage) throws Exception;
}
