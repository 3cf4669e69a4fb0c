### Wat rond en in een token is weggehaald, en waarom een geplakte tekst er geen bevat.

## Erin weggehaald

paste-line-breaks = { $count } regeleinden in het token weggehaald, het eerste in regel { $line }.
paste-line-breaks-one = Eén regeleinde in het token weggehaald, in regel { $line }.
paste-spaces = Witruimte op { $count } plaatsen in het token weggehaald, de eerste in regel { $line }, kolom { $column }.
paste-spaces-one = Witruimte in het token weggehaald, in regel { $line }, kolom { $column }.
paste-joints = Een token samengevoegd dat als meerdere strings was geschreven: { $count } naden weggehaald.
paste-joints-one = Een token samengevoegd dat als twee strings was geschreven.
paste-markup = HTML-tags op { $count } plaatsen in het token weggehaald.
paste-markup-one = Een HTML-tag in het token weggehaald, in regel { $line }, kolom { $column }.
paste-percent = De percent-codering van een URL rond of in het token teruggedraaid: { $count } tekens, het eerste in regel { $line }, kolom { $column }.
paste-percent-one = De percent-codering van een URL rond of in het token teruggedraaid: één teken in regel { $line }, kolom { $column }.
paste-html = HTML-tekenverwijzingen rond of in het token teruggedraaid: { $count } tekens, het eerste in regel { $line }, kolom { $column }.
paste-html-one = Een HTML-tekenverwijzing rond of in het token teruggedraaid, in regel { $line }, kolom { $column }.
paste-escapes = De escapes van een string rond of in het token teruggedraaid: { $count } tekens, het eerste in regel { $line }, kolom { $column }.
paste-escapes-one = Een escape van een string rond of in het token teruggedraaid, in regel { $line }, kolom { $column }.

## Eromheen weggehaald

paste-white-space = Witruimte rond het token weggehaald.
paste-invisible = Een onzichtbaar teken, { $code-point }, naast het token weggehaald (regel { $line }, kolom { $column }).
paste-bearer = “{ $scheme }” voor het token weggehaald.
paste-header-line = Het token gevonden in de headerregel “{ $name }”.
paste-curl = Het token gevonden in een { $command }-opdracht.
paste-json-member = Het token gevonden als waarde van “{ $name }” in JSON-tekst.
paste-url = Het token gevonden als parameter “{ $name }” van een URL.
paste-url-path = Het token gevonden in het pad van een URL.
paste-cookie = Het token gevonden in de cookie “{ $name }”.
paste-cookie-attributes = De attributen van de cookie achter het token weggelaten.
paste-setting = Het token gevonden als waarde van “{ $name }”.
paste-quotes = Aanhalingstekens rond het token weggehaald.
paste-punctuation = “{ $character }” achter het token weggelaten.
paste-text = De tekst rond het token weggelaten.
paste-text-before = De tekst voor het token weggelaten.
paste-text-between = De tekst tussen de tokens weggelaten.
paste-text-after = De tekst achter het token weggelaten.

## Meerdere

paste-several-tokens = Er staan { $count } verschillende tokens in deze tekst. Je ziet het eerste; de andere kies je uit de lijst.
paste-too-many-tokens = Er staan meer tokens in deze tekst. De lijst stopt na { $count }.
paste-repeated-token = Een token uit de lijst staat nog { $count } keer in deze tekst. Het staat één keer in de lijst.
paste-repeated-token-one = Een token uit de lijst staat twee keer in deze tekst. Het staat één keer in de lijst.
paste-repeated-parts = Delen van het token staan nog { $count } keer in deze tekst. Dat verandert niets.
paste-repeated-parts-one = Een deel van het token staat nog eens in deze tekst. Dat verandert niets.
paste-shortened-copy = In regel { $line } staat een ingekorte kopie van { $part }: { $shown } van de { $length } tekens. Het geheel is gebruikt.

## Geen token, wel iets bekends

paste-claims-json = Dit is een JWT Claims Set als JSON-tekst: de payload van een token dat nog niet is ondertekend.
    .advice = Open het in het scherm Ondertekenen om er een token van te maken.
paste-header-json = Dit is een JOSE Header als JSON-tekst.
    .advice = Open het in het scherm Ondertekenen om er een token mee te maken.
paste-key-jwk = Dit is een sleutel: een JWK.
    .advice = Die hoort in het sleutelvak.
paste-key-jwks = Dit is een verzameling sleutels: een JWK Set.
    .advice = Die hoort in het sleutelvak.
paste-key-pem = Dit is een PEM-tekst: een sleutel of een certificaat.
    .advice = Die hoort in het sleutelvak.
paste-key-der = Dit lijkt een sleutel of certificaat in base64, zonder de regels BEGIN en END.
    .advice = Dat hoort in het sleutelvak.
paste-key-discovery = Dit zijn de metadata van een uitgever. Ze noemen de URL van zijn JWK Set.
    .advice = Ze horen in het sleutelvak.
paste-key-setting = Dit zijn instellingen met een geheim of een sleutel erin.
    .advice = Ze horen in het sleutelvak.

## Niets

paste-no-token = Verwacht: een token; dat begint met “{ $expected }” en heeft twee of meer punten. Gevonden: “{ $text }”.
paste-only-dots = Verwacht: een token; dat begint met “{ $expected }”. Gevonden: niets dan { $found } punten.
paste-not-base64url = Verwacht: een token, waarvan het eerste deel begint met “{ $expected }”. Gevonden: “{ $text }” in regel { $line }, kolom { $column }: { $found } delen, en het eerste is geen base64url.
paste-not-an-object = Verwacht: een token, waarvan het eerste deel begint met “{ $expected }”. Gevonden: “{ $text }” in regel { $line }, kolom { $column }: { $found } delen, en in het eerste staat geen JSON-object.
