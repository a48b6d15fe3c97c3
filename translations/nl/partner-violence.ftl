# Texts of the brochure in Belgian Dutch.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. These are the names that readers meet on letters.
-office = Dienst Vreemdelingenzaken
-cpas = OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Praktische informatie

## Cover

cover-title = Leven zonder geweld
cover-question = Ik kom uit een ander land en mijn partner doet mij pijn. Wat zijn mijn rechten in België?

## What is partner violence?

violence-title = Wat is partnergeweld?
violence-definition = Bij een ruzie praten twee mensen als gelijken met elkaar. Bij geweld neemt de ene de macht over de andere. Er komt angst in de relatie.
forms-title = Geweld heeft verschillende vormen
form-body = <b>Lichaam.</b> Slaan, duwen, de keel dichtknijpen, opsluiten.
form-words = <b>Woorden.</b> Beledigen, vernederen, dreigen de kinderen af te pakken.
form-papers = <b>Papieren.</b> Uw documenten verstoppen, dreigen dat u uw verblijfsrecht zult verliezen.
form-money = <b>Geld.</b> Uw loon of uw bankkaart afnemen, u verbieden om te werken.
form-sexuality = <b>Seks.</b> U tot seks dwingen, ook als u getrouwd bent. U geen anticonceptie laten gebruiken.
form-control = <b>Controle.</b> Uw telefoon in de gaten houden, u weghouden van uw familie en vrienden.
cycle-title = Geweld komt terug en wordt erger
cycle-text = Spanning, geweld, excuses, beloften: daarna begint alles opnieuw, vaak erger. Ook de kinderen lijden eronder, zelfs als ze in de kamer ernaast zijn.
violence-not-your-fault = <b>Het is nooit uw schuld.</b> Jaloezie, alcohol, godsdienst of cultuur zijn nooit een excuus voor geweld.

## What are my rights?

rights-title = Wat zijn mijn rechten?
rights-everyone = In België heeft iedereen het recht om zonder geweld te leven, met of zonder papieren.
right-leave = <b>Vertrekken.</b> U mag het huis verlaten om veilig te zijn. U verliest daardoor niet automatisch uw verblijfsrecht.
right-complain = <b>Klacht indienen.</b> Elk politiekantoor moet uw klacht opschrijven. Iemand die u vertrouwt, mag meekomen. Vraag een kopie van uw verhoor.
right-care = <b>Zorg krijgen.</b> De dokter kan een attest schrijven. Dat is een bewijs, ook voor psychisch leed.
right-home =
    <b>In uw huis blijven.</b> Het parket kan de gewelddadige persoon een huisverbod opleggen, in het begin voor hoogstens { $home-ban-days ->
        [one] { $home-ban-days } dag
       *[other] { $home-ban-days } dagen
    }.
right-address = <b>Uw adres geheimhouden.</b> Vraag aan de gemeente om het niet door te geven.
right-lawyer = <b>Met een advocaat praten.</b> Een eerste juridisch advies is gratis voor iedereen.
rights-no-papers = <b>Hebt u geen papieren?</b> De politie moet u helpen zoals elk ander slachtoffer. Maar ze kan u ook oppakken omdat u geen papieren hebt. Ga er samen met een organisatie naartoe.

## What are my rights: the residence card

stay-title = En mijn verblijfsrecht?
stay-intro = Vertrekken kan gevolgen hebben voor uw kaart. Maar het geweld telt mee bij de beslissing.
stay-eu-question = Mijn partner is Belg of komt uit een land van de Europese Unie
stay-eu-answer =
    Geweld is een reden om uw kaart te behouden. Dan is { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } samenleven niet verplicht. Vraag een advocaat naar de andere voorwaarden.
stay-other-question = Ik kwam bij iemand van buiten de Europese Unie wonen
stay-other-answer =
    Heeft die persoon onbeperkt verblijf? Als u het geweld bewijst, mag de { -office } uw verblijfsrecht niet intrekken tijdens { $protected-years ->
        [one] het eerste jaar
       *[other] de eerste { $protected-years } jaar
    }. Is dat verblijf beperkt? Vraag snel advies.
stay-asylum-question = Ik vraag asiel aan
stay-asylum-answer = Partnergeweld en een gedwongen huwelijk tellen mee. U kunt vragen om het interview met een vrouw te doen, of met een man.
stay-none-question = Ik heb nog geen kaart, of geen papieren
stay-none-answer = Vraag snel advies. Ga voor dringende zorg naar het { -cpas }: het heeft beroepsgeheim.
stay-order = <b>In welke volgorde?</b> Vraag eerst advies. Verwittig daarna snel de { -office }, met bewijzen: klacht, medisch attest, attest van een vluchthuis. In gevaar? Vertrek eerst.

## Who can help me?

help-title = Wie kan mij helpen?
help-danger = <b>In gevaar?</b> Bel meteen.
need-emergency = Noodgeval
need-listening = Praten zonder uw naam te zeggen
need-sexual = Na seksueel geweld
need-children = Voor kinderen en jongeren
need-rights = Mijn rechten, mijn verblijf
need-refuge = Een vluchthuis
need-trafficking = Mensenhandel
need-forced-marriage = Gedwongen huwelijk
need-health = Gezondheid

