package dev.socketee.it.engine;

import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineHooks;
import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.TransportName;
import dev.socketee.jakarta.EngineMount;
import dev.socketee.jakarta.config.ConfigReader;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.threads.ScheduledTimer;
import dev.socketee.protocol.engine.EngineFrame;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bare engine that echoes, at {@code /engine.io/}: the layer stands by itself. Its options are
 * those of the Socket.IO server.
 */
@WebListener
public class EngineEcho implements ServletContextListener {

  private final EngineMount mount = new EngineMount("/engine.io");
  private @Nullable Running running;

  private record Running(EngineServer engine, HandlerThreads threads, ScheduledTimer timer) {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    SocketIOConfig config = ConfigReader.read(ConfigSources.of(context)).config();
    EngineOptions options = config.engine();
    HandlerThreads threads = HandlerThreads.open(config, context.getClassLoader());
    ScheduledTimer timer = ScheduledTimer.open(context.getClassLoader());
    EngineServer engine = new EngineServer(options, EngineHooks.NONE, timer, Echo::new);
    running = new Running(engine, threads, timer);
    mount.register(context);
    mount.start(engine, threads, RoleNames.NONE, EngineMount.webSockets(context), Optional.empty());
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    mount.stop();
    Running ending = running;
    if (ending != null) {
      ending.engine().close();
      ending.threads().close();
      ending.timer().close();
    }
  }

  private record Echo(EngineSession session) implements SessionListener {

    @Override
    public void onText(String data, TransportName carrier) {
      session.send(EngineFrame.message(data));
    }

    @Override
    public void onBinary(byte[] data, TransportName carrier) {
      session.send(EngineFrame.binary(data));
    }

    @Override
    public void onClose(CloseReason reason, @Nullable String description) {}
  }
}
