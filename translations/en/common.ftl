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

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Choose your language
site-languages = Other languages

## What there is, and for whom

site-read = Read the text on this page
site-read-for = Nothing to download
site-parts = In this text
site-overview = All documents
site-download = Download
site-leaflet = Leaflet
site-leaflet-for = The most important things, in a few minutes
site-booklet = Booklet
site-booklet-for = The whole text, to read alone or with somebody you trust
site-large = Booklet in large print
site-large-for = For people who do not see well
site-card = Pocket card
site-card-for = To keep on you
site-print = Print it yourself
site-print-for = On an ordinary printer: A4 paper, both sides, actual size
site-print-shop = For print shops
site-print-shop-for = Colours for print, with bleed

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
site-size = { $kilobytes } kB
site-version = Version { $version }, { $date }
site-checksums = Checksums (SHA-256)
site-pictures = Pictures to send

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Leave this page
site-leave-key = or press Esc
site-traces = This visit leaves traces in the history of this device, even after you have left the page. If somebody else can look at it, use another device.

## In the place of a file that was withdrawn

site-replaced = This document has been replaced
site-replaced-text = It is out of date. Do not use it any more, and do not give it to anybody.
site-replaced-link = See what is up to date
