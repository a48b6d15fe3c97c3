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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Orden de impresión
order-date = Fecha
order-version = Versión
order-for = Para
order-publisher = Editor responsable
order-delivery = Entrega
order-deliver-by = Entregar a más tardar
order-contact = Persona de contacto
order-billing = Facturación
order-vat = NIF/IVA
order-reference = Referencia
order-note = Observaciones
order-language = Idioma
order-copies = ejemplares
order-total = Total
order-file = Archivos
order-flat-size = Formato abierto
order-finished-size = Formato final
order-pages = Páginas o caras
order-paper = Papel
order-surface-coated = estucado
order-surface-matte = estucado mate
order-surface-gloss = estucado brillo
order-surface-uncoated = sin estucar
order-colours = Impresión
order-both-sides = cuatricromía a dos caras (4/4)
order-bleed = Sangrado
order-fold = Plegado
order-fold-half = díptico
order-fold-z = plegado en zigzag (Z)
order-fold-c = plegado envolvente en tres (C)
order-fold-gate = plegado ventana
order-fold-double-gate = plegado ventana doble
order-fold-roll = plegado envolvente en cuatro
order-fold-accordion = plegado en acordeón
order-binding = Encuadernación
order-binding-fold = grapado a caballete, dos grapas
order-binding-side = grapado lateral
order-spine-left = lomo a la izquierda
order-spine-right = lomo a la derecha
order-spine = Grosor del lomo
order-reading = Sentido de lectura
order-right-to-left = se lee de derecha a izquierda
order-both-covers = un idioma desde cada cubierta; páginas tal cual, en el orden del archivo
order-finishing = Acabado
order-weight-copy = Peso de un ejemplar
order-weight = Peso
order-sheets = Pliegos
order-overs = Mermas, incluidas en los pliegos
order-cover = Portada
order-files-note = Archivos PDF/X-4, a tamaño, con sangrado y sin marcas de corte. Impriman solo los archivos que coincidan con las sumas de control de SHA256SUMS.
order-proof = Visto bueno para imprimir
order-proof-text = He revisado los archivos y los datos de esta orden. Pueden imprimirse tal cual.
order-name = Nombre
order-signature = Firma
order-page = Página

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Elige tu idioma
site-languages = Otros idiomas

## What there is, and for whom

site-read = Leer el texto en esta página
site-read-for = No hay que descargar nada
site-parts = En este texto
site-overview = Todos los documentos
site-download = Descargar
site-leaflet = Folleto
site-leaflet-for = Lo más importante, en pocos minutos
site-booklet = Guía
site-booklet-for = Todo el texto, para leer a solas o con alguien de confianza
site-large = Guía en letra grande
site-large-for = Para personas que no ven bien
site-card = Tarjeta de bolsillo
site-card-for = Para llevar encima
site-print = Para imprimir en casa o en la oficina
site-print-for = En una impresora normal: papel A4, a doble cara, a tamaño real
site-print-shop = Para imprentas
site-print-shop-for = Colores de imprenta, con sangrado

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } página
   *[other] { $pages } páginas
}
site-size = { $kilobytes } kB
site-version = Versión { $version }, { $date }
site-checksums = Sumas de verificación (SHA-256)
site-pictures = Imágenes para enviar

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Salir de esta página
site-leave-key = o pulsa Esc
site-traces = Esta visita deja rastros en el historial de este dispositivo, incluso después de salir de la página. Si otra persona puede mirarlo, usa otro dispositivo.

## In the place of a file that was withdrawn

site-replaced = Este documento ha sido sustituido
site-replaced-text = Ya no está al día. No lo uses más ni se lo des a nadie.
site-replaced-link = Ver lo que está al día
site-withdrawn = Este documento ha sido retirado
site-nothing = Por el momento no hay ninguna versión válida en este idioma.
