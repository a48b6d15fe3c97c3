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

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Choisissez votre langue
site-languages = Autres langues

## What there is, and for whom

site-read = Lire le texte sur cette page
site-read-for = Rien à télécharger
site-parts = Dans ce texte
site-overview = Tous les documents
site-download = Télécharger
site-leaflet = Dépliant
site-leaflet-for = L'essentiel, en quelques minutes
site-booklet = Brochure
site-booklet-for = Tout le texte, à lire à son rythme ou avec une personne de confiance
site-large = Brochure en gros caractères
site-large-for = Pour les personnes qui voient mal
site-card = Carte de poche
site-card-for = À garder sur soi
site-print = À imprimer soi-même
site-print-for = Sur une imprimante ordinaire : papier A4, recto verso, sans réduire
site-print-shop = Pour les imprimeries
site-print-shop-for = Couleurs pour l'impression, avec fond perdu

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
site-size = { $kilobytes } ko
site-version = Version { $version }, { $date }
site-checksums = Sommes de contrôle (SHA-256)
site-pictures = Images à envoyer

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Quitter cette page
site-leave-key = ou touche Échap
site-traces = Cette visite laisse des traces dans l'historique de cet appareil, même après avoir quitté la page. Si quelqu'un d'autre peut le regarder, utilisez un autre appareil.

## In the place of a file that was withdrawn

site-replaced = Ce document a été remplacé
site-replaced-text = Il n'est plus à jour. Ne l'utilisez plus et ne le donnez plus à personne.
site-replaced-link = Voir ce qui est à jour
