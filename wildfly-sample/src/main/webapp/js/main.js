// The chat: signing in, what the server says, what the user does.

import { Conversations } from "./conversations.js";
import { $, clockTime, dressAvatar } from "./dom.js";
import { watch } from "./panel.js";
import { shrink } from "./picture.js";

/** The server waits 10 s for somebody's page to confirm a private message. */
const PATIENCE_MS = 15_000;
const TYPING_EVERY_MS = 1500;
const START = "lobby";

const session = {
  nick: sessionStorage.getItem("nick") ?? "",
  // Proves after a lost connection or a reload that the name is ours, though the server may still see us there.
  key: sessionStorage.getItem("key") ?? [...crypto.getRandomValues(new Uint8Array(16))].join("-"),
};
sessionStorage.setItem("key", session.key);

let lost = null; // since when the connection is lost
let opened = null; // since when the server's rooms exist
let picture = null; // the picture to be sent: a JPEG
let lastTyping = 0;
const waiting = []; // what was said while the connection was lost

const chat = new Conversations({
  enter: (room) => socket.connected && socket.emit("join", room),
  part: (room) => room.startsWith("@") || socket.emit("leave", room),
  retry: (entry) => transmit(entry),
  opened: () => {
    closeDrawers();
    focusComposer();
  },
});

const socket = window.io("/chat", {
  path: new URL("socket.io/", document.baseURI).pathname, // the WAR need not be at the root
  autoConnect: false,
  transports: ["polling", "websocket"],
  reconnectionDelay: 500,
  reconnectionDelayMax: 3000,
  // A function: it is asked again at every reconnection, and answers what is true then.
  auth: (send) => send({ ...session, rooms: chat.joined.length ? chat.joined : [START] }),
});
const panel = watch(socket);

// ---- signing in

$("nick").value = session.nick;
$("nick-form").addEventListener("submit", (event) => {
  event.preventDefault();
  session.nick = $("nick").value;
  signIn();
});
$("nick").addEventListener("input", () => explain(""));
$("sign-out").addEventListener("click", () => {
  socket.disconnect();
  sessionStorage.removeItem("nick");
  location.reload();
});

function signIn() {
  explain("");
  $("enter").disabled = true;
  panel.connecting();
  socket.connect();
}

function explain(problem) {
  $("nick-error").textContent = problem;
  $("nick").setAttribute("aria-invalid", String(problem !== ""));
}

function showSignIn(problem) {
  $("chat").hidden = true;
  $("sign-in").hidden = false;
  $("enter").disabled = false;
  explain(problem);
  $("nick").focus();
  $("nick").select();
}

socket.on("connect_error", (error) => {
  if (!socket.active) {
    showSignIn(error.message); // the server has refused us, and says why
  } else if ($("chat").hidden) {
    explain("The server cannot be reached. Trying again…");
  }
});

// ---- what the server says

socket.on("welcome", ({ nick, rooms, opened: since }) => {
  const restarted = opened !== null && opened !== since;
  opened = since;
  session.nick = nick;
  sessionStorage.setItem("nick", nick);
  $("me").textContent = nick;
  dressAvatar($("me-avatar"), nick);
  chat.welcome(nick, rooms);
  if ($("chat").hidden) {
    $("sign-in").hidden = true;
    $("chat").hidden = false;
    $("enter").disabled = false;
    explain("");
  }
  if (!chat.current) {
    chat.open(START, { entered: true });
    focusComposer();
  }
  if (lost) {
    const seconds = Math.max(1, Math.round((Date.now() - lost) / 1000));
    chat.note(`Back after ${seconds} s.${restarted ? " The server was restarted." : ""}`, "back");
    lost = null;
  }
  waiting.splice(0).forEach(transmit);
});

socket.on("disconnect", (reason) => {
  if (reason === "io server disconnect") {
    showSignIn("The server has ended this session. Is the chat open in another tab?");
  } else if (socket.active) {
    lost ??= Date.now();
    chat.note(`Connection lost (${reason}). Trying to come back…`, "lost");
  }
});

socket.on("history", (room, messages) => chat.history(room, messages));
socket.on("people", (room, nicks) => chat.people(room, nicks));
socket.on("typing", (where, nick) => chat.typing(where, nick));
socket.on("problem", (problem) => chat.note(problem, "lost"));

