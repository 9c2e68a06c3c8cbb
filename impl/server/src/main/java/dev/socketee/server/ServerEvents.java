package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.EventListener;
import dev.socketee.Limit;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.spi.Emission;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events that other servers send to this one (reference 2.2, serverSideEmit). */
final class ServerEvents {

  private final String namespace;
  private final Map<String, List<EventListener>> listeners = new ConcurrentHashMap<>();
  private volatile @Nullable Running running;

  private record Running(Mailbox mailbox, ValueCodec codec, LimitCounters limits) {}

  ServerEvents(String namespace) {
    this.namespace = namespace;
  }

  void on(String event, EventListener listener) {
    listeners.computeIfAbsent(event, absent -> new CopyOnWriteArrayList<>()).add(listener);
  }

  void start(NamespaceOptions options, ServerRuntime runtime, LimitCounters limits) {
    running =
        new Running(
            new Mailbox(
                runtime.background(),
                runtime.timer(),
                options.mailboxEvents(),
                options.mailboxBytes()),
            runtime.codec(),
            limits);
  }

  /** Has the listeners called, after those of what was received before. */
  void receive(JsonArguments event, @Nullable Consumer<Emission> reply) {
    Running now = running;
    List<EventListener> called = listeners.getOrDefault(event.event(), List.of());
    if (now == null || called.isEmpty()) {
      return;
    }
    switch (now.mailbox().offer(new Delivery(event, called, new Reply(reply, now.codec())))) {
      case QUEUED, CLOSED, BUSY, DONE -> {}
      case FULL -> dropped(now, Limit.MAILBOX, event);
      case REJECTED -> dropped(now, Limit.HANDLER_THREADS, event);
    }
  }

  private void dropped(Running now, Limit limit, JsonArguments event) {
    now.limits().reached(limit);
    SocketIOServer.LOG.log(
        Level.WARNING,
        "\"{0}\" from another server of {1} was dropped: its listeners are too slow",
        event.event(),
        namespace);
  }

  private final class Delivery extends Mailbox.Task {
    private final JsonArguments event;
    private final List<EventListener> called;
    private final Reply reply;

    Delivery(JsonArguments event, List<EventListener> called, Reply reply) {
      this.event = event;
      this.called = called;
      this.reply = reply;
    }

    @Override
    void run() {
      Args args = new ReceivedArgs(event, reply.codec);
      for (EventListener listener : called) {
        try {
          listener.onEvent(args, reply);
        } catch (Throwable e) {
          SocketIOServer.LOG.log(
              Level.ERROR,
              "A listener of \"" + event.event() + "\" from another server failed, " + namespace,
              e);
        }
      }
    }

    @Override
    long size() {
      return EventLog.size(new Emission(event.array(), event.attachments()));
    }
  }

  /** Answers the other server, once. */
  private static final class Reply implements Ack<Object> {
    private final @Nullable Consumer<Emission> target;
    private final ValueCodec codec;
    private final AtomicBoolean sent = new AtomicBoolean();

    Reply(@Nullable Consumer<Emission> target, ValueCodec codec) {
      this.target = target;
      this.codec = codec;
    }

    @Override
    public boolean requested() {
      return target != null;
    }

    @Override
    public void send(@Nullable Object argument) {
      reply(Collections.singletonList(argument));
    }

    @Override
    public void sendAll(@Nullable Object... arguments) {
      reply(Arrays.asList(arguments));
    }

    private void reply(List<? extends @Nullable Object> arguments) {
      Consumer<Emission> other = target;
      if (other == null || sent.get()) {
        return;
      }
      Emission answer = codec.encode(arguments);
      if (sent.compareAndSet(false, true)) {
        other.accept(answer);
      }
    }
  }
}
