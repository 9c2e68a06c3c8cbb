package dev.socketee;

/**
 * A client has asked for something that is not for its caller: by {@code @RolesAllowed} and the
 * like on a {@link dev.socketee.annotation.Namespace} bean (see {@link
 * dev.socketee.annotation.Authenticated}), or because the application says so by throwing it in a
 * {@link Middleware}, a listener or a handler.
 *
 * <p>The client's {@code connect_error}, or the acknowledgement of its event, has the message
 * {@code Unauthorized} if nobody is known to be at the other end, else {@code Forbidden}. The
 * matching {@link dev.socketee.annotation.OnError} method is told, if there is one, so that it can
 * be audited; else the {@linkplain Socket#onError error listeners}; else the log, at level DEBUG:
 * what a client can do at will must not fill the log.
 */
public final class AccessRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whether somebody was known. */
  private final boolean authenticated;

  /**
   * Refuses.
   *
   * @param message what was refused to whom, for the log; the client does not get it
   * @param authenticated whether it is known who is at the other end, as {@link Socket#principal()}
   *     is present then
   */
  public AccessRefusedException(String message, boolean authenticated) {
    super(message);
    this.authenticated = authenticated;
  }

  /**
   * Whether it is known who was refused: then another caller could be let in, and this one cannot.
   *
   * @return {@code false} if the caller is anonymous
   */
  public boolean authenticated() {
    return authenticated;
  }

  /**
   * What the client is told.
   *
   * @return {@code Forbidden}, or {@code Unauthorized} for an anonymous caller
   */
  public String answer() {
    return authenticated ? "Forbidden" : "Unauthorized";
  }
}
