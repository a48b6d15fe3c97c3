# Texts of the brochure in French, its source language.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Keep the French or Dutch name if readers will meet it on letters.
-office = Office des étrangers
-cpas = CPAS

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Informations pratiques

## Cover

cover-title = Vivre sans violence
cover-question = Je viens d'un autre pays et mon ou ma partenaire me fait du mal. Quels sont mes droits en Belgique ?

## What is partner violence?

violence-title = La violence dans le couple, c'est quoi ?
violence-definition = Dans une dispute, on se parle d'égal à égal. Dans la violence, une personne domine l'autre, par la peur.
forms-title = Elle prend plusieurs formes
form-body = <b>Le corps.</b> Frapper, pousser, étrangler, enfermer, priver de nourriture ou de sommeil.
form-words = <b>Les mots.</b> Insulter, humilier, menacer de prendre les enfants.
form-papers = <b>Les papiers.</b> Cacher ou détruire vos documents, menacer de vous faire renvoyer dans votre pays.
form-money = <b>L'argent.</b> Prendre votre salaire ou votre carte bancaire, faire des dettes à votre nom, vous interdire de travailler.
form-sexuality = <b>La sexualité.</b> Imposer un rapport, même dans le mariage. Empêcher la contraception.
form-control = <b>Le contrôle.</b> Surveiller votre téléphone, vous couper de votre famille et de vos amis.
cycle-title = Elle revient, et elle s'aggrave
cycle-text = Tension, agression, justifications, promesses : puis tout recommence, souvent plus fort. Les enfants en souffrent aussi, même dans la pièce à côté.
violence-not-your-fault = <b>Ce n'est jamais votre faute.</b> Ni la jalousie, ni l'alcool, ni la religion, ni la culture ne justifient la violence.

## What are my rights?

rights-title = Quels sont mes droits ?
rights-everyone = En Belgique, toute personne a le droit de vivre sans violence, avec ou sans papiers.
right-leave = <b>Partir.</b> Vous pouvez quitter la maison pour être en sécurité. Le séjour n'est pas perdu automatiquement. Vous pouvez emmener vos enfants, mais restez en Belgique.
right-complain = <b>Porter plainte.</b> Tout commissariat doit écrire votre plainte. Une personne de confiance peut venir. Demandez une copie du texte signé.
right-care = <b>Être soignée ou soigné.</b> Le médecin peut écrire un certificat : une preuve, même de souffrance psychologique.
right-home =
    <b>Rester chez vous.</b> Demandez à la police que l'autre parte. Le parquet peut lui interdire d'entrer dans la maison et de vous contacter, pendant { $home-ban-days ->
        [one] { $home-ban-days } jour
       *[other] { $home-ban-days } jours
    } au plus.
right-address = <b>Protéger votre adresse.</b> Demandez par écrit à la commune de ne pas la donner. Un dossier au tribunal peut la montrer : parlez-en à votre avocate ou avocat.
right-papers = <b>Refaire vos papiers.</b> Cachés ou détruits ? Dites-le à la police, puis à la commune.
right-lawyer = <b>Parler à une avocate ou un avocat.</b> Le premier conseil est gratuit dans une permanence d'aide juridique.
rights-no-papers = <b>Vous n'avez pas de papiers ?</b> En danger, appelez quand même le { $police-phone }. La police doit vous aider, mais elle peut vous arrêter à cause de votre séjour. Sans danger, parlez-en d'abord à une association.

## What are my rights: the residence card

stay-title = Et mon droit de séjour ?
stay-eu-question = Mon ou ma partenaire est belge, ou d'un pays de l'UE
stay-eu-answer =
    La violence peut être une raison de garder votre carte, même sans { $common-life-years ->
        [one] { $common-life-years } an
       *[other] { $common-life-years } ans
    } de vie commune. D'autres conditions sont possibles, comme des revenus et une assurance maladie, surtout si elle ou il n'est pas belge. Voyez une avocate ou un avocat.
stay-other-question = Mon ou ma partenaire n'est ni belge, ni de l'UE
stay-other-answer =
    Son séjour est illimité ? { $protected-years ->
        [one] La première année
       *[other] Les { $protected-years } premières années
    }, l'{ -office } peut contrôler le vôtre. En principe, il ne peut pas le retirer si vous prouvez certains faits, comme des coups ou un viol. Son séjour est limité ? Cette protection n'existe pas, mais une autre demande est parfois possible. Dans les deux cas, voyez une avocate ou un avocat.
stay-asylum-question = Je demande l'asile
stay-asylum-answer = La violence et le mariage forcé peuvent compter, si vous craignez de retourner dans votre pays. Vous pouvez demander un entretien avec une femme, ou avec un homme.
stay-none-question = Je n'ai pas encore de carte, ou pas de papiers
stay-none-answer = Demandez vite conseil à un service juridique. En urgence, allez à l'hôpital. Le { -cpas } peut payer les soins urgents : il garde le secret.
stay-order = <b>Dans quel ordre ?</b> D'abord un conseil. Puis, si on vous le conseille, prévenez vite l'Office. Les preuves : plainte, certificat, attestation d'un refuge. En danger ? Partez d'abord.

## Who can help me?

help-title = Qui peut m'aider ?
help-danger = <b>En danger ?</b> Appelez vite.
need-emergency = Urgence
need-listening = Parler, sans donner son nom
need-sexual = Après une violence sexuelle
need-children = Pour les enfants
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
contact-evc-about = écoute
contact-1712-about = toute violence
contact-listening-about = écoute
contact-children-about = écoute
contact-abroad-about = enlèvement d'enfant, ou risque
contact-own-language-about = écoute, en plusieurs langues
contact-sexual-centres = Centres de prise en charge des violences sexuelles (CPVS)
contact-sexual-centres-about = soins et preuves, au plus vite, même sans plainte
contact-sexual-line-about = écoute après une violence sexuelle
contact-forced-marriage-about = écoute et conseil
contact-refuge-about = refuge et accompagnement
contact-refuge-flanders-about = refuges à adresse secrète, par le service { $line-1712-name }
contact-trafficking-about = soutien aux victimes de la traite
contact-legal-aid-about = avocate ou avocat, gratuit selon vos revenus
contact-legal-information-about = information juridique
contact-cire-about = service social et juridique
contact-rights-about = droits des personnes étrangères
contact-health-about = accès aux soins
contact-asylum-about = information sur l'asile

