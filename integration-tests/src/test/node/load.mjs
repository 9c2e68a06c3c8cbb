// What the scripts about load share: the servers for it, a view from inside, and clients without manners.

import assert from "node:assert/strict";
import { once } from "node:events";
import * as http from "node:http";
import { application, eventually } from "./support.mjs";

/** As dev.socketee.it.load.LoadServers has them. */
export const CALM = "load-calm";
export const STRICT = "load-strict";
export const RECOVERING = "load-recovering";

const pathOf = (server) => `${new URL(application).pathname}load/${server}/`;

/** Options for a client of that server. */
export const at = (server, more) => ({ path: pathOf(server), reconnection: false, ...more });

/** What an administrator sees of that server. */
export async function observe(clients, server) {
  const admin = await clients.connect("/load");
  const ask = (question) => () => admin.ask(question, server);
  return {
    sessions: ask("sessions"),
    overflows: ask("overflows"),
    threads: ask("threads"),
    memory: ask("memory"),
    /** Waits until there are so many connections, and no sockets but one for each. */
    async left(number, milliseconds) {
      await eventually(ask("sessions"), (now) => now === number, `sessions of ${server}`, milliseconds);
      await eventually(ask("sockets"), (now) => now === number, `sockets of ${server}`, milliseconds);
    },
  };
}

/** Does so many things, a few at a time. */
export async function inTurns(count, atOnce, action) {
  const results = [];
  for (let from = 0; from < count; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => action(from + i));
    results.push(...(await Promise.all(some)));
  }
  return results;
}

/** A client by long-polling whose requests can be seen, and cut off. */
export class RawClient {
  #url;

  constructor(server) {
    this.#url = new URL(`${pathOf(server)}?EIO=4&transport=polling`, application);
  }

  /** One that has joined a namespace. */
  static async join(server, namespace) {
    const client = new RawClient(server);
    const [open] = (await client.poll()).packets;
    client.#url.searchParams.set("sid", JSON.parse(open.slice(1)).sid);
    assert.equal((await client.post(`40${namespace},`)).status, 200);
    const [connected] = (await client.poll()).packets;
    assert.match(connected, /^40/);
    return client;
  }

  /** Sends a request; what comes of it has to be asked for. */
  request(method = "GET", headers = {}) {
    const request = http.request(this.#url, { method, agent: false, headers });
    request.on("error", () => {
      // it was cut off, by this side or the other
    });
    return request;
  }

  async poll() {
    const answer = await answerTo(this.request().end());
    return { ...answer, packets: answer.body.split("\x1e") };
  }

  post(body) {
    return answerTo(this.request("POST", { "content-type": "text/plain;charset=UTF-8" }).end(body));
  }
}

/** The whole answer; nothing if the request was cut off before. */
export async function answerTo(request) {
  const [response] = await once(request, "response");
  response.setEncoding("utf8");
  let body = "";
  for await (const chunk of response) {
    body += chunk;
  }
  return { status: response.statusCode, body };
}