region-brussels = Brussel
region-flanders = Vlaanderen
region-wallonia = Wallonië
region-german-speaking = Duitstalige Gemeenschap

contact-police = Politie
contact-ambulance = Ambulance, brandweer
contact-evc-about = partnergeweld
contact-1712-about = elke vorm van geweld
contact-listening-about = luisterend oor
contact-children-about = luisterend oor
contact-sexual-centres = Zorgcentra na Seksueel Geweld
contact-sexual-centres-about = zorg, u hoeft geen klacht in te dienen
contact-sexual-line-about = luisterend oor na seksueel geweld
contact-forced-marriage = Gedwongen huwelijk
contact-refuge-about = vluchthuis en begeleiding
contact-refuge-flanders-about = vluchthuizen met een geheim adres, via { $line-1712-name }
contact-trafficking-about = steun voor slachtoffers van mensenhandel
contact-legal-about = juridische informatie
contact-cire-about = sociale en juridische dienst
contact-rights-about = rechten van vreemdelingen
contact-health-about = toegang tot gezondheidszorg
contact-asylum-about = informatie over asiel

## Safety and colophon

safety-title = Hoe bescherm ik mij?
safety-paper = Kan dit papier u in gevaar brengen? Onthoud dan een nummer en laat het papier bij iemand die u vertrouwt.
safety-traces = <b>Telefoon.</b> Oproepen, websites en QR-codes laten sporen na. Gebruik het toestel van iemand die u vertrouwt.
safety-word = <b>Geheim woord.</b> Kies een woord met iemand die u vertrouwt. Als u het zegt, belt die persoon { $police-phone }.
safety-bag = <b>Tas.</b> Leg papieren, verblijfskaart, papieren van de kinderen, bankkaart, sleutels, medicijnen en bewijzen klaar. Bewaar kopieën ergens anders.
safety-code = <b>Deze code opent een website met hulp.</b> Het bezoek blijft in de geschiedenis van de telefoon staan.
colophon-information = Deze folder geeft algemene informatie. Hij vervangt het advies van een advocaat niet.
colophon-release = Versie { $release-version }, { $release-date }. Niet op de openbare weg gooien.
colophon-independent = { $cire-name }, { $iefh-name } en de vermelde diensten hebben deze tekst niet geschreven of goedgekeurd.
colophon-publisher = Verantwoordelijke uitgever: in te vullen vóór het drukken.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = In gevaar? Politie { $police-phone } · Noodnummer { $ambulance-phone }
contents-title = In dit boekje
contents-intro = U hoeft niet alles te lezen. Kies uw vraag.

## The booklet: six questions, six answers

answers-title = Zes vragen, zes antwoorden
answer-leave-question = Mag ik vertrekken?
answer-leave = Ja, en bij gevaar meteen. U verliest daardoor niet automatisch uw verblijfsrecht. Pagina { $page-danger }.
answer-stay-question = En mijn verblijfsrecht?
answer-stay = Het geweld telt mee bij de beslissing. Alles hangt af van uw kaart: zoek die op pagina { $page-guide }.
answer-complain-question = Moet ik een klacht indienen?
answer-complain = Nee, u beslist zelf. Een klacht helpt om het geweld te bewijzen, maar u hebt een plan nodig. Pagina { $page-steps }.
answer-money-question = Waarvan moet ik leven?
answer-money = Er zijn vluchthuizen en er is steun. Vraag advies voordat u geld aanvraagt: pagina { $page-money }.
answer-children-question = En mijn kinderen?
answer-children = U mag ze meenemen om ze te beschermen. Daarna beslist een rechter. Pagina { $page-children }.
answer-help-question = Wie kan mij helpen?
answer-help = Mensen die luisteren zonder uw naam te vragen. Hun nummers staan op pagina { $page-help }.

## The booklet, 1: how to read it safely

