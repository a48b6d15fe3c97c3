# De teksten van de vertaalpagina, in het Nederlands.
# De lezer is een vrijwilliger die nooit een terminal heeft gezien: gewone woorden, korte zinnen.

title = Teksten
loading = Een ogenblik…
skip-to-texts = Naar de teksten
skip-to-pages = Naar de pagina’s

## De balk

language = Taal
edition = Uitgave
edition-leaflet = Folder
edition-booklet = Boekje
edition-large = Grote letters
edition-card = Kaartje
edition-panels = { $n ->
    [one] { $n } vlak
   *[other] { $n } vlakken
}
save-all = Alles opslaan
menu = Menu
working-as = U werkt als { $who }.
interface-language = Taal van deze pagina
help = Zo werkt het
forget = Deze computer vergeten
close = Sluiten
cancel = Annuleren
save-state-all-saved = Alles is opgeslagen
save-state-unsaved = { $n ->
    [one] { $n } tekst nog niet opgeslagen
   *[other] { $n } teksten nog niet opgeslagen
}
save-state-saving = Bezig met opslaan…
save-state-giving-up = Bezig met bijwerken…
save-state-browser-only = { $n ->
    [one] { $n } tekst staat alleen in deze browser
   *[other] { $n } teksten staan alleen in deze browser
}
save-state-conflict = { $n ->
    [one] { $n } tekst is ook door iemand anders gewijzigd
   *[other] { $n } teksten zijn ook door iemand anders gewijzigd
}
save-state-refused = { $n ->
    [one] { $n } tekst geweigerd
   *[other] { $n } teksten geweigerd
}
notice = Melding
notice-offline = Geen verbinding. U kunt verder typen: uw teksten blijven in deze browser en worden verstuurd zodra de verbinding terug is.
notice-storage = Deze browser kan uw teksten niet bewaren. Sla vaak op en sluit deze pagina pas als alles is opgeslagen.
notice-elsewhere = Nog niet alles opgeslagen in: { $languages }. Kies die taal om verder te gaan.

## De teksten

sides = Teksten of pagina’s
side-text = Teksten
side-pages = Pagina’s
search = Zoeken in de teksten
filter = Tonen
filter-all = Alle ({ $n })
filter-missing = Ontbreekt ({ $n })
filter-stale = Bron gewijzigd ({ $n })
filter-findings = Te lang of met opmerkingen van de controle ({ $n })
filter-draft = Ontwerp ({ $n })
filter-not-reviewed = Nog niet nagelezen ({ $n })
filter-remarks = Met opmerkingen ({ $n })
filter-unsaved = Niet opgeslagen ({ $n })
nothing-found = Geen enkele tekst bevat deze woorden.
nothing-all = Er zijn hier geen teksten.
nothing-missing = Er ontbreekt niets.
nothing-stale = Er is geen bron gewijzigd.
nothing-findings = De controle heeft niets gevonden.
nothing-draft = Er zijn geen ontwerpen.
nothing-not-reviewed = Alles is nagelezen.
nothing-remarks = Er zijn geen opmerkingen.
nothing-unsaved = Alles is opgeslagen.
nothing-to-do = Er is niets meer te doen.
previous-to-do = Vorige tekst met werk
next-to-do = Volgende tekst met werk
group-other = Andere teksten
group-common = Teksten die in alle brochures staan
group-facts = Gegevens: nummers, namen, adressen
state-missing = Ontbreekt
state-stale = Bron gewijzigd
state-draft = Ontwerp
state-reviewed = Nagelezen
state-approved = Goedgekeurd
read-only = Hier niet te wijzigen
read-only-fact = Dit is een gegeven. Het is in alle talen hetzelfde en wordt op één plaats gewijzigd.
read-only-common = Deze tekst staat in alle brochures. Hij wordt hier niet gewijzigd.
not-saved = Nog niet opgeslagen
too-long = Te lang voor de plaats
errors = { $n ->
    [one] { $n } fout
   *[other] { $n } fouten
}
warnings = { $n ->
    [one] { $n } waarschuwing
   *[other] { $n } waarschuwingen
}
remark-count = { $n ->
    [one] { $n } opmerking
   *[other] { $n } opmerkingen
}
others-here = { $names } is hier ook

## Eén tekst