## Safety and colophon

safety-title = Me protéger
safety-paper = Ce papier peut vous mettre en danger ? Laissez-le chez une personne de confiance. Apprenez un numéro par cœur.
safety-traces = <b>Téléphone.</b> Les appels, les sites et les codes QR laissent des traces. Utilisez l'appareil d'une personne de confiance.
safety-word = <b>Mot secret.</b> Choisissez un mot avec une personne de confiance. Quand vous le dites, elle appelle le { $police-phone }.
safety-bag = <b>Sac, hors de la maison.</b> Vos papiers et ceux des enfants, titre de séjour, carte bancaire, clés, médicaments, preuves. Avant un voyage dans votre pays, laissez des copies en Belgique.
safety-code = <b>Ce code ouvre un site d'aide.</b> La visite reste dans l'historique du téléphone.
colophon-information = Ce feuillet donne une information générale. Il ne remplace pas l'avis d'une avocate ou d'un avocat.
colophon-release = Version { $release-version }, { $release-date }. Ne pas jeter sur la voie publique.
colophon-independent = Ni le { $cire-name }, ni l'{ $iefh-name }, ni les services cités n'ont écrit ou approuvé ce texte.
colophon-publisher = Éditrice ou éditeur responsable : à compléter avant l'impression.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = En danger ? Police { $police-phone } · Urgences { $ambulance-phone }
contents-title = Dans ce livret
contents-intro = Pas besoin de tout lire. Choisissez votre question.

## The booklet: six questions, six answers

answers-title = Six questions, six réponses
answer-leave-question = Puis-je partir ?
answer-leave = Oui, tout de suite si vous êtes en danger. Partir ne vous fait pas perdre votre séjour automatiquement. Page { $page-danger }.
answer-stay-question = Et mon séjour ?
answer-stay = La violence peut compter dans la décision. Tout dépend de votre carte : trouvez la vôtre à la page { $page-guide }.
answer-complain-question = Dois-je porter plainte ?
answer-complain = Non, c'est vous qui décidez. Une plainte aide à prouver la violence, mais demande un plan. Page { $page-steps }.
answer-money-question = De quoi vais-je vivre ?
answer-money = Il existe des refuges et des aides. Demandez conseil avant de demander de l'argent : page { $page-money }.
answer-children-question = Et mes enfants ?
answer-children = Vous pouvez les emmener pour les protéger, mais restez en Belgique. Un juge décide ensuite. Page { $page-children }.
answer-help-question = Qui peut m'aider ?
answer-help = Des personnes qui écoutent, sans demander votre nom. Leurs numéros sont à la page { $page-contacts }.

## The booklet, 1: how to read it safely

safe-title = Comment lire ce livret sans danger ?
safe-short-place = Lisez-le là où personne ne vous surveille.
safe-short-traces = Un papier, un appel, une visite sur un site laissent des traces.
safe-short-danger = En danger maintenant ? Appelez le { $police-phone } ou partez.
safe-for-whom = Ce livret s'adresse à toute personne venue d'un autre pays à qui sa ou son partenaire fait du mal. Il dit ce que vous pouvez faire, et ce qui se passe pour votre séjour en Belgique.
safe-everyone = Vous êtes mariée, marié ou en couple, séparée ou séparé, avec ou sans papiers, femme, homme ou personne d'un autre genre : il est pour vous.
safe-paper-title = Le papier
safe-paper-keep = Gardez ce livret seulement si votre partenaire ne peut pas le trouver.
safe-paper-elsewhere = Sinon, lisez-le dans une association, chez le médecin ou chez une personne de confiance, et laissez-le là.
safe-paper-number = Apprenez un numéro par cœur, ou notez-le sous un autre nom.
safe-phone-title = Le téléphone et l'ordinateur
safe-phone-device = Le plus sûr est un appareil que votre partenaire ne peut pas toucher : celui d'une amie, d'une bibliothèque, d'un service.
safe-phone-calls = Un appel reste dans la liste des appels. Effacez seulement cet appel : une liste vide se remarque. Les appels d'urgence et les numéros gratuits ne sont pas sur la facture. Les autres peuvent y être.
safe-phone-sites = Un site reste dans l'historique. Un code QR ouvre un site : il laisse la même trace.
safe-phone-file = Vous avez reçu ce livret en fichier ? Supprimez-le aussi des téléchargements et de la conversation.
safe-phone-passwords = Si cela ne vous met pas en danger, changez vos mots de passe depuis un appareil sûr : courrier électronique, banque, réseaux sociaux. Coupez la localisation.
safe-phone-notice = <b>Attention.</b> Un changement soudain peut se remarquer. Si votre partenaire contrôle votre téléphone, demandez d'abord conseil à un service d'écoute (page { $page-contacts }).
safe-use-title = Si vous avez peu de temps
safe-use = Chaque chapitre commence par trois lignes. Lisez ces lignes, puis "{ danger-title }" (page { $page-danger }) et "{ help-title }" (page { $page-help }).
safe-law = <b>Les lois changent.</b> Chaque situation est différente. Avant une démarche pour votre séjour, montrez vos papiers à une avocate, un avocat ou un service juridique.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = Dans la violence, une personne prend le pouvoir sur l'autre.
violence-short-forms = Les coups, mais aussi les mots, l'argent et les papiers servent à faire mal.
violence-short-fault = Ce n'est jamais la faute de la victime.
violence-everywhere = Cela arrive dans tous les pays et tous les milieux, dans les couples mariés ou non, de même sexe ou de sexe différent. Le plus souvent, des femmes en sont victimes. Des hommes aussi. Et cela continue parfois après la séparation.
violence-law = En Belgique, la violence dans le couple est interdite, même entre personnes mariées. La violence psychologique est aussi de la violence.
signs-title = Des signes de tous les jours
signs-intro = Une seule de ces phrases est vraie ? Parlez-en à quelqu'un. Mon ou ma partenaire...
sign-phone = lit mes messages et veut mes mots de passe
sign-people = m'empêche de voir ma famille et mes amis
sign-work = m'interdit de travailler ou de suivre un cours
sign-money = garde mon argent ou ma carte bancaire
sign-papers = cache mon passeport ou mon titre de séjour
sign-threat = dit : "Sans moi, tu perds tes papiers"
sign-children = menace de prendre les enfants
sign-clothes = décide de mes vêtements, de mes sorties
sign-sex = me force à des actes sexuels
sign-fear = me fait peur : je surveille chaque mot
cycle-intro = La violence n'est pas là tous les jours. Souvent, elle tourne en rond :
cycle-tension = <b>La tension.</b> Tout devient reproche. Je fais tout pour éviter la crise.
cycle-attack = <b>L'agression.</b> Des cris, des coups, des objets cassés, un rapport sexuel forcé.
cycle-excuses = <b>Les justifications.</b> "C'est ta faute. Je n'en pouvais plus. Tu l'as cherché."
cycle-promises = <b>Les promesses.</b> Des cadeaux, des larmes : "Je vais changer." L'espoir revient.
cycle-again = Puis la tension remonte. Avec le temps, les agressions deviennent plus fortes et plus fréquentes. Demander de l'aide tôt protège.
hard-title = Pourquoi est-ce si difficile de partir ?
hard-text = Parce que l'on a peur, que l'on aime encore, que l'on espère. Parce qu'il y a les enfants, l'argent, les papiers, la famille, la honte. Beaucoup de personnes partent et reviennent avant de partir pour de bon. Cela ne veut pas dire que vous êtes faible. Chaque pas compte, même petit : parler, noter un numéro, faire une copie.
family-title = Quand la famille s'en mêle
family-text = La violence peut aussi venir de la belle-famille, ou de votre propre famille. Un mariage où l'une des deux personnes ne dit pas oui librement est un mariage forcé : il est interdit. La violence "pour l'honneur" est interdite et punie.