safe-title = Hoe lees ik dit boekje veilig?
safe-short-place = Lees het waar niemand u in de gaten houdt.
safe-short-traces = Papier, oproepen en bezoeken aan websites laten sporen na.
safe-short-danger = Nu in gevaar? Bel { $police-phone } of vertrek.
safe-for-whom = Komt u uit een ander land en doet uw partner u pijn? Dan is dit boekje voor u. Het zegt wat u kunt doen, en wat er met uw verblijfsrecht in België gebeurt.
safe-everyone = Getrouwd, in een relatie of uit elkaar, met of zonder papieren, vrouw, man of van een ander gender: dit boekje is er voor u.
safe-paper-title = Het papier
safe-paper-keep = Houd dit boekje alleen bij als uw partner het niet kan vinden.
safe-paper-elsewhere = Lees het anders bij een organisatie, bij de dokter of bij iemand die u vertrouwt, en laat het daar.
safe-paper-number = Leer een nummer uit het hoofd, of schrijf het op onder een andere naam.
safe-phone-title = De telefoon en de computer
safe-phone-device = Het veiligst is een toestel waar uw partner niet bij kan: van een vriendin, een bibliotheek, een dienst.
safe-phone-calls = Een oproep blijft in de lijst met oproepen staan. Wis hem.
safe-phone-sites = Een website blijft in de geschiedenis staan. Een QR-code opent een website: die laat hetzelfde spoor na.
safe-phone-file = Hebt u dit boekje als bestand gekregen? Verwijder het ook uit de downloads en uit het gesprek.
safe-phone-passwords = Verander uw wachtwoorden vanaf een veilig toestel: e-mail, bank, sociale media. Zet uw locatie uit.
safe-phone-notice = <b>Let op.</b> Een plotse verandering kan opvallen. Controleert uw partner uw telefoon? Vraag dan eerst advies aan een hulplijn (pagina { $page-help }).
safe-use-title = Als u weinig tijd hebt
safe-use = Elk hoofdstuk begint met drie regels. Lees die regels. Lees daarna “{ danger-title }” (pagina { $page-danger }) en “{ help-title }” (pagina { $page-help }).
safe-law = <b>Wetten veranderen.</b> Elke situatie is anders. Wilt u een stap zetten voor uw verblijfsrecht? Laat uw papieren eerst aan een advocaat of een juridische dienst zien.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = Bij geweld neemt de ene de macht over de andere.
violence-short-forms = Slagen, maar ook woorden, geld en papieren worden gebruikt om pijn te doen.
violence-short-fault = Het is nooit de schuld van het slachtoffer.
violence-everywhere = Het gebeurt in alle landen en alle milieus, bij koppels die getrouwd zijn of niet, van hetzelfde of van een verschillend geslacht. Meestal zijn de slachtoffers vrouwen. Maar er zijn ook mannen. En soms gaat het geweld door nadat het koppel uit elkaar is.
violence-law = In België is partnergeweld verboden, ook tussen mensen die getrouwd zijn. Psychisch geweld telt mee.
signs-title = Signalen van elke dag
signs-intro = Is één van deze zinnen waar? Praat er met iemand over. Mijn partner…
sign-phone = leest mijn berichten en wil mijn wachtwoorden;
sign-people = houdt mij weg van mijn familie en vrienden;
sign-work = verbiedt mij om te werken of een cursus te volgen;
sign-money = houdt mijn geld of mijn bankkaart bij;
sign-papers = verstopt mijn paspoort of mijn verblijfskaart;
sign-threat = zegt: “Zonder mij verlies je je papieren”;
sign-children = dreigt de kinderen af te pakken;
sign-clothes = beslist wat ik draag en waar ik naartoe ga;
sign-sex = dwingt mij tot seksuele handelingen;
sign-fear = maakt mij bang: ik let op elk woord.
cycle-intro = Het geweld is er niet elke dag. Vaak draait het in een cirkel:
cycle-tension = <b>De spanning.</b> Alles wordt een verwijt. Ik doe alles om een uitbarsting te vermijden.
cycle-attack = <b>Het geweld.</b> Geschreeuw, slagen, kapotte spullen, gedwongen seks.
cycle-excuses = <b>De excuses.</b> “Het is jouw schuld. Ik kon niet meer. Je hebt het zelf gezocht.”
cycle-promises = <b>De beloften.</b> Cadeaus, tranen: “Ik zal veranderen.” De hoop komt terug.
cycle-again = Daarna stijgt de spanning weer. Met de tijd wordt het geweld erger en komt het vaker. Vroeg hulp vragen beschermt u.
hard-title = Waarom is vertrekken zo moeilijk?
hard-text = Omdat mensen bang zijn, nog van de andere houden, blijven hopen. Omdat er de kinderen zijn, het geld, de papieren, de familie, de schaamte. Veel mensen vertrekken en keren terug, voordat ze voorgoed weggaan. Dat betekent niet dat u zwak bent. Elke stap telt, ook een kleine: praten, een nummer opschrijven, een kopie maken.
family-title = Als de familie zich ermee bemoeit
family-text = Het geweld kan ook van uw schoonfamilie komen, of van uw eigen familie. Een huwelijk zonder de vrije toestemming van allebei is een gedwongen huwelijk: dat is verboden. Geweld “voor de eer” is een misdaad.

## The booklet, 3: am I in danger now?

