package dev.socketee.embedded;

import dev.socketee.jakarta.config.ConfigException;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong in words of whoever starts a server, not in those of its parts. */
final class Failures {

  private Failures() {}

  /** An exception to throw in the place of another. */
  static IllegalStateException explain(RuntimeException failure, Settings settings) {
    return new IllegalStateException(message(failure, settings), failure);
  }

  private static @Nullable String message(RuntimeException failure, Settings settings) {
    Optional<ConfigException> configuration = cause(failure, ConfigException.class);
    if (configuration.isPresent()) {
      return configuration.get().getMessage();
    }
    String address = settings.host() + ":" + settings.port();
    Optional<BindException> bind = cause(failure, BindException.class);
    if (bind.isPresent()) {
      return "cannot listen on "
          + address
          + " ("
          + bind.get().getMessage()
          + "): choose another port, or port(0) for one that is free; and look whether the host is an"
          + " interface of this machine";
    }
    if (cause(failure, UnresolvedAddressException.class).isPresent()) {
      return "cannot listen on " + address + ": the name of the host is not known";
    }
    if (failure instanceof DeploymentException || failure instanceof DefinitionException) {
      return "the beans cannot be deployed: " + failure.getMessage();
    }
    return failure instanceof IllegalStateException
        ? failure.getMessage()
        : "the server cannot be started: " + failure;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }
}
