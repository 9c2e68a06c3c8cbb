import assert from "node:assert/strict";
import { describe, test } from "node:test";
import parser from "socket.io-msgpack-parser";
import { overEachTransport } from "./support.mjs";

/** Values, and what comes back of those that JSON has not. */
const values = [
  ["null", null],
  ["booleans", [true, false]],
  ["small numbers", [0, 1, 127, 128, 255, 256, 65535, 65536, -1, -32, -33, -128, -129, -32768, -32769]],
  ["large numbers", [2 ** 31, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, -(2 ** 31), -(2 ** 31) - 1, Number.MIN_SAFE_INTEGER]],
  // not beyond 2^64, which the encoder of the client breaks
  ["fractions", [0.5, -0.25, 0.1, 1e-7, 5e-324, 123456.789, 2 ** 60]],
  ["strings", ["", "a", "é€😀", '"\\\n\u0001\u2028', ...[31, 32, 255, 256, 65535, 65536].map((n) => "x".repeat(n))]],
  ["lists", [[], [[]], ...[15, 16, 65535, 65536].map((n) => Array.from({ length: n }, (_, i) => i % 300))]],
  ["objects", [{}, { a: { b: [{}] } }, { "": 1, "é ,": null }, ...[15, 16, 70000].map(object)]],
  ["deep nesting", nested(200)],
  ["buffers", [0, 1, 8, 255, 256, 65535, 65536].map((n) => Buffer.alloc(n, n))],
  ["what looks like a placeholder", { _placeholder: true, num: 0 }],
  ["dates", [new Date(0), new Date(1700000000123), new Date(-1)], (all) => all.map((date) => date.toJSON())],
  ["undefined", [undefined, { a: undefined, b: 1 }], () => [null, { b: 1 }]],
  ["typed arrays", [new Uint8Array([1]), new Uint8Array(8), new Uint16Array([513]).buffer], () => [
    Buffer.from([1]),
    Buffer.alloc(8),
    Buffer.from([1, 2]),
  ]],
  ["not a number", [NaN, Infinity, -Infinity], () => [null, null, null]],
];

function object(size) {
  return Object.fromEntries(Array.from({ length: size }, (_, i) => [`k${i}`, i]));
}

function nested(depth) {
  let value = "bottom";
  for (let i = 0; i < depth; i++) {
    value = i % 2 ? [value] : { value };
  }
  return value;
}

overEachTransport((clients, mode) => {
  const connect = (namespace) => clients.connect(namespace, { parser });

  describe("values come back as they went", () => {
    for (const [name, value, expected] of values) {
      test(name, async () => {
        const client = await connect("/");
        const [back] = await client.askAll("message-with-ack", value);
        assert.deepEqual(back, expected ? expected(value) : value);
      });
    }
  });

  test("several arguments, as an event", async () => {
    const client = await connect("/");
    client.emit("message", 1, "2", [3], Buffer.from([4]), null);
    assert.deepEqual(await client.next("message-back"), [1, "2", [3], Buffer.from([4]), null]);
  });

  test("the payload of the CONNECT arrives", async () => {
    const client = await clients.connect("/", { parser, auth: { token: "a", n: 1.5 } });
    assert.deepEqual(await client.next("auth"), [{ token: "a", n: 1.5 }]);
  });

  test("bytes in a record, broadcast", async () => {
    const [one, two] = await Promise.all([connect("/binary"), connect("/binary")]);
    const album = { name: "x", cover: Buffer.from([0]), pages: [Buffer.alloc(0)], extras: { a: Buffer.from("a") } };
    one.emit("album-for-all", album);
    assert.deepEqual(await one.next("album"), [album]);
    assert.deepEqual(await two.next("album"), [album]);
  });

  test("as many attachments as allowed, and more", async () => {
    const client = await connect("/");
    const ten = Array.from({ length: 10 }, (_, i) => Buffer.alloc(i, i));
    assert.deepEqual(await client.ask("message-with-ack", ten), ten);
    client.emit("message", [...ten, Buffer.alloc(1)]);
    const [reason] = await client.next("disconnect");
    assert.equal(reason, "transport close");
  });

  test("nearly too much to the server, and more to the client", async () => {
    const client = await connect("/binary");
    // A poll carries bytes as base64.
    const size = mode === "polling" ? 740_000 : 999_000;
    assert.equal(await client.ask("size", Buffer.alloc(size, 7)), size);
    assert.equal((await client.ask("give", 3_000_000)).length, 3_000_000);
  });

  test("acknowledgements of the client", async () => {
    const client = await connect("/acks");
    client.socket.on("question", (question, answer) => answer(`${question}? 42`));
    assert.equal(await client.ask("ask-me", "six times seven"), "answered: six times seven? 42");
    client.socket.on("much", (answer) => answer({ a: ["b"] }, Buffer.from([1, 2, 3]), null));
    assert.deepEqual(await client.askAll("ask-me-for-much"), [3, '{"a":["b"]}', Buffer.from([1, 2, 3])]);
  });

  test("rooms", async () => {
    const [one, two] = await Promise.all([connect("/rooms"), connect("/rooms")]);
    await one.ask("join", ["red"]);
    two.emit("announce", { to: ["red"], except: [], text: "hello" });
    assert.deepEqual(await one.next("said"), ["hello"]);
    assert.deepEqual(two.arrived("said"), []);
  });

  test("a refusal, with data", async () => {
    const client = clients.create("/guarded", { parser, auth: { token: "guessed" } });
    const [error] = await client.next("connect_error");
    assert.equal(error.message, "bad token");
    assert.deepEqual(error.data, { code: 401, token: "guessed" });
  });

  test("a namespace that does not exist", async () => {
    const client = clients.create("/nowhere", { parser });
    const [error] = await client.next("connect_error");
    assert.equal(error.message, "Invalid namespace");
  });

  test("several namespaces over one connection, left and joined again", async () => {
    const client = await connect("/");
    const other = client.socket.io.socket("/acks");
    await new Promise((resolve) => other.on("connect", resolve));
    assert.notEqual(other.id, client.id);
    other.disconnect();
    assert.equal(await client.ask("message-with-ack", 1), 1);
    other.connect();
    await new Promise((resolve) => other.on("connect", resolve));
  });

  test("a client without the parser is disconnected", async () => {
    const client = clients.create("/", { reconnection: false });
    const closed = new Promise((resolve) => client.socket.io.on("close", resolve));
    assert.equal(await closed, "transport close");
    assert.equal(client.socket.connected, false);
  });
});