danger-title = Ben ik nu in gevaar?
danger-short-call = Vreest u voor uw leven? Bel { $police-phone }, of vertrek.
danger-short-signs = Bepaalde signalen wijzen op ernstig gevaar.
danger-short-plan = Een plan dat klaar is, helpt om snel te vertrekken.
danger-say = Zeg waar u bent, wat er gebeurt, of er kinderen zijn, of er een wapen is. Zeg welke taal u spreekt.
danger-signs-title = De signalen van ernstig gevaar
danger-signs-intro = Eén van deze signalen is genoeg om vandaag hulp te vragen.
danger-sign-neck = Uw partner heeft uw keel dichtgeknepen.
danger-sign-weapon = Er is een wapen, of er zijn bedreigingen met een mes.
danger-sign-kill = Uw partner dreigt u, de kinderen of zichzelf te doden.
danger-sign-worse = Het geweld wordt erger of komt vaker.
danger-sign-follow = Uw partner sluit u op, of volgt u overal.
danger-sign-pregnancy = U bent zwanger, of u bent net bevallen.
danger-sign-leaving = U wilt vertrekken, of u bent net vertrokken. Dat is vaak het gevaarlijkste moment.
danger-neck = <b>Keel dichtgeknepen?</b> Ga meteen naar de spoed van een ziekenhuis, ook zonder sporen op uw huid.
danger-plan-title = Mijn plan om snel te vertrekken
danger-plan-exit = <b>Een uitgang.</b> Ik weet hoe ik buiten raak, overdag en ’s nachts. Tijdens een uitbarsting vermijd ik de keuken en kamers zonder uitweg.
danger-plan-word = <b>Een geheim woord.</b> Ik kies het met iemand die ik vertrouw. Als ik het zeg, belt die persoon { $police-phone }.
danger-plan-place = <b>Een plaats.</b> Ik weet waar ik naartoe kan: een vriendin of een buurman, een vluchthuis, een politiekantoor, een ziekenhuis.
danger-plan-bag = <b>Een tas.</b> Ze staat klaar, buiten het huis. De lijst staat op pagina { $page-bag }.
danger-plan-children = <b>De kinderen.</b> Ze weten hoe ze naar buiten gaan en { $police-phone } bellen. Ze mogen mij niet verdedigen.
danger-plan-money = <b>Wat geld.</b> Genoeg voor een bus, een trein of een taxi.
danger-stay-title = Als ik voorlopig blijf
danger-stay = Blijven betekent niet dat u het aanvaardt. U kunt nu al met een hulplijn praten, een kopie van uw papieren verstoppen of een buurvrouw inlichten. Houd uw telefoon opgeladen. Schrijf op wat er gebeurt en wanneer. Maak een nieuw plan als er iets verandert.
danger-leave-title = Als ik meteen weg moet
danger-leave = Vertrek met uw kinderen, ook zonder tas. Wilt u later uw spullen ophalen? Vraag de politie of ze met u kan meegaan. Het huis verlaten om uzelf te beschermen is geen fout.
danger-alarm = <b>Een alarm.</b> Voor een slachtoffer in groot gevaar kan het parket beslissen om een alarmknop te geven die met de hulpdiensten verbonden is. Praat erover met de politie of met een hulporganisatie.
friend-title = Ik ben een vriendin, een buurman, een collega
friend-believe = Geloof de persoon. Oordeel niet, beslis niet in zijn of haar plaats.
friend-ask = Vraag hoe u kunt helpen, en wanneer u veilig kunt bellen.
friend-keep = Stel voor om een tas, kopieën of een sleutel te bewaren.
friend-call = Hoort u geschreeuw? Bel { $police-phone }. Kom niet alleen tussenbeide.
friend-partner = Praat met de partner niet over het geweld.

## The booklet, 4: my rights, by the card that I hold

status-title = Welke rechten heb ik met mijn kaart?
status-short-everyone = Iedereen heeft het recht om zonder geweld te leven, met of zonder papieren.
status-short-violence = Wie vertrekt, verliest de kaart niet automatisch. Het geweld telt mee.
status-short-advice = De regels verschillen per kaart. Vraag eerst advies.
everyone-title = De rechten van iedereen
everyone-intro = Dit zijn uw rechten, welke kaart u ook hebt.
everyone-after = De bescherming geldt ook als het geweld begint of doorgaat nadat u het huis hebt verlaten.
everyone-myth =
    <b>“Je moet { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    } bij mij blijven.”</b> Dat is niet waar. Niemand moet met geweld leven om papieren te behouden.
guide-title = Wat is mijn situatie?
guide-intro = Volg de lijn en ga naar de pagina die er staat. Twijfelt u? Laat uw papieren aan een juridische dienst zien (pagina { $page-help }).
guide-partner = Ik ben in België dankzij mijn partner
guide-partner-eu = Mijn partner is Belg of komt uit de Europese Unie
guide-partner-other = Mijn partner komt van buiten de Europese Unie
guide-partner-waiting = Ik wacht nog op mijn kaart
guide-protection = Ik heb België om bescherming gevraagd
guide-protection-asylum = Mijn asielaanvraag loopt nog, of ik heb de vluchtelingenstatus
guide-none = Niets van dat alles
guide-none-papers = Ik heb geen papieren
guide-none-trafficking = Ik word of werd uitgebuit
guide-none-own = Ik heb mijn eigen kaart, of ik ben Belg
eu-intro = U hebt een F-kaart, door een huwelijk of door wettelijke samenwoning.
eu-control =
    Gedurende { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    } kan de { -office } nagaan of de voorwaarden nog vervuld zijn. Als u niet meer samenwoont, kan de dienst uw kaart intrekken. <b>Dat gebeurt niet automatisch.</b>
eu-reasons = U behoudt uw verblijfsrecht als één van deze redenen bestaat:
eu-reason-violence = <b>Geweld.</b> U hebt een bijzonder moeilijke situatie meegemaakt, zoals partnergeweld.
eu-reason-children = <b>Kinderen.</b> U hebt het hoederecht over een kind, of het recht om het te zien.
eu-reason-time =
    <b>Tijd.</b> Het samenleven heeft { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } geduurd, waarvan { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } jaar
       *[other] { $common-life-years-belgium } jaar
    } in België.
