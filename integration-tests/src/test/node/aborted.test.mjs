import assert from "node:assert/strict";
import { once } from "node:events";
import * as http from "node:http";
import { setTimeout } from "node:timers/promises";
import { after, before, test } from "node:test";
import { at, inTurns, observe, RawClient, RECOVERING, STRICT } from "./load.mjs";
import { Clients, within } from "./support.mjs";

const CLIENTS = 60;
const AT_ONCE = 10;

const clients = new Clients("polling");
let bystanders;

before(async () => {
  bystanders = {
    [RECOVERING]: await clients.connect("/missed", at(RECOVERING)),
    [STRICT]: await clients.connect("/slow", at(STRICT)),
  };
});

after(() => clients.close());

/** Everybody who was cut off is gone, and who was not is still there. */
async function onlyBystanderLeft(server) {
  const observer = await observe(clients, server);
  await observer.left(1);
  assert.equal(bystanders[server].socket.connected, true);
  assert.equal(typeof (await bystanders[server].ask("ends")), "object");
}

/** Cuts off a request that is on its way, or waits at the server already. */
async function cutOff(request, i) {
  await once(request, "finish");
  await setTimeout(i % 20);
  request.destroy();
}

/**
 * To the reference such a session is over; servers of Jakarta notice no lost poll. So the next one finds the first
 * one waiting, or nothing, or it has overtaken it.
 */
test("who polls again after a poll was cut off is alone with that, and begins anew", async () => {
  await inTurns(CLIENTS, AT_ONCE, async (i) => {
    const client = await RawClient.join(RECOVERING, "/missed");
    await cutOff(client.request().end(), i);
    const again = client.poll();
    await setTimeout(20);
    bystanders[RECOVERING].emit("tell all", i);
    const { status, body } = await within(again, "answer to the second poll");
    if (status === 200 && body !== "1") {
      assert.match(body, /^42\/missed,\["told",/);
      await client.post("1");
    } else {
      assert.ok([200, 400].includes(status), `status ${status}`);
      assert.equal((await client.poll()).status, 400);
    }
  });
  await onlyBystanderLeft(RECOVERING);
});

test("who is silent after a request was cut off is gone by the heartbeat", async () => {
  await inTurns(CLIENTS, AT_ONCE, async (i) => {
    const client = await RawClient.join(STRICT, "/slow");
    if (i % 2 === 0) {
      await cutOff(client.request().end(), i);
    } else {
      const request = client.request("POST", { "content-length": 100_000 });
      request.write('42/slow,["tell all",');
      await setTimeout(i % 20);
      request.destroy();
    }
  });
  await onlyBystanderLeft(STRICT);
});

test("an answer that is cut off leaves nothing behind, and the next poll is answered", async () => {
  const observer = await observe(clients, STRICT);
  const before = await observer.memory();
  await inTurns(CLIENTS, AT_ONCE, async () => {
    const client = await RawClient.join(STRICT, "/slow");
    assert.equal((await client.post('42/slow,["give",1000000]')).status, 200);
    const poll = client.request().end();
    const [response] = await within(once(poll, "response"), "answer");
    response.on("error", () => {
      // it is cut off
    });
    await once(response, "data");
    response.destroy();
    const { status, body } = await within(client.poll(), "next answer");
    assert.ok([200, 400].includes(status), `status ${status}`);
    if (status === 200) {
      // the last words, or the heartbeat, or that was what has been cut off
      assert.match(body, /^(1|2|451-.*)$/s);
    }
    await client.post("1");
  });
  await onlyBystanderLeft(STRICT);
  const more = (await observer.memory()) - before;
  assert.ok(more < 50, `${more} MB more`);
});

test("whose connections break again and again misses nothing, where sessions are recovered", async () => {
  const ROUNDS = 10;
  const agents = [];
  const some = await inTurns(10, 10, () => {
    const agent = new http.Agent(); // keeps no connection, as one that is used again is also tried again
    agents.push(agent);
    return clients.connect("/missed", at(RECOVERING, { reconnection: true, agent }));
  });
  const ids = some.map(({ id }) => id);
  bystanders[RECOVERING].emit("tell all", 0);
  // whom nothing was sent yet, has nothing to come back with
  const first = await Promise.all(some.map((client) => client.next("told")));
  assert.deepEqual(first.map(([number]) => number), some.map(() => 0));
  for (let round = 1; round <= ROUNDS; round++) {
    const back = some.map(({ socket }) => once(socket, "connect"));
    for (const { sockets } of agents) {
      Object.values(sockets)
        .flat()
        .forEach((socket) => socket.destroy());
    }
    bystanders[RECOVERING].emit("tell all", round);
    await within(Promise.all(back), "connect");
    assert.ok(some.every(({ socket }) => socket.recovered));
  }
  for (let round = 1; round <= ROUNDS; round++) {
    const next = await Promise.all(some.map((client) => client.next("told")));
    assert.deepEqual(next.map(([number]) => number), some.map(() => round));
  }
  assert.deepEqual(some.map(({ id }) => id), ids);
  some.forEach(({ socket }) => socket.disconnect());
  await onlyBystanderLeft(RECOVERING);
});