source = Bron
source-of = Bron: { $form }
translation = Vertaling
translation-of = Vertaling: { $form }
source-changed = Wat er in de bron is gewijzigd
removed-begins = weggelaten:
removed-ends = , einde van wat is weggelaten,
added-begins = toegevoegd:
added-ends = , einde van wat is toegevoegd,
no-text = (geen tekst)
fallback = Zolang de vertaling ontbreekt, toont de pagina een andere taal: { $language }.
on-no-page = Deze tekst staat op geen enkele pagina van deze uitgave: het is een titel, iets voor schermlezers, of hij hoort bij een andere uitgave.
insert = Invoegen
bold = vet
emphasis = nadruk
in-language = woorden in het { $language }
link-to = link: { $name }
already-there = , staat in uw tekst
not-there-yet = , staat nog niet in uw tekst
undo = Ongedaan maken
redo = Opnieuw
paste-cut = De tekst is ingekort: een tekst telt hoogstens { $limit } tekens.
save = Opslaan
still-right = De vertaling klopt nog
give-up = Weggooien
stage-typing = Nog niet opgeslagen
stage-kept = Bewaard, nog niet opgeslagen
stage-saving = Bezig met opslaan…
stage-saved = Opgeslagen
stage-browser = Alleen in deze browser: geen verbinding
stage-nowhere = Nergens bewaard: geen verbinding, en deze browser bewaart niets
stage-conflict = Ook door iemand anders gewijzigd
stage-refused = Geweigerd.
room-left = { $n ->
    [one] Plaats voor nog { $n } teken
   *[other] Plaats voor nog { $n } tekens
}
room-over = { $n ->
    [one] { $n } teken te lang
   *[other] { $n } tekens te lang
}
level-error = Fout:
level-warning = Waarschuwing:
suggestions = Gelijkende teksten die al vertaald zijn
suggestions-ask = Gelijkende teksten
suggestions-none = Er is nog geen gelijkende tekst vertaald.
likeness = { $n } % gelijk
from-memory = uit het vertaalgeheugen
use = Overnemen

## Twee versies

conflict-title = Twee versies van deze tekst
conflict-explained = Iemand heeft een andere versie opgeslagen terwijl u typte. Er is niets verloren: kies er een, of maak er een van beide.
conflict-yours = Die van u
conflict-theirs = De opgeslagen versie
conflict-take-yours = De mijne opslaan
conflict-take-theirs = De opgeslagen versie houden
conflict-edit = De mijne bewerken, met de andere erbij

## Nalezen en opmerkingen

step-review = Ik heb het nagelezen
step-approve = Goedkeuren
step-legal = Juridisch goedkeuren
save-first = Sla eerst op.
legal = ondertekend door een jurist
remarks = Opmerkingen
remark-new = Nieuwe opmerking
remark-hint = Alleen over de tekst. Geen namen of verhalen van echte mensen, alstublieft.
remark-send = Opmerking toevoegen
remark-done = Afgehandeld

## De opbouw van de uitgave

make-up-open = De opbouw van deze uitgave is niet goedgekeurd
make-up-approved = De opbouw van deze uitgave is op { $on } goedgekeurd door { $by }
make-up-what = De opbouw is wat de uitgave toont naast de teksten: welke blokken in welke volgorde, de afbeeldingen, de open plaatsen.
make-up-approve = De opbouw goedkeuren
make-up-hint = Bekijk eerst alle pagina’s: staan alle blokken er, in de juiste volgorde, met de juiste afbeeldingen? De teksten worden één voor één goedgekeurd.

## De pagina’s

stage = Pagina’s. Met de pijltoetsen kunt u schuiven.
view = Weergave
view-pages = Pagina’s
view-spreads = Dubbele pagina’s
view-panels = Panelen
view-sheets = Plat vel
view-fold = Gevouwen
sheet-front = Voorkant
sheet-back = Achterkant
unfold = Openvouwen
fold-step = Vouwen
turn-over = Omdraaien
profile = Bestemd voor
profile-screen = Scherm
profile-print = Drukkerij
profile-office = Kantoorprinter
zoom = Zoom
zoom-in = Groter
zoom-out = Kleiner
zoom-fit = Hele pagina
zoom-width = Volle breedte
too-full = De tekst past niet: er is iets te lang.
edit-this = Bewerken
on-page = { $n ->
    [0] Pagina { $page }: geen teksten
    [one] Pagina { $page }: { $n } tekst
   *[other] Pagina { $page }: { $n } teksten
}
marks = { $n ->
    [one] { $n } plaats gemarkeerd
   *[other] { $n } plaatsen gemarkeerd
}
page-number = pagina { $page }
mark-missing = Ontbreekt
mark-stale = Bron gewijzigd
mark-overset = Te lang
mark-layout = Kijk hier eens naar

## Zo werkt het

