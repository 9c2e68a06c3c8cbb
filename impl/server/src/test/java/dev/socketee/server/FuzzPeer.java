package dev.socketee.server;

import dev.socketee.engine.EngineLimit;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.UpgradeVerdict;
import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import dev.socketee.test.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client that is about to do anything, by polling, by WebSocket, or by both at once. */
final class FuzzPeer {

  private static final Pattern SID = Pattern.compile("\"sid\":\"([\\w-]{20})\"");

  private static final Pattern PID = Pattern.compile("\"pid\":\"([^\"]+)\"");
  private static final Pattern OFFSET = Pattern.compile(",\"([\\w.~-]+)\"\\]");

  private static final List<String> PROBE = List.of("2probe", "5");

  /** One in so many packets is broken. */
  private static final int MUTATED = 16;

  /** So many, from the start, that a client may send once it is connected. */
  private static final int HARMLESS_TEXTS = 9;

  private static final int HARMLESS_BYTES = 5;

  private static final List<String> TEXTS =
      List.of(
          "42[\"x\",1]",
          "42[\"x\",{\"a\":[]}]",
          "420[\"ask\",\"q\"]",
          "421[\"late\"]",
          "42[\"join\",\"r\"]",
          "430[1]",
          "431[]",
          "432[{}]",
          "3",
          "40",
          "40/b,",
          "40/t/1,{\"a\":1}",
          "40/refused,",
          "40/none,",
          "41",
          "41/b,",
          "42/b,[\"x\",{\"a\":[]}]",
          "42/b,7[\"ask\"]",
          "42[\"bye\"]",
          "43/b,2[]",
          "451-[\"x\",{\"_placeholder\":true,\"num\":0}]",
          "452-/b,[\"x\",{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]",
          "461-0[{\"_placeholder\":true,\"num\":0}]",
          "2",
          "2probe",
          "3",
          "5",
          "6",
          "1",
          "bAQID");

  private static final List<byte[]> BYTES =
      List.of(
              "82a47479706500a36e7370a12f",
              "84a47479706502a36e7370a12fa46461746192a361736b01a2696403",
              "84a47479706502a36e7370a12fa46461746192a178c4020102a2696403",
              "83a47479706502a36e7370a12fa46461746192a46a6f696ea172",
              "84a47479706503a36e7370a12fa46461746190a2696400",
              "82a47479706500a36e7370a22f62",
              "82a47479706501a36e7370a12f",
              "010203",
              "0430") // a message of protocol 3
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private final EngineServer engine;
  private final Random random;
  private final String protocol;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private final boolean binary;
  private @Nullable String sid;
  private @Nullable String pid;
  private String offset = "";
  private boolean joined;

  /**
   * A client of an engine.
   *
   * @param binary whether the parser of the server has binary packets
   */
  FuzzPeer(EngineServer engine, boolean binary, Random random) {
    this.engine = engine;
    this.binary = binary;
    this.random = random;
    this.protocol = random.nextInt(4) == 0 ? "3" : "4";
  }

  /** Does one thing. */
  void act() {
    switch (random.nextInt(16)) {
      case 0 -> request("GET", query("polling", random.nextInt(20) == 0 ? null : sid));
      case 1, 2 -> request("GET", query("polling", sid));
      case 3, 4, 5, 6 -> request("POST", query("polling", sid));
      case 7 -> upgrade();
      case 8 -> odd();
      case 9 -> exchanges.stream().filter(Exchange::isOpen).findFirst().ifPresent(Exchange::abort);
      default -> speak();
    }
  }

  private String query(String transport, @Nullable String id) {
    String query = "EIO=" + protocol + "&transport=" + transport;
    if (random.nextInt(20) == 0) {
      query += "&j=" + random.nextInt(3);
    }
    return id == null ? query : query + "&sid=" + id;
  }

  private void odd() {
    String method = List.of("GET", "POST", "PUT", "OPTIONS", "HEAD").get(random.nextInt(5));
    request(method, Mutations.of(query("polling", sid), random));
  }

