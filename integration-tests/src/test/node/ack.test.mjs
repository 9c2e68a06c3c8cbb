import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport, within } from "./support.mjs";

overEachTransport((clients) => {
  test("the result of a handler is the acknowledgement", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.ask("add", 40, 2), { left: 40, right: 2, total: 42 });
  });

  test("a handler without a result acknowledges with nothing", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.askAll("nothing"), []);
  });

  test("a result that is null is null", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.askAll("null"), [null]);
  });

  test("generic arguments and results are bound", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.ask("generic", { a: [1, 2], b: [3] }), { total: [6] });
  });

  test("a stage acknowledges when it completes", async () => {
    const client = await clients.connect("/acks");
    const [first, second] = await Promise.all([client.ask("later", "a"), client.ask("later", "b")]);
    assert.deepEqual([first, second], ["a", "b"]);
  });

  test("a stage that fails acknowledges an error, and reaches the error handler", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.askAll("later-fails"), [{ message: "Internal server error" }]);
    assert.deepEqual(await client.next("problem"), ["too late"]);
  });

  test("several arguments, binary among them", async () => {
    const client = await clients.connect("/acks");
    assert.deepEqual(await client.askAll("several"), [1, "two", Buffer.from([3]), [4]]);
  });

  test("the first of two acknowledgements counts", async () => {
    const client = await clients.connect("/acks");
    assert.equal(await client.ask("twice"), "first");
    assert.equal(await client.ask("later", "nothing came in between"), "nothing came in between");
  });

  test("an acknowledgement that never comes is the client's time-out", async () => {
    const client = await clients.connect("/acks");
    await assert.rejects(client.socket.timeout(150).emitWithAck("never"), /timed out/);
    assert.deepEqual(await client.askAll("nothing"), []);
  });

  test("a handler knows whether an acknowledgement is wanted", async () => {
    const client = await clients.connect("/acks");
    client.emit("requested");
    assert.deepEqual(await client.next("requested"), [false]);
    client.emit("requested", () => {});
    assert.deepEqual(await client.next("requested"), [true]);
  });

  test("a handler waits for the answer of its own client", async () => {
    const client = await clients.connect("/acks");
    client.socket.on("question", (question, answer) => answer(`${question}? 42`));
    assert.equal(await client.ask("ask-me", "six times seven"), "answered: six times seven? 42");
  });

  test("many clients wait for their own answers at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => clients.connect("/acks")));
    const answers = await Promise.all(
      all.map((client, i) => {
        client.socket.on("question", (question, answer) => answer(String(i)));
        return client.ask("ask-me", "which");
      }),
    );
    assert.deepEqual(
      answers,
      all.map((_, i) => `answered: ${i}`),
    );
  });

  test("an answer has several arguments, binary among them", async () => {
    const client = await clients.connect("/acks");
    client.socket.on("much", (answer) => answer({ a: ["b"] }, Buffer.from([1, 2, 3]), null));
    assert.deepEqual(await client.askAll("ask-me-for-much"), [3, '{"a":["b"]}', Buffer.from([1, 2, 3])]);
  });

  test("a client that does not answer in time is a time-out at the server", async () => {
    const client = await clients.connect("/acks");
    const started = performance.now();
    const outcome = await client.ask("ask-me-in-vain", 200);
    assert.equal(outcome, "AckTimeoutException: operation has timed out");
    assert.ok(performance.now() - started > 190);
  });

  test("a client that leaves without an answer is told apart", async () => {
    const witness = await clients.connect("/acks");
    const leaver = await clients.connect("/acks");
    leaver.emit("ask-me-to-leave");
    await leaver.next("question-to-leave");
    leaver.socket.disconnect();
    const [outcome] = await witness.next("left-without-answer");
    assert.match(outcome, /^SocketDisconnectedException: /);
  });

  test("the client's promise form works", async () => {
    const client = await clients.connect("/acks");
    const sum = await within(client.socket.timeout(5000).emitWithAck("add", 1, 2), "sum");
    assert.equal(sum.total, 3);
  });
});