help-1 = Kies een tekst in de lijst, of klik erop op de pagina.
help-2 = Lees de bron en typ uw vertaling in het veld. De pagina toont ze meteen.
help-3 = Wat op een gekleurde ondergrond staat, vult het programma in, zoals het nummer van de politie. Typ het niet zelf: gebruik de knoppen boven het veld.
help-4 = Sla op als een tekst klaar is. Tot dan wordt hij bewaard, ook als u de pagina sluit.
help-states = Wat de tekens betekenen
help-missing = niemand heeft het al vertaald: de pagina toont een andere taal.
help-stale = de bron is na de vertaling gewijzigd.
help-draft = vertaald, maar nog niet door een tweede persoon gelezen.
help-reviewed = een tweede persoon heeft het gelezen.
help-approved = getekend om te drukken.
help-keys = Toetsen
key-save = Ctrl + S
key-save-does = de tekst opslaan
key-save-next = Ctrl + Enter
key-save-next-does = opslaan en naar de volgende tekst met werk
key-next = Alt + ↓
key-next-does = volgende tekst
key-previous = Alt + ↑
key-previous-does = vorige tekst
key-side = F6
key-side-does = van de teksten naar de pagina’s en terug
key-undo = Ctrl + Z
key-undo-does = ongedaan maken
key-insert = Alt + 1 … 9
key-insert-does = invoegen wat de knoppen boven het veld invoegen

## Vergeten

forget-explained = Alles wat deze pagina op deze computer heeft bewaard, wordt gewist en u wordt afgemeld. Opgeslagen teksten blijven.
forget-loses = { $n ->
    [one] { $n } tekst is nog niet opgeslagen en gaat verloren. Alles wat deze pagina op deze computer heeft bewaard, wordt gewist en u wordt afgemeld.
   *[other] { $n } teksten zijn nog niet opgeslagen en gaan verloren. Alles wat deze pagina op deze computer heeft bewaard, wordt gewist en u wordt afgemeld.
}
forget-now = Vergeten

## De uitnodiging

invitation-title = U bent uitgenodigd om te vertalen
invitation-lead = Op de volgende pagina ziet u teksten, typt u uw vertaling ernaast en ziet u meteen hoe ze eruit zal zien. U hebt geen account nodig.
invitation-app-hint = Ging dit open in een chat- of mailapp? Open het dan in uw eigen browser (Firefox, Chrome, Safari): wat u typt, zou verloren gaan als de app sluit.
invitation-in-app = Dit lijkt de browser van een andere app. Kopieer de link en open hem in uw eigen browser (Firefox, Chrome, Safari): hier zou wat u typt, verloren gaan als de app sluit.
invitation-copy = Link kopiëren
copied = Gekopieerd
invitation-code = Code van uw uitnodiging
invitation-code-hint = Die is al ingevuld als u de link hebt gevolgd. U kunt hem ook plakken.
invitation-open = Teksten openen
invitation-once = De code werkt één keer, op één toestel. Wie u uitnodigt, kan u een nieuwe geven.
invitation-used = Deze code is al gebruikt. Vraag een nieuwe aan wie u uitnodigt.
invitation-ended = Deze uitnodiging is afgelopen. Vraag een nieuwe aan wie u uitnodigt.
invitation-revoked = Deze uitnodiging is ingetrokken.
invitation-unknown = Deze code is onbekend. Is hij volledig gekopieerd?
invitation-failed = Dat is niet gelukt. Controleer uw verbinding en probeer opnieuw.

## Het einde

stopped-revoked-title = Uw uitnodiging is ingetrokken
stopped-revoked = U kunt deze teksten niet meer wijzigen. Dank u voor uw werk.
stopped-ended-title = Uw uitnodiging is afgelopen
stopped-ended = Vraag een nieuwe aan wie u heeft uitgenodigd als u wilt voortdoen.
stopped-token-title = Dit adres is niet meer geldig
stopped-token = Feuillet is opnieuw gestart. Open het laatste adres dat het heeft getoond.
stopped-invitation-title = Hier hebt u een uitnodiging nodig
stopped-invitation = Open de link die u gekregen hebt, of plak de code.
stopped-refused-title = Zo kan deze pagina niet worden geopend
stopped-refused = Open het adres precies zoals u het gekregen hebt.
stopped-forgotten-title = Deze computer is vergeten
stopped-forgotten = Hier is niets meer bewaard. U kunt deze pagina sluiten.
stopped-other-title = De verbinding is beëindigd
stopped-other = Laad de pagina straks opnieuw.
stopped-have-code = Ik heb een code
stopped-unsaved = Niet opgeslagen
stopped-unsaved-explained = Deze teksten staan alleen in deze browser. Kopieer ze voordat u weggaat en stuur ze naar wie u heeft uitgenodigd.
copy-all = Alles kopiëren
