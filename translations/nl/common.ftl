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
