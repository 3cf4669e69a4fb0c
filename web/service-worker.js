// Keeps this build in the browser, whole or not at all, so that it opens without a network. It
// asks its own host for the files of the build and for nothing else, and it answers for nothing
// else: every other request goes its way as if this were not here.

// The build's id, and each file of the build with its digest; `cargo xtask build` writes both.
const BUILD = "unfinished";
const FILES = [];

const home = new URL("./", location).href;
// Other sites of this host may keep files too.
const prefix = `jwt-debugger ${home} `;
const own = prefix + BUILD;
const kept = new Set(FILES.map(([name]) => name));
const hashed = /^[a-z-]+-[0-9a-f]{16}\.[a-z]+$/;

// A file that does not fit its digest is of another build, and then nothing is kept. The page
// itself is the one file that another build has under the same name.
async function keep() {
  const cache = await caches.open(own);
  const request = ([name, integrity]) =>
    new Request(name, { integrity, cache: name === "./" ? "no-cache" : "default" });
  try {
    await cache.addAll(FILES.map(request));
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

// A page of an earlier build that is still open wants its own files, so these go when none is.
async function tidy() {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some((page) => page.url.startsWith(home))) return;
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(name, request) {
  const found = await (await caches.open(own)).match(name, { ignoreVary: true });
  if (found) return found;
  for (const other of await caches.keys()) {
    if (!other.startsWith(prefix)) continue;
    const older = await (await caches.open(other)).match(name, { ignoreVary: true });
    if (older && name !== "./") return older;
  }
  return fetch(request);
}

// What a request is for: a file beside the page, by its name; the page itself is "./".
function nameOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(home)) return undefined;
  const name = url.slice(home.length).replace(/#.*/s, "");
  const isPage = mode === "navigate" && /^(index\.html)?(\?.*)?$/s.test(name);
  return isPage || name === "" ? "./" : `./${name}`;
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([tidy(), clients.claim()])));
addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (!kept.has(name) && !hashed.test(name?.slice(2))) return;
  event.respondWith(answer(name, event.request));
  if (event.request.mode === "navigate") event.waitUntil(tidy());
});
// The person pressed the button of the page that said so.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
