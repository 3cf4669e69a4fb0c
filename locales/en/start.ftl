### Of a page that has not started: the build writes these into `index.html`, one language after the other, because nothing can choose one yet.

start-no-script = This debugger runs in your browser and needs JavaScript and WebAssembly, which are off. Nothing was sent anywhere.
start-unstarted = This page is still loading, or this browser cannot run it: it needs JavaScript and WebAssembly in a browser of 2023 or later. Nothing was sent anywhere.
start-failed = This page could not start. It needs WebAssembly, in a browser of 2023 or later that lets it run.