eu-one-reason =
    <b>Eén reden is genoeg.</b> Voor een slachtoffer van geweld is { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } samenleven niet verplicht.
eu-weigh = De { -office } kijkt ook naar de duur van uw verblijf, uw leeftijd, uw gezondheid, uw familie en uw banden met België. Schrijf in uw brief alles wat meetelt.
eu-lawyer =
    <b>Laat dit nakijken.</b> Zijn een inkomen en een ziekteverzekering nodig? Wanneer begint de periode van { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    }? De bronnen zeggen niet allemaal hetzelfde. Een advocaat moet uw dossier bekijken.
other-intro = U kwam bij uw man, uw vrouw of uw partner wonen. Die is geen Belg en komt niet uit een land van de Europese Unie. Alles hangt af van het verblijf van uw partner.
other-column-stay = Verblijf van partner
other-column-you = Voor u
other-unlimited = Onbeperkt
other-unlimited-you =
    Tijdens { $protected-years ->
        [one] het eerste jaar
       *[other] de eerste { $protected-years } jaar
    } mag de { -office } geen einde maken aan uw verblijfsrecht als u bepaalde feiten van geweld bewijst. Uw partner moet die gepleegd hebben tijdens het huwelijk of het samenwonen. Er wordt geen inkomen van u gevraagd.
other-limited = Beperkt: studie, werk…
other-limited-you = Deze bescherming bestaat niet. U kunt een verblijf om humanitaire redenen vragen. Vraag snel advies.
other-refugee = Vluchtelingenstatus
other-refugee-you = De bronnen zeggen niet allemaal hetzelfde. Ga naar een advocaat voordat u iets doet.
other-proof = De wet geeft een lijst van feiten. Een advocaat zal u zeggen of wat u meemaakt daarbij hoort, en welke bewijzen nodig zijn. Psychisch of lichamelijk: vertel alles.
waiting-title = Ik wacht nog op mijn kaart
waiting-text = U hebt uw kaart aangevraagd, maar u hebt ze nog niet. Als het koppel uit elkaar gaat, kan de aanvraag geweigerd worden. De bescherming bij geweld is op dat moment niet zeker.
waiting-urgent = <b>Het is dringend.</b> Ga in de komende dagen naar een advocaat, zo mogelijk voordat u vertrekt. Maar bent u in gevaar, vertrek dan eerst.
protection-title = Asiel en vluchtelingenstatus
protection-ground = Partnergeweld en een gedwongen huwelijk zijn vormen van vervolging die met gender te maken hebben. Ze tellen mee in een asielaanvraag. Vertel erover, ook als u er in het begin niet over sprak.
protection-interview = U kunt vragen om het interview met een vrouw te doen, of met een man. Dat geldt voor de ambtenaar en voor de tolk.
protection-own = Hangt uw aanvraag samen met die van uw partner? Vraag aan uw advocaat of ze apart kan worden behandeld.
protection-refugee = Hebt u zelf de vluchtelingenstatus? Die is van u en hangt niet van uw partner af.
protection-centre = Woont u in een opvangcentrum? Zeg aan iemand van het team dat u in gevaar bent. Vraag een plaats in een ander centrum.
no-papers-title = Ik heb geen papieren
no-papers-care = <b>Zorg.</b> Hebt u geen geld? Dan betaalt het { -cpas } van de plaats waar u woont de dringende medische hulp. U hebt een attest van een dokter nodig. Ook preventie valt daaronder. Het { -cpas } heeft beroepsgeheim.
no-papers-refuge = <b>Een vluchthuis.</b> Zeg aan de telefoon dat u geen papieren hebt. Vraag welk vluchthuis u kan opvangen.
no-papers-stay = <b>Een verblijf.</b> Een aanvraag om humanitaire of medische redenen is soms mogelijk. Vraag advies voordat u naar de { -office } schrijft: met een aanvraag geeft u ook uw adres.
trafficking-title = Ik word uitgebuit
trafficking-text = Heeft iemand u laten komen, of houdt iemand u vast, om geld te verdienen met uw werk, uw lichaam of uw papieren? Dat kan mensenhandel zijn. Ook als het uw partner is. België beschermt de slachtoffers, onder drie voorwaarden:
trafficking-condition-contact = U hebt geen contact meer met de mensen die u uitbuiten.
trafficking-condition-centre = U aanvaardt de hulp van een gespecialiseerd centrum.
trafficking-condition-inquiry = U werkt mee aan het onderzoek.
trafficking-time =
    U hebt eerst { $reflection-days ->
        [one] { $reflection-days } dag
       *[other] { $reflection-days } dagen
    } om na te denken. Daarna kunt u verblijfsdocumenten van { $trafficking-document-months ->
        [one] { $trafficking-document-months } maand
       *[other] { $trafficking-document-months } maanden
    } krijgen, die verlengd kunnen worden. De centra staan op pagina { $page-help }.

## The booklet, 5: what do I do, step by step?

