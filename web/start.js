// Starts the page. A file of its own, because the policy allows no inline script.
//
// The page's code comes in two files: what a first decode runs, and the rest, which is joined to
// it as soon as it is there. Whatever calls into the rest before that asks for it at once.
import init from "./page.js";

// Where a file of the build is, as a `<meta>` says.
const meta = (name) => document.querySelector(`meta[name=${name}]`);
const place = (name) => new URL(meta(name).content, document.baseURI);
const rest = place("rest-wasm");
let bytes;
let joined = false;

function join(module) {
  if (joined) return;
  new WebAssembly.Instance(module, { page: globalThis.rest.page });
  joined = true;
  // Later, for the page may be in the middle of a call.
  queueMicrotask(() => window.dispatchEvent(new Event("rest")));
}

// A request that waits is the only one whose answer is there before it returns.
function readNow() {
  const request = new XMLHttpRequest();
  request.open("GET", rest, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}

// What stands there until the page starts, and of some boxes until all of its code is there. What
// was typed into it goes over into the page.
const shell = document.querySelector("#shell");
let fields = [...shell.querySelectorAll("textarea")];
let focused = fields.find((field) => field === document.activeElement);

// A field that is moved or taken out of the document loses the focus, but nobody left it.
document.addEventListener("focusin", ({ target }) => (focused = fields.find((field) => field === target)));

const takenOut = new MutationObserver(() => {
  for (const field of fields) {
    const control = field.isConnected ? field : document.getElementById(field.id);
    // Another screen has none of these fields; the text waits for the one that has them.
    if (!control) continue;
    if (control !== field) {
      fields = fields.filter((other) => other !== field);
      if (field.value !== "" && control.value === "") {
        control.value = field.value;
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    if (field === focused && document.activeElement === document.body) {
      control.focus();
      control.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
  }
  if (fields.length === 0) takenOut.disconnect();
});
takenOut.observe(document.body, { childList: true, subtree: true });

globalThis.rest = {
  // What the page exports; its loader sets it right before the page starts.
  page: undefined,
  need() {
    document.documentElement.dataset.rest = "early";
    join(new WebAssembly.Module(bytes ?? readNow()));
  },
};

const started = () => document.querySelector("#unstarted")?.remove();

function say(error) {
  started();
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.dataset.testid = "start-failed";
  note.append(document.querySelector("#failed").content.cloneNode(true), ` (${error})`);
  // What was typed before a start that failed stays where it can be taken out again.
  const holdsText = fields.some((field) => field.value !== "");
  if (shell.isConnected && !holdsText) shell.remove();
  if (document.querySelector("main, [role=main]")) return document.body.prepend(note);
  const main = document.createElement("main");
  const title = document.createElement("h1");
  title.textContent = document.title;
  main.append(title, note);
  document.body.prepend(main);
}

async function read(name, as) {
  const response = await fetch(place(name), { integrity: meta(name).dataset.integrity ?? "" });
  if (!response.ok) throw new Error(`${response.status} for a part of the page`);
  return response[as]();
}

async function bring() {
  bytes = await read("rest-wasm", "arrayBuffer");
}

// The worker's two files, once nothing else of the page waits for the network. The page asks for
// them itself where these do not come.
function bringWorker() {
  const module = read("worker-wasm", "arrayBuffer").then(WebAssembly.compile);
  globalThis.rest.worker = Promise.all([read("worker-js", "text"), module]);
  globalThis.rest.worker.catch(() => {});
}

try {
  // A service worker has it at hand, but in WebKit never hears of a request that waits.
  if (navigator.serviceWorker?.controller) await bring();
  await init({ module_or_path: place("page-wasm") });
  started();
  if (!bytes) await bring();
  bringWorker();
  join(await WebAssembly.compile(bytes));
} catch (error) {
  say(error);
}
