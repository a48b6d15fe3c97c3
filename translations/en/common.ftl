# What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Draft, not approved: do not distribute
draft-band = Draft. This text has not yet been checked by a lawyer or by native speakers.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = free
contact-anonymous = anonymous
hours-always = day and night
hours-weekdays = Monday to Friday
hours-limited = on certain days
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, { $from } to { $to }
# From one day to another: "Monday to Friday".
days-range = { $first } to { $last }
speaks-fr = in French
speaks-nl = in Dutch
speaks-de = in German
speaks-en = in English

## For people who listen to the page instead of seeing it

qr-alt = QR code that leads to { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = In short

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Responsible publisher: { $name }, { $address }
