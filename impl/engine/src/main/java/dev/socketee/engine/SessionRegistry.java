package dev.socketee.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an engine by their ids, no more of them than allowed. Thread-safe, and exact: the
 * places are taken before a session is entered.
 */
final class SessionRegistry {

  private final SessionLimits limits;
  private final Map<String, LiveSession> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger places = new AtomicInteger();

  /** The sessions of each address; empty if they are not limited. */
  private final Map<String, Integer> addresses = new ConcurrentHashMap<>();

  SessionRegistry(SessionLimits limits) {
    this.limits = limits;
  }

  /** The session of that id. */
  @Nullable LiveSession get(String sid) {
    return sessions.get(sid);
  }

  /** Whether there is a place for another session of an address; empty if there is. */
  Optional<EngineError> full(String address) {
    if (places.get() >= limits.sessions()) {
      return Optional.of(EngineError.TOO_MANY_SESSIONS);
    }
    boolean room = !limitsAddresses() || addresses.getOrDefault(address, 0) < limits.perAddress();
    return room ? Optional.empty() : Optional.of(EngineError.TOO_MANY_SESSIONS_OF_ADDRESS);
  }

  /** Enters a session, if there is a place and its id is free: then the answer is empty. */
  Optional<Failure> enter(LiveSession session) {
    if (places.incrementAndGet() > limits.sessions()) {
      places.decrementAndGet();
      return Optional.of(Failure.excess(EngineError.TOO_MANY_SESSIONS));
    }
    String address = session.request().address();
    if (limitsAddresses() && addresses.merge(address, 1, Integer::sum) > limits.perAddress()) {
      release(address);
      return Optional.of(Failure.excess(EngineError.TOO_MANY_SESSIONS_OF_ADDRESS));
    }
    if (sessions.putIfAbsent(session.id(), session) != null) {
      release(address);
      return Optional.of(SessionIds.inUse());
    }
    return Optional.empty();
  }

  /** Removes a session, if it is there. */
  void leave(LiveSession session) {
    if (sessions.remove(session.id(), session)) {
      release(session.request().address());
    }
  }

  private void release(String address) {
    if (limitsAddresses()) {
      addresses.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
    places.decrementAndGet();
  }

  private boolean limitsAddresses() {
    return limits.perAddress() != SessionLimits.UNLIMITED;
  }

  Collection<LiveSession> all() {
    return sessions.values();
  }

  int size() {
    return sessions.size();
  }

  @Override
  public String toString() {
    return sessions.size() + " sessions, " + places + " places, " + addresses.size() + " addresses";
  }
}
