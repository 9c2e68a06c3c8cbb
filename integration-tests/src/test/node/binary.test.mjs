import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

/** What the server's max-payload is here. */
const LIMIT = 1_000_000;

const album = {
  name: "holidays",
  cover: Buffer.from([0, 255]),
  pages: [Buffer.from("one"), Buffer.alloc(0), Buffer.from("three")],
  extras: { map: Buffer.from("x marks the spot") },
};

overEachTransport((clients, mode) => {
  test("bytes in a record, its lists and maps", async () => {
    const client = await clients.connect("/binary");
    assert.deepEqual(await client.ask("album", album), { ...album, name: "copy of holidays" });
  });

  test("bytes in a record, to all", async () => {
    const [one, two] = await Promise.all([clients.connect("/binary"), clients.connect("/binary")]);
    one.emit("album-for-all", album);
    assert.deepEqual(await one.next("album"), [album]);
    assert.deepEqual(await two.next("album"), [album]);
  });

  test("a buffer", async () => {
    const client = await clients.connect("/binary");
    assert.deepEqual(await client.ask("buffer", Buffer.from([1, 2, 3])), Buffer.from([3, 2, 1]));
  });

  test("typed arrays and array buffers are bytes", async () => {
    const client = await clients.connect("/binary");
    assert.equal(await client.ask("size", new Uint8Array(7)), 7);
    assert.equal(await client.ask("size", new ArrayBuffer(9)), 9);
    assert.equal(await client.ask("size", new Uint16Array(4)), 8);
  });

  test("as many attachments as the server likes to send", async () => {
    const client = await clients.connect("/binary");
    client.emit("give-many", 10);
    const [many] = await client.next("many");
    assert.deepEqual(
      many,
      Array.from({ length: 10 }, (_, i) => Buffer.alloc(i, i)),
    );
  });

  test("much to the client, more than its own limit", async () => {
    const client = await clients.connect("/binary");
    const size = 3 * LIMIT;
    const bytes = await client.ask("give", size);
    assert.equal(bytes.length, size);
    assert.ok(bytes.every((byte, i) => byte === i % 256));
  });

  test("much text to the client, compressed or not", async () => {
    const client = await clients.connect("/binary");
    assert.equal(await client.ask("give-text", 2 * LIMIT, "x"), "x".repeat(2 * LIMIT));
    assert.equal(await client.ask("give-text", LIMIT / 2, "€"), "€".repeat(LIMIT / 2));
  });

  test("nearly too much to the server", async () => {
    const client = await clients.connect("/binary");
    // A poll carries bytes as base64.
    const size = mode === "polling" ? Math.floor((LIMIT * 3) / 4) - 200 : LIMIT;
    assert.equal(await client.ask("size", Buffer.alloc(size, 7)), size);
    assert.equal(await client.ask("length", "x".repeat(LIMIT - 100)), LIMIT - 100);
  });

  test("too much to the server ends the connection, and the client comes back", async () => {
    const client = await clients.connect("/binary");
    client.emit("length", "x".repeat(LIMIT + 1));
    const [reason, details] = await client.next("disconnect");
    if (mode === "polling") {
      // the answer to the POST, or to the GET, whichever comes first
      assert.ok(["transport error", "transport close"].includes(reason), reason);
    } else {
      assert.equal(reason, "transport close");
      assert.equal(details.context.code, 1009);
    }
    await client.connected();
    assert.equal(await client.ask("length", "back"), 4);
  });
});
