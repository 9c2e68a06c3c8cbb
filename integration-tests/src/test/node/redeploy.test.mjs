import assert from "node:assert/strict";
import { test } from "node:test";
import { control, overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("clients see the end of the application, and come back to the next one", async () => {
    const all = await Promise.all(["/", "/custom", "/rooms"].map((namespace) => clients.connect(namespace)));
    const ids = all.map(({ id }) => id);
    await control("undeploy");
    for (const client of all) {
      const [reason] = await client.next("disconnect");
      // the next poll may find nothing there before the last one is read
      assert.ok(["transport close", "transport error"].includes(reason), reason);
    }
    await control("deploy");
    await Promise.all(all.map((client) => client.reconnected()));
    all.forEach((client, i) => assert.notEqual(client.id, ids[i]));
    assert.equal(await all[1].ask("message-with-ack", "back"), "back");
  });
});
