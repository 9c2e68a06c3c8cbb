package dev.socketee.engine;

import dev.socketee.protocol.json.JsonText;
import java.nio.charset.StandardCharsets;

/** The JSON body of an error (reference 1.5). */
final class ErrorBody {

  private ErrorBody() {}

  static byte[] of(EngineError error, String message) {
    StringBuilder json = new StringBuilder(64).append("{\"code\":").append(error.code());
    JsonText.quote(json.append(",\"message\":"), message);
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }
}
