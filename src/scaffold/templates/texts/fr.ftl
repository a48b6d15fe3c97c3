# Les textes de la brochure. À gauche du signe égal se trouve le nom par lequel brochure.toml place le texte : ne le changez
# jamais seul. À droite se trouve le texte : remplacez-le par le vôtre. Une ligne qui commence par # est une note pour les
# traductrices et traducteurs.

## Ce que tout le monde peut voir : sur un téléphone ou une table, le titre ne doit trahir personne

document-title = Informations

## Couverture

cover-title = Titre de la brochure
cover-text = Une phrase qui dit ce que l'on trouve dans ces pages.

## Comment écrire

write-title = Écrivez pour votre public
write-text = Remplacez ces textes par les vôtres. Chacun a un nom et se trouve dans un fichier par langue.
write-short = Des phrases courtes et des mots que tout le monde connaît.
write-first = D'abord ce que l'on peut faire. Les raisons viennent après.
write-bold = L'essentiel est en <b>gras</b>. Un seul mot peut être mis en <em>évidence</em>.
write-draft = Chaque page dit qu'elle est un projet, tant que personne ne l'a validée en son nom.

## Les données, qui changent

facts-title = Les données à un seul endroit
facts-text = Les numéros de téléphone, les dates et les chiffres de la loi ne sont jamais écrits dans un texte. Ils y sont insérés. Quand l'un d'eux change, toutes les langues suivent.
facts-source = Chaque donnée dit d'où elle vient, quand quelqu'un l'a vérifiée et quand il faut la revoir.
# $answer-days : un exemple. Chaque langue a ses propres formes pour un nombre.
facts-days =
    Vous recevez une réponse en { $answer-days ->
        [one] { $answer-days } jour
       *[other] { $answer-days } jours
    }.
need-questions = Posez vos questions ici

## Avant l'impression

print-title = Avant d'imprimer
print-text = Un mauvais numéro ou un mauvais mot peut coûter cher. Trois personnes regardent chaque page :
print-lawyer = une juriste lit le texte source ;
print-native = une personne dont c'est la langue maternelle lit la traduction ;
print-facts = quelqu'un appelle chaque numéro.
print-again = Personne ne signe son propre texte. Quand un texte ou une donnée change, les signatures tombent, et la page redevient un projet.
colophon = Version { $release-version }, { $release-date }
