package dev.socketee.protocol.msgpack;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.msgpack.MsgpackTokens.Kind;
import dev.socketee.protocol.socket.DecoderLimits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a value of MessagePack as the JSON text that {@code JSON.stringify} makes of it, and
 * binary data as placeholders. Without recursion. Not thread-safe.
 */
final class MsgpackToJson {

  /** Whole numbers up to here are exact as a double, and written without a fraction. */
  private static final double EXACT = 1L << 53;

  /** JavaScript has no dates beyond. */
  private static final long LATEST_DATE = 8_640_000_000_000_000L;

  /** {@code Date.prototype.toISOString}. */
  private static final DateTimeFormatter ISO_TIME =
      DateTimeFormatter.ofPattern("MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final int FIRST_DEPTH = 8;

  private final MsgpackTokens in;
  private final DecoderLimits limits;
  private final StringBuilder out;
  private final List<byte[]> attachments = new ArrayList<>();
  private long attachmentBytes;

  /** Of each open container: how many values are still to come, and whether it is a map. */
  private int[] rest = new int[FIRST_DEPTH];

  private boolean[] maps = new boolean[FIRST_DEPTH];
  private int depth;

  MsgpackToJson(MsgpackTokens in, DecoderLimits limits, int sizeHint) {
    this.in = in;
    this.limits = limits;
    this.out = new StringBuilder(sizeHint);
  }

  /** Transcodes the next value; {@code undefined} becomes {@code null}. */
  String json() {
    value(in.next());
    while (depth > 0) {
      if (rest[depth - 1] == 0) {
        depth--;
        out.append(maps[depth] ? '}' : ']');
      } else {
        rest[depth - 1]--;
        if (maps[depth - 1]) {
          member();
        } else {
          separate();
          value(in.next());
        }
      }
    }
    return out.toString();
  }

  /** The binary data of what was transcoded, in the order of its placeholders. */
  List<byte[]> attachments() {
    return attachments;
  }

  /** A member whose value is {@code undefined} is left out, as JSON has it. */
  private void member() {
    String name = name(in.next());
    Kind kind = in.next();
    if (kind != Kind.UNDEFINED) {
      separate();
      JsonText.quote(out, name);
      out.append(':');
      value(kind);
    }
  }

  /** Other languages have maps with numbers for keys; in JavaScript these become strings, too. */
  private String name(Kind kind) {
    return switch (kind) {
      case STRING -> in.string();
      case INTEGER -> Long.toString(in.integer());
      case NIL, UNDEFINED, FALSE, TRUE, UNSIGNED, FLOAT, BINARY, DATE, ARRAY, MAP ->
          throw MsgpackTokens.invalid();
    };
  }

  /** A comma, unless this is the first in its container. */
  private void separate() {
    char last = out.charAt(out.length() - 1);
    if (last != '[' && last != '{') {
      out.append(',');
    }
  }

  private void value(Kind kind) {
    switch (kind) {
      case NIL, UNDEFINED -> out.append("null");
      case FALSE -> out.append("false");
      case TRUE -> out.append("true");
      case INTEGER -> out.append(in.integer());
      case UNSIGNED -> out.append(Long.toUnsignedString(in.integer()));
      case FLOAT -> real(in.real());
      case STRING -> JsonText.quote(out, in.string());
      case BINARY -> attach();
      case DATE -> date(in.integer());
      case ARRAY -> open(false);
      case MAP -> open(true);
    }
  }

  private void real(double value) {
    if (!Double.isFinite(value)) {
      out.append("null");
    } else if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      out.append((long) value);
    } else {
      out.append(value);
    }
  }

  private void date(long millis) {
    if (millis > LATEST_DATE || millis < -LATEST_DATE) {
      out.append("null");
      return;
    }
    Instant date = Instant.ofEpochMilli(millis);
    int year = date.atOffset(ZoneOffset.UTC).getYear();
    String format = year < 0 || year > 9999 ? "%+07d" : "%04d";
    out.append('"').append(format.formatted(year)).append('-');
    ISO_TIME.formatTo(date, out);
    out.append('"');
  }

  private void attach() {
    if (attachments.size() == limits.maxAttachments()) {
      throw new ProtocolException(ProtocolError.TOO_MANY_ATTACHMENTS);
    }
    attachmentBytes += in.size();
    if (attachmentBytes > limits.maxAttachmentBytes()) {
      throw new ProtocolException(ProtocolError.ATTACHMENTS_TOO_LARGE);
    }
    Placeholders.append(out, attachments.size());
    attachments.add(in.binary());
  }

  private void open(boolean map) {
    if (depth == limits.maxDepth()) {
      throw new ProtocolException(ProtocolError.TOO_DEEP);
    }
    if (depth == rest.length) {
      rest = Arrays.copyOf(rest, 2 * depth);
      maps = Arrays.copyOf(maps, 2 * depth);
    }
    rest[depth] = in.count();
    maps[depth] = map;
    depth++;
    out.append(map ? '{' : '[');
  }
}
