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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Bon de commande
order-date = Date
order-version = Version
order-for = Pour
order-publisher = Éditeur responsable
order-delivery = Livraison
order-deliver-by = À livrer au plus tard
order-contact = Personne de contact
order-billing = Facturation
order-vat = Numéro de TVA
order-reference = Référence
order-note = Remarques
order-language = Langue
order-copies = exemplaires
order-total = Total
order-file = Fichiers
order-flat-size = Format ouvert
order-finished-size = Format fini
order-pages = Pages ou volets
order-paper = Papier
order-surface-coated = couché
order-surface-matte = couché mat
order-surface-gloss = couché brillant
order-surface-uncoated = non couché
order-colours = Impression
order-both-sides = quadrichromie recto verso (4/4)
order-bleed = Fond perdu
order-fold = Pli
order-fold-half = pli simple
order-fold-z = pli accordéon en trois (Z)
order-fold-c = pli roulé en trois (C)
order-fold-gate = pli fenêtre
order-fold-double-gate = double pli fenêtre
order-fold-roll = pli roulé en quatre
order-fold-accordion = pli accordéon en quatre
order-binding = Reliure
order-binding-fold = piqûre à cheval, deux agrafes
order-binding-side = agrafes sur le côté
order-spine-left = dos à gauche
order-spine-right = dos à droite
order-spine = Épaisseur du dos
order-reading = Sens de lecture
order-right-to-left = se lit de droite à gauche
order-both-covers = une langue depuis chaque couverture ; pages telles quelles, dans l'ordre du fichier
order-finishing = Façonnage
order-weight-copy = Poids d'un exemplaire
order-weight = Poids
order-sheets = Feuilles
order-overs = Passe comprise dans les feuilles
order-cover = Couverture
order-files-note = Fichiers PDF/X-4, au format, avec fond perdu et sans traits de coupe. N'imprimez que des fichiers qui correspondent aux sommes de contrôle de SHA256SUMS.
order-proof = Bon à tirer
order-proof-text = J'ai contrôlé les fichiers et les données de ce bon de commande. Ils peuvent être imprimés tels quels.
order-name = Nom
order-signature = Signature
order-page = Page

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
site-withdrawn = Ce document a été retiré
site-nothing = Aucune version valable n'est disponible dans cette langue pour le moment.
