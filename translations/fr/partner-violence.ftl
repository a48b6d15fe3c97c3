# Texts of the brochure in French, its source language.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Keep the French or Dutch name if readers will meet it on letters.
-office = Office des étrangers
-cpas = CPAS

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Informations pratiques

## Cover

cover-title = Vivre sans violence
cover-question = Je viens d’un autre pays et mon ou ma partenaire me fait du mal. Quels sont mes droits en Belgique ?

## What is partner violence?

violence-title = La violence dans le couple, c’est quoi ?
violence-definition = Dans une dispute, on se parle d’égal à égal. Dans la violence, une personne domine l’autre, par la peur.
forms-title = Elle prend plusieurs formes
form-body = <b>Le corps.</b> Frapper, pousser, étrangler, enfermer.
form-words = <b>Les mots.</b> Insulter, humilier, menacer de prendre les enfants.
form-papers = <b>Les papiers.</b> Cacher vos documents, menacer de vous faire perdre votre séjour.
form-money = <b>L’argent.</b> Prendre votre salaire ou votre carte bancaire, vous interdire de travailler.
form-sexuality = <b>La sexualité.</b> Imposer un rapport, même dans le mariage. Empêcher la contraception.
form-control = <b>Le contrôle.</b> Surveiller votre téléphone, vous couper de votre famille et de vos amis.
cycle-title = Elle revient, et elle s’aggrave
cycle-text = Tension, agression, excuses, promesses : puis tout recommence, souvent plus fort. Les enfants en souffrent aussi, même dans la pièce à côté.
violence-not-your-fault = <b>Ce n’est jamais votre faute.</b> Ni la jalousie, ni l’alcool, ni la religion, ni la culture ne justifient la violence.

## What are my rights?

rights-title = Quels sont mes droits ?
rights-everyone = En Belgique, toute personne a le droit de vivre sans violence, avec ou sans papiers.
right-leave = <b>Partir.</b> Vous pouvez quitter la maison pour être en sécurité. Cela ne vous fait pas perdre votre séjour automatiquement.
right-complain = <b>Porter plainte.</b> Tout commissariat doit écrire votre plainte. Une personne de confiance peut venir avec vous. Demandez une copie de votre audition.
right-care = <b>Être soignée ou soigné.</b> Le médecin peut écrire un certificat. C’est une preuve, aussi pour la souffrance psychologique.
right-home =
    <b>Rester chez vous.</b> Le parquet peut interdire la maison à la personne violente, pendant { $home-ban-days ->
        [one] { $home-ban-days } jour
       *[other] { $home-ban-days } jours
    } au plus au début.
right-address = <b>Cacher votre adresse.</b> Demandez à la commune de ne pas la communiquer.
right-lawyer = <b>Parler à une avocate ou un avocat.</b> Un premier conseil juridique est gratuit pour tout le monde.
rights-no-papers = <b>Vous n’avez pas de papiers ?</b> La police doit vous aider comme toute victime. Mais elle peut aussi vous arrêter à cause de votre séjour. Allez-y avec une association.

## What are my rights: the residence card

stay-title = Et mon droit de séjour ?
stay-intro = Partir peut changer quelque chose pour votre carte. Mais la violence compte dans la décision.
stay-eu-question = Mon ou ma partenaire est belge, ou d’un pays de l’UE
stay-eu-answer =
    La violence est une raison de garder votre carte, même sans { $common-life-years ->
        [one] { $common-life-years } an
       *[other] { $common-life-years } ans
    } de vie commune. Pour les autres conditions, voyez une avocate ou un avocat.
stay-other-question = J’ai rejoint une personne d’un pays hors UE
stay-other-answer =
    Son séjour est illimité ? Si vous prouvez la violence, l’{ -office } ne peut pas vous retirer le vôtre pendant { $protected-years ->
        [one] la première année
       *[other] les { $protected-years } premières années
    }. S’il est limité, demandez vite conseil.
stay-asylum-question = Je demande l’asile
stay-asylum-answer = La violence et le mariage forcé comptent. Vous pouvez demander un entretien avec une femme, ou avec un homme.
stay-none-question = Je n’ai pas encore de carte, ou pas de papiers
stay-none-answer = Demandez vite conseil. Pour les soins urgents, allez au { -cpas } : il garde le secret.
stay-order = <b>Dans quel ordre ?</b> D’abord un conseil. Puis prévenez vite l’Office, avec des preuves : plainte, certificat, attestation d’un refuge. En danger ? Partez d’abord.

## Who can help me?

help-title = Qui peut m’aider ?
help-danger = <b>En danger ?</b> Appelez vite.
need-emergency = Urgence
need-listening = Parler, sans donner son nom
need-sexual = Après une violence sexuelle
need-children = Pour les enfants et les jeunes
need-rights = Mes droits, mon séjour
need-refuge = Un refuge
need-trafficking = Traite des êtres humains
need-forced-marriage = Mariage forcé
need-health = Santé

region-brussels = Bruxelles
region-flanders = Flandre
region-wallonia = Wallonie
region-german-speaking = Communauté germanophone

contact-police = Police
contact-ambulance = Ambulance, pompiers
contact-evc-about = violence dans le couple
contact-1712-about = toute violence
contact-listening-about = écoute
contact-children-about = écoute
contact-sexual-centres = Centres CPVS
contact-sexual-centres-about = soins, sans obligation de porter plainte
contact-sexual-line-about = écoute après une violence sexuelle
contact-forced-marriage = Mariage forcé
contact-refuge-about = refuge et accompagnement
contact-refuge-flanders-about = refuges à adresse secrète, par le service { $line-1712-name }
contact-trafficking-about = soutien aux victimes de la traite
contact-legal-about = information juridique
contact-cire-about = service social et juridique
contact-rights-about = droits des personnes étrangères
contact-health-about = accès aux soins
contact-asylum-about = information sur l’asile

## Safety and colophon

safety-title = Me protéger
safety-paper = Si ce papier peut vous mettre en danger, retenez un numéro, puis laissez-le chez une personne de confiance.
safety-traces = <b>Téléphone.</b> Les appels, les sites et les codes QR laissent des traces. Utilisez l’appareil d’une personne de confiance.
safety-word = <b>Mot secret.</b> Choisissez un mot avec une personne de confiance. Quand vous le dites, elle appelle le { $police-phone }.
safety-bag = <b>Sac.</b> Préparez papiers, titre de séjour, papiers des enfants, carte bancaire, clés, médicaments, preuves. Laissez des copies ailleurs.
safety-code = <b>Ce code ouvre un site d’aide.</b> La visite reste dans l’historique du téléphone.
colophon-information = Ce feuillet donne une information générale. Il ne remplace pas l’avis d’une avocate ou d’un avocat.
colophon-release = Version { $release-version }, { $release-date }. Ne pas jeter sur la voie publique.
colophon-independent = { $cire-name }, { $iefh-name } et les services cités n’ont ni écrit ni approuvé ce texte.
colophon-publisher = Éditrice ou éditeur responsable : à compléter avant l’impression.
