package dev.socketee.server;

import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.server.Memberships.Place;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one client into namespaces: at once into those that exist; others have to be looked for,
 * which may take its time. Between the CONNECT and the answer, the name is taken.
 */
final class Joining {

  private final Client client;
  private final NamespaceDirectory directory;

  /** That of the client; guards the memberships. */
  private final ReentrantLock lock;

  private final Memberships memberships;

  /** How many namespaces have been created because this client asked for them. */
  private final AtomicInteger children = new AtomicInteger();

  /** {@code null} if the client may ask as often as it likes. */
  private final @Nullable RateLimit rate;

  Joining(
      Client client, NamespaceDirectory directory, ReentrantLock lock, Memberships memberships) {
    this.client = client;
    this.directory = directory;
    this.lock = lock;
    this.memberships = memberships;
    rate = RateLimit.of(client.options().joinsPerSecond(), client.timer());
  }

  AtomicInteger children() {
    return children;
  }

  /** Answers what is wrong with it, or {@code null}. */
  @Nullable String connect(SocketPacket.Connect packet) {
    if (rate != null && !rate.admits(client.timer().nanoTime())) {
      client.overrun(
          Limit.JOINS_PER_SECOND,
          "",
          "more than " + client.options().joinsPerSecond() + " namespaces to join per second");
      return null;
    }
    String name = packet.namespace();
    Handshake handshake = client.handshake(packet.auth());
    Optional<LocalNamespace> known = directory.enter(name);
    if (known.isPresent() && known.get().isAnnounced()) {
      return join(known.get(), handshake);
    }
    if (known.isEmpty() && directory.parents().isEmpty()) {
      client.refuse(name, Refusal.INVALID_NAMESPACE);
      return null;
    }
    NamespaceSearch search = new NamespaceSearch(client, this, directory, name, handshake);
    return search(search, known.orElse(null));
  }

  private @Nullable String join(LocalNamespace entered, Handshake handshake) {
    ServerSocket socket = client.socket(entered, handshake);
    Place place = reserve(entered.name(), () -> memberships.add(socket));
    if (place == Place.FREE) {
      socket.open();
    } else {
      entered.exit();
    }
    return refusal(place);
  }

  private @Nullable String search(NamespaceSearch search, @Nullable LocalNamespace entered) {
    Place place = reserve(search.name(), () -> memberships.add(search));
    if (place == Place.FREE) {
      search.start(entered);
    } else if (entered != null) {
      entered.exit();
    }
    return refusal(place);
  }

  private Place reserve(String namespace, Runnable add) {
    return locked(
        () -> {
          Place place = memberships.place(namespace);
          if (place == Place.FREE) {
            add.run();
          }
          return place;
        });
  }

  private @Nullable String refusal(Place place) {
    return switch (place) {
      case FREE, CLOSED -> null;
      case TAKEN -> "a second CONNECT to a namespace";
      case FULL -> {
        client.overrun(
            Limit.NAMESPACES_PER_CONNECTION,
            "",
            "more than " + client.options().namespacesPerConnection() + " namespaces");
        yield null;
      }
    };
  }

  /** A search has ended with a namespace, which it has entered. */
  void found(NamespaceSearch search, LocalNamespace entered) {
    ServerSocket socket = client.socket(entered, search.handshake());
    boolean awaited =
        locked(
            () -> {
              boolean there = memberships.remove(search);
              if (there) {
                memberships.add(socket);
              }
              return there;
            });
    if (awaited) {
      socket.open();
    } else {
      entered.exit();
    }
  }

  /** A search has ended without a namespace. */
  void notFound(NamespaceSearch search, Refusal refusal) {
    if (locked(() -> memberships.remove(search))) {
      client.refuse(search.name(), refusal);
    }
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
