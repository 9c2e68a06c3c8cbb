import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { User } from "./login.mjs";
import { overEachTransport } from "./support.mjs";

const TIME_OUT_S = 2;

overEachTransport((clients) => {
  test("a session does not time out while it has a connection", async () => {
    const alice = await User.login("alice");
    assert.equal(await alice.session(`?interval=${TIME_OUT_S}`), `alice ${TIME_OUT_S}`);
    const client = await clients.connect("/users", alice.options);

    await sleep(3 * TIME_OUT_S * 1000);
    assert.equal(await client.ask("who am I"), "alice");
    assert.match(await alice.session(), /^alice \d+$/);

    // and not at once when the connection ends, but then
    client.socket.disconnect();
    await sleep((TIME_OUT_S * 1000) / 2);
    assert.match(await alice.session(), /^alice \d+$/);
    await sleep((2 * TIME_OUT_S + 1) * 1000);
    assert.match(await alice.session(), /Please log in/);
  });

  test("who logs out is disconnected", async () => {
    const alice = await User.login("alice");
    const client = await clients.connect("/users", alice.options);

    await alice.logOut();

    assert.match((await client.next("disconnect"))[0], /^transport (close|error)$/);
  });
});
