package dev.socketee.it.jsonb;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.json.bind.JsonbConfig;

/** Says how the application's own types are converted. */
@Dependent
public class Json {

  @Produces
  static JsonbConfig config() {
    return new JsonbConfig().withAdapters(new MoneyAdapter());
  }
}
