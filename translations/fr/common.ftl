# What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Projet non validé : ne pas diffuser
draft-band = Projet. Ce texte n'a pas encore été relu par une juriste et des personnes de langue maternelle.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = gratuit
contact-anonymous = anonyme
hours-always = jour et nuit
hours-weekdays = du lundi au vendredi
hours-limited = certains jours
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, de { $from } à { $to }
# From one day to another: "lundi – vendredi".
days-range = { $first } - { $last }
speaks-fr = en français
speaks-nl = en néerlandais
speaks-de = en allemand
speaks-en = en anglais

## For people who listen to the page instead of seeing it

qr-alt = Code QR qui mène à { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = En bref

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Éditrice ou éditeur responsable : { $name }, { $address }
