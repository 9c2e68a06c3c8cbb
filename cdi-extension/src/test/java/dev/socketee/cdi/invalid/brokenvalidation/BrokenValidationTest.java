package dev.socketee.cdi.invalid.brokenvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BrokenValidationTest {

  @Namespace
  static class Chat {
    @OnEvent
    void message(@NotNull String text) {}
  }

  /** An application with a configuration of Bean Validation that is none. */
  private static final class Broken extends ClassLoader {

    Broken(ClassLoader parent) {
      super(parent);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return name.equals("META-INF/validation.xml")
          ? new ByteArrayInputStream(new byte[] {'<'})
          : super.getResourceAsStream(name);
    }
  }

  @Test
  void constraints_thatNothingCanCheck_areRefused() {
    Thread thread = Thread.currentThread();
    ClassLoader original = thread.getContextClassLoader();
    thread.setContextClassLoader(new Broken(original));
    try {
      assertThat(App.problems(Chat.class))
          .singleElement()
          .asString()
          .startsWith(
              "SIO0219: "
                  + Chat.class.getTypeName()
                  + ".message(String) has constraints, but nothing can check them: ")
          .endsWith(
              ". Add a Bean Validation provider, such as Hibernate Validator, or mend its"
                  + " configuration.");
    } finally {
      thread.setContextClassLoader(original);
    }
  }
}
