# L’interface de la page des traductrices et traducteurs, en français.
# On s’adresse à une personne bénévole qui n’a jamais vu un terminal : mots simples, phrases courtes.

title = Textes
loading = Un instant…
skip-to-texts = Aller aux textes
skip-to-pages = Aller aux pages

## La barre

language = Langue
edition = Édition
edition-leaflet = Dépliant
edition-booklet = Livret
edition-large = Grands caractères
edition-card = Carte
edition-panels = { $n ->
    [one] { $n } volet
   *[other] { $n } volets
}
save-all = Tout enregistrer
menu = Menu
working-as = Vous travaillez sous le nom { $who }.
interface-language = Langue de cette page
help = Mode d’emploi
forget = Oublier cet ordinateur
close = Fermer
cancel = Annuler
save-state-all-saved = Tout est enregistré
save-state-unsaved = { $n ->
    [one] { $n } texte pas encore enregistré
   *[other] { $n } textes pas encore enregistrés
}
save-state-saving = Enregistrement…
save-state-giving-up = Mise à jour…
save-state-browser-only = { $n ->
    [one] { $n } texte dans ce navigateur seulement
   *[other] { $n } textes dans ce navigateur seulement
}
save-state-conflict = { $n ->
    [one] { $n } texte modifié aussi par quelqu’un d’autre
   *[other] { $n } textes modifiés aussi par quelqu’un d’autre
}
save-state-refused = { $n ->
    [one] { $n } texte refusé
   *[other] { $n } textes refusés
}
notice = Avis
notice-offline = Pas de connexion. Vous pouvez continuer : vos textes restent dans ce navigateur et partiront dès que la connexion revient.
notice-storage = Ce navigateur ne peut pas garder vos textes. Enregistrez souvent, et ne fermez pas la page avant que tout soit enregistré.
notice-elsewhere = Pas encore tout enregistré en : { $languages }. Choisissez cette langue pour continuer.

## Les textes

sides = Textes ou pages
side-text = Textes
side-pages = Pages
search = Chercher dans les textes
filter = Afficher
filter-all = Tous ({ $n })
filter-missing = Manquants ({ $n })
filter-stale = Source modifiée ({ $n })
filter-findings = Trop longs ou signalés ({ $n })
filter-draft = Brouillons ({ $n })
filter-not-reviewed = Pas encore relus ({ $n })
filter-remarks = Avec remarques ({ $n })
filter-unsaved = Non enregistrés ({ $n })
nothing-found = Aucun texte ne contient ces mots.
nothing-all = Il n’y a pas de textes ici.
nothing-missing = Il ne manque rien.
nothing-stale = Aucune source n’a changé.
nothing-findings = Le contrôle n’a rien signalé.
nothing-draft = Il n’y a pas de brouillons.
nothing-not-reviewed = Tout a été relu.
nothing-remarks = Il n’y a pas de remarques.
nothing-unsaved = Tout est enregistré.
nothing-to-do = Plus rien à faire.
previous-to-do = Texte à faire précédent
next-to-do = Texte à faire suivant
group-other = Autres textes
group-common = Textes communs à toutes les brochures
group-facts = Données : numéros, noms, adresses
state-missing = Manquant
state-stale = Source modifiée
state-draft = Brouillon
state-reviewed = Relu
state-approved = Approuvé
read-only = Non modifiable ici
read-only-fact = C’est une donnée. Elle est la même dans toutes les langues et se modifie à un seul endroit.
read-only-common = Ce texte est commun à toutes les brochures. Il ne se modifie pas ici.
not-saved = Pas encore enregistré
too-long = Trop long pour sa place
errors = { $n ->
    [one] { $n } erreur
   *[other] { $n } erreurs
}
warnings = { $n ->
    [one] { $n } avertissement
   *[other] { $n } avertissements
}
remark-count = { $n ->
    [one] { $n } remarque
   *[other] { $n } remarques
}
others-here = { $names } est ici aussi

## Un texte

