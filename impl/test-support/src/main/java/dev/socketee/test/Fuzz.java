package dev.socketee.test;

import java.util.Random;

/**
 * Runs a case with random inputs: a few in every build, as many as one likes by {@code
 * -Dsocketee.fuzz.inputs=1000000}. The seed is printed, and set by {@code -Dsocketee.fuzz.seed}. A
 * failure names the seed of its input, with which {@code -Dsocketee.fuzz.inputs=1} repeats it.
 */
public final class Fuzz {

  private static final long DEFAULT_SEED = 20_261_122;

  private final String name;
  private final long seed = Long.getLong("socketee.fuzz.seed", DEFAULT_SEED);
  private final long inputs;
  private long accepted;

  /** Tries one input, or several. */
  @FunctionalInterface
  public interface Case {

    /**
     * Tries what follows from the random numbers, and from nothing else.
     *
     * @param random the source of the input
     * @return how much of it was accepted
     * @throws Exception if it fails
     */
    int run(Random random) throws Exception;
  }

  private Fuzz(String name, int inputs) {
    this.name = name;
    this.inputs = Long.getLong("socketee.fuzz.inputs", inputs);
  }

  /**
   * A run.
   *
   * @param name for the output
   * @param inputs how many, unless the system property says otherwise
   * @return the run, not begun
   */
  public static Fuzz of(String name, int inputs) {
    return new Fuzz(name, inputs);
  }

  /**
   * Tries one input after another.
   *
   * @param action the case
   * @return this run
   * @throws AssertionError if one fails; it names the seed
   */
  public Fuzz run(Case action) {
    return run(1, action);
  }

  /**
   * Tries sessions of several inputs each.
   *
   * @param length how many inputs one call of the case tries
   * @param action the case
   * @return this run
   * @throws AssertionError if one fails; it names the seed
   */
  public Fuzz run(int length, Case action) {
    long started = System.nanoTime();
    for (long done = 0; done < inputs; done += length) {
      long own = seed + done / length;
      try {
        accepted += action.run(new Random(mixed(own)));
      } catch (Throwable e) {
        throw new AssertionError(
            name + ": repeat it by -Dsocketee.fuzz.inputs=1 -Dsocketee.fuzz.seed=" + own, e);
      }
    }
    System.out.printf(
        "fuzz %s: %,d inputs, %,d accepted, seed %d, %,d ms%n",
        name, inputs, accepted, seed, (System.nanoTime() - started) / 1_000_000);
    return this;
  }

  /**
   * How much was accepted: if it is nothing, the inputs are too wild to get behind the first check.
   *
   * @return the sum of what the case returned
   */
  public long accepted() {
    return accepted;
  }

  /**
   * How many inputs there were.
   *
   * @return the number
   */
  public long inputs() {
    return inputs;
  }

  /** Seeds that follow one another give the same first numbers otherwise. */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
