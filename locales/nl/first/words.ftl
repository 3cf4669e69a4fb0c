### Hoe lijsten, getallen en tijdsduren worden geschreven.

duration-years = { $count } jaar
duration-years-one = { $count } jaar
duration-days = { $count } dagen
duration-days-one = { $count } dag
duration-hours = { $count } uur
duration-hours-one = { $count } uur
duration-minutes = { $count } minuten
duration-minutes-one = { $count } minuut
duration-seconds = { $count } seconden
duration-seconds-one = { $count } seconde
secret-of-bytes = een geheim van { $count } bytes
secret-of-bytes-one = een geheim van { $count } byte
duration-pair = { $large } en { $small }

relative-past = { $time } geleden
relative-future = over { $time }
relative-now = nu

# `a, b en c`: de lijst is wat voor het laatste staat.
list-last = { $list } en { $item }
list-more = nog { $count }
list-empty = geen
