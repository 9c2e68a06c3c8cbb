package dev.socketee.protocol.msgpack;

import dev.socketee.protocol.engine.Utf8;
import java.util.Arrays;

/** Writes MessagePack, everything in its smallest form. Not thread-safe. */
final class MsgpackOutput {

  private byte[] bytes;
  private int size;

  MsgpackOutput(int sizeHint) {
    bytes = new byte[Math.max(16, sizeHint)];
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  void nil() {
    put(0xC0, 1);
  }

  void bool(boolean value) {
    put(value ? 0xC3 : 0xC2, 1);
  }

  void integer(long value) {
    if (value >= 0) {
      positive(value);
    } else if (value >= -0x20) {
      put(value, 1);
    } else if (value >= Byte.MIN_VALUE) {
      headed(0xD0, value, 1);
    } else if (value >= Short.MIN_VALUE) {
      headed(0xD1, value, 2);
    } else if (value >= Integer.MIN_VALUE) {
      headed(0xD2, value, 4);
    } else {
      headed(0xD3, value, 8);
    }
  }

  private void positive(long value) {
    if (value < 0x80) {
      put(value, 1);
    } else if (value < 0x100) {
      headed(0xCC, value, 1);
    } else if (value < 0x10000) {
      headed(0xCD, value, 2);
    } else if (value < 0x1_0000_0000L) {
      headed(0xCE, value, 4);
    } else {
      headed(0xCF, value, 8);
    }
  }

  void real(double value) {
    headed(0xCB, Double.doubleToLongBits(value), 8);
  }

  void string(String value) {
    byte[] utf8 = Utf8.encode(value);
    if (utf8.length < 0x20) {
      put(0xA0 | utf8.length, 1);
    } else if (utf8.length < 0x100) {
      headed(0xD9, utf8.length, 1);
    } else {
      sized(0xDA, utf8.length);
    }
    raw(utf8);
  }

  void binary(byte[] value) {
    if (value.length < 0x100) {
      headed(0xC4, value.length, 1);
    } else {
      sized(0xC5, value.length);
    }
    raw(value);
  }

  void array(int count) {
    if (count < 0x10) {
      put(0x90 | count, 1);
    } else {
      sized(0xDC, count);
    }
  }

  void map(int count) {
    if (count < 0x10) {
      put(0x80 | count, 1);
    } else {
      sized(0xDE, count);
    }
  }

  /** The form with two bytes of length, or the next one, with four. */
  private void sized(int head, int length) {
    if (length < 0x10000) {
      headed(head, length, 2);
    } else {
      headed(head + 1, length, 4);
    }
  }

  private void headed(int head, long value, int length) {
    put(head, 1);
    put(value, length);
  }

  private void put(long value, int length) {
    reserve(length);
    for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >> shift);
    }
  }

  private void raw(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * bytes.length)));
    }
  }
}
