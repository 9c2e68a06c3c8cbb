package dev.socketee.jakarta.threads;

import java.util.HashMap;
import java.util.Map;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/** JNDI for tests: empty but for what was put into it. */
final class FakeNaming implements Naming {

  private final Map<String, Object> bindings = new HashMap<>();

  FakeNaming with(String name, Object value) {
    bindings.put(name, value);
    return this;
  }

  @Override
  public Object lookup(String name) throws NamingException {
    Object value = bindings.get(name);
    if (value == null) {
      throw new NameNotFoundException(name);
    }
    return value;
  }
}
