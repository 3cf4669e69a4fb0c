### The page without a network, and a newer build of it.

offline-kept = Bewaard in deze browser: de pagina opent ook zonder netwerk.
newer-text = Er staat een nieuwere versie van deze pagina klaar. Als je die start, verdwijnt wat je typte en verdwijnen de sleutels die je maakte: daar is niets van opgeslagen.
newer-take = Nieuwere versie starten
newer-later = Later
