# What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Непроверенный черновик: не распространять
draft-band = Черновик. Этот текст ещё не проверили юрист и носители языка.

## What stands beside a phone number. Small letters: these words follow each other on one line.

contact-free = бесплатно
contact-anonymous = анонимно
hours-always = круглосуточно
hours-weekdays = по будням
hours-limited = в отдельные дни
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, с { $from } до { $to }
# From one day to another: "понедельник - пятница".
days-range = { $first } - { $last }
speaks-fr = по-французски
speaks-nl = по-нидерландски
speaks-de = по-немецки
speaks-en = по-английски

## For people who listen to the page instead of seeing it

qr-alt = QR-код со ссылкой на { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = Коротко

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Ответственный издатель: { $name }, { $address }
