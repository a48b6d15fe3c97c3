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

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Verantwoordelijke uitgever: { $name }, { $address }

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Drukorder
order-date = Datum
order-version = Versie
order-for = Voor
order-publisher = Verantwoordelijke uitgever
order-delivery = Levering
order-deliver-by = Uiterlijk te leveren
order-contact = Contactpersoon
order-billing = Facturatie
order-vat = Btw-nummer
order-reference = Referentie
order-note = Opmerkingen
order-language = Taal
order-copies = exemplaren
order-total = Totaal
order-file = Bestanden
order-flat-size = Open formaat
order-finished-size = Eindformaat
order-pages = Pagina's of panelen
order-paper = Papier
order-surface-coated = gecoat
order-surface-matte = mat gecoat
order-surface-gloss = glanzend gecoat
order-surface-uncoated = ongecoat
order-colours = Druk
order-both-sides = vierkleurendruk, tweezijdig (4/4)
order-bleed = Afloop
order-fold = Vouw
order-fold-half = enkele vouw
order-fold-z = zigzagvouw in drie (Z)
order-fold-c = wikkelvouw in drie (C)
order-fold-gate = vensterluikvouw
order-fold-double-gate = dubbele vensterluikvouw
order-fold-roll = wikkelvouw in vier
order-fold-accordion = zigzagvouw in vier
order-binding = Bindwijze
order-binding-fold = geniet in de rug, twee nietjes
order-binding-side = nietjes aan de zijkant
order-spine-left = rug links
order-spine-right = rug rechts
order-spine = Dikte van de rug
order-reading = Leesrichting
order-right-to-left = leest van rechts naar links
order-both-covers = een taal vanaf elk omslag; pagina's ongewijzigd, in de volgorde van het bestand
order-finishing = Afwerking
order-weight-copy = Gewicht per exemplaar
order-weight = Gewicht
order-sheets = Vellen
order-overs = Inschiet, in de vellen begrepen
order-cover = Omslag
order-files-note = Bestanden in PDF/X-4, op formaat, met afloop en zonder snijtekens. Druk alleen bestanden die overeenkomen met de controlesommen in SHA256SUMS.
order-proof = Goed voor druk
order-proof-text = Ik heb de bestanden en de gegevens van deze drukorder nagekeken. Ze mogen zo worden gedrukt.
order-name = Naam
order-signature = Handtekening
order-page = Pagina

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
site-withdrawn = Dit document is ingetrokken
site-nothing = Er is op dit moment geen geldige versie in deze taal.
