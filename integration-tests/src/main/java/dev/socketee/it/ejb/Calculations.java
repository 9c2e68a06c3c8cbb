package dev.socketee.it.ejb;

import jakarta.ejb.Local;

/** The business view of a session bean. */
@Local
public interface Calculations {

  /** Doubles a number. */
  int twice(int number);
}
