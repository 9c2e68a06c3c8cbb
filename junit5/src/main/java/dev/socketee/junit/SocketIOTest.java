package dev.socketee.junit;

import dev.socketee.embedded.EmbeddedSocketIOBuilder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a {@linkplain dev.socketee.embedded.EmbeddedSocketIO server} of its own, on a
 * free port of the loopback interface, and closes it afterwards.
 *
 * <pre>{@code
 * @SocketIOTest(beans = Chat.class, options = "ping-interval=PT5S")
 * class ChatTest {
 *
 *   @Inject Chat chat;
 *
 *   @Test
 *   void message_reachesTheOthers(URI server) {
 *     // clients connect to the URI
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters of test methods, life cycle methods and the constructor can be:
 *
 * <ul>
 *   <li>a {@link java.net.URI}: where the server is, with a slash at the end;
 *   <li>the {@link dev.socketee.embedded.EmbeddedSocketIO}, which knows its port, too;
 *   <li>the {@link dev.socketee.SocketIO}, and whatever else can be injected: a bean,
 *       {@code @Namespace("/chat") Broadcaster}, {@code @Namespace("/chat") @RoomName("lobby")
 *       Room}.
 * </ul>
 *
 * <p>Fields with {@code @Inject} get what they would in a bean; the test class itself is none.
 * {@linkplain org.junit.jupiter.api.Nested Nested} classes use the server of the class around them,
 * unless they have this annotation, too. Test classes may run in parallel.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SocketIOExtension.class)
public @interface SocketIOTest {

  /**
   * The beans: handlers, and whatever they need, or an {@code @Alternative} with a
   * {@code @Priority} in its place.
   *
   * @return the classes, as for {@link EmbeddedSocketIOBuilder#beans}; none for a server that the
   *     test programs
   */
  Class<?>[] beans() default {};

  /**
   * Whether to find beans on the class path, too, in folders and jars with a {@code
   * META-INF/beans.xml}.
   *
   * @return {@code true} to find them; see {@link EmbeddedSocketIOBuilder#discover}
   */
  boolean discover() default false;

  /**
   * The options of the server.
   *
   * @return each a key without prefix, {@code =}, and a value: {@code "ping-interval=PT5S"}
   */
  String[] options() default {};

  /**
   * The path in front of the server's own.
   *
   * @return none by default; see {@link EmbeddedSocketIOBuilder#contextPath}
   */
  String contextPath() default "";

  /**
   * For how long a server serves.
   *
   * @return by default, for all tests of the class
   */
  Lifecycle lifecycle() default Lifecycle.PER_CLASS;

  /** How many servers there are. */
  enum Lifecycle {

    /** One for all tests of the class, from before its {@code @BeforeAll} methods. */
    PER_CLASS,

    /**
     * One for each test, from before its {@code @BeforeEach} methods. There is none in
     * {@code @BeforeAll} methods, nor in the constructor.
     */
    PER_METHOD
  }
}
