// The start of the page that is one file: takes the files of the build out of it, so that each
// `<meta>` that named a file beside the page names one in the browser's memory.
try {
  const packed = document.querySelector("#files");
  const text = atob(packed.textContent);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const files = await new Response(stream).arrayBuffer();
  let from = 0;
  for (const entry of packed.dataset.files.split(" ")) {
    const [name, length, type] = entry.split(",");
    const file = new Blob([files.slice(from, from + Number(length))], { type });
    document.querySelector(`meta[name=${name}]`).content = URL.createObjectURL(file);
    from += Number(length);
  }
  packed.remove();
} catch (error) {
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.dataset.testid = "start-failed";
  note.append(document.querySelector("#failed").content.cloneNode(true), ` (${error})`);
  document.body.prepend(note);
  throw error;
}
