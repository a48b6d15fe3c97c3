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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Encomenda de impressão
order-date = Data
order-version = Versão
order-for = Para
order-publisher = Editor responsável
order-delivery = Entrega
order-deliver-by = Entregar até
order-contact = Pessoa de contacto
order-billing = Faturação
order-vat = Número de IVA
order-reference = Referência
order-note = Observações
order-language = Língua
order-copies = exemplares
order-total = Total
order-file = Ficheiros
order-flat-size = Formato aberto
order-finished-size = Formato final
order-pages = Páginas ou faces
order-paper = Papel
order-surface-coated = couché
order-surface-matte = couché mate
order-surface-gloss = couché brilhante
order-surface-uncoated = não couché
order-colours = Impressão
order-both-sides = quadricromia, frente e verso (4/4)
order-bleed = Sangria
order-fold = Dobra
order-fold-half = dobra simples
order-fold-z = dobra em ziguezague (Z)
order-fold-c = dobra enrolada em três (C)
order-fold-gate = dobra janela
order-fold-double-gate = dobra janela dupla
order-fold-roll = dobra enrolada em quatro
order-fold-accordion = dobra em acordeão
order-binding = Encadernação
order-binding-fold = agrafado ao centro, dois agrafos
order-binding-side = agrafado lateral
order-spine-left = lombada à esquerda
order-spine-right = lombada à direita
order-spine = Espessura da lombada
order-reading = Sentido de leitura
order-right-to-left = lê-se da direita para a esquerda
order-both-covers = uma língua a partir de cada capa; páginas tal como estão, na ordem do ficheiro
order-finishing = Acabamento
order-weight-copy = Peso de um exemplar
order-weight = Peso
order-sheets = Folhas
order-overs = Quebras, incluídas nas folhas
order-cover = Capa
order-files-note = Ficheiros PDF/X-4, no formato, com sangria e sem marcas de corte. Imprimam apenas ficheiros que correspondam às somas de controlo em SHA256SUMS.
order-proof = Visto para impressão
order-proof-text = Verifiquei os ficheiros e os dados desta encomenda. Podem ser impressos tal como estão.
order-name = Nome
order-signature = Assinatura
order-page = Página

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Escolha a sua língua
site-languages = Outras línguas

## What there is, and for whom

site-read = Ler o texto nesta página
site-read-for = Não é preciso descarregar nada
site-parts = Neste texto
site-overview = Todos os documentos
site-download = Descarregar
site-leaflet = Folheto
site-leaflet-for = O mais importante, em poucos minutos
site-booklet = Brochura
site-booklet-for = O texto completo, para ler a sós ou com alguém de confiança
site-large = Brochura em letra grande
site-large-for = Para pessoas que veem mal
site-card = Cartão de bolso
site-card-for = Para trazer consigo
site-print = Para imprimir em casa ou no serviço
site-print-for = Numa impressora normal: papel A4, frente e verso, no tamanho real
site-print-shop = Para gráficas
site-print-shop-for = Cores de impressão, com sangria

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } página
   *[other] { $pages } páginas
}
site-size = { $kilobytes } kB
site-version = Versão { $version }, { $date }
site-checksums = Somas de verificação (SHA-256)
site-pictures = Imagens para enviar

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Sair desta página
site-leave-key = ou prima Esc
site-traces = Esta visita deixa vestígios no histórico deste aparelho, mesmo depois de sair da página. Se outra pessoa o pode ver, use outro aparelho.

## In the place of a file that was withdrawn

site-replaced = Este documento foi substituído
site-replaced-text = Já não está atualizado. Não o use mais nem o dê a ninguém.
site-replaced-link = Ver o que está atualizado
site-withdrawn = Este documento foi retirado
site-nothing = De momento, não há nenhuma versão válida nesta língua.
