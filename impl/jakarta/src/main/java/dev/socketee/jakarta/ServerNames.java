package dev.socketee.jakarta;

/** What servers can be called. */
public final class ServerNames {

  /** How many characters a name may have. */
  static final int LONGEST = 100;

  private ServerNames() {}

  /** Whether a server can have that name. */
  public static boolean valid(String name) {
    return !name.isBlank() && name.length() <= LONGEST;
  }
}
