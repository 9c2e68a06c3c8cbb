import assert from "node:assert/strict";
import { test } from "node:test";
import { at, CALM, observe } from "./load.mjs";
import { overEachTransport } from "./support.mjs";

/** As the server has it, in bytes. */
const MAX_PAYLOAD = 1_000_000;

/** A text that makes the first event of a client a packet of so many bytes. */
function text(bytes, character) {
  const rest = bytes - '42/large,0["text",""]'.length;
  const width = Buffer.byteLength(character);
  return "x".repeat(rest % width) + character.repeat(Math.floor(rest / width));
}

/** Bytes that make the largest packet which still gets through, or one that is a bit larger. */
function bytes(mode, over) {
  // in a body, an attachment is "b" and Base64, which comes in steps; and its event may be in the same body
  const event = over ? 0 : '451-/large,0["bytes",{"_placeholder":true,"num":0}]\x1e'.length;
  const fits = mode === "polling" ? Math.floor((MAX_PAYLOAD - event - 1) / 4) * 3 : MAX_PAYLOAD;
  return Buffer.alloc(fits + (over ? 1 : 0), (_, i) => i).fill("some bytes");
}

overEachTransport((clients, mode) => {
  const connect = () => clients.connect("/large", at(CALM));

  /** Whoever sends that is disconnected as documented, and nobody else is. */
  async function closed(event, value, codes) {
    const observer = await observe(clients, CALM);
    const bystander = await connect();
    const client = await connect();
    client.socket.emit(event, value, () => assert.fail("it was answered"));
    const [reason, details] = await client.next("disconnect");
    if (mode === "polling") {
      // by the answer to the poll, to the request that was too large, or to the one after it
      if (reason !== "transport close") {
        assert.equal(reason, "transport error");
        assert.ok([413, 400].includes(details.description), `status ${details.description}`);
      }
    } else {
      assert.match(reason, /^transport (close|error)$/);
      assert.ok(codes.includes(details.context?.code), `code ${details.context?.code}`);
    }
    assert.equal(await bystander.ask("text", "still here"), "still here");
    await observer.left(1);
  }

  for (const character of ["x", "ü", "€", "😀"]) {
    for (const below of [1, 0]) {
      test(`a text of ${character} ${below === 0 ? "at" : "under"} the limit, there and back`, async () => {
        const client = await connect();
        const sent = text(MAX_PAYLOAD - below, character);
        const received = await client.ask("text", sent);
        assert.ok(received === sent, `${received.length} of ${sent.length} characters`);
      });
    }

    test(`a text of ${character} over the limit`, async () => {
      await closed("text", text(MAX_PAYLOAD + 1, character), [1009]);
    });
  }

  test("bytes at the limit, there and back", async () => {
    const client = await connect();
    const sent = bytes(mode, false);
    const received = await client.ask("bytes", sent);
    assert.ok(sent.equals(received), `${received.length} of ${sent.length} bytes`);
  });

  test("bytes over the limit", async () => {
    await closed("bytes", bytes(mode, true), [1009]);
  });

  for (const [event, value] of [["text", text(3 * MAX_PAYLOAD, "x")], ["bytes", Buffer.alloc(3 * MAX_PAYLOAD)]]) {
    test(`${event} far over the limit`, async () => {
      // the server need not wait for all of it, and then it may be the network that tells
      await closed(event, value, [1009, 1006]);
    });
  }

  test("several at the limit", async () => {
    const client = await connect();
    const sent = Array.from({ length: 8 }, (_, i) => String(i).repeat(MAX_PAYLOAD - 100));
    const lengths = await Promise.all(sent.map((one) => client.ask("length", one)));
    assert.deepEqual(lengths, sent.map(({ length }) => length));
  });

  for (const binary of [false, true]) {
    test(`${binary ? "bytes" : "texts"} beyond it from the server, for which it is no limit`, async () => {
      const client = await connect();
      for (const [events, size] of [[1, 5_000_000], [10, 1_000_000]]) {
        client.emit("give", events, size, binary);
        for (let i = 0; i < events; i++) {
          const [number, value] = await client.next("given");
          assert.equal(number, i);
          assert.equal(value.length, size);
          const mark = binary ? i : String(i);
          assert.deepEqual([value.at(0), value.at(-1)], [mark, mark]);
        }
      }
    });
  }
});