steps-title = Wat doen, stap voor stap?
steps-short-order = Eerst advies. Daarna de { -office }.
steps-short-proof = Bewaar bewijzen, buiten het huis.
steps-short-danger = In gevaar? Vertrek eerst: de rest kan wachten.
step-advice = <b>Ik vraag advies.</b> Een dienst, een organisatie of een advocaat luistert naar u en zegt wat mogelijk is. U hoeft nog niets te beslissen.
step-office = <b>Ik verwittig de { -office }.</b> Doe dat snel, na het advies, voordat de dienst het van anderen hoort. Schrijf naar { $office-mail }, of stuur een aangetekende brief naar dit adres: { $office-address }.
letter-title = In mijn brief
letter-name = Mijn naam, mijn geboortedatum, mijn dossiernummer
letter-facts = Wat er gebeurd is, met de datums
letter-wish = Wat ik vraag: mijn verblijfsrecht behouden
letter-proof = Kopieën van de bewijzen, nooit de originelen
letter-address = Een veilig adres voor het antwoord
letter-copy = Een kopie van de brief, die ik bijhoud
letter-example-title = Een voorbeeld
letter-example = Ik meld u dat ik mijn partner op (datum) heb verlaten, wegens geweld. Ik heb een bijzonder schrijnende situatie meegemaakt. Bij deze brief vindt u bewijzen. Ik vraag om mijn verblijfsrecht te behouden, en om mijn uitleg te mogen geven voordat u iets beslist. Gelieve mij op dit adres te schrijven: (adres). Gelieve het aan niemand door te geven.
letter-language = Schrijf uw brief in het Frans, het Nederlands of het Duits, met de hulp van een juridische dienst.
step-office-answer = <b>U mag uitleg geven.</b> Voordat de { -office } beslist, moet die u de kans geven om uw mening te zeggen. Antwoord binnen de termijn, samen met een advocaat.
step-proof = <b>Ik verzamel bewijzen.</b> Ze tellen allemaal, ook de kleine. Bewaar ze buiten het huis.
proof-column-what = Wat
proof-column-where = Waar
proof-police = Klacht, proces-verbaal
proof-police-where = Bij de politie: vraag een kopie
proof-medical = Medisch attest
proof-medical-where = Bij de dokter, in het ziekenhuis, in een ZSG
proof-letter = Ander attest
proof-letter-where = Bij vluchthuis, organisatie, sociale dienst, school
proof-messages = Berichten, foto’s
proof-messages-where = In uw telefoon: stuur ze naar iemand die u vertrouwt
proof-witness = Getuigenissen
proof-witness-where = Buren, vrienden, familie: op papier, met datum en handtekening
proof-psychological = Psychisch geweld is moeilijker te bewijzen. Schrijf de feiten en de datums op. Praat er vroeg over met een dokter, een psycholoog of een dienst.
step-complaint = <b>Ik dien een klacht in, als dat goed is voor mij.</b> Een klacht helpt om het geweld te bewijzen. Maar het geweld kan er ook erger door worden: zorg eerst voor uw veiligheid.
complaint-any = Elk politiekantoor moet uw klacht opschrijven. Weigeren mag niet.
complaint-with = Iemand die u vertrouwt, mag meekomen. U kunt vragen om met een vrouwelijke agent te praten.
complaint-language = U hebt recht op een vertaling van uw verhoor.
complaint-read = Lees alles voordat u tekent. Vraag een kopie van uw verhoor.
complaint-injured = Teken een “verklaring van benadeelde persoon”: dan hoort u wat er met de klacht gebeurt.
step-doctor = <b>Ik ga naar een dokter.</b> Toon alle verwondingen. Praat ook over uw angst en uw slaap. Vraag een attest van arbeidsongeschiktheid: dat is nuttig, ook als u niet werkt.
step-doctor-sexual =
    <b>Na seksueel geweld.</b> De Zorgcentra na Seksueel Geweld (ZSG) verzorgen u en bewaren de sporen, gratis, dag en nacht. U gaat het best binnen { $evidence-days ->
        [one] { $evidence-days } dag
       *[other] { $evidence-days } dagen
    }. U hoeft geen klacht in te dienen.
step-ban =
    <b>Mijn partner moet het huis uit.</b> Het parket kan de gewelddadige persoon een tijdelijk huisverbod opleggen voor hoogstens { $home-ban-days ->
        [one] { $home-ban-days } dag
       *[other] { $home-ban-days } dagen
    }, en elk contact met u verbieden. Er moet gevaar zijn, niet noodzakelijk een misdrijf. De familierechtbank kan het verbod verlengen met hoogstens { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } maand
       *[other] { $home-ban-extension-months } maanden
    }.
step-leave = <b>Ik vertrek.</b> Kies een moment waarop uw partner ver weg is. Neem de kinderen en de papieren mee. Een vluchthuis kan u opvangen op een geheim adres. Bewaar een bewijs van de reden waarom u vertrekt.
step-address =
    <b>Ik houd mijn nieuwe adres geheim.</b> Vraag aan de gemeente om het niet door te geven (“niet-meedelen van het adres”). Dat geldt { $address-months ->
        [one] { $address-months } maand
       *[other] { $address-months } maanden
    } en u kunt het verlengen. Hebt u geen woning? Vraag een “referentieadres” aan het { -cpas }.
