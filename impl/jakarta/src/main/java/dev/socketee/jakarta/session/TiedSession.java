package dev.socketee.jakarta.session;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An HTTP session with the connections that are tied to it. The book's lock guards it. */
final class TiedSession {

  private final Set<Tie> ties = Collections.newSetFromMap(new IdentityHashMap<>());

  String id;

  /** Present from the first connection that keeps it alive until some time after the last. */
  @Nullable KeepAlive keepAlive;

  TiedSession(String id) {
    this.id = id;
  }

  Set<Tie> ties() {
    return ties;
  }

  void add(Tie tie) {
    ties.add(tie);
    tie.session = this;
  }

  void remove(Tie tie) {
    ties.remove(tie);
    tie.session = null;
  }

  void keptBy(KeepAlive kept) {
    keepAlive = kept;
    kept.home = this;
  }

  /** Takes over what was entered under the id that this one has got by now. */
  void merge(TiedSession other) {
    Set.copyOf(other.ties).forEach(this::add);
    KeepAlive kept = other.keepAlive;
    if (kept == null) {
      return;
    }
    if (keepAlive == null) {
      keptBy(kept);
    } else {
      replace(kept, keepAlive);
    }
  }

  /** Two for one session would each take the other's setting for the application's. */
  private void replace(KeepAlive before, KeepAlive after) {
    before.giveWay();
    for (Tie tie : ties) {
      if (tie.keepAlive == before) {
        tie.keepAlive = after;
        after.hold();
      }
    }
  }

  boolean isEmpty() {
    return ties.isEmpty() && keepAlive == null;
  }
}