## The booklet, 3: am I in danger now?

danger-title = Suis-je en danger maintenant ?
danger-short-call = Vous craignez pour votre vie ? Appelez le { $police-phone }, ou partez.
danger-short-signs = Certains signes annoncent un danger grave.
danger-short-plan = Un plan préparé à l'avance aide à partir vite.
danger-say = Dites où vous êtes, ce qui se passe, s'il y a des enfants, s'il y a une arme. Dites quelle langue vous parlez.
danger-signs-title = Les signes d'un danger grave
danger-signs-intro = Avec une personne violente, chacun de ces signes augmente le danger. Un seul suffit pour demander de l'aide aujourd'hui.
danger-sign-neck = Votre partenaire vous a serré le cou, ou a essayé de vous étrangler.
danger-sign-weapon = Il y a une arme, ou des menaces avec un couteau.
danger-sign-kill = Votre partenaire menace de vous tuer, de tuer les enfants ou de se tuer.
danger-sign-worse = La violence devient plus forte ou plus fréquente.
danger-sign-follow = Votre partenaire vous enferme, ou vous suit partout.
danger-sign-pregnancy = Vous attendez un enfant, ou vous venez d'accoucher.
danger-sign-leaving = Vous voulez partir, ou vous venez de partir. C'est souvent le moment le plus dangereux.
danger-neck = <b>On vous a serré le cou ?</b> Allez tout de suite aux urgences d'un hôpital, même sans trace sur la peau.
danger-plan-title = Mon plan pour partir vite
danger-plan-exit = <b>Une sortie.</b> Je sais par où sortir, le jour et la nuit. Pendant une crise, j'évite la cuisine et les pièces sans issue.
danger-plan-word = <b>Un mot secret.</b> Je le choisis avec une personne de confiance. Quand je le dis, elle appelle le { $police-phone }.
danger-plan-place = <b>Un endroit.</b> Je sais où aller : chez une amie ou un voisin, dans un refuge, un commissariat, un hôpital.
danger-plan-bag = <b>Un sac.</b> Il est prêt, hors de la maison. La liste est à la page { $page-bag }.
danger-plan-children = <b>Les enfants.</b> Ils savent sortir et appeler le { $police-phone }. Ils ne doivent pas me défendre.
danger-plan-money = <b>Un peu d'argent.</b> De quoi payer un bus, un train ou un taxi.
danger-stay-title = Si je reste pour le moment
danger-stay = Rester n'est pas accepter. Vous pouvez déjà parler à un service d'écoute, cacher une copie de vos papiers, prévenir une voisine, garder votre téléphone chargé, noter ce qui se passe et quand. Refaites votre plan si quelque chose change.
danger-leave-title = Si je dois partir tout de suite
danger-leave = Partez avec vos enfants, même sans sac, et restez en Belgique. Pour reprendre vos affaires plus tard, demandez à la police si elle peut venir avec vous. Quitter la maison pour se protéger n'est pas une faute.
danger-alarm = <b>Une alarme.</b> Pour une victime en grand danger, le parquet peut décider de donner un bouton d'alarme relié aux secours. Parlez-en à la police ou à un service d'aide.
friend-title = Je suis une amie, un voisin, un collègue
friend-believe = Croyez la personne. Ne la jugez pas, ne décidez pas à sa place.
friend-ask = Demandez-lui comment vous pouvez l'aider, et quand l'appeler sans danger.
friend-keep = Proposez de garder un sac, des copies, une clé.
friend-call = Vous entendez des cris ? Appelez le { $police-phone }. N'intervenez pas seule ou seul.
friend-partner = Ne parlez pas de la violence à son ou sa partenaire.

