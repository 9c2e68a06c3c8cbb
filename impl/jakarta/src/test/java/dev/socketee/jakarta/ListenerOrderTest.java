package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done in time, and what is deferred, by container. */
class ListenerOrderTest {

  private final FakeContext fake = new FakeContext();
  private final List<String> steps = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"WildFly Full 39.0.1.Final", "Apache Tomcat/11.0.25", "jetty/12.1.10"})
  void container_thatKeepsTheOrder_defersNothing(String serverInfo) {
    fake.serverInfo = serverInfo;

    assertThat(ListenerOrder.defer(fake.context, () -> steps.add("checked"))).isFalse();
    assertThat(fake.startup).isEmpty();
  }

  @Test
  void liberty_defersUntilServletsAreInitialized() throws ServletException {
    fake.serverInfo = "Open Liberty/26.0.0.3";

    assertThat(ListenerOrder.defer(fake.context, () -> steps.add("checked"))).isTrue();
    assertThat(steps).isEmpty();
    Servlet last = fake.startup.get(0);
    last.init(null);

    assertThat(steps).containsExactly("checked");
    assertThat(fake.mappings).isEmpty();
    assertThatThrownBy(() -> last.service(null, null)).isInstanceOf(UnavailableException.class);
  }
}