socket.on("message", (message, acknowledge) => {
  chat.add(message);
  acknowledge?.(); // only a private message asks for it
});
socket.on("picture", (message, bytes, acknowledge) => {
  chat.add(message, { picture: URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" })) });
  acknowledge?.();
});

socket.on("statistics", ({ now, upSeconds, people, messages, rooms }) => {
  $("clock").textContent = clockTime(new Date(now), { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  $("clock").dateTime = now;
  $("stat-people").textContent = people;
  $("stat-messages").textContent = messages;
  $("stat-up").textContent = duration(upSeconds);
  chat.sizes(rooms);
});

function duration(seconds) {
  const units = [
    [86_400, "d"],
    [3600, "h"],
    [60, "min"],
  ];
  const [size, unit] = units.find(([size]) => seconds >= size) ?? [1, "s"];
  return `${Math.floor(seconds / size)} ${unit}`;
}

// ---- what the user does

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("message").value.trim();
  if (text || picture) {
    const entry = chat.addMine(chat.current.id, text, picture && URL.createObjectURL(picture));
    entry.jpeg = picture;
    $("message").value = "";
    usePicture(null);
    lastTyping = 0;
    transmit(entry);
  }
  focusComposer();
});

/** Sends something, again if need be; the acknowledgement decides what becomes of it. */
async function transmit(entry) {
  chat.retrying(entry);
  if (!socket.connected) {
    waiting.push(entry); // the client would keep it, too, but its time would run out
    return;
  }
  const { to, text, jpeg } = entry;
  try {
    const receipt = jpeg
      ? await socket.timeout(PATIENCE_MS).emitWithAck("picture", to, text, await jpeg.arrayBuffer())
      : await socket.timeout(PATIENCE_MS).emitWithAck("say", to, text);
    if (receipt.problem) {
      chat.fail(entry, receipt.problem);
    } else {
      chat.settle(entry, receipt);
    }
  } catch {
    chat.fail(entry, "Not delivered.");
  }
}

$("message").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("composer").requestSubmit();
  }
});
$("message").addEventListener("input", () => {
  const now = Date.now();
  if ($("message").value && now - lastTyping > TYPING_EVERY_MS) {
    lastTyping = now;
    socket.volatile.emit("typing", chat.current.id);
  }
});

$("picture").addEventListener("change", () => {
  takePicture($("picture").files[0]);
  $("picture").value = "";
});
$("message").addEventListener("paste", (event) => {
  const file = [...event.clipboardData.files].find((one) => one.type.startsWith("image/"));
  if (file) {
    event.preventDefault();
    takePicture(file);
  }
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  takePicture(event.dataTransfer.files[0]);
});
$("preview-remove").addEventListener("click", () => usePicture(null));

async function takePicture(file) {
  if (!file || $("chat").hidden) {
    return;
  }
  try {
    usePicture(await shrink(file), file);
  } catch {
    chat.note(`${file.name} is no picture that your browser can read.`, "lost");
  }
  focusComposer();
}

function usePicture(blob, file) {
  URL.revokeObjectURL($("preview-image").src);
  picture = blob;
  $("preview").hidden = !blob;
  if (blob) {
    $("preview-image").src = URL.createObjectURL(blob);
    const sizes = `${kilobytes(file.size)} made ${kilobytes(blob.size)}`;
    $("preview-text").textContent = `${file.name}, ${sizes}. Enter sends it.`;
  }
}

const kilobytes = (bytes) => `${Math.max(1, Math.round(bytes / 1000))} kB`;

/** Not where it would open a keyboard over what one wants to read. */
function focusComposer() {
  if (matchMedia("(hover: hover)").matches) {
    $("message").focus();
  }
}

// ---- drawers on small screens, keys

const drawers = [
  [$("show-places"), $("places")],
  [$("show-details"), $("details")],
  [$("pill"), $("details")],
];
for (const [button, drawer] of drawers) {
  button.addEventListener("click", () => {
    const show = !drawer.classList.contains("shown");
    closeDrawers();
    drawer.classList.toggle("shown", show);
    $("backdrop").hidden = !show || getComputedStyle(drawer).position !== "fixed";
    button.setAttribute("aria-expanded", String(show));
    drawer.querySelector("button")?.focus();
  });
}
$("backdrop").addEventListener("click", closeDrawers);

function closeDrawers() {
  for (const [button, drawer] of drawers) {
    if (drawer.contains(document.activeElement)) {
      button.focus();
    }
    drawer.classList.remove("shown");
    button.setAttribute("aria-expanded", "false");
  }
  $("backdrop").hidden = true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeDrawers();
  } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    chat.step(event.key === "ArrowDown" ? 1 : -1);
  }
});

if (session.nick) {
  signIn(); // a reload: we were here before
}