## The booklet, 4: my rights, by the card that I hold

status-title = Quels sont mes droits, selon ma carte ?
status-short-everyone = Tout le monde a le droit de vivre sans violence, avec ou sans papiers.
status-short-violence = Quitter la maison ne fait pas perdre la carte automatiquement. La violence peut compter.
status-short-advice = Les règles changent selon la carte. Demandez conseil d'abord.
everyone-title = Les droits de tout le monde
everyone-intro = Ces droits sont les vôtres, avec ou sans carte. Sans papiers, lisez la page { $page-no-papers } avant d'aller à la police.
everyone-after = La protection de votre séjour peut aussi valoir si la violence commence ou continue après votre départ de la maison. Faites-le vérifier.
everyone-myth =
    <b>"Tu dois rester { $control-years ->
        [one] { $control-years } an
       *[other] { $control-years } ans
    } avec moi."</b> Ne le croyez pas. Dans beaucoup de situations, une victime peut partir et garder son séjour. La vôtre est expliquée plus loin.
guide-title = Quelle est ma situation ?
guide-intro = Suivez la ligne et allez à la page indiquée. En cas de doute, montrez vos papiers à un service juridique (page { $page-contacts }).
guide-partner = Mon séjour dépend de mon ou ma partenaire
guide-partner-eu = Elle ou il est belge, ou d'un pays de l'UE
guide-partner-other = Elle ou il n'est ni belge, ni d'un pays de l'UE
guide-partner-waiting = J'attends encore ma carte
guide-protection = J'ai demandé une protection à la Belgique
guide-protection-asylum = Ma demande d'asile est en cours, ou j'ai le statut de réfugié ou la protection subsidiaire
guide-none = Rien de tout cela
guide-none-papers = Je n'ai pas de papiers
guide-none-trafficking = On m'exploite, ou on m'a exploitée ou exploité
guide-none-other = J'ai rejoint mon enfant, je viens d'un pays de l'UE, nous ne sommes ni mariés ni cohabitants légaux, ou j'ai la protection temporaire
guide-none-own = Mon séjour ne dépend pas de mon ou ma partenaire, ou je suis belge
eu-intro = Vous avez une carte F, par mariage ou par cohabitation légale. Avec une carte F+, votre séjour est souvent plus sûr : faites-le vérifier.
eu-control =
    Pendant { $control-years ->
        [one] { $control-years } an
       *[other] { $control-years } ans
    }, l'{ -office } peut vérifier si les conditions sont encore remplies. Si vous ne vivez plus ensemble, il peut retirer la carte. <b>Ce n'est pas automatique.</b>
eu-reasons = La loi connaît trois raisons de garder votre séjour :
eu-reason-violence = <b>La violence.</b> Vous avez vécu une situation particulièrement difficile, comme la violence dans le couple.
eu-reason-children = <b>Les enfants.</b> Par accord ou jugement, vous avez la garde d'un enfant, ou le droit de le voir, en Belgique. Faites vérifier ce qui compte.
eu-reason-time =
    <b>Le temps.</b> Le mariage, la cohabitation légale ou la vie commune a duré au moins { $common-life-years ->
        [one] { $common-life-years } an
       *[other] { $common-life-years } ans
    }, dont au moins { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } an
       *[other] { $common-life-years-belgium } ans
    } en Belgique. Faites vérifier ce qui compte.
eu-one-reason =
    <b>Une seule de ces raisons est demandée. Mais d'autres conditions sont possibles.</b> À une victime de violence, on ne demande pas { $common-life-years ->
        [one] { $common-life-years } an
       *[other] { $common-life-years } ans
    } de vie commune.
eu-weigh = L'Office regarde aussi la durée de votre séjour, votre âge, votre santé, votre famille et vos liens avec la Belgique. Dites-lui tout ce qui compte, avec l'aide d'une avocate ou d'un avocat.
eu-lawyer =
    <b>À faire vérifier.</b> Partenaire belge : en principe, l'Office ne demande plus de revenus aux victimes. Partenaire d'un autre pays de l'UE : la loi demande un travail ou des revenus, et une assurance maladie. Faites aussi vérifier quand commencent les { $control-years ->
        [one] { $control-years } an
       *[other] { $control-years } ans
    }. Une avocate ou un avocat doit regarder votre dossier.
other-intro = Par regroupement familial, vous avez rejoint votre mari, votre femme ou votre partenaire, qui n'est ni belge ni d'un pays de l'UE. Vous avez souvent une carte A. Tout dépend de son séjour à elle ou à lui. La date sur sa carte ne suffit pas pour savoir s'il est limité : demandez à un service juridique, pas à votre partenaire.
other-column-stay = Son séjour
other-column-you = Pour vous
other-unlimited = Illimité
other-unlimited-you =
    Pendant { $protected-years ->
        [one] la première année
       *[other] les { $protected-years } premières années
    }, l'Office peut contrôler votre séjour. En principe, il ne peut pas y mettre fin si vous prouvez certains faits de violence, commis pendant le mariage ou la cohabitation légale. On ne vous demande pas de revenus.
other-limited = Limité : études, travail...
other-limited-you = Cette protection n'existe pas. Vous pouvez demander un séjour pour raisons humanitaires. Demandez vite conseil.
other-refugee = Statut de réfugié ou protection subsidiaire
other-refugee-you =
    Les avis sont différents. Pour l'Office, vous avez la même protection qu'avec un séjour illimité. Pour d'autres, vous ne l'avez pas pendant { $protected-years ->
        [one] la première année
       *[other] les { $protected-years } premières années
    }. Voyez une avocate ou un avocat avant d'écrire à l'Office ou de changer d'adresse. En danger, partez d'abord.
