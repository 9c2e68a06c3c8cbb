package dev.socketee.cdi;

import dev.socketee.Middleware;
import dev.socketee.ParentNamespace;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.cdi.EventHandler.Acknowledgement;
import dev.socketee.server.NamespaceListener;
import dev.socketee.server.NamespaceTemplate;
import dev.socketee.server.SocketIOServer;
import java.util.List;
import java.util.function.Consumer;

/** Puts the handlers of one namespace behind the listeners of the server. Immutable. */
final class NamespaceBinding {

  private final String name;
  private final List<HandlerInvoker> handlers;
  private final List<Gate> gates;
  private final HandlerRunner runner;

  /**
   * For one namespace.
   *
   * @param name its name
   * @param handlers its handlers, in the order in which to call them
   * @param gates who may connect to it
   * @param scopes what to run them in
   */
  NamespaceBinding(
      String name, List<HandlerInvoker> handlers, List<Gate> gates, HandlerScopes scopes) {
    this.name = name;
    this.handlers = List.copyOf(handlers);
    this.gates = List.copyOf(gates);
    this.runner = new HandlerRunner(new ErrorHandlers(of(HandlerKind.ERROR)), scopes);
  }

  /** Creates the namespace, or the parent of many, and registers the listeners. */
  void bind(SocketIOServer server) {
    if (NamespaceTemplate.isOne(name)) {
      ParentNamespace parent = server.of(NamespaceTemplate.of(name));
      events().forEach(each -> server.listen(parent, each.event(), listener(each)));
      gates.forEach(gate -> server.guard(parent, socket -> runner.enter(gate, socket)));
      bind(server, parent::use, parent::onConnection);
    } else {
      SocketNamespace namespace = server.of(name);
      events().forEach(each -> server.listen(namespace, each.event(), listener(each)));
      gates.forEach(gate -> server.guard(namespace, socket -> runner.enter(gate, socket)));
      bind(server, namespace::use, namespace::onConnection);
    }
  }

  private void bind(
      SocketIOServer server, Consumer<Middleware> use, Consumer<Consumer<Socket>> onConnection) {
    List<HandlerInvoker> connect = of(HandlerKind.CONNECT);
    for (HandlerInvoker handler : connect) {
      boolean first = handler == connect.get(0);
      use.accept(
          socket -> {
            runner.connect(handler, socket);
            if (first) {
              listenForTheEnd(socket);
            }
          });
    }
    onConnection.accept(
        socket -> {
          if (connect.isEmpty() || server.skipsMiddleware(socket)) {
            listenForTheEnd(socket);
          }
        });
  }

  private List<EventHandler> events() {
    return of(HandlerKind.EVENT).stream().map(this::event).toList();
  }

  private NamespaceListener listener(EventHandler handler) {
    NamespaceListener listener = (socket, args, ack) -> runner.event(handler, socket, args, ack);
    return handler.invoker().handler().nonBlocking()
        ? NamespaceListener.nonBlocking(listener)
        : listener;
  }

  /**
   * As soon as a handler of the CONNECT has returned: what it has done with the socket is undone by
   * a handler of the disconnect, also if the client goes before it is accepted.
   */
  private void listenForTheEnd(Socket socket) {
    for (HandlerInvoker handler : of(HandlerKind.DISCONNECT)) {
      socket.onDisconnect((reason, description) -> runner.disconnect(handler, socket, reason));
    }
  }

  private EventHandler event(HandlerInvoker handler) {
    List<HandlerInvoker> same =
        of(HandlerKind.EVENT).stream()
            .filter(other -> other.handler().event().equals(handler.handler().event()))
            .toList();
    // of several handlers that all return nothing, the last one acknowledges, or the one that fails
    boolean nobody = same.stream().allMatch(other -> other.handler().answer() == Answer.NOTHING);
    boolean last = nobody && same.get(same.size() - 1) == handler;
    Answer answer = handler.handler().answer();
    return new EventHandler(
        handler,
        switch (answer) {
          case VALUE -> Acknowledgement.RESULT;
          case EMPTY -> Acknowledgement.EMPTY;
          case ACK -> Acknowledgement.NONE;
          case NOTHING -> last ? Acknowledgement.EMPTY : Acknowledgement.NONE;
        },
        nobody || answer != Answer.NOTHING);
  }

  private List<HandlerInvoker> of(HandlerKind kind) {
    return handlers.stream().filter(handler -> handler.handler().kind() == kind).toList();
  }
}
