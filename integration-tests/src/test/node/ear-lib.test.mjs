import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("an EJB module emits, handles events and observes sockets", async () => {
    const client = await clients.connect("/desk");
    assert.deepEqual(await client.next("greeting"), ["from the EJB module"]);
    const payer = await clients.connect("/cash");
    assert.equal(await payer.ask("pay", "tea"), "thanks");
    assert.deepEqual(await client.next("paid"), ["tea"]);
  });

  test("the web module has handlers as ever", async () => {
    const client = await clients.connect("/desk");
    assert.equal(await client.ask("sell", "tea"), "tea: 1.20");
    assert.deepEqual(await client.next("sold"), ["tea"]);
  });
});