other-proof = La loi donne une liste de faits, comme des coups ou un viol. Racontez tout à une avocate ou un avocat : elle ou il vous dira si ce que vous vivez en fait partie, et quelles preuves il faut. La violence psychologique seule n'est peut-être pas dans la liste. Parlez-en quand même : l'Office doit parfois en tenir compte.
waiting-title = J'attends encore ma carte
waiting-text = Vous avez demandé votre carte, mais vous ne l'avez pas encore. Votre papier s'appelle par exemple "{ $waiting-annex }", "{ $family-annex }" ou "carte orange". Si le couple se sépare, la demande peut être refusée. À ce moment, il n'est pas sûr que la violence vous permette de rester.
waiting-urgent = <b>C'est urgent.</b> Voyez une avocate ou un avocat dans les jours qui viennent, si possible avant de partir. Mais en danger, partez d'abord.
protection-title = Asile et protection
protection-ground = La violence dans le couple et le mariage forcé peuvent compter dans une demande d'asile, si vous craignez de retourner dans votre pays. Parlez-en, même si vous n'avez rien dit au début.
protection-interview = Vous pouvez demander que votre entretien se passe avec une femme, ou avec un homme : pour l'agent comme pour l'interprète.
protection-own = Votre demande est liée à celle de votre partenaire ? Demandez à votre avocate ou votre avocat si elle peut être séparée.
protection-refugee = Vous avez vous-même le statut de réfugié ou la protection subsidiaire ? Ce statut est à vous. Demandez à une avocate ou un avocat s'il a été lié à celui de votre partenaire.
protection-centre = Vous vivez dans un centre d'accueil ? Dites à une personne de l'équipe que vous êtes en danger. Demandez une place dans un autre centre.
no-papers-title = Je n'ai pas de papiers
no-papers-care = <b>Les soins.</b> L'aide médicale urgente est payée par le { -cpas } de l'endroit où vous vivez, si vous n'avez pas d'argent. Il faut un certificat du médecin. Elle couvre aussi la prévention. Le { -cpas } garde le secret. Après une violence sexuelle, un centre CPVS vous soigne, même sans plainte.
no-papers-refuge = <b>Un refuge.</b> Dites au téléphone que vous n'avez pas de papiers. Demandez quel refuge peut vous accueillir.
no-papers-stay = <b>Un séjour.</b> Une demande pour raisons humanitaires ou médicales est parfois possible. Demandez conseil avant d'écrire à l'Office : une demande donne aussi votre adresse.
trafficking-title = On m'exploite
trafficking-text = Quelqu'un vous a fait venir, ou vous retient, pour gagner de l'argent avec votre travail, votre corps ou vos papiers ? Cela peut être la traite des êtres humains. Même si c'est votre partenaire. La Belgique protège les victimes, à trois conditions :
trafficking-condition-contact = Vous n'avez plus de contact avec les personnes qui vous exploitent.
trafficking-condition-centre = Vous acceptez l'aide d'un centre spécialisé.
trafficking-condition-inquiry = Vous collaborez à l'enquête.
trafficking-time =
    Vous avez d'abord { $reflection-days ->
        [one] { $reflection-days } jour
       *[other] { $reflection-days } jours
    } pour réfléchir. Ensuite, vous pouvez recevoir des documents de séjour de { $trafficking-document-months ->
        [one] { $trafficking-document-months } mois
       *[other] { $trafficking-document-months } mois
    }, renouvelables. Les centres sont à la page { $page-contacts }.
other-cases-title = Une autre situation
case-child = <b>J'ai rejoint mon enfant.</b> Les règles dépendent de l'enfant et de sa carte. Demandez conseil avant toute démarche.
case-eu = <b>Je viens moi-même d'un pays de l'UE.</b> Vous avez peut-être votre propre droit de séjour, par le travail, les études ou des revenus. Demandez conseil avant de demander de l'argent au { -cpas }.
case-unmarried = <b>Nous ne sommes ni mariés ni cohabitants légaux.</b> Regardez d'où vient votre carte : du couple, d'un enfant, du travail ? Montrez-la à un service juridique.
case-temporary = <b>J'ai la protection temporaire.</b> Demandez à un service juridique si elle dépend de votre partenaire.

## The booklet, 5: what do I do, step by step?

steps-title = Que faire, pas à pas ?
steps-short-order = D'abord un conseil. Ensuite, si on me le conseille, l'{ -office }.
steps-short-proof = Gardez des preuves, hors de la maison.
steps-short-danger = En danger, partez d'abord : le reste peut attendre.
step-advice = <b>Je demande conseil.</b> Un service d'aide, une association, une avocate ou un avocat vous écoute et vous dit ce qui est possible. Vous n'avez encore rien à décider.
step-office = <b>Si on me le conseille, je préviens l'{ -office }.</b> Faites-le vite, avant qu'il l'apprenne par d'autres : des preuves peuvent suivre. Écrivez à { $office-mail }, d'une adresse que votre partenaire ne peut pas ouvrir. Ou envoyez une lettre recommandée à cette adresse : { $office-address }. Vous n'avez pas de papiers, ou pas encore de carte ? N'écrivez pas sans avocate ou avocat.
letter-title = Pour ma lettre
letter-name = Mon nom, ma date de naissance, mon numéro de dossier
letter-facts = Ce qui s'est passé, avec les dates
letter-wish = Ce que je demande : garder mon séjour
letter-proof = Des copies des preuves, jamais les originaux
letter-address = Une adresse sûre pour la réponse
letter-copy = Une copie de la lettre, que je garde
letter-example-title = Un exemple
letter-example =
    (Lieu, date) Objet : maintien de mon séjour après des violences, dossier (numéro)

    Madame, Monsieur,

    J'ai été victime de violences de la part de mon ou ma partenaire, (nom). Voici les faits : (faits, dates). (Si c'est le cas :) Depuis le (date), je ne vis plus avec cette personne. Vous trouverez avec cette lettre des copies de mes preuves : (liste). Je demande à garder mon séjour. Merci de tenir compte aussi de : (durée du séjour, âge, santé, enfants, travail, liens avec la Belgique). Avant votre décision, je souhaite expliquer ma situation. Merci d'envoyer vos lettres à cette adresse : (adresse sûre), et de ne la donner à personne, ni à mon ou ma partenaire. Recevez mes salutations distinguées.

    (Signature, nom, date de naissance, nationalité)
