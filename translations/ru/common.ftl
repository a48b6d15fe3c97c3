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

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = Выберите язык
site-languages = Другие языки

## What there is, and for whom

site-read = Читать текст на этой странице
site-read-for = Ничего не нужно скачивать
site-parts = В этом тексте
site-overview = Все документы
site-download = Скачать
site-leaflet = Листовка
site-leaflet-for = Самое важное за несколько минут
site-booklet = Брошюра
site-booklet-for = Весь текст: можно читать самостоятельно или вместе с тем, кому вы доверяете
site-large = Брошюра крупным шрифтом
site-large-for = Для тех, кто плохо видит
site-card = Карманная карточка
site-card-for = Чтобы всегда была с собой
site-print = Напечатать самостоятельно
site-print-for = На обычном принтере: бумага A4, с двух сторон, в натуральную величину
site-print-shop = Для типографий
site-print-shop-for = Краски для печати, с вылетами

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [one] { $pages } страница
    [few] { $pages } страницы
    [many] { $pages } страниц
   *[other] { $pages } страницы
}
site-size = { $kilobytes } кБ
site-version = Версия { $version }, { $date }
site-checksums = Контрольные суммы (SHA-256)
site-pictures = Картинки для отправки

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = Покинуть эту страницу
site-leave-key = или нажмите <span lang="en">Esc</span>
site-traces = Это посещение оставляет следы в истории этого устройства, даже после того, как вы покинете страницу. Если в неё может заглянуть кто-то другой, воспользуйтесь другим устройством.

## In the place of a file that was withdrawn

site-replaced = Этот документ заменён
site-replaced-text = Он устарел. Больше не пользуйтесь им и никому его не передавайте.
site-replaced-link = Посмотреть то, что действительно сейчас