step-lawyer = <b>Ik neem een advocaat.</b> Een eerste advies is gratis voor iedereen. Daarna is “pro deo”-hulp gratis of gedeeltelijk gratis, afhankelijk van uw inkomen. Vraag iemand die het vreemdelingenrecht kent.
step-refused =
    <b>Een negatieve beslissing?</b> U hebt { $appeal-days ->
        [one] { $appeal-days } dag
       *[other] { $appeal-days } dagen
    } om in beroep te gaan, soms minder. Ga dezelfde dag nog naar een advocaat, met de brief en de envelop.
divorce-title = En de echtscheiding?
divorce-text = Een echtscheiding of het einde van een samenwoning kan gevolgen hebben voor uw verblijfsrecht. Vraag advies voordat u tekent. Vraag ook of de Belgische echtscheiding zal gelden in uw land van herkomst.
money-title = Waarvan moet ik leven?
money-account = Open een bankrekening op uw naam. Laat uw loon daarop storten.
money-allowance = Vraag aan het kinderbijslagfonds (in Vlaanderen: Groeipakket) aan wie het voor de kinderen moet betalen.
money-cpas = Het { -cpas } kan helpen. Maar financiële steun kan tegen u meetellen bij een beslissing over uw verblijfsrecht: vraag eerst advies.
money-rent = Staat uw naam op het huurcontract? Als u vertrekt, loopt het contract door. Vraag advies voordat u stopt met betalen.

## The booklet, 6: my children

children-title = En mijn kinderen?
children-short-harm = Geweld doet kinderen pijn, ook als ze het niet zien.
children-short-leave = U mag met hen vertrekken om hen te beschermen.
children-short-judge = De rechter beslist over het hoederecht, niet uw partner.
children-feel = Kinderen horen het, voelen het aan en zijn bang. Sommige slapen slecht of hebben buikpijn. Sommige worden agressief, andere te braaf. Dat is niet hun schuld, en ook niet de uwe.
children-say-title = Wat ik hun kan zeggen
children-say-fault = “Het is niet jouw schuld.”
children-say-safe = “Verdedig mij niet. Ga naar buiten en roep hulp.”
children-say-talk = “Je mag er met iemand over praten.”
children-say-listen = Luister naar hen, maar vraag niet om tussen hun ouders te kiezen. Verwittig hun dokter of hun school als u die vertrouwt. Ook zij kunnen bellen, zonder hun naam te zeggen:
children-leave-title = Als ik met hen vertrek
children-leave-papers = Neem hun papieren mee, hun gezondheidsboekje, iets waar ze van houden.
children-leave-school = Zeg aan de school wie hen mag afhalen, en wie niet.
children-leave-stay = Hun verblijfsrecht kan afhangen van dat van een ouder: vraag ook advies voor hen.
children-court-title = Wie beslist voor hen?
children-court = Als de ouders uit elkaar zijn, beslist de familierechtbank waar de kinderen wonen en wanneer ze elke ouder zien. Vraag snel een schriftelijke beslissing, samen met een advocaat. Vertel de rechter over het geweld: bezoeken kunnen op een plaats met toezicht gebeuren.
children-abroad = <b>Bent u bang dat iemand hen naar het buitenland meeneemt?</b> Leg hun paspoorten op een veilige plaats. Praat er meteen over met een advocaat of met de politie.
children-taken = <b>“Ze zullen je de kinderen afpakken.”</b> Veel gewelddadige partners zeggen dat. Hulp vragen is niet uw kinderen verliezen: het is hen beschermen.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Onmiddellijk gevaar: { $police-phone } voor de politie, { $ambulance-phone } voor een ambulance.
help-short-talk = Om te praten: { $ecoute-violences-conjugales-phone } in het Frans, { $line-1712-phone } in het Nederlands.
help-short-any = U kunt bellen zonder dat u iets beslist hebt.
help-language = Spreekt u de taal van de dienst niet? Zeg de naam van uw taal en vraag een tolk. Iemand die u vertrouwt, kan voor u bellen. Laat geen kind bellen.
help-change = De nummers en de uren kunnen veranderen.
local-title = Bij mij in de buurt
call-title = Hoe verloopt een oproep?
call-text = Een opgeleide medewerker luistert naar u. U hoeft uw naam niet te zeggen. De medewerker kan vragen stellen over uw veiligheid en uw kinderen. U antwoordt als u wilt, en u mag op elk moment ophangen. De medewerker beslist niets in uw plaats. Bereid een vraag voor, en leg iets klaar om te schrijven als dat veilig is.
who-title = Wie doet wat?
who-column-service = De dienst
who-column-does = Wat die doet
who-line = Hulplijn
who-line-does = Luistert, geeft advies, helpt met een plan. Verwittigt niemand zonder uw akkoord, behalve bij ernstig gevaar.
who-refuge = Vluchthuis
who-refuge-does = Vangt u en uw kinderen op en begeleidt u, op een geheim adres.
who-legal = Juridische dienst
who-legal-does = Legt uw rechten uit, helpt schrijven naar de { -office }.
who-social = Sociale dienst, { -cpas }
who-social-does = Helpt met geld, een woning, zorg en papieren invullen.
who-doctor = Dokter, ziekenhuis
who-doctor-does = Verzorgt en schrijft een attest. Heeft beroepsgeheim.
who-police = Politie
who-police-does = Beschermt bij nood, schrijft de klacht op. Geen papieren? Lees eerst pagina { $page-no-papers }.