# In the other languages, add that the version in that language helps to understand the letter and is not to be sent.
letter-language = La lettre doit être en français, en néerlandais ou en allemand : d'autres langues ne sont pas acceptées. Faites-la relire par un service juridique avant de l'envoyer.
step-office-answer = <b>Vous pouvez vous expliquer.</b> Avant de décider, l'Office doit vous laisser donner votre avis. Répondez dans le délai, avec une avocate ou un avocat.
step-proof = <b>Je rassemble des preuves.</b> Toutes comptent, même les petites. Gardez-les hors de la maison.
proof-column-what = Quoi
proof-column-where = Où
proof-police = Plainte, procès-verbal
proof-police-where = À la police : demandez une copie
proof-medical = Certificat médical
proof-medical-where = Chez le médecin, à l'hôpital, dans un centre CPVS
proof-letter = Attestation
proof-letter-where = Au refuge, à l'association, au service social, à l'école
proof-messages = Messages, photos
proof-messages-where = Dans votre téléphone : envoyez-les à une personne de confiance. Puis, si c'est sans danger, effacez l'envoi, dans votre téléphone seulement. Gardez les originaux
proof-witness = Témoignages
proof-witness-where = Voisins, amis, famille : par écrit, avec date et signature
proof-psychological = La violence psychologique est plus difficile à prouver. Notez les faits et les dates. Parlez-en tôt à un médecin, à une psychologue, à un service.
step-complaint = <b>Je porte plainte, si c'est bon pour moi.</b> Une plainte aide à prouver la violence. Mais elle peut aussi la rendre plus forte : préparez d'abord votre sécurité. Même sans plainte, la police peut écrire un procès-verbal, et le parquet peut agir. Sans papiers, lisez d'abord la page { $page-no-papers }.
complaint-any = Tout commissariat doit écrire votre plainte. Il ne peut pas refuser.
complaint-with = Une personne de confiance peut venir avec vous. Vous pouvez demander à parler à une policière.
complaint-language = Vous avez droit à une ou un interprète pendant l'audition, et à la traduction de ce que vous avez dit.
complaint-read = Faites-vous relire le texte. Signez seulement si c'est juste. Demandez une copie.
complaint-injured = Signez une "déclaration de personne lésée" : on vous dira ce que devient la plainte. Donnez une adresse sûre.
step-doctor = <b>Je vais chez un médecin.</b> Montrez toutes les blessures. Parlez aussi de la peur et du sommeil. Demandez un certificat d'incapacité de travail : il est utile même si vous ne travaillez pas.
step-doctor-sexual =
    <b>Après une violence sexuelle.</b> Allez dans un centre CPVS le plus vite possible, au mieux dans les { $evidence-hours ->
        [one] { $evidence-hours } heure
       *[other] { $evidence-hours } heures
    }. Des traces restent parfois jusqu'à { $evidence-days ->
        [one] { $evidence-days } jour
       *[other] { $evidence-days } jours
    }. Si possible, ne vous lavez pas, et mettez les vêtements dans un sac en papier. Vous vous êtes lavée ou lavé, ou c'est plus ancien ? Allez-y quand même. C'est gratuit, jour et nuit. Vous n'êtes pas obligée ou obligé de porter plainte.
step-ban =
    <b>Je demande à la police que l'autre parte.</b> C'est le parquet qui décide. Il peut interdire à la personne violente d'entrer dans la maison et de vous contacter, pendant { $home-ban-days ->
        [one] { $home-ban-days } jour
       *[other] { $home-ban-days } jours
    } au plus. C'est l'"interdiction temporaire de résidence". Il faut un danger grave et immédiat, pas forcément un délit. Le tribunal de la famille peut prolonger de { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } mois
       *[other] { $home-ban-extension-months } mois
    } au plus.
step-leave = <b>Je pars.</b> Choisissez un moment où votre partenaire est loin. Prenez les enfants et les papiers, et restez en Belgique. Éteignez votre téléphone : il peut montrer où vous êtes. Un refuge peut vous loger à une adresse secrète. Gardez une preuve de la raison de votre départ.
step-address =
    <b>Je protège ma nouvelle adresse.</b> Demandez à la commune, par écrit et avec vos raisons, de la rendre "non communicable". Cela vaut { $address-months ->
        [one] { $address-months } mois
       *[other] { $address-months } mois
    } et se renouvelle. Mais un huissier, une convocation ou un dossier au tribunal peut la montrer. Demandez à votre avocate ou avocat et à la police de ne pas l'écrire. Sans logement, demandez une "adresse de référence" au { -cpas }.
step-lawyer = <b>Je cherche une avocate ou un avocat.</b> Dans une permanence d'aide juridique, le premier conseil est gratuit pour tout le monde. Ensuite, selon vos revenus, l'aide "pro deo" est gratuite, ou gratuite en partie. Demandez une personne qui connaît le droit des étrangers.
step-refused =
    <b>Une décision négative ?</b> Vous avez { $appeal-days ->
        [one] { $appeal-days } jour
       *[other] { $appeal-days } jours
    } pour un recours, parfois moins. Allez le jour même chez une avocate ou un avocat, avec la lettre et son enveloppe.
