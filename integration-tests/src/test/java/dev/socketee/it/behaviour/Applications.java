package dev.socketee.it.behaviour;

import dev.socketee.it.support.Logins;
import dev.socketee.it.support.Wars;
import java.util.Map;
import java.util.function.Function;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The applications that behaviours need: the one WAR of this module, with one or another {@code
 * web.xml}. Each is a constant, so that behaviours can share it.
 */
final class Applications {

  /** With a calm heartbeat. */
  static final Function<String, WebArchive> CALM =
      name -> Wars.configured(name, Map.of("socketio.cleanup-empty-child-namespaces", "true"));

  /** To the byte what the build has made, as the public protocol suites want it. */
  static final Function<String, WebArchive> AS_BUILT = Wars::asBuilt;

  /** Only users are let in, by HTTP Basic. */
  static final Function<String, WebArchive> BASIC =
      name -> Wars.configured(name, Map.of(), Logins.PROTECTED + Logins.BASIC);

  /** Only users are let in, by a form. */
  static final Function<String, WebArchive> FORM =
      name -> Wars.configured(name, Map.of(), Logins.PROTECTED + Logins.FORM);

  /** With clients of Socket.IO 2, and the heartbeat of the public protocol suites. */
  static final Function<String, WebArchive> LEGACY =
      name ->
          Wars.configured(
              name,
              Map.of(
                  "socketio.allow-eio3", "true",
                  "socketio.ping-interval", "300",
                  "socketio.ping-timeout", "200",
                  "socketio.connect-timeout", "1000"));

  private Applications() {}
}
