### The page without a network, and a newer build of it.

offline-kept = Kept in this browser: it opens without a network.
newer-text = A newer version of this page is ready. Starting it empties what you typed and the keys you made: nothing of them is stored.
newer-take = Start the newer version
newer-later = Later