  private void request(String method, String query) {
    FakeRequest request = FakeRequest.of(method, query);
    if (method.equals("POST") && random.nextInt(8) == 0) {
      request = request.with("content-type", "application/octet-stream");
    }
    Exchange exchange = new Exchange(request, body());
    exchanges.add(exchange);
    engine.handle(exchange);
    if (exchange.sid != null && (sid == null || random.nextInt(4) == 0)) {
      sid = exchange.sid;
      joined = false;
    } else if (exchange.lost && random.nextInt(4) != 0) {
      sid = null;
    }
  }

  private byte[] body() {
    if (random.nextInt(30) == 0) {
      return Mutations.of(pick(BYTES), random);
    }
    StringBuilder body = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String packet = packed();
      if (protocol.equals("3")) {
        body.append(packet.length()).append(':').append(packet);
      } else {
        body.append(body.isEmpty() ? "" : "\u001e").append(packet);
      }
      joined = true;
    }
    String text = body.toString();
    return (random.nextInt(20) == 0 ? Mutations.of(text, random) : text)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A packet as it goes by polling. */
  private String packed() {
    if (!binary || random.nextInt(20) == 0) {
      return text(joined);
    }
    String base64 = Base64.getEncoder().encodeToString(bytes(joined));
    return (protocol.equals("3") ? "b4" : "b") + base64;
  }

  /** Mostly what is expected of a client; the first is a CONNECT. */
  private String text(boolean after) {
    String text =
        !after && random.nextInt(20) != 0
            ? "40" + resumption()
            : random.nextInt(12) == 0 ? pick(TEXTS) : pick(TEXTS.subList(0, HARMLESS_TEXTS));
    return random.nextInt(MUTATED) == 0 ? Mutations.of(text, random) : text;
  }

  /** Goes on where it was, if it can and likes to. */
  private String resumption() {
    return pid == null || random.nextBoolean()
        ? ""
        : "{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
  }

  private void hear(String text) {
    Matcher connected = PID.matcher(text);
    if (connected.find()) {
      pid = connected.group(1);
    }
    Matcher last = OFFSET.matcher(text);
    while (last.find()) {
      offset = last.group(1);
    }
  }

  private byte[] bytes(boolean after) {
    byte[] bytes =
        !after && random.nextInt(20) != 0
            ? BYTES.get(0)
            : random.nextInt(12) == 0 ? pick(BYTES) : pick(BYTES.subList(1, HARMLESS_BYTES));
    return random.nextInt(MUTATED) == 0 ? Mutations.of(bytes, random) : bytes;
  }

  private void upgrade() {
    FakeRequest request =
        FakeRequest.of("GET", query("websocket", random.nextInt(3) == 0 ? null : sid))
            .with("connection", "Upgrade")
            .with("upgrade", "websocket")
            .with("sec-websocket-version", "13")
            .with("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    if (engine.upgrade(request) instanceof UpgradeVerdict.Granted granted) {
      Channel channel = new Channel();
      channels.add(channel);
      channel.probing = request.query().containsKey("sid") ? 0 : PROBE.size();
      channel.receiver = granted.ticket().open(channel);
    }
  }

  private void speak() {
    if (random.nextInt(10) != 0) {
      channels.stream().filter(channel -> channel.closed).forEach(Channel::end);
    }
    List<Channel> open = channels.stream().filter(channel -> !channel.ended).toList();
    if (open.isEmpty()) {
      upgrade();
      return;
    }
    Channel channel = pick(open);
    WebSocketReceiver receiver = channel.receiver;
    switch (random.nextInt(80)) {
      case 0 -> channel.end();
      case 1 -> receiver.onError("broken");
      case 2 -> receiver.onLimit(EngineLimit.MAX_PAYLOAD, "too large");
      case 3, 4, 5, 6, 7, 8, 9, 10 -> channel.mode = Math.max(0, random.nextInt(12) - 8);
      case 11, 12, 13, 14, 15, 16 -> channel.complete();
      case 17 -> receiver.onText("2probe");
      case 18 -> receiver.onText("5");
      case 19, 20, 21, 22 -> receiver.onBinary(bytes(true));
      case 23, 24, 25, 26 -> receiver.onText("3");
      default -> channel.speak();
    }
  }

