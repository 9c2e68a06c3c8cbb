// Numbers to compare servers by, on one machine; no more than that. Each of them is a line of the output.

import { test } from "node:test";
import { at, CALM, inTurns } from "./load.mjs";
import { Clients, control } from "./support.mjs";

const WARM_UP = 10_000;
const ECHOES = 10_000;
const CLIENTS = 50;
const OF_EACH = 1000;

const now = () => performance.now();
const say = (what, number) => console.log(`${what}: ${number}`);

test("echoes", async () => {
  const clients = new Clients("websocket");
  const [first, ...others] = await inTurns(CLIENTS, 10, () => clients.connect("/many", at(CALM)));
  for (let i = 0; i < WARM_UP; i++) {
    await first.ask("echo", i);
  }
  const times = [];
  for (let i = 0; i < ECHOES; i++) {
    const begin = now();
    await first.ask("echo", i);
    times.push(now() - begin);
  }
  times.sort((a, b) => a - b);
  say("echo, half of them within microseconds", Math.round(times[ECHOES / 2] * 1000));
  say("echo, 99 of 100 within microseconds", Math.round(times[ECHOES * 0.99] * 1000));
  for (const round of ["warm-up", "measured"]) {
    const begin = now();
    await Promise.all(
      others.map(async (client) => {
        for (let i = 0; i < ECHOES / 25; i++) {
          await client.ask("echo", i);
        }
      }),
    );
    if (round === "measured") {
      say("echoes per second, 49 clients", Math.round((others.length * (ECHOES / 25) * 1000) / (now() - begin)));
    }
  }
  clients.close();
});

test("many clients", async () => {
  const all = ["websocket", "polling"].map((mode) => new Clients(mode));
  for (const clients of all) {
    await inTurns(OF_EACH, 50, () => clients.connect("/many", at(CALM)));
  }
  await control("memory");
  all.forEach((clients) => clients.close());
});
