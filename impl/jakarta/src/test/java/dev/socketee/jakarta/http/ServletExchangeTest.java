package dev.socketee.jakarta.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.HttpExchange.BodyReceiver;
import dev.socketee.engine.http.HttpResponse;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.test.ExpectedLogs;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An answer waits for the end of the body, whoever gives it: a container would wait for it, too.
 */
class ServletExchangeTest {

  private final List<String> told = new ArrayList<>();
  private long length;

  /** What the container throws when a response is begun. */
  private @Nullable RuntimeException failure;

  private ReadListener reader;
  private final StringBuilder arrived = new StringBuilder();

  private final BodyReceiver receiver = new Listening();

  @Test
  void answer_withoutABody_isWrittenWhenTheServletLeaves() {
    ServletExchange exchange = exchange(0);
    exchange.respond(answer(200));
    assertThat(told).isEmpty();
    exchange.leave();

    assertThat(told).containsExactly("status 200");
  }

  @Test
  void answer_thatComesLater_isWrittenAtOnce() {
    ServletExchange exchange = exchange(0);
    exchange.leave();
    exchange.respond(answer(200));
    exchange.respond(answer(500));

    assertThat(told).containsExactly("status 200", "complete");
  }

  @Test
  void answer_otherThan200_isSentBeforeTheRequestIsCompleted() {
    ServletExchange exchange = exchange(0);
    exchange.leave();
    exchange.respond(answer(400));

    assertThat(told).containsExactly("status 400", "flush", "complete");
  }

  @Test
  void body_isRead_thenAnswered() throws IOException {
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    exchange.leave();
    arrives("4abc");
    reader.onAllDataRead();
    exchange.respond(answer(200));

    assertThat(told).containsExactly("body 4abc", "status 200", "complete");
  }

  @Test
  void body_thatIsHereAlready_isReadWithoutACallback() {
    arrived.append("4abc");
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    assertThat(told).containsExactly("body 4abc");
    exchange.respond(answer(200));
    exchange.leave();

    assertThat(told).containsExactly("body 4abc", "status 200");
    assertThat(reader).isNull();
  }

  @Test
  void body_thatIsHereAlready_isAnsweredEvenIfTheReceiverFails(ExpectedLogs logs) {
    logs.expect(".*body not handled.*as asked.*");
    arrived.append("4abc");
    ServletExchange exchange = exchange(4);
    exchange.readBody(
        10,
        new Listening() {
          @Override
          public void onBody(byte[] body) {
            exchange.respond(answer(500));
            throw new IllegalStateException("as asked");
          }
        });
    exchange.leave();

    assertThat(told).containsExactly("status 500");
  }

  @Test
  void body_thatIsHereAlready_andNobodyReads_needsNoCallback() {
    arrived.append("4abc");
    ServletExchange exchange = exchange(4);
    exchange.respond(answer(400));
    exchange.leave();

    assertThat(told).containsExactly("status 400");
    assertThat(reader).isNull();
    assertThat(arrived).isEmpty();
  }

  @Test
  void body_ofAnUnknownLength_isReadByCallbacks() throws IOException {
    arrived.append("4abc");
    ServletExchange exchange = exchange(-1);
    exchange.readBody(10, receiver);
    exchange.leave();
    assertThat(told).isEmpty();
    arrives("d");
    reader.onAllDataRead();
    exchange.respond(answer(200));

    assertThat(told).containsExactly("body 4abcd", "status 200", "complete");
  }

  @Test
  void body_ofWhichAPartIsHere_isReadByCallbacks() throws IOException {
    arrived.append("4a");
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    exchange.leave();
    assertThat(told).isEmpty();
    arrives("bc");
    reader.onAllDataRead();
    exchange.respond(answer(200));

    assertThat(told).containsExactly("body 4abc", "status 200", "complete");
  }

  @Test
  void body_thatIsHereAlready_isAnsweredLater() {
    arrived.append("4abc");
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    exchange.leave();
    exchange.respond(answer(200));

    assertThat(told).containsExactly("body 4abc", "status 200", "complete");
  }

  @Test
  void answer_whileTheBodyArrives_waitsForItsEnd() throws IOException {
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    exchange.leave();
    arrives("4a");
    exchange.respond(answer(400));
    assertThat(told).isEmpty();
    arrives("bc");
    reader.onAllDataRead();

    assertThat(told).containsExactly("status 400", "flush", "complete", "body 4abc");
  }

