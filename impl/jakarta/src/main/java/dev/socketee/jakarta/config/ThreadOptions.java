package dev.socketee.jakarta.config;

import org.jspecify.annotations.Nullable;

/**
 * The threads that run the handlers of an application.
 *
 * @param virtual whether they are virtual
 * @param pool how many there may be where they are not; 200
 * @param executor the JNDI name of a managed executor whose threads they are; {@code null} for
 *     threads of our own
 */
public record ThreadOptions(Virtual virtual, int pool, @Nullable String executor) {

  /** The defaults. */
  public static final ThreadOptions DEFAULT = new ThreadOptions(Virtual.AUTO, 200, null);

  /** When threads of our own are virtual. */
  public enum Virtual {
    /** On a Java that has them without drawback. */
    AUTO,
    /** Always; a Java without them is an error. */
    ALWAYS,
    /** Never. */
    NEVER
  }
}