source = Source
source-of = Source : { $form }
translation = Traduction
translation-of = Traduction : { $form }
source-changed = Ce qui a changé dans la source
removed-begins = retiré :
removed-ends = , fin du passage retiré,
added-begins = ajouté :
added-ends = , fin du passage ajouté,
no-text = (pas de texte)
fallback = En attendant la traduction, la page montre une autre langue : { $language }.
on-no-page = Il ne figure sur aucune page de cette édition : c’est un titre, un texte dit par les lecteurs d’écran, ou il appartient à une autre édition.
insert = Insérer
bold = gras
emphasis = accentué
in-language = mots en { $language }
link-to = lien : { $name }
already-there = , est dans votre texte
not-there-yet = , n’est pas encore dans votre texte
undo = Annuler la frappe
redo = Rétablir
paste-cut = Le texte a été coupé : un texte compte { $limit } caractères au plus.
save = Enregistrer
still-right = Elle dit toujours la même chose
give-up = Abandonner
stage-typing = Pas encore enregistré
stage-kept = Conservé, pas encore enregistré
stage-saving = Enregistrement…
stage-saved = Enregistré
stage-browser = Dans ce navigateur seulement : pas de connexion
stage-nowhere = Conservé nulle part : pas de connexion, et ce navigateur ne garde rien
stage-conflict = Modifié aussi par quelqu’un d’autre
stage-refused = Refusé.
room-left = { $n ->
    [one] Place pour { $n } caractère de plus
   *[other] Place pour { $n } caractères de plus
}
room-over = { $n ->
    [one] { $n } caractère de trop
   *[other] { $n } caractères de trop
}
level-error = Erreur :
level-warning = Avertissement :
suggestions = Textes semblables déjà traduits
suggestions-ask = Textes semblables
suggestions-none = Aucun texte semblable n’a encore été traduit.
likeness = semblable à { $n } %
from-memory = de la mémoire de traduction
use = Reprendre

## Deux versions

conflict-title = Deux versions de ce texte
conflict-explained = Quelqu’un a enregistré une autre version pendant que vous écriviez. Rien n’est perdu : choisissez l’une des deux, ou composez-en une à partir des deux.
conflict-yours = La vôtre
conflict-theirs = Celle qui est enregistrée
conflict-take-yours = Enregistrer la mienne
conflict-take-theirs = Garder celle-ci
conflict-edit = Retravailler la mienne, avec l’autre sous les yeux

## Relecture et remarques

step-review = Je l’ai relu
step-approve = Approuver
step-legal = Approuver en droit
save-first = Enregistrez d’abord.
legal = signature d’une ou d’un juriste
remarks = Remarques
remark-new = Nouvelle remarque
remark-hint = Sur le texte seulement. Pas de noms ni d’histoires de vraies personnes, s’il vous plaît.
remark-send = Ajouter la remarque
remark-done = Réglé

## La composition de l’édition

make-up-open = La composition de cette édition n’est pas approuvée
make-up-approved = La composition de cette édition a été approuvée par { $by } le { $on }
make-up-what = La composition est ce que l’édition montre en plus des textes : quels blocs, dans quel ordre, les images, les emplacements.
make-up-approve = Approuver la composition
make-up-hint = Regardez d’abord toutes les pages : tous les blocs y sont-ils, dans le bon ordre, avec les bonnes images ? Les textes s’approuvent un par un.

## Les pages

stage = Pages. Les flèches du clavier font défiler.
view = Vue
view-pages = Pages
view-spreads = Doubles pages
view-panels = Volets
view-sheets = À plat
view-fold = Plié
sheet-front = Recto
sheet-back = Verso
unfold = Déplier
fold-step = Plier
turn-over = Retourner
profile = Destination
profile-screen = Écran
profile-print = Imprimerie
profile-office = Imprimante de bureau
zoom = Zoom
zoom-in = Agrandir
zoom-out = Réduire
zoom-fit = Page entière
zoom-width = Pleine largeur
too-full = Le texte ne tient pas : un passage est trop long.
edit-this = Modifier
on-page = { $n ->
    [0] Page { $page } : aucun texte
    [one] Page { $page } : { $n } texte
   *[other] Page { $page } : { $n } textes
}
marks = { $n ->
    [one] { $n } endroit marqué
   *[other] { $n } endroits marqués
}
page-number = page { $page }
mark-missing = Manquant
mark-stale = Source modifiée
mark-overset = Trop long
mark-layout = À regarder

## Mode d’emploi