divorce-title = Et le divorce ?
divorce-text = Un divorce ou la fin d'une cohabitation légale peut changer votre séjour. Demandez conseil avant de signer. Demandez aussi si le divorce belge vaudra dans votre pays d'origine.
divorce-sham = <b>On menace d'annuler le mariage, ou de dire que c'est un "mariage blanc" ?</b> Ne signez rien sans conseil. Gardez des preuves de votre vie commune : photos, messages, témoins. Voyez vite une avocate ou un avocat.
papers-title = On m'a pris mes papiers
papers-report = <b>La carte.</b> Vous n'avez pas de droit de séjour ? Lisez d'abord la page { $page-no-papers }. Si vous avez une carte, dites à la police qu'elle est cachée, volée ou détruite. Puis demandez à la commune un document provisoire et une nouvelle carte.
papers-passport = <b>Le passeport.</b> Votre consulat peut en faire un autre. Vous avez demandé ou reçu une protection, ou vous avez peur des autorités de votre pays ? N'allez pas au consulat, demandez d'abord conseil.
papers-copies = <b>Des copies.</b> Une photo de chaque document aide à tout refaire. Gardez-la en lieu sûr, pas dans un téléphone surveillé.
after-title = Après mon départ
after-address = <b>L'adresse.</b> L'Office peut voir que vous changez d'adresse : demandez d'abord conseil. Inscrivez-vous ensuite dans votre nouvelle commune, et demandez qu'elle ne communique pas l'adresse. Ou demandez une adresse de référence au { -cpas }. Sinon, la commune peut vous rayer de ses registres.
after-card = <b>La carte.</b> Demandez la nouvelle à la commune avant la date de fin.
after-post = <b>Le courrier.</b> Une réponse en retard peut vous coûter un droit. Faites suivre vos lettres à une adresse sûre.
abroad-title = Si on m'abandonne dans mon pays d'origine
abroad-before = <b>Avant un voyage.</b> Gardez sur vous votre passeport, votre carte et le billet de retour. Laissez des copies et une date de retour à une personne de confiance en Belgique. Vous n'êtes pas obligée ou obligé de partir. Refuser est dangereux ? Appelez d'abord un service d'écoute.
abroad-there = <b>Sur place.</b> Allez vite à l'ambassade ou au consulat de Belgique. Prévenez une association, une avocate ou un avocat en Belgique. N'attendez pas : si la carte n'est plus valable, ou après une longue absence, le retour est difficile.
money-title = De quoi vais-je vivre ?
money-account = Ouvrez un compte bancaire à votre nom, avec une adresse sûre. Faites-y verser votre salaire. Votre partenaire peut le remarquer : demandez d'abord conseil.
money-allowance = Demandez à la caisse d'allocations familiales à qui elle doit payer pour les enfants.
money-cpas = Le { -cpas } peut aider. Mais une aide en argent peut compter contre vous dans une décision sur votre séjour : demandez d'abord conseil.
money-rent = Votre nom est sur le bail ? Partir n'arrête pas le bail. Demandez conseil avant de ne plus payer.

## The booklet, 6: my children

children-title = Et mes enfants ?
children-short-harm = La violence fait du mal aux enfants, même quand ils ne la voient pas.
children-short-leave = Vous pouvez partir avec eux pour les protéger, mais restez en Belgique.
children-short-judge = Un juge décide de la garde, pas votre partenaire.
children-feel = Les enfants entendent, devinent, ont peur. Certains dorment mal ou ont mal au ventre. Certains deviennent agressifs, d'autres trop sages. Ce n'est ni leur faute, ni la vôtre.
children-say-title = Ce que je peux leur dire
children-say-fault = "Ce n'est pas ta faute."
children-say-safe = "Ne me défends pas. Sors, et appelle à l'aide."
children-say-talk = "Tu as le droit d'en parler à quelqu'un."
children-say-listen = Écoutez-les sans leur demander de choisir entre leurs parents. Prévenez leur médecin ou leur école si vous avez confiance. Eux aussi peuvent appeler, sans donner leur nom :
children-leave-title = Si je pars avec eux
children-leave-papers = Prenez leurs papiers, leur carnet de santé, un objet qu'ils aiment.
children-leave-belgium = <b>Restez en Belgique.</b> Emmener un enfant dans un autre pays sans l'accord de l'autre parent ou d'un juge peut être un enlèvement. Il y a déjà un jugement sur les enfants ? Demandez conseil avant de quitter la maison avec eux. En danger, partez avec eux, mais restez en Belgique.
children-leave-school = Dites à l'école qui vient les chercher. Sans décision d'un juge, elle ne peut souvent pas refuser l'autre parent : demandez vite cette décision.
children-leave-stay = Leur séjour peut dépendre de celui d'un parent : demandez conseil pour eux aussi.
children-court-title = Qui décide pour eux ?
children-court = Après une séparation, le tribunal de la famille décide où ils vivent et quand ils voient chaque parent. Demandez vite une décision écrite, avec une avocate ou un avocat. Parlez de la violence au juge : les visites peuvent avoir lieu dans un endroit surveillé.
children-abroad = <b>Vous craignez qu'on les emmène à l'étranger ?</b> Mettez leurs passeports en lieu sûr. Parlez-en tout de suite à une avocate ou un avocat, à la police, ou à { $child-focus-name } : { $child-focus-phone }.
children-taken = <b>"On te prendra les enfants."</b> Beaucoup de partenaires violents le disent. Demander de l'aide, ce n'est pas perdre vos enfants : c'est les protéger.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Danger immédiat : { $police-phone } pour la police, { $ambulance-phone } pour l'ambulance et les pompiers.
help-short-talk = Pour parler : { $ecoute-violences-conjugales-phone } en français, { $line-1712-phone } en néerlandais.
help-short-any = Vous pouvez appeler sans avoir rien décidé.
help-language = Vous ne parlez pas la langue du service ? Dites le nom de votre langue et demandez une ou un interprète : beaucoup de services peuvent en appeler un. Une personne de confiance peut appeler pour vous. Ne demandez pas à un enfant de traduire.
help-change = Les numéros et les heures peuvent changer.
contacts-title = Tous les numéros
sexual-centres-where = Il y a des centres à { $sexual-centre-cities }. Les autres numéros sont sur { $sexual-violence-centres-site }.
local-title = Près de chez moi (à compléter)
call-title = Comment se passe un appel ?
call-text = Une personne formée vous écoute. Vous n'avez pas à dire votre nom. Elle peut poser des questions sur votre sécurité et sur vos enfants. Vous répondez si vous voulez, et vous pouvez raccrocher à tout moment. Elle ne décide rien à votre place. Préparez une question, et de quoi écrire si c'est sans danger.
who-title = Qui fait quoi ?
who-column-service = Le service
who-column-does = Ce qu'il fait
who-line = Service d'écoute, association
who-line-does = Écoute, conseille, aide à faire un plan. Ne prévient personne sans votre accord, sauf danger grave.
who-refuge = Refuge
who-refuge-does = Peut loger et accompagner, à une adresse secrète, avec les enfants. Souvent complet : essayez-en plusieurs.
who-legal = Service juridique
who-legal-does = Explique vos droits, aide à écrire à l'Office.
who-victims = Assistance aux victimes : police, maison de justice, <span lang="nl">Veilig Huis</span>
who-victims-does = Écoute et accompagne, avant, pendant et après une plainte à la police, ou sans plainte.
who-planning = Planning familial
who-planning-does = Conseil sur le couple, la contraception, la grossesse. Médecin, juriste, psychologue.
who-social = Service social, { -cpas }
who-social-does = Aide pour l'argent, le logement, les soins, les papiers à remplir.
who-doctor = Médecin, hôpital
who-doctor-does = Soigne et écrit un certificat. Garde le secret, sauf danger grave.
who-police = Police
who-police-does = Protège en urgence, écrit la plainte. Sans papiers, lisez la page { $page-no-papers }. En danger, appelez quand même.

