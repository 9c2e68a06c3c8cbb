package dev.socketee.engine.http;

import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the engine's path. The container's binding implements it; whoever keeps one beyond
 * the call keeps a {@link #snapshot()}.
 */
public interface EngineRequest {

  /** The HTTP method, such as {@code GET}. */
  String method();

  /** Path and query string, as sent. */
  String url();

  /** The parameters of the URL, decoded; of a repeated one the last (reference 1.4). */
  Map<String, String> query();

  /** The headers by lower-case name; several of one name are joined by {@code ", "}. */
  Map<String, String> headers();

  /** A header by its lower-case name, or {@code null}. */
  default @Nullable String header(String name) {
    return headers().get(name);
  }

  /** The address of the peer. */
  String address();

  /** Whether the request came over TLS. */
  boolean secure();

  /** Who the container says sends it; {@code null} if it says nobody. */
  default @Nullable Principal principal() {
    return null;
  }

  /**
   * Whether the container says that the {@link #principal()} is in a role.
   *
   * @param role not {@code "**"}
   */
  default boolean isUserInRole(String role) {
    return false;
  }

  /** This request in a form that stays valid after the container has recycled its own. */
  EngineRequest snapshot();
}
