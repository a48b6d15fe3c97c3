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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = Заказ на печать
order-date = Дата
order-version = Версия
order-for = Для
order-publisher = Ответственный издатель
order-delivery = Доставка
order-deliver-by = Доставить не позднее
order-contact = Контактное лицо
order-billing = Плательщик
order-vat = Номер НДС
order-reference = Номер заказчика
order-note = Примечания
order-language = Язык
order-copies = экземпляров
order-total = Всего
order-file = Файлы
order-flat-size = Формат в развороте
order-finished-size = Готовый формат
order-pages = Страниц или полос
order-paper = Бумага
order-surface-coated = мелованная
order-surface-matte = мелованная матовая
order-surface-gloss = мелованная глянцевая
order-surface-uncoated = немелованная
order-colours = Печать
order-both-sides = четыре краски с двух сторон (4+4)
order-bleed = Вылет под обрез
order-fold = Фальцовка
order-fold-half = один сгиб
order-fold-z = гармошка в три полосы (Z)
order-fold-c = внутрь в три полосы (C)
order-fold-gate = "окно"
order-fold-double-gate = двойное "окно"
order-fold-roll = внутрь в четыре полосы
order-fold-accordion = гармошка в четыре полосы
order-binding = Скрепление
order-binding-fold = на скрепку, две скобы
order-binding-side = скобы сбоку
order-spine-left = корешок слева
order-spine-right = корешок справа
order-spine = Толщина корешка
order-reading = Направление чтения
order-right-to-left = читается справа налево
order-both-covers = один язык с каждой обложки; страницы без изменений, в порядке файла
order-finishing = Отделка
order-weight-copy = Вес экземпляра
order-weight = Вес
order-sheets = Листы
order-overs = Запас на брак, учтён в листах
order-cover = Обложка
order-files-note = Файлы PDF/X-4 в размер, с вылетами и без обрезных меток. Печатайте только файлы, которые совпадают с контрольными суммами в SHA256SUMS.
order-proof = Подписано в печать
order-proof-text = Файлы и данные этого заказа мною проверены. Их можно печатать без изменений.
order-name = Имя
order-signature = Подпись
order-page = Страница

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
site-withdrawn = Этот документ отозван
site-nothing = Сейчас на этом языке нет действующей версии.
