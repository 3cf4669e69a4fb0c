### Van een pagina die nog niet begonnen is: de build schrijft dit in `index.html`, de ene taal na de andere, want er is nog niets dat een taal kan kiezen.

start-no-script = Deze debugger draait in je browser en heeft JavaScript en WebAssembly nodig, en die staan uit. Er is niets verstuurd.
start-unstarted = Deze pagina wordt nog geladen, of deze browser kan haar niet draaien: daarvoor zijn JavaScript en WebAssembly nodig, in een browser van 2023 of later. Er is niets verstuurd.
start-failed = Deze pagina kon niet starten. Ze heeft WebAssembly nodig, in een browser van 2023 of later die dat toelaat.
