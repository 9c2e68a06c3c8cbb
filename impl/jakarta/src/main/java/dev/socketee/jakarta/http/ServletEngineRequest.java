package dev.socketee.jakarta.http;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.QueryString;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.jakarta.session.CapturedSession;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.spi.HttpRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live request: valid as long as the container's. Confined to the thread that serves it. */
final class ServletEngineRequest implements EngineRequest, HttpRequest {

  private final HttpServletRequest request;
  private final HandlerThreads threads;
  private final RoleNames roles;
  private final Map<String, String> query;
  private @Nullable Map<String, String> headers;

  ServletEngineRequest(HttpServletRequest request, HandlerThreads threads, RoleNames roles) {
    this.request = request;
    this.threads = threads;
    this.roles = roles;
    this.query = QueryString.parse(request.getQueryString());
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String url() {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  @Override
  public Map<String, String> query() {
    return query;
  }

  @Override
  public Map<String, String> headers() {
    if (headers == null) {
      Map<String, String> collected = new LinkedHashMap<>();
      for (String name : Collections.list(request.getHeaderNames())) {
        collected.put(name.toLowerCase(Locale.ROOT), joined(name));
      }
      headers = Collections.unmodifiableMap(collected);
    }
    return headers;
  }

  /** Looked up singly: most requests need two or three of their headers, and no map of all. */
  @Override
  public @Nullable String header(String name) {
    return headers == null ? joined(name) : headers.get(name);
  }

  private @Nullable String joined(String name) {
    Enumeration<String> values = request.getHeaders(name);
    if (!values.hasMoreElements()) {
      return null;
    }
    String first = values.nextElement();
    if (!values.hasMoreElements()) {
      return first;
    }
    String separator = name.equalsIgnoreCase("cookie") ? "; " : ", ";
    return first + separator + String.join(separator, Collections.list(values));
  }

  @Override
  public String address() {
    return request.getRemoteAddr();
  }

  @Override
  public boolean secure() {
    return request.isSecure();
  }

  @Override
  public @Nullable Principal principal() {
    return request.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return request.isUserInRole(role);
  }

  @Override
  public EngineRequest snapshot() {
    return new HandshakeRequest(
        method(),
        url(),
        query,
        headers(),
        address(),
        secure(),
        principal(),
        roles.held(request),
        threads.capture(),
        CapturedSession.of(request));
  }
}
