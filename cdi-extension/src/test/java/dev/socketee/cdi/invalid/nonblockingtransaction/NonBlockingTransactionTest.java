package dev.socketee.cdi.invalid.nonblockingtransaction;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonBlockingTransactionTest {

  @Namespace
  @NonBlocking
  static class Chat {
    @OnEvent
    @Transactional
    void message(String text) {}
  }

  @Stereotype
  @Transactional
  @Retention(RUNTIME)
  @interface Booking {}

  @Stereotype
  @Booking
  @Retention(RUNTIME)
  @interface Accounting {}

  @Accounting
  @Namespace
  static class OfANestedStereotype {
    @OnEvent
    @NonBlocking
    void message(String text) {}
  }

  @InterceptorBinding
  @Transactional
  @Retention(RUNTIME)
  @Target({TYPE, METHOD})
  @interface Booked {}

  @Namespace
  static class OfABinding {
    @Booked
    @OnEvent
    @NonBlocking
    void message(String text) {}
  }

  @ParameterizedTest
  @ValueSource(classes = {Chat.class, OfANestedStereotype.class, OfABinding.class})
  void transactionalHandler_nonBlocking_isRefused(Class<?> bean) {
    assertThat(App.problems(bean))
        .containsExactlyInAnyOrder(
            "SIO0904: "
                + bean.getName()
                + ".message(String) is @NonBlocking and @Transactional, but the commit of a"
                + " transaction blocks. Remove one of them.");
  }
}
