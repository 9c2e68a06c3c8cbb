import assert from "node:assert/strict";
import { test } from "node:test";
import { User } from "./login.mjs";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("who logs out stays connected, as the one that it was", async () => {
    const alice = await User.login("alice");
    const client = await clients.connect("/users", alice.options);

    await alice.logOut();

    assert.equal(await client.ask("who am I"), "alice");
    assert.deepEqual(client.arrived("disconnect"), []);
  });
});
