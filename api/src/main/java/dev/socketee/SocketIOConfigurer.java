package dev.socketee;

/**
 * Sets options of servers by code, where annotations and configuration cannot say it: because a
 * value is computed, or is an object such as an adapter or hooks. Beans of this type are found and
 * used in a CDI application; there is nothing to register.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Settings implements SocketIOConfigurer {
 *
 *   @Inject Plan plan;
 *
 *   @Override
 *   public void configure(String server, SocketIOBuilder options) {
 *     options.namespaceOption("/chat", "max-sockets", Integer.toString(plan.seats()));
 *   }
 * }
 * }</pre>
 *
 * <p>What is set here comes before everything that is configured or annotated, unless there is a
 * more specific key; {@code docs/configuration.md} has the table. Several beans are called in the
 * order of their {@code @Priority}, those without one last, and what is set later counts. Calls
 * come one after the other, on the thread that builds the server: most often that of the
 * deployment. An exception stops the deployment, or goes to who builds the server.
 */
@FunctionalInterface
public interface SocketIOConfigurer {

  /**
   * Sets options of one server, before it starts. Called for each server of the application: that
   * by configuration and those that are built, be it later.
   *
   * @param server its {@linkplain SocketIO#name() name}: {@value SocketIO#DEFAULT_NAME} for the
   *     server by configuration
   * @param options takes its options, and hooks, adapter and parser. Its name is what it is, so
   *     that {@link SocketIOBuilder#name} and {@link SocketIOBuilder#build} throw an {@link
   *     IllegalStateException}. Of no use after the call
   */
  void configure(String server, SocketIOBuilder options);
}
