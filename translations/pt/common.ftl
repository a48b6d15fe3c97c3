# What all brochures share, in European Portuguese.

## The draft line, at the foot of every page and on the cover

draft-line = Rascunho não validado: não divulgar
draft-band = Rascunho. Este texto ainda não foi revisto por juristas nem por falantes nativos.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = grátis
contact-anonymous = anónimo
hours-always = dia e noite
hours-weekdays = de segunda a sexta
hours-limited = só alguns dias da semana
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, das { $from } às { $to }
# From one day to another: "segunda-feira a sexta-feira".
days-range = { $first } a { $last }
speaks-fr = em francês
speaks-nl = em neerlandês
speaks-de = em alemão
speaks-en = em inglês

## For people who listen to the page instead of seeing it

qr-alt = Código QR que leva a { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = Em resumo

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Responsável pela edição: { $name }, { $address }
