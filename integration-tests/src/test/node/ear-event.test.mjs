import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("what an EJB module fires, the web module emits when it is committed", async () => {
    const client = await clients.connect("/desk");
    assert.equal(await client.ask("sell", "tea"), "tea: 1.20");
    assert.deepEqual(await client.next("selling"), ["tea"]);
    assert.deepEqual(await client.next("sold"), ["tea"]);
    await client.ask("cancel", "coffee");
    assert.deepEqual(await client.next("selling"), ["coffee"]);
    await client.ask("sell", "milk"); // behind all that could have been emitted
    assert.deepEqual(await client.next("sold"), ["milk"]);
  });
});
