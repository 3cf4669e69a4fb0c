// The plainest page that shows what a token says: one text area, JSON.parse, a <pre>.
const area = document.querySelector("textarea");

function show() {
  const payload = area.value.split(".")[1];
  if (!payload) return;
  const text = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  document.querySelector("pre").textContent = JSON.stringify(JSON.parse(text), null, 2);
}

area.addEventListener("input", show);
if (location.hash.startsWith("#token=")) {
  area.value = location.hash.slice(7);
  show();
}
