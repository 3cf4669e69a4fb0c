# Het scherm Leren en de strook van een les.

learn-title = Leer wat een token is door er een te gebruiken
learn-lead = Een les staat onderaan de echte schermen Bekijken en Ondertekenen en vult hun velden; wat daar stond, komt terug als ze eindigt. De tokens worden hier en nu ondertekend, met het geheim van de workshop of met sleutels die ter plekke worden gemaakt.
learn-remember = Onthoud op dit apparaat welke lessen ik af heb
learn-lessons = Lessen
learn-exercises = Oefeningen
learn-state-begun = Bezig
learn-state-done = ✓ Klaar
learn-label = Les
learn-step = Stap { $step } van { $of }
learn-open = Nog niet gedaan
learn-next = Verder
learn-finish = Afronden
learn-skip = Overslaan
learn-give-up = Laat maar
learn-back = Terug
learn-hint = Tip
learn-again = Zet deze stap opnieuw klaar
learn-print = Les afdrukken
learn-list = Alle lessen
learn-close = Stoppen
learn-fold = Inklappen
learn-unfold = Uitklappen
learn-given-back = Wat eerder op Bekijken en Ondertekenen stond, staat er weer.
learn-swap = Wissel het voor wat de les achterliet
