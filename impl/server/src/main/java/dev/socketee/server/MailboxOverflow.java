package dev.socketee.server;

/** What happens to an event of a client for which the mailbox of its socket has no room. */
public enum MailboxOverflow {
  /** The client is disconnected. */
  DISCONNECT,
  /** It is dropped. */
  DROP_NEWEST,
  /** The oldest ones that wait are dropped to make room for it. */
  DROP_OLDEST
}
