# What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = Onaylanmamış taslak: dağıtmayın
draft-band = Taslak. Bu metni henüz bir hukukçu ve ana dili Türkçe olan kişiler gözden geçirmedi.

## What stands beside a phone number. Language names keep their capital letter in Turkish.

contact-free = ücretsiz
contact-anonymous = isim vermeden
hours-always = gece gündüz
hours-weekdays = hafta içi
hours-limited = belirli günler
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }, { $from } - { $to }
# From one day to another: "pazartesi – cuma".
days-range = { $first } - { $last }
speaks-fr = Fransızca
speaks-nl = Hollandaca
speaks-de = Almanca
speaks-en = İngilizce

## For people who listen to the page instead of seeing it

qr-alt = { $address } adresini açan QR kodu

## Above the three lines with which a chapter of a booklet opens

in-short = Kısaca

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = Sorumlu yayıncı: { $name }, { $address }