## The booklet, 8: my bag, my notes

bag-title = Que dois-je emporter ?
bag-short-ready = Préparez un sac, ou des copies, hors de la maison.
bag-short-papers = Les papiers d'abord : les vôtres et ceux des enfants.
bag-short-write = N'écrivez dans ce livret que ce qui peut être lu sans danger.
bag-list-title = Mon sac
bag-identity = Carte d'identité, passeport
bag-permit = Titre de séjour
bag-children = Papiers des enfants
bag-certificates = Actes de mariage et de naissance
bag-money = Cartes bancaires, argent
bag-keys = Clés
bag-medicine = Médicaments, ordonnances
bag-proof = Preuves, certificats médicaux
bag-pay = Fiches de paie, bail
bag-phone = Téléphone et chargeur
bag-clothes = Vêtements pour quelques jours
bag-toy = Un objet aimé de chaque enfant
bag-copies = Laissez des copies ou des photos de tous les papiers chez une personne de confiance. Pas le temps ? Partez sans sac.
notes-title = Mes notes
notes-hint = Dates, noms, numéros de dossier. Si votre partenaire peut trouver ce livret, notez-les ailleurs.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Les mots expliqués
word-asylum = Asile
word-asylum-text = La protection d'un pays pour une personne en danger dans le sien.
word-cohabitation = Cohabitation légale
word-cohabitation-text = Un couple déclaré à la commune, sans mariage.
word-cpas = { -cpas }
word-cpas-text = Le service social de la commune : aide, soins urgents, adresse de référence.
word-cpvs = CPVS
word-cpvs-text = Centre de prise en charge des violences sexuelles : soins, traces et aide, au même endroit.
word-reference = Adresse de référence
word-reference-text = Une adresse officielle pour le courrier, quand on n'a pas de logement.
word-subsidiary = Protection subsidiaire
word-subsidiary-text = Une protection pour une personne en danger grave dans son pays, sans statut de réfugié.
word-ban = Interdiction temporaire de résidence
word-ban-text = L'ordre donné à la personne violente de quitter la maison et de ne plus vous contacter.
word-office = { -office }
word-office-text = L'administration qui décide du séjour en Belgique. En néerlandais : <span lang="nl">Dienst Vreemdelingenzaken</span>.
word-prosecutor = Parquet
word-prosecutor-text = Les magistrats qui décident des suites d'une plainte.
word-injured = Personne lésée
word-injured-text = La victime qui a demandé, par écrit, à être tenue au courant de l'affaire.
word-statement = Procès-verbal
word-statement-text = Le texte où la police écrit ce qu'elle a vu et entendu.
word-prodeo = Pro deo
word-prodeo-text = L'aide gratuite, ou gratuite en partie, d'une avocate ou d'un avocat.
word-appeal = Recours
word-appeal-text = Demander à un juge de revoir une décision.
word-refuge = Refuge
word-refuge-text = Une maison à l'adresse secrète, pour vivre en sécurité quelque temps.
word-reunification = Regroupement familial
word-reunification-text = Le séjour que l'on obtient pour vivre avec un membre de sa famille.
word-humanitarian = Séjour pour raisons humanitaires
word-humanitarian-text = Un séjour que l'Office peut donner dans une situation exceptionnelle. Il n'est pas obligé de le donner.
word-permit = Titre de séjour
word-permit-text = La carte ou le document qui prouve que l'on peut vivre en Belgique.
word-trafficking = Traite des êtres humains
word-trafficking-text = Recruter ou garder une personne pour l'exploiter.
word-court = Tribunal de la famille
word-court-text = Le juge du divorce, de la garde des enfants, du logement du couple.

## The booklet: last page

back-title = Ce livret peut vous mettre en danger ?
back-numbers = Apprenez un numéro par cœur.
back-leave = Laissez ensuite ce livret chez une personne de confiance, ou jetez-le à la poubelle, loin de la maison.
booklet-information = Ce livret donne une information générale. Il ne remplace pas l'avis d'une avocate ou d'un avocat.
booklet-deposit = Dépôt légal : à compléter avant l'impression.

## The pocket card

card-say = <b>Dites</b> où vous êtes, ce qui se passe et votre langue.
card-traces = <b>Un appel laisse des traces.</b> Sans urgence, utilisez le téléphone d'une personne de confiance.
card-keep = <b>Cette carte peut vous mettre en danger ?</b> Retenez un numéro, puis jetez la carte à la poubelle, loin de la maison.
# The outside must not tell what the card is about.
card-release = Version { $release-version }, { $release-date }. Ne pas jeter sur la voie publique.