  @Test
  void body_thatNobodyReads_isReadOver() throws IOException {
    ServletExchange exchange = exchange(4);
    exchange.respond(answer(400));
    exchange.leave();
    arrives("4abc");
    assertThat(told).isEmpty();
    reader.onAllDataRead();

    assertThat(told).containsExactly("status 400", "flush", "complete");
  }

  @Test
  void body_thatIsAnnouncedAsTooLarge_isReadOver() {
    ServletExchange exchange = exchange(11);
    exchange.readBody(10, receiver);
    exchange.respond(answer(413));
    exchange.leave();
    assertThat(told).containsExactly("too large");
    reader.onError(new IOException("gone"));

    assertThat(told).containsExactly("too large", "status 413", "flush", "complete");
  }

  @Test
  void body_thatTurnsOutTooLarge_isToldAtOnce_andReadOver() throws IOException {
    ServletExchange exchange = exchange(-1);
    exchange.readBody(3, receiver);
    exchange.leave();
    arrives("4abc");
    exchange.respond(answer(413));
    arrives("more");
    assertThat(told).containsExactly("too large");
    reader.onAllDataRead();

    assertThat(told).containsExactly("too large", "status 413", "flush", "complete");
  }

  @Test
  void body_thatBreaksOff_isAborted() {
    ServletExchange exchange = exchange(4);
    exchange.readBody(10, receiver);
    exchange.leave();
    reader.onError(new IOException("gone"));
    exchange.respond(answer(400));

    assertThat(told).containsExactly("aborted", "status 400", "flush", "complete");
  }

  @Test
  void answer_thatTheContainerFailsToTake_isCompletedAllTheSame() {
    ServletExchange exchange = exchange(0);
    failure = new NullPointerException("a request that is over");
    exchange.leave();
    exchange.respond(answer(200));

    assertThat(told).containsExactly("complete");
  }

  private void arrives(String data) throws IOException {
    arrived.append(data);
    reader.onDataAvailable();
  }

  private static HttpResponse answer(int status) {
    return new HttpResponse(status, Map.of(), new byte[0]);
  }

  /** A request with a body of that length; {@code -1} for one in chunks. */
  private ServletExchange exchange(long bodyLength) {
    length = bodyLength;
    HttpServletRequest request = proxy(HttpServletRequest.class, this::request);
    HttpServletResponse response = proxy(HttpServletResponse.class, this::response);
    return new ServletExchange(
        request, response, new ServletEngineRequest(request, null, RoleNames.NONE));
  }

  private Object request(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getContentLengthLong" -> length;
      case "getContentLength" -> (int) length;
      case "getHeader" -> length < 0 ? "chunked" : null;
      case "getQueryString" -> null;
      case "getInputStream" -> new Arriving();
      case "startAsync" -> proxy(AsyncContext.class, this::async);
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object response(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "setStatus" -> {
        if (failure != null) {
          throw failure;
        }
        yield note("status " + arguments[0]);
      }
      case "setContentLength" -> null;
      case "flushBuffer" -> note("flush");
      case "getOutputStream" -> new Nowhere();
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object async(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "setTimeout", "addListener" -> null;
      case "complete" -> note("complete");
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object note(String what) {
    told.add(what);
    return null;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private class Listening implements BodyReceiver {

    @Override
    public void onBody(byte[] body) {
      told.add("body " + new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void onTooLarge() {
      told.add("too large");
    }

    @Override
    public void onAborted() {
      told.add("aborted");
    }
  }

  /** What has arrived. */
  private final class Arriving extends ServletInputStream {

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return arrived.length() > 0;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      reader = listener;
    }

    @Override
    public int available() {
      return arrived.length();
    }

    @Override
    public int read() {
      char first = arrived.charAt(0);
      arrived.deleteCharAt(0);
      return first;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      int read = Math.min(count, arrived.length());
      for (int i = 0; i < read; i++) {
        into[offset + i] = (byte) read();
      }
      return read;
    }
  }

  private static final class Nowhere extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new AssertionError("these responses are not written");
    }

    @Override
    public void write(int value) {
      throw new AssertionError("these responses are not written");
    }
  }
}