help-1 = Choisissez un texte dans la liste, ou cliquez dessus dans la page.
help-2 = Lisez la source et écrivez votre traduction dans le champ. La page la montre aussitôt.
help-3 = Ce qui a un fond de couleur est rempli par le programme, comme le numéro de la police. Ne l’écrivez pas : servez-vous des boutons au-dessus du champ.
help-4 = Enregistrez quand un texte est terminé. D’ici là, il est conservé, même si vous fermez la page.
help-states = Ce que disent les signes
help-missing = personne ne l’a encore traduit : la page montre une autre langue.
help-stale = la source a été modifiée après la traduction.
help-draft = traduit, mais pas encore lu par une deuxième personne.
help-reviewed = une deuxième personne l’a lu.
help-approved = signé pour l’impression.
help-keys = Raccourcis
key-save = Ctrl + S
key-save-does = enregistrer le texte
key-save-next = Ctrl + Entrée
key-save-next-does = enregistrer et passer au prochain texte à faire
key-next = Alt + ↓
key-next-does = texte suivant
key-previous = Alt + ↑
key-previous-does = texte précédent
key-side = F6
key-side-does = des textes aux pages, et retour
key-undo = Ctrl + Z
key-undo-does = annuler la frappe
key-insert = Alt + 1 … 9
key-insert-does = insérer ce qu’insèrent les boutons au-dessus du champ

## Oublier

forget-explained = Tout ce que cette page a gardé sur cet ordinateur est effacé, et l’accès se ferme. Les textes enregistrés restent.
forget-loses = { $n ->
    [one] { $n } texte n’est pas encore enregistré et sera perdu. Tout ce que cette page a gardé sur cet ordinateur est effacé, et l’accès se ferme.
   *[other] { $n } textes ne sont pas encore enregistrés et seront perdus. Tout ce que cette page a gardé sur cet ordinateur est effacé, et l’accès se ferme.
}
forget-now = Oublier

## L’invitation

invitation-title = On vous invite à traduire
invitation-lead = À la page suivante, vous voyez des textes, vous écrivez votre traduction à côté et vous voyez aussitôt l’aspect qu’elle aura. Il ne faut pas de compte.
invitation-app-hint = Cette page s’est ouverte dans une application de messagerie ? Ouvrez-la plutôt dans votre navigateur (Firefox, Chrome, Safari) : ce que vous écrivez serait perdu à la fermeture de l’application.
invitation-in-app = Ceci semble être le navigateur d’une autre application. Copiez le lien et ouvrez-le dans votre navigateur (Firefox, Chrome, Safari) : ici, ce que vous écrivez serait perdu à la fermeture de l’application.
invitation-copy = Copier le lien
copied = Copié
invitation-code = Code de votre invitation
invitation-code-hint = Il est déjà là si vous avez suivi le lien. Vous pouvez aussi le coller.
invitation-open = Ouvrir les textes
invitation-once = Le code sert une seule fois, sur un seul appareil. La personne qui vous invite peut vous en donner un autre.
invitation-used = Ce code a déjà servi. Demandez-en un autre à la personne qui vous invite.
invitation-ended = Cette invitation est arrivée à son terme. Demandez-en une autre à la personne qui vous invite.
invitation-revoked = Cette invitation a été retirée.
invitation-unknown = Ce code est inconnu. L’avez-vous copié en entier ?
invitation-failed = Cela n’a pas marché. Vérifiez votre connexion et réessayez.

## La fin

stopped-revoked-title = Votre invitation a été retirée
stopped-revoked = Vous ne pouvez plus modifier ces textes. Merci pour votre travail.
stopped-ended-title = Votre invitation est arrivée à son terme
stopped-ended = Pour continuer, demandez-en une autre à la personne de qui vient l’invitation.
stopped-token-title = Cette adresse n’est plus valable
stopped-token = Feuillet a redémarré. Ouvrez la dernière adresse qu’il a affichée.
stopped-invitation-title = Il faut une invitation
stopped-invitation = Ouvrez le lien que vous avez reçu, ou collez son code.
stopped-refused-title = Cette page ne peut pas s’ouvrir ainsi
stopped-refused = Ouvrez l’adresse exactement comme vous l’avez reçue.
stopped-forgotten-title = Cet ordinateur est oublié
stopped-forgotten = Plus rien n’est gardé ici. Vous pouvez fermer cette page.
stopped-other-title = La connexion a pris fin
stopped-other = Rechargez la page dans un moment.
stopped-have-code = J’ai un code
stopped-unsaved = Non enregistrés
stopped-unsaved-explained = Ces textes ne sont que dans ce navigateur. Copiez-les avant de partir, et envoyez-les à la personne de qui vient l’invitation.
copy-all = Tout copier
