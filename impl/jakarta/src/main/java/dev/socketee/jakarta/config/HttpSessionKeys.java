package dev.socketee.jakarta.config;

import dev.socketee.jakarta.session.HttpSessionPolicy;
import java.util.List;

/** The option of what connections have to do with the HTTP session that they came with. */
final class HttpSessionKeys {

  private static final ValueType<HttpSessionPolicy> POLICY =
      new ValueType<>(
          "`close`, `keep` or `keep-alive`",
          text -> HttpSessionPolicy.of(text).orElseThrow(ValueType::refused));

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "http-session",
              "close",
              POLICY,
              "What becomes of the connections of an authenticated caller when the `HttpSession` ends"
                  + " that they came with: `close` closes them, `keep` does not. With `keep-alive`"
                  + " they are closed, too, but the session does not time out while it has"
                  + " connections. See [HTTP sessions](security.md#http-sessions).",
              (draft, value) -> draft.httpSession = value));

  private HttpSessionKeys() {}
}
