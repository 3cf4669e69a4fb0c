// Starts the page. A file of its own, because the policy allows no inline script.
import init from "./page.js";

init({ module_or_path: new URL("./page_bg.wasm", import.meta.url) }).catch((error) => {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.dataset.testid = "start-failed";
  note.textContent = `The page could not start: ${error}`;
  document.body.append(note);
});
