package dev.socketee.cdi.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.CdiServerSource;
import dev.socketee.cdi.fixture.App;
import dev.socketee.spi.AdapterFactory;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The servers of an application get their adapters from its bean. */
class AdapterBeanTest {

  private static final List<AdapterFactory> DISPOSED = new ArrayList<>();

  private static final AdapterFactory FACTORY =
      sockets -> {
        throw new UnsupportedOperationException("not called by this test");
      };

  static class Producer {
    @Produces
    AdapterFactory factory() {
      return FACTORY;
    }

    void dispose(@Disposes AdapterFactory factory) {
      DISPOSED.add(factory);
    }
  }

  @Test
  void adapter_noBean_isEmpty() {
    try (App app = App.start(AdapterBeanTest.class)) {
      assertThat(app.io()).isNotNull();
      assertThat(new CdiServerSource().adapter()).isEmpty();
    }
  }

  @Test
  void adapter_bean_isFound_andDisposedOf() {
    DISPOSED.clear();
    try (App app = App.start(Producer.class)) {
      assertThat(app.io()).isNotNull();
      assertThat(new CdiServerSource().adapter()).containsSame(FACTORY);
    }
    assertThat(DISPOSED).containsExactly(FACTORY);
  }
}
