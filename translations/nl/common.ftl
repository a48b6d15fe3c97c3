# What all brochures share, in Belgian Dutch. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Ontwerp, niet goedgekeurd: niet verspreiden
draft-band = Ontwerp. Deze tekst is nog niet nagelezen door een jurist en door moedertaalsprekers.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = gratis
contact-anonymous = anoniem
hours-always = dag en nacht
hours-weekdays = op werkdagen
hours-limited = op bepaalde dagen
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, van { $from } tot { $to }
# From one day to another: "maandag – vrijdag".
days-range = { $first } - { $last }
speaks-fr = in het Frans
speaks-nl = in het Nederlands
speaks-de = in het Duits
speaks-en = in het Engels

## For people who listen to the page instead of seeing it

qr-alt = QR-code die naar { $address } leidt

## Above the three lines with which a chapter of a booklet opens

in-short = In het kort

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Kies je taal
site-languages = Andere talen

## What there is, and for whom

site-read = De tekst op deze pagina lezen
site-read-for = Je hoeft niets te downloaden
site-parts = In deze tekst
site-overview = Alle documenten
site-download = Downloaden
site-leaflet = Folder
site-leaflet-for = Het belangrijkste, in een paar minuten
site-booklet = Brochure
site-booklet-for = De hele tekst, om alleen te lezen of met iemand die je vertrouwt
site-large = Brochure in grote letters
site-large-for = Voor wie niet goed ziet
site-card = Zakkaartje
site-card-for = Om bij je te houden
site-print = Zelf afdrukken
site-print-for = Op een gewone printer: A4-papier, dubbelzijdig, op ware grootte
site-print-shop = Voor drukkerijen
site-print-shop-for = Kleuren voor druk, met afloop

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } pagina
   *[other] { $pages } pagina's
}
site-size = { $kilobytes } kB
site-version = Versie { $version }, { $date }
site-checksums = Controlegetallen (SHA-256)
site-pictures = Afbeeldingen om te versturen

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Deze pagina verlaten
site-leave-key = of druk op Esc
site-traces = Dit bezoek laat sporen na in de geschiedenis van dit toestel, ook als je de pagina hebt verlaten. Kan iemand anders daarin kijken? Gebruik dan een ander toestel.

## In the place of a file that was withdrawn

site-replaced = Dit document is vervangen
site-replaced-text = Het is niet meer actueel. Gebruik het niet meer en geef het aan niemand meer.
site-replaced-link = Bekijk wat wel actueel is
