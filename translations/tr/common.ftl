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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Baskı siparişi
order-date = Tarih
order-version = Sürüm
order-for = Sipariş veren
order-publisher = Sorumlu yayıncı
order-delivery = Teslimat
order-deliver-by = En geç teslim tarihi
order-contact = İlgili kişi
order-billing = Fatura adresi
order-vat = Vergi numarası
order-reference = Referans
order-note = Notlar
order-language = Dil
order-copies = adet
order-total = Toplam
order-file = Dosyalar
order-flat-size = Açık ölçü
order-finished-size = Bitmiş ölçü
order-pages = Sayfa veya panel
order-paper = Kâğıt
order-surface-coated = kuşe
order-surface-matte = mat kuşe
order-surface-gloss = parlak kuşe
order-surface-uncoated = birinci hamur
order-colours = Baskı
order-both-sides = iki yüze dört renk (4/4)
order-bleed = Taşma payı
order-fold = Katlama
order-fold-half = ortadan katlama
order-fold-z = Z katlama
order-fold-c = C katlama (içe sarma)
order-fold-gate = pencere katlama
order-fold-double-gate = çift pencere katlama
order-fold-roll = rulo katlama
order-fold-accordion = akordeon katlama
order-binding = Cilt
order-binding-fold = tel dikiş, iki zımba
order-binding-side = yandan zımba
order-spine-left = sırt solda
order-spine-right = sırt sağda
order-spine = Sırt kalınlığı
order-reading = Okuma yönü
order-right-to-left = sağdan sola okunur
order-both-covers = her kapaktan bir dil; sayfalar olduğu gibi, dosyadaki sırayla
order-finishing = Son işlemler
order-weight-copy = Bir adedin ağırlığı
order-weight = Ağırlık
order-sheets = Tabaka
order-overs = Fire payı, tabaka sayısına dâhil
order-cover = Kapak
order-files-note = Dosyalar PDF/X-4 biçiminde, tam ölçüde, taşma paylı ve kesim işaretsizdir. Lütfen yalnızca SHA256SUMS içindeki sağlama değerleriyle eşleşen dosyaları basın.
order-proof = Baskı onayı
order-proof-text = Dosyaları ve bu siparişin bilgilerini kontrol ettim. Olduğu gibi basılabilir.
order-name = Ad soyad
order-signature = İmza
order-page = Sayfa

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Dilinizi seçin
site-languages = Diğer diller

## What there is, and for whom

site-read = Metni bu sayfada oku
site-read-for = Bir şey indirmek gerekmez
site-parts = Bu metinde
site-overview = Bütün belgeler
site-download = İndir
site-leaflet = Broşür
site-leaflet-for = En önemli bilgiler, birkaç dakikada
site-booklet = Kitapçık
site-booklet-for = Metnin tamamı, tek başına ya da güvenilen biriyle okumak için
site-large = Büyük yazılı kitapçık
site-large-for = İyi göremeyenler için
site-card = Cep kartı
site-card-for = Yanınızda taşımak için
site-print = Kendiniz yazdırın
site-print-for = Sıradan bir yazıcıda: A4 kâğıt, iki yüzü, gerçek boyutta
site-print-shop = Matbaalar için
site-print-shop-for = Baskı renkleri, taşma payıyla

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } sayfa
   *[other] { $pages } sayfa
}
site-size = { $kilobytes } kB
site-version = Sürüm { $version }, { $date }
site-checksums = Sağlama toplamları (SHA-256)
site-pictures = Göndermek için resimler

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Bu sayfadan çık
site-leave-key = ya da Esc tuşuna basın
site-traces = Bu ziyaret, sayfadan çıktıktan sonra bile bu cihazın geçmişinde iz bırakır. Geçmişe başka biri bakabiliyorsa başka bir cihaz kullanın.

## In the place of a file that was withdrawn

site-replaced = Bu belge değiştirildi
site-replaced-text = Artık güncel değil. Onu bir daha kullanmayın ve kimseye vermeyin.
site-replaced-link = Güncel olanı gör
site-withdrawn = Bu belge geri çekildi
site-nothing = Şu anda bu dilde geçerli bir sürüm yok.
