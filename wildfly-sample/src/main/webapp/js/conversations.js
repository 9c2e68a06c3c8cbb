// What is said where: rooms and private conversations, their messages, people and unread counts.

import { $, h } from "./dom.js";
import { fill, personLine, placeLine } from "./lists.js";
import { messageLine, noteLine, refreshMessage } from "./message.js";

const KEPT_MESSAGES = 300;
const TYPING_SHOWN_MS = 3500;

/** Keeps the conversations; `on` has what the user can do: enter, part, retry. */
export class Conversations {
  #all = new Map();
  #current = null;
  #on;
  #me = "";

  constructor(on) {
    this.#on = on;
    $("messages").addEventListener("scroll", () => this.#atEnd() && ($("to-end").hidden = true));
    $("to-end").addEventListener("click", () => this.#scrollToEnd());
    document.addEventListener("visibilitychange", () => this.#seen());
  }

  get current() {
    return this.#current;
  }

  /** The rooms that we are in, to be asked for again after a reconnection. */
  get joined() {
    return [...this.#all.values()].filter((one) => one.room && one.joined).map((one) => one.id);
  }

  welcome(me, topics) {
    this.#me = me;
    for (const { name, about } of topics) {
      this.#get(name).about = about;
    }
    for (const one of this.#all.values()) {
      one.people = null; // a new list follows; it is no news who is in it
    }
    this.#listPlaces();
  }

  /** Rooms are called as they are, private conversations "@nick". */
  #get(id) {
    let one = this.#all.get(id);
    if (!one) {
      one = {
        id,
        room: !id.startsWith("@"),
        title: id.startsWith("@") ? id.slice(1) : id,
        about: id.startsWith("@") ? "Only you two can read this" : "",
        joined: false,
        known: false,
        unread: 0,
        size: null,
        people: null,
        typing: new Map(),
        entries: new Map(),
        list: h("ol"),
        last: null,
        draft: "",
      };
      this.#all.set(id, one);
    }
    return one;
  }

  /** Shows a conversation, and enters it if it is a room that we are not in. */
  open(id, { entered = false } = {}) {
    const one = this.#get(id);
    one.joined ||= entered;
    if (this.#current) {
      this.#current.draft = $("message").value;
    }
    this.#current = one;
    if (one.room && !one.joined) {
      one.joined = true;
      this.#on.enter(id);
    }
    $("message").value = one.draft;
    $("message").placeholder = one.room ? `Message # ${one.title}` : `Message ${one.title} privately`;
    $("conversation-title").textContent = one.room ? `# ${one.title}` : one.title;
    $("conversation-topic").textContent = one.about;
    $("messages").replaceChildren(one.list);
    this.#scrollToEnd();
    this.#seen();
    this.#listPlaces();
    this.#listPeople();
    this.#showTyping();
  }

  /** Opens the neighbour in the list of conversations. */
  step(by) {
    const ids = [...this.#all.values()].sort((a, b) => b.room - a.room).map((one) => one.id);
    this.open(ids[(ids.indexOf(this.#current?.id) + by + ids.length) % ids.length]);
  }

  part(id) {
    const one = this.#get(id);
    this.#on.part(id);
    one.joined = false;
    one.people = null;
    one.unread = 0;
    if (!one.room) {
      this.#all.delete(id);
    }
    if (this.#current === one) {
      this.open(this.joined[0] ?? [...this.#all.keys()].find((other) => other !== id));
    }
    this.#listPlaces();
  }

  /** What a room remembers. Much of it may be here already, if we have been away for a moment. */
  history(room, messages) {
    const one = this.#get(room);
    const first = !one.known;
    one.known = true;
    for (const message of messages.filter(({ id }) => !one.entries.has(id))) {
      const unacknowledged = [...one.entries.values()].find(
        (entry) => !entry.id && message.from === this.#me && entry.text === message.text,
      );
      if (unacknowledged) {
        this.settle(unacknowledged, message); // it had arrived, only its acknowledgement was lost
      } else {
        this.add(message, { quiet: first });
      }
    }
    if (first) {
      this.#append(one, noteLine(`You are in # ${one.title}. Say hello!`));
    }
  }

  /** Adds what somebody else said; `picture` is the address of the picture that came with it. */
  add(message, { quiet = false, picture = null } = {}) {
    const mine = message.from === this.#me;
    const id = message.to.startsWith("@") && !mine ? `@${message.from}` : message.to;
    const one = this.#get(id);
    const entry = { ...message, at: new Date(message.at), mine, blobUrl: picture, state: mine ? "delivered" : "" };
    one.entries.set(message.id, entry);
    this.#stopTyping(one, message.from);
    this.#append(one, this.#line(one, entry));
    if (!quiet) {
      this.#announce(one, entry);
    }
  }

  /** Adds what we say, before the server knows it. */
  addMine(to, text, picture) {
    const one = this.#get(to);
    const entry = { from: this.#me, to, text, picture: !!picture, blobUrl: picture, at: new Date(), mine: true };
    entry.state = "sending";
    one.entries.set(entry, entry);
    this.#append(one, this.#line(one, entry));
    this.#scrollToEnd();
    return entry;
  }

  /** The receipt is here: the message has an id and a place among the others now. */
  settle(entry, receipt) {
    const one = this.#get(entry.to);
    one.entries.delete(entry);
    entry.id = receipt.id;
    entry.at = new Date(receipt.at);
    entry.state = one.room ? "delivered" : "received";
    one.entries.set(entry.id, entry);
    this.#refresh(entry);
  }

  fail(entry, problem) {
    entry.state = "failed";
    entry.problem = problem;
    this.#refresh(entry);
  }

  retrying(entry) {
    entry.state = "sending";
    this.#refresh(entry);
  }

  /** A line that nobody said, in the conversation that is open. */
  note(text, kind = "") {
    if (this.#current) {
      this.#append(this.#current, noteLine(text, kind));
      $("announcer").textContent = text;
    }
  }

  people(room, nicks) {
    const one = this.#get(room);
    if (one.people) {
      const come = nicks.filter((nick) => !one.people.includes(nick));
      const gone = one.people.filter((nick) => !nicks.includes(nick));
      come.forEach((nick) => this.#append(one, noteLine(`${nick} has come in`)));
      gone.forEach((nick) => this.#append(one, noteLine(`${nick} has left`)));
      gone.forEach((nick) => this.#stopTyping(one, nick));
    }
    one.people = nicks;
    if (one === this.#current) {
      this.#listPeople();
    }
  }

  sizes(sizes) {
    for (const [room, size] of Object.entries(sizes)) {
      const one = this.#get(room);
      if (one.size !== size) {
        one.size = size;
        this.#listPlaces();
      }
    }
  }

  typing(id, nick) {
    const one = this.#get(id);
    clearTimeout(one.typing.get(nick));
    one.typing.set(nick, setTimeout(() => this.#stopTyping(one, nick), TYPING_SHOWN_MS));
    this.#showTyping();
  }

  #stopTyping(one, nick) {
    clearTimeout(one.typing.get(nick));
    one.typing.delete(nick);
    this.#showTyping();
  }

  #showTyping() {
    const nicks = [...(this.#current?.typing.keys() ?? [])];
    const who = nicks.length > 2 ? `${nicks.length} people` : nicks.join(" and ");
    $("typing").textContent = nicks.length ? `${who} ${nicks.length > 1 ? "are" : "is"} typing…` : "";
  }

  #append(one, element) {
    const wasAtEnd = one === this.#current && this.#atEnd();
    one.list.append(element);
    one.last = element;
    while (one.list.childElementCount > KEPT_MESSAGES) {
      this.#forget(one, one.list.firstElementChild);
    }
    if (wasAtEnd) {
      this.#scrollToEnd();
    } else if (one === this.#current) {
      $("to-end").hidden = false;
    }
  }

  #forget(one, element) {
    for (const [key, entry] of one.entries) {
      if (entry.element === element) {
        one.entries.delete(key);
        if (entry.blobUrl) {
          URL.revokeObjectURL(entry.blobUrl);
        }
      }
    }
    element.remove();
  }

  #line(one, entry) {
    const line = messageLine(entry, one.last?.entry);
    this.#refresh(entry);
    return line;
  }

  #refresh(entry) {
    const loaded = () => this.#nearEnd(entry.element) && this.#scrollToEnd();
    refreshMessage(entry, { retry: this.#on.retry, loaded });
  }

  #announce(one, entry) {
    const here = one === this.#current && document.visibilityState === "visible";
    if (!here) {
      one.unread++;
      this.#listPlaces();
    }
    const where = one === this.#current ? "" : one.room ? ` in ${one.title}` : " privately";
    $("announcer").textContent = `${entry.from}${where}: ${entry.picture ? "a picture. " : ""}${entry.text}`;
  }

  #seen() {
    if (this.#current?.unread && document.visibilityState === "visible") {
      this.#current.unread = 0;
      this.#listPlaces();
    }
  }

  #atEnd() {
    const box = $("messages");
    return box.scrollHeight - box.scrollTop - box.clientHeight < 60;
  }

  /** A picture has its height only when it is loaded, and pushes the end away by it. */
  #nearEnd(element) {
    const box = $("messages");
    return box.scrollHeight - box.scrollTop - box.clientHeight < element.offsetHeight + 60;
  }

  #scrollToEnd() {
    $("messages").scrollTop = $("messages").scrollHeight;
    $("to-end").hidden = true;
  }

  #listPlaces() {
    const rooms = [];
    const privates = [];
    let unread = 0;
    for (const one of this.#all.values()) {
      unread += one.unread;
      (one.room ? rooms : privates).push(one);
    }
    fill($("rooms"), rooms, (one) => this.#place(one));
    fill($("privates"), privates, (one) => this.#place(one));
    $("no-privates").hidden = privates.length > 0;
    $("unread-elsewhere").hidden = unread === 0;
    const here = this.#current ? `${this.#current.title} – ` : "";
    document.title = `${unread ? `(${unread}) ` : ""}${here}SocketEE chat`;
  }

  #place(one) {
    const leavable = !one.room || (one.joined && this.joined.length > 1);
    return placeLine(one, {
      current: one === this.#current,
      open: () => this.#go(one.id),
      part: leavable ? () => this.part(one.id) : null,
    });
  }

  #listPeople() {
    const one = this.#current;
    const nicks = one?.room ? (one.people ?? []) : [this.#me, one.title];
    $("people-title").textContent = one?.room ? "Who is here" : "Just you two";
    fill($("people"), nicks, (nick) =>
      personLine(nick, { me: nick === this.#me, write: () => this.#go(`@${nick}`) }),
    );
  }

  #go(id) {
    this.open(id);
    this.#on.opened();
  }
}
