package dev.socketee;

import java.lang.reflect.Type;
import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP request that opened a connection, and the payload of a socket's CONNECT. Immutable and
 * thread-safe.
 *
 * <p>Source: reference 2.3, handshake.
 */
public interface Handshake {

  /**
   * The headers of the request, by lower-case name. Several of one name are joined by {@code ", "}.
   *
   * @return an unmodifiable map
   */
  Map<String, String> headers();

  /**
   * The parameters of the URL. If one is repeated, the last counts.
   *
   * @return an unmodifiable map
   */
  Map<String, String> query();

  /**
   * A parameter of the URL.
   *
   * @param name its name
   * @return its value, or empty if it was not sent
   */
  default Optional<String> query(String name) {
    return Optional.ofNullable(query().get(name));
  }

  /**
   * The path and query string of the request, as sent.
   *
   * @return the URL, without scheme and host
   */
  String url();

  /**
   * The address of the peer of the TCP connection; behind a proxy, what the server makes of it.
   *
   * @return the address, such as {@code 127.0.0.1}
   */
  String address();

  /**
   * Whether the request came over TLS.
   *
   * @return {@code true} if the server says so
   */
  boolean secure();

  /**
   * Whether the request carried an {@code Origin} header.
   *
   * @return {@code true} if it did
   */
  boolean crossDomain();

  /**
   * Who opened the connection, as far as the container has authenticated the request. Of a {@link
   * RemoteSocket} on another server always empty: servers do not tell each other of callers.
   *
   * @return the caller, or empty if the container knows none
   */
  Optional<Principal> principal();

  /**
   * Whether the caller was in a role when the connection was opened, by what the container said
   * then: a role that is given or taken later is not seen. The container can be asked only while it
   * serves the request, so what was asked of it are the roles that the application has declared: in
   * {@code <security-role>} of {@code web.xml}, or in {@code @RolesAllowed} or
   * {@code @DeclareRoles} on a class that CDI knows. Of any other role the answer is {@code false},
   * and a warning in the log, once for a role, says how to declare it.
   *
   * @param role the role; {@code "**"} is every caller that the container has authenticated
   * @return {@code false} without a caller, and for a {@link RemoteSocket} on another server
   */
  boolean isUserInRole(String role);

  /**
   * When the connection was opened.
   *
   * @return the time, by this server's clock
   */
  Instant issued();

  /**
   * The payload of the CONNECT, which the client gave as its {@code auth} option, as JSON. For a
   * client of Socket.IO 1 or 2 it is made of the query of the namespace: a string for each
   * parameter, an array of them for one that is repeated.
   *
   * @return the text of a JSON object, or {@code null} if there was none
   */
  @Nullable String authJson();

  /**
   * The payload of the CONNECT, converted.
   *
   * @param <T> the type
   * @param type what to convert it to, as {@link Args#get(int, Class)} does
   * @return the value, or {@code null} if there was no payload
   * @throws ConversionException if it cannot be converted
   */
  <T> @Nullable T auth(Class<T> type);

  /**
   * The payload of the CONNECT, converted to a generic type.
   *
   * @param type what to convert it to
   * @return the value, or {@code null} if there was no payload
   * @throws ConversionException if it cannot be converted
   */
  @Nullable Object auth(Type type);
}