  /** Goes away for good. */
  void leave() {
    for (Channel channel : channels) {
      channel.complete();
      channel.end();
    }
    exchanges.forEach(Exchange::abort);
  }

  /** What the engine owes to this client, in words; empty if it is nothing. */
  List<String> owed() {
    List<String> owed = new ArrayList<>();
    exchanges.stream()
        .filter(exchange -> exchange.isOpen() && !exchange.aborted)
        .forEach(exchange -> owed.add("no answer to " + exchange.request));
    channels.stream()
        .filter(channel -> channel.overlaps > 0)
        .forEach(channel -> owed.add("sends at the same time"));
    return owed;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private final class Exchange implements HttpExchange {
    private final FakeRequest request;
    private final byte[] body;
    private @Nullable String sid;
    private @Nullable Runnable onAbort;
    private @Nullable BodyReceiver receiver;
    private boolean answered;
    private boolean aborted;
    private boolean lost;

    Exchange(FakeRequest request, byte[] body) {
      this.request = request;
      this.body = body;
    }

    boolean isOpen() {
      return !answered;
    }

    void abort() {
      BodyReceiver reading = receiver;
      receiver = null;
      if (reading != null && random.nextBoolean()) {
        reading.onBody(body);
      } else if (reading != null) {
        aborted = true;
        reading.onAborted();
      } else if (!answered && onAbort != null) {
        aborted = true;
        onAbort.run();
      } else {
        aborted = true;
      }
    }

    @Override
    public EngineRequest request() {
      return request;
    }

    @Override
    public void respond(HttpResponse response) {
      answered = true;
      lost = response.status() == 400;
      String text = new String(response.body(), StandardCharsets.UTF_8).replace("\\", "");
      hear(text);
      Matcher matcher = SID.matcher(text);
      sid = matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public void readBody(int limit, BodyReceiver target) {
      switch (random.nextInt(40)) {
        case 0, 1, 2, 3 -> receiver = target; // it takes its time
        case 4 -> target.onTooLarge();
        default -> target.onBody(body);
      }
    }

    @Override
    public void onAbort(Runnable action) {
      onAbort = action;
    }
  }

  private final class Channel implements WebSocketChannel {
    private WebSocketReceiver receiver;
    private int mode;
    private boolean closed;
    private int overlaps;
    private boolean ended;
    private boolean joinedHere;
    private int probing;
    private @Nullable SendCallback held;

    /** Upgrades first, if that is what it was opened for. */
    void speak() {
      if (probing < PROBE.size() && random.nextInt(20) != 0) {
        receiver.onText(PROBE.get(probing++));
        joinedHere = joined;
      } else if (binary && random.nextInt(20) != 0) {
        receiver.onBinary(bytes(joinedHere));
        joinedHere = true;
      } else {
        receiver.onText(text(joinedHere));
        joinedHere = true;
      }
    }

    void end() {
      if (!ended) {
        ended = true;
        receiver.onClose();
      }
    }

    @Override
    public void sendText(String text, SendCallback callback) {
      hear(text);
      send(callback);
    }

    @Override
    public void sendBinary(byte[] bytes, SendCallback callback) {
      send(callback);
    }

    private void send(SendCallback callback) {
      overlaps += held == null ? 0 : 1;
      switch (mode) {
        case 0 -> callback.onSent(null);
        case 1 -> held = callback;
        case 2 -> callback.onSent(new IllegalStateException("broken pipe"));
        default -> throw new IllegalStateException("closed");
      }
    }

    void complete() {
      SendCallback callback = held;
      held = null;
      if (callback != null) {
        callback.onSent(random.nextBoolean() ? null : new IllegalStateException("broken pipe"));
      }
    }

    @Override
    public void close(int code, String reason) {
      closed = true;
    }
  }
}
