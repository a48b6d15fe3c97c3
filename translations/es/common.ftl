# What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Borrador sin validar: no difundir
draft-band = Borrador. Ni juristas ni hablantes nativos han revisado aún este texto.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = gratis
contact-anonymous = anónimo
hours-always = día y noche
hours-weekdays = de lunes a viernes
hours-limited = solo algunos días
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, de { $from } a { $to }
# From one day to another: "de lunes a viernes".
days-range = de { $first } a { $last }
speaks-fr = en francés
speaks-nl = en neerlandés
speaks-de = en alemán
speaks-en = en inglés

## For people who listen to the page instead of seeing it

qr-alt = Código QR que lleva a { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = En resumen

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Editora o editor responsable: { $name }, { $address }
