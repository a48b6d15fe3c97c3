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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Print order
order-date = Date
order-version = Version
order-for = For
order-publisher = Responsible publisher
order-delivery = Delivery
order-deliver-by = Deliver by
order-contact = Contact
order-billing = Invoice to
order-vat = VAT number
order-reference = Reference
order-note = Remarks
order-language = Language
order-copies = copies
order-total = Total
order-file = Files
order-flat-size = Flat size
order-finished-size = Finished size
order-pages = Pages or panels
order-paper = Paper
order-surface-coated = coated
order-surface-matte = matt coated
order-surface-gloss = gloss coated
order-surface-uncoated = uncoated
order-colours = Printing
order-both-sides = four colours on both sides (4/4)
order-bleed = Bleed
order-fold = Fold
order-fold-half = half fold
order-fold-z = Z-fold
order-fold-c = C-fold (letter fold)
order-fold-gate = gate fold
order-fold-double-gate = double gate fold
order-fold-roll = roll fold
order-fold-accordion = accordion fold
order-binding = Binding
order-binding-fold = saddle stitch, two staples
order-binding-side = staples at the side
order-spine-left = spine on the left
order-spine-right = spine on the right
order-spine = Spine
order-reading = Reading direction
order-right-to-left = reads from right to left
order-both-covers = one language from each cover; pages as they are, in the order of the file
order-finishing = Finishing
order-weight-copy = Weight of a copy
order-weight = Weight
order-sheets = Sheets
order-overs = Overs, counted in the sheets
order-cover = Cover
order-files-note = Files are PDF/X-4, at size, with bleed and without crop marks. Please print only files that match the checksums in SHA256SUMS.
order-proof = Approved for printing
order-proof-text = I have checked the files and the details of this order. They may be printed as they are.
order-name = Name
order-signature = Signature
order-page = Page

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
site-withdrawn = This document has been withdrawn
site-nothing = There is no valid version in this language at the moment.