## The booklet, 8: my bag, my notes

bag-title = Wat moet ik meenemen?
bag-short-ready = Leg een tas of kopieën klaar, buiten het huis.
bag-short-papers = Eerst de papieren: die van u en van de kinderen.
bag-short-write = Schrijf hier alleen op wat iedereen zonder gevaar mag lezen.
bag-list-title = Mijn tas
bag-identity = Identiteitskaart, paspoort
bag-permit = Verblijfskaart
bag-children = Papieren van de kinderen
bag-certificates = Huwelijksakte, geboorteakten
bag-money = Bankkaarten, geld
bag-keys = Sleutels
bag-medicine = Medicijnen, voorschriften
bag-proof = Bewijzen, medische attesten
bag-pay = Loonfiches, huurcontract
bag-phone = Telefoon en oplader
bag-clothes = Kleren voor enkele dagen
bag-toy = Iets waar elk kind van houdt
bag-copies = Laat kopieën of foto’s van alle papieren bij iemand die u vertrouwt. Geen tijd? Vertrek zonder tas.
notes-title = Mijn notities
notes-hint = Datums, namen, dossiernummers. Kan uw partner dit boekje vinden? Schrijf ze dan ergens anders op.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Woorden uitgelegd
word-asylum = Asiel
word-asylum-text = Bescherming door een land voor wie in het eigen land in gevaar is.
word-cohabitation = Wettelijke samenwoning
word-cohabitation-text = Een koppel met een verklaring bij de gemeente, zonder huwelijk.
word-consent = Toestemming
word-consent-text = Vrij ja zeggen, zonder angst en zonder druk.
word-control = Dwingende controle
word-control-text = Het hele leven van de andere sturen door angst: geld, uitgaan, contacten, papieren.
word-cpas = { -cpas }
word-cpas-text = De sociale dienst van de gemeente: steun, dringende zorg, referentieadres.
word-cpvs = ZSG
word-cpvs-text = Zorgcentrum na Seksueel Geweld: een centrum voor zorg en hulp.
word-ban = Tijdelijk huisverbod
word-ban-text = Het bevel aan de gewelddadige persoon om het huis te verlaten en u niet meer te contacteren.
word-office = { -office }
word-office-text = De overheidsdienst (DVZ) die over het verblijf in België beslist.
word-prosecutor = Parket
word-prosecutor-text = De magistraten die beslissen wat er met een klacht gebeurt.
word-injured = Benadeelde persoon
word-injured-text = Het slachtoffer dat schriftelijk heeft gevraagd om op de hoogte te blijven van de zaak.
word-statement = Proces-verbaal
word-statement-text = De tekst waarin de politie opschrijft wat u hebt gezegd.
word-prodeo = Pro deo
word-prodeo-text = De hulp van een advocaat, gratis of gedeeltelijk gratis.
word-appeal = Beroep
word-appeal-text = Een rechter vragen om een beslissing opnieuw te bekijken.
word-refuge = Vluchthuis
word-refuge-text = Een huis met een geheim adres, om een tijd veilig te wonen.
word-reunification = Gezinshereniging
word-reunification-text = Het verblijfsrecht dat iemand krijgt om met een familielid te leven.
word-humanitarian = Verblijf om humanitaire redenen
word-humanitarian-text = Een verblijf dat de { -office } in een uitzonderlijke situatie kan geven. U hebt er geen recht op.
word-permit = Verblijfskaart, verblijfstitel
word-permit-text = De kaart of het document dat bewijst dat iemand in België mag wonen.
word-trafficking = Mensenhandel
word-trafficking-text = Iemand werven of vasthouden om die persoon uit te buiten.
word-court = Familierechtbank
word-court-text = De rechter voor echtscheiding, hoederecht en de woning van het koppel.

## The booklet: last page

back-title = Kan dit boekje u in gevaar brengen?
back-numbers = Leer een nummer uit het hoofd.
back-leave = Laat dit boekje daarna bij iemand die u vertrouwt, of gooi het ver van huis weg.
booklet-information = Dit boekje geeft algemene informatie. Het vervangt het advies van een advocaat niet.
booklet-deposit = Wettelijk depot: in te vullen vóór het drukken.

## The pocket card

card-say = <b>Zeg</b> waar u bent, wat er gebeurt en welke taal u spreekt.
card-traces = <b>Bellen laat sporen na.</b> Gebruik de telefoon van iemand die u vertrouwt.
card-keep = <b>Kan deze kaart u in gevaar brengen?</b> Onthoud een nummer en gooi de kaart ver van huis weg.
card-release = Versie { $release-version }, { $release-date }. Niet op de openbare weg gooien.
