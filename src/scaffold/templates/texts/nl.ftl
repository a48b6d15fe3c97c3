# De teksten van de brochure. Links van elk gelijkteken staat de naam waarmee brochure.toml de tekst plaatst: verander die
# nooit alleen. Rechts staat de tekst: vervang die door uw eigen tekst. Een regel die met # begint, is een nota voor vertalers.

## Wat iedereen mag zien: op een telefoon of op tafel mag de titel niemand verraden

document-title = Informatie

## Omslag

cover-title = Titel van de brochure
cover-text = Eén zin die zegt wat lezers op deze bladzijden vinden.

## Hoe u schrijft

write-title = Schrijf voor uw lezers
write-text = Vervang deze teksten door uw eigen teksten. Elke tekst heeft een naam en staat in één bestand per taal.
write-short = Korte zinnen, en woorden die iedereen kent.
write-first = Eerst wat lezers kunnen doen. De redenen komen later.
write-bold = Het belangrijkste staat <b>vet</b>. Eén woord kan <em>nadruk</em> krijgen.
write-draft = Elke bladzijde zegt dat ze een ontwerp is, zolang niemand ze met naam heeft goedgekeurd.

## Feiten, die veranderen

facts-title = Feiten staan op één plaats
facts-text = Telefoonnummers, datums en cijfers uit de wet worden nooit in een tekst getikt. Ze worden ingevuld. Verandert er een, dan volgen alle talen.
facts-source = Elk feit zegt waar het vandaan komt, wanneer iemand het heeft nagekeken en wanneer dat opnieuw moet.
# $answer-days: een voorbeeld. Elke taal heeft haar eigen vormen voor een getal.
facts-days =
    U krijgt een antwoord binnen { $answer-days ->
        [one] { $answer-days } dag
       *[other] { $answer-days } dagen
    }.
need-questions = Stel hier uw vragen

## Voor het drukken

print-title = Voor u drukt
print-text = Een fout nummer of een fout woord kan een lezer duur te staan komen. Drie mensen bekijken elke bladzijde:
print-lawyer = een jurist leest de brontekst;
print-native = iemand die met de taal is opgegroeid, leest de vertaling;
print-facts = iemand belt elk nummer.
print-again = Niemand tekent voor de eigen tekst. Verandert een tekst of een feit, dan vervallen de handtekeningen, en is de bladzijde weer een ontwerp.
colophon = Versie { $release-version }, { $release-date }
