package dev.socketee.jakarta.http;

import dev.socketee.engine.EngineServer;
import dev.socketee.engine.UpgradeVerdict;
import dev.socketee.engine.http.HttpResponse;
import dev.socketee.engine.http.WebSocketHandshake;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one door of a mount: every request of its path comes here, upgrades too, so that bad ones get
 * a real status.
 */
public final class EngineServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");

  private final AtomicBoolean warned = new AtomicBoolean();

  /** Present between start and stop. */
  private transient volatile @Nullable Running running;

  private transient volatile Runnable whenDestroyed = () -> {};

  private record Running(
      EngineServer engine,
      HandlerThreads threads,
      RoleNames roles,
      Optional<WebSocketUpgrades> webSockets,
      Optional<ClientBundle> client) {}

  /**
   * Begins to serve.
   *
   * @param engine takes the requests
   * @param threads captures the context of handshakes
   * @param roles what to ask for of their callers
   * @param webSockets opens WebSockets; empty where the container has none
   * @param client the files to serve below the path; empty for none
   */
  public void start(
      EngineServer engine,
      HandlerThreads threads,
      RoleNames roles,
      Optional<WebSocketUpgrades> webSockets,
      Optional<ClientBundle> client) {
    running = new Running(engine, threads, roles, webSockets, client);
  }

  /**
   * Says what to do when the container takes the servlet away: the first that an application hears
   * of its end.
   */
  public void onDestroy(Runnable action) {
    whenDestroyed = action;
  }

  @Override
  public void destroy() {
    whenDestroyed.run();
  }

  /** Ceases to serve: requests get status 503. */
  public void stop() {
    running = null;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Running current = running;
    if (current == null) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    ServletEngineRequest engineRequest =
        new ServletEngineRequest(request, current.threads(), current.roles());
    Optional<HttpResponse> file =
        current.client().flatMap(bundle -> bundle.serve(nameOf(request), engineRequest));
    if (file.isPresent()) {
      write(current.engine().withCors(engineRequest, file.get()), request, response);
    } else if (WebSocketHandshake.wanted(engineRequest)) {
      upgrade(current, engineRequest, request, response);
    } else if (request.isAsyncSupported()) {
      ServletExchange exchange = new ServletExchange(request, response, engineRequest);
      current.engine().handle(exchange);
      exchange.leave();
    } else {
      refuseSynchronous(request, response);
    }
  }

  private static String nameOf(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(1);
  }

  private void upgrade(
      Running current,
      ServletEngineRequest engineRequest,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    UpgradeVerdict verdict = current.engine().upgrade(engineRequest);
    if (verdict instanceof UpgradeVerdict.Refused refused) {
      write(refused.response(), request, response);
    } else if (verdict instanceof UpgradeVerdict.Granted granted) {
      if (current.webSockets().isEmpty()) {
        // Without WebSockets the engine does not know the transport, and has refused.
        throw new ServletException("a WebSocket was granted that cannot be opened");
      }
      current
          .webSockets()
          .get()
          .upgrade(request, response, granted, current.engine().options().maxPayload());
    }
  }

  private static void write(
      HttpResponse given, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(given.status());
    given.headers().forEach(response::setHeader);
    if (given.body().length > 0) {
      response.setContentLength(given.body().length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(given.body());
      }
    }
  }

  private void refuseSynchronous(HttpServletRequest request, HttpServletResponse response) {
    if (warned.compareAndSet(false, true)) {
      LOG.log(
          Level.ERROR,
          "Long-polling is not possible: a servlet filter that handles {0} does not support"
              + " asynchronous requests. Add asyncSupported=true to its @WebFilter, or"
              + " <async-supported>true</async-supported> to its declaration in web.xml, or exclude"
              + " the path from its mapping.",
          request.getRequestURI());
    }
    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }
}
