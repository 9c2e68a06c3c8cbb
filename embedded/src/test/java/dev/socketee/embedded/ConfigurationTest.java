package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MicroProfile Config, which is on the class path of these tests. */
class ConfigurationTest {

  @TempDir Path folder;

  @Test
  void option_ofCode_isSet() throws Exception {
    try (EmbeddedSocketIO server =
        EmbeddedSocketIO.builder().port(0).beans().option("path", "/other").start()) {
      assertThat(server.server().path()).isEqualTo("/other");
      assertThat(handshake(server, "other")).contains("\"pingInterval\":25000");
    }
  }

  @Test
  void systemProperty_comesBeforeTheOptionOfCode() throws Exception {
    System.setProperty("socketio.ping-interval", "PT7S");
    try (EmbeddedSocketIO server =
        EmbeddedSocketIO.builder().port(0).beans().option("ping-interval", "PT5S").start()) {
      assertThat(handshake(server, "socket.io")).contains("\"pingInterval\":7000");
    } finally {
      System.clearProperty("socketio.ping-interval");
    }
  }

  @Test
  void file_ofMicroProfileConfig_comesBeforeTheOptionOfCode() throws Throwable {
    Places.write(
        folder, "META-INF/microprofile-config.properties", "socketio.ping-interval = PT8S\n");
    try (EmbeddedSocketIO server =
        Places.start(
            folder,
            () ->
                EmbeddedSocketIO.builder()
                    .port(0)
                    .beans()
                    .option("ping-interval", "PT5S")
                    .start())) {
      assertThat(handshake(server, "socket.io")).contains("\"pingInterval\":8000");
    }
  }

  /** Nothing keeps a closed server in memory, and the application keeps its own configuration. */
  @Test
  void close_letsGoOfEverything() throws Exception {
    Config application = ConfigProvider.getConfig();
    WeakReference<ClassLoader> loader = new WeakReference<>(loaderOfAServerThatHasServed());

    Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .until(
            () -> {
              System.gc();
              return loader.get() == null;
            });
    assertThat(ConfigProvider.getConfig()).isSameAs(application);
  }

  private static ClassLoader loaderOfAServerThatHasServed() throws Exception {
    BlockingQueue<ClassLoader> loaders = new LinkedBlockingQueue<>();
    try (EmbeddedSocketIO server = EmbeddedSocketIOTest.chat().start()) {
      server
          .server()
          .of("/loader")
          .onConnection(
              socket -> {
                assertThat(ConfigProvider.getConfig()).isNotNull();
                loaders.add(Thread.currentThread().getContextClassLoader());
              });
      TestClient.connect(server, "/loader");
      TestClient chat = TestClient.connect(server, "/chat");
      chat.send("42/chat,1[\"greet\",{\"from\":\"ann\",\"text\":\"hi\"}]");
      chat.next();
      TestClient.get(TestClient.poll(server).resolve("socket.io.js"));
    }
    return loaders.take();
  }

  private static String handshake(EmbeddedSocketIO server, String path) throws Exception {
    return TestClient.get(server.uri().resolve(path + "/?EIO=4&transport=polling")).body();
  }
}
