package dev.socketee.jakarta.session;

import org.jspecify.annotations.Nullable;

/** A request that remembers the HTTP session that it came with. */
public interface SessionRequest {

  /** That session; {@code null} if there was none. */
  @Nullable CapturedSession httpSession();
}
