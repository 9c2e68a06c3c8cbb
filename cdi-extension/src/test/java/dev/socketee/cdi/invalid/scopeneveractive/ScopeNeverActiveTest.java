package dev.socketee.cdi.invalid.scopeneveractive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.SessionScoped;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

class ScopeNeverActiveTest {

  @Namespace
  @SessionScoped
  static class Cart implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Namespace
  @TransactionScoped
  static class Order implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void namespace_scopeOfHttpSession_isRefused() {
    assertThat(App.problems(Cart.class, Order.class))
        .containsExactlyInAnyOrder(
            "SIO0105:"
                + " dev.socketee.cdi.invalid.scopeneveractive.ScopeNeverActiveTest$Cart has"
                + " @Namespace and @SessionScoped, but that scope is not active when"
                + " handlers are called. Remove the scope, which makes the bean"
                + " @ApplicationScoped, and keep what belongs to a client in Socket.data().",
            "SIO0105:"
                + " dev.socketee.cdi.invalid.scopeneveractive.ScopeNeverActiveTest$Order"
                + " has @Namespace and @TransactionScoped, but that scope is not active"
                + " when handlers are called. Remove the scope, which makes the bean"
                + " @ApplicationScoped, and keep what belongs to a client in Socket.data().");
  }
}
