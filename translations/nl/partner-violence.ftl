# Texts of the brochure in Belgian Dutch.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. These are the names that readers meet on letters.
-office = Dienst Vreemdelingenzaken
-cpas = OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Praktische informatie

## Cover

cover-title = Leven zonder geweld
cover-question = Ik kom uit een ander land en mijn partner gebruikt geweld tegen mij. Wat zijn mijn rechten in België?

## What is partner violence?

violence-title = Wat is partnergeweld?
violence-definition = Bij een ruzie praten mensen als gelijken met elkaar. Bij geweld krijgt de een macht over de ander, door die bang te maken.
forms-title = Geweld heeft verschillende vormen
form-body = <b>Lichaam.</b> Slaan, duwen, de keel dichtknijpen, opsluiten, niet laten eten of slapen.
form-words = <b>Woorden.</b> Beledigen, vernederen, dreigen de kinderen af te pakken.
form-papers = <b>Papieren.</b> Uw documenten verstoppen of vernietigen, dreigen dat u naar uw land wordt teruggestuurd.
form-money = <b>Geld.</b> Uw loon of uw bankkaart afnemen, schulden maken op uw naam, u verbieden om te werken.
form-sexuality = <b>Seks.</b> U tot seks dwingen, ook als u getrouwd bent. U geen anticonceptie laten gebruiken.
form-control = <b>Controle.</b> Uw telefoon controleren, u weghouden van uw familie en vrienden.
cycle-title = Geweld komt terug en wordt erger
cycle-text = Spanning, geweld, uitvluchten, beloften: daarna begint alles opnieuw, vaak erger. Ook de kinderen lijden eronder, zelfs als ze in de kamer ernaast zijn.
violence-not-your-fault = <b>Het is nooit uw schuld.</b> Jaloezie, alcohol, godsdienst of cultuur zijn nooit een excuus voor geweld.

## What are my rights?

rights-title = Wat zijn mijn rechten?
rights-everyone = In België heeft iedereen het recht om zonder geweld te leven, met of zonder papieren.
right-leave = <b>Vertrekken.</b> U mag het huis verlaten om veilig te zijn. U verliest uw verblijfsrecht niet automatisch. U mag uw kinderen meenemen, maar blijf in België.
right-complain = <b>Klacht indienen.</b> Elk politiekantoor moet uw klacht opschrijven. Iemand die u vertrouwt, mag meekomen. Vraag een kopie van wat u tekent.
right-care = <b>Zorg krijgen.</b> De dokter kan een attest schrijven: een bewijs, ook van psychisch leed.
right-home =
    <b>In uw huis blijven.</b> Vraag aan de politie een huisverbod voor uw partner. Het parket kan die persoon verbieden om het huis binnen te komen en u te contacteren, hoogstens { $home-ban-days ->
        [one] { $home-ban-days } dag
       *[other] { $home-ban-days } dagen
    } lang.
right-address = <b>Uw adres beschermen.</b> Vraag de gemeente schriftelijk om het niet door te geven. In een dossier bij de rechtbank kan het toch staan: praat erover met uw advocaat.
right-papers = <b>Nieuwe papieren krijgen.</b> Zijn ze verstopt of vernietigd? Zeg dat aan de politie, daarna aan de gemeente.
right-lawyer = <b>Met een advocaat praten.</b> Het eerste advies is gratis bij de juridische eerstelijnsbijstand.
rights-no-papers = <b>Hebt u geen verblijfspapieren?</b> Bel bij gevaar toch { $police-phone }. De politie moet u helpen, maar ze kan u oppakken omdat u geen verblijfsrecht hebt. Niet in gevaar? Praat er eerst over met een organisatie.

## What are my rights: the residence card

stay-title = En mijn verblijfsrecht?
stay-eu-question = Mijn partner is Belg of EU-burger
stay-eu-answer =
    Geweld kan een reden zijn om uw kaart te behouden, ook zonder { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } samenwonen. Er kunnen andere voorwaarden zijn, zoals inkomen en ziekteverzekering, vooral als uw partner geen Belg is. Ga naar een advocaat.
stay-other-question = Mijn partner is geen Belg en geen EU-burger
stay-other-answer =
    Heeft uw partner onbeperkt verblijf? { $protected-years ->
        [one] Het eerste jaar
       *[other] De eerste { $protected-years } jaar
    } kan de { -office } uw verblijf controleren. In principe mag de dienst het niet intrekken als u bepaalde feiten bewijst, zoals slagen of verkrachting. Heeft uw partner beperkt verblijf? Dan bestaat deze bescherming niet, maar soms is een andere aanvraag mogelijk. Ga in beide gevallen naar een advocaat.
stay-asylum-question = Ik vraag asiel aan
stay-asylum-answer = Partnergeweld of een gedwongen huwelijk kan meetellen, als u bang bent om naar uw land terug te gaan. Voor het persoonlijk onderhoud kunt u een vrouw of een man vragen.
stay-none-question = Ik heb nog geen kaart, of geen verblijfspapieren
stay-none-answer = Vraag snel advies aan een juridische dienst. Dringende zorg nodig? Ga naar een ziekenhuis. Het { -cpas } kan die zorg betalen en houdt dat geheim.
stay-order = <b>In welke volgorde?</b> Vraag eerst advies. Raadt men u aan om de Dienst Vreemdelingenzaken te verwittigen? Doe dat snel. Bewijzen: klacht, medisch attest, attest van een vluchthuis. In gevaar? Vertrek eerst.

## Who can help me?

help-title = Wie kan mij helpen?
help-danger = <b>In gevaar?</b> Bel meteen.
need-emergency = Noodgeval
need-listening = Praten zonder uw naam te zeggen
need-sexual = Na seksueel geweld
need-children = Voor kinderen
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
contact-evc-about = luisterend oor
contact-1712-about = elke vorm van geweld
contact-listening-about = luisterend oor
contact-children-about = luisterend oor
contact-abroad-about = ontvoering van een kind, of risico
contact-own-language-about = luisterend oor, in verschillende talen
contact-sexual-centres = Zorgcentra na Seksueel Geweld (ZSG)
contact-sexual-centres-about = zorg en sporenonderzoek, zo snel mogelijk, ook zonder klacht
contact-sexual-line-about = luisterend oor na seksueel geweld
contact-forced-marriage-about = luisterend oor en advies
contact-refuge-about = vluchthuis en begeleiding
contact-refuge-flanders-about = vluchthuizen met een geheim adres, via { $line-1712-name }
contact-trafficking-about = steun voor slachtoffers van mensenhandel
contact-legal-aid-about = advocaat, gratis naargelang uw inkomen
contact-legal-information-about = juridische informatie
contact-cire-about = sociale en juridische dienst
contact-rights-about = rechten van vreemdelingen
contact-health-about = toegang tot gezondheidszorg
contact-asylum-about = informatie over asiel

## Safety and colophon

safety-title = Hoe bescherm ik mij?
safety-paper = Kan deze folder u in gevaar brengen? Laat hem bij iemand die u vertrouwt. Leer een nummer uit het hoofd.
safety-traces = <b>Telefoon.</b> Oproepen, websites en QR-codes laten sporen na. Gebruik het toestel van iemand die u vertrouwt.
safety-word = <b>Geheim woord.</b> Kies een woord met iemand die u vertrouwt. Als u het zegt, belt die persoon { $police-phone }.
safety-bag = <b>Tas.</b> Leg klaar, maar niet thuis: uw papieren en die van de kinderen, verblijfskaart, bankkaart, sleutels, medicijnen, bewijzen. Laat kopieën in België voordat u naar uw land reist.
safety-code = <b>Deze code opent een website met hulp.</b> Het bezoek blijft in de geschiedenis van de telefoon staan.
colophon-information = Deze folder geeft algemene informatie. Hij vervangt het advies van een advocaat niet.
colophon-release = Versie { $release-version }, { $release-date }. Niet op de openbare weg gooien.
colophon-independent = { $cire-name }, het { $iefh-name } en de vermelde diensten hebben deze tekst niet geschreven of goedgekeurd.
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
answer-leave = Ja, meteen als u in gevaar bent. U verliest daardoor niet automatisch uw verblijfsrecht. Pagina { $page-danger }.
answer-stay-question = En mijn verblijfsrecht?
answer-stay = Het geweld kan meetellen bij de beslissing. Alles hangt af van uw kaart: zoek die op pagina { $page-guide }.
answer-complain-question = Moet ik een klacht indienen?
answer-complain = Nee, u beslist zelf. Een klacht helpt om het geweld te bewijzen, maar u hebt een plan nodig. Pagina { $page-steps }.
answer-money-question = Waarvan moet ik leven?
answer-money = Er zijn vluchthuizen en er is steun. Vraag advies voordat u geld aanvraagt: pagina { $page-money }.
answer-children-question = En mijn kinderen?
answer-children = U mag hen meenemen om hen te beschermen, maar blijf in België. Daarna beslist een rechter. Pagina { $page-children }.
answer-help-question = Wie kan mij helpen?
answer-help = Mensen die luisteren zonder uw naam te vragen. Hun nummers staan op pagina { $page-contacts }.

## The booklet, 1: how to read it safely

safe-title = Hoe lees ik dit boekje veilig?
safe-short-place = Lees het op een plaats waar niemand u in de gaten houdt.
safe-short-traces = Papier, oproepen en bezoeken aan websites laten sporen na.
safe-short-danger = Nu in gevaar? Bel { $police-phone } of vertrek.
safe-for-whom = Komt u uit een ander land en gebruikt uw partner geweld tegen u? Dan is dit boekje voor u. Het zegt wat u kunt doen, en wat er met uw verblijfsrecht in België gebeurt.
safe-everyone = Getrouwd, in een relatie of uit elkaar, met of zonder papieren, vrouw, man of van een ander gender: dit boekje is er voor u.
safe-paper-title = Het boekje op papier
safe-paper-keep = Bewaar dit boekje alleen als uw partner het niet kan vinden.
safe-paper-elsewhere = Lees het anders bij een organisatie, bij de dokter of bij iemand die u vertrouwt. Laat het daar.
safe-paper-number = Leer een nummer uit het hoofd, of schrijf het op onder een andere naam.
safe-phone-title = De telefoon en de computer
safe-phone-device = Het veiligst is een toestel waar uw partner niet bij kan: van een vriendin, een bibliotheek, een dienst.
safe-phone-calls = Een oproep blijft in de lijst met oproepen staan. Wis alleen deze oproep: een lege lijst valt op. Noodoproepen en gratis nummers staan niet op de factuur. Andere nummers kunnen er wel op staan.
safe-phone-sites = Een website blijft in de geschiedenis staan. Een QR-code opent een website: die laat hetzelfde spoor na.
safe-phone-file = Hebt u dit boekje als bestand gekregen? Verwijder het ook uit de downloads en uit de chat.
safe-phone-passwords = Alleen als het u niet in gevaar brengt: verander uw wachtwoorden op een veilig toestel (e-mail, bank, sociale media) en zet de locatie uit.
safe-phone-notice = <b>Let op.</b> Een plotse verandering kan opvallen. Controleert uw partner uw telefoon? Vraag dan eerst advies aan een hulplijn (pagina { $page-contacts }).
safe-use-title = Als u weinig tijd hebt
safe-use = Elk hoofdstuk begint met drie regels. Lees die regels. Lees daarna "{ danger-title }" (pagina { $page-danger }) en "{ help-title }" (pagina { $page-help }).
safe-law = <b>Wetten veranderen.</b> Elke situatie is anders. Wilt u een stap zetten voor uw verblijfsrecht? Laat uw papieren eerst aan een advocaat of een juridische dienst zien.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = Bij geweld krijgt de een macht over de ander.
violence-short-forms = Geweld is slaan, maar ook vernederen, geld afnemen of papieren verstoppen.
violence-short-fault = Het is nooit de schuld van het slachtoffer.
violence-everywhere = Het gebeurt in alle landen en alle milieus, bij koppels die getrouwd zijn of niet, van hetzelfde of van een verschillend geslacht. Meestal zijn de slachtoffers vrouwen. Maar ook mannen zijn slachtoffer. En soms gaat het geweld door als het koppel uit elkaar is.
violence-law = In België is partnergeweld verboden, ook tussen mensen die getrouwd zijn. Psychisch geweld is ook geweld.
signs-title = Signalen in het dagelijks leven
signs-intro = Is ook maar één van deze zinnen waar? Praat er met iemand over. Mijn partner...
sign-phone = leest mijn berichten en wil mijn wachtwoorden
sign-people = houdt mij weg van mijn familie en vrienden
sign-work = verbiedt mij om te werken of een cursus te volgen
sign-money = neemt mijn geld of mijn bankkaart af
sign-papers = verstopt mijn paspoort of mijn verblijfskaart
sign-threat = zegt: "Zonder mij verlies je je papieren"
sign-children = dreigt de kinderen af te pakken
sign-clothes = beslist wat ik draag en waar ik naartoe ga
sign-sex = dwingt mij tot seksuele handelingen
sign-fear = maakt mij bang: ik let op elk woord
cycle-intro = Het geweld is er niet elke dag. Vaak draait het in een cirkel:
cycle-tension = <b>De spanning.</b> Ik krijg van alles de schuld. Ik doe alles om een uitbarsting te vermijden.
cycle-attack = <b>Het geweld.</b> Geschreeuw, slagen, kapotte spullen, gedwongen seks.
cycle-excuses = <b>De uitvluchten.</b> "Het is jouw schuld. Ik kon er niet meer tegen. Je hebt het zelf gezocht."
cycle-promises = <b>De beloften.</b> Cadeaus, tranen: "Ik zal veranderen." De hoop komt terug.
cycle-again = Daarna stijgt de spanning weer. Met de tijd wordt het geweld erger en komt het vaker voor. Vroeg hulp vragen beschermt u.
hard-title = Waarom is vertrekken zo moeilijk?
hard-text = Omdat mensen bang zijn, nog van hun partner houden, blijven hopen. Omdat er de kinderen zijn, het geld, de papieren, de familie, de schaamte. Veel mensen vertrekken en keren terug, voordat ze voorgoed weggaan. Dat betekent niet dat u zwak bent. Elke stap telt, ook een kleine: praten, een nummer opschrijven, een kopie maken.
family-title = Als ook de familie geweld gebruikt
family-text = Het geweld kan ook van uw schoonfamilie komen, of van uw eigen familie. Zegt een van de twee niet vrij ja bij een huwelijk? Dan is het een gedwongen huwelijk: dat is verboden. Geweld "voor de eer" is verboden en strafbaar.

## The booklet, 3: am I in danger now?

danger-title = Ben ik nu in gevaar?
danger-short-call = Vreest u voor uw leven? Bel { $police-phone }, of vertrek.
danger-short-signs = Bepaalde signalen wijzen op ernstig gevaar.
danger-short-plan = Een plan dat al klaar is, helpt u om snel te vertrekken.
danger-say = Zeg waar u bent, wat er gebeurt, of er kinderen zijn, of er een wapen is. Zeg welke taal u spreekt.
danger-signs-title = De signalen van ernstig gevaar
danger-signs-intro = Bij een gewelddadige persoon maakt elk van deze signalen het gevaar groter. Eén signaal is genoeg om vandaag hulp te vragen.
danger-sign-neck = Uw partner heeft uw keel dichtgeknepen, of heeft geprobeerd u te wurgen.
danger-sign-weapon = Er is een wapen, of er zijn bedreigingen met een mes.
danger-sign-kill = Uw partner dreigt u, de kinderen of zichzelf te doden.
danger-sign-worse = Het geweld wordt erger of komt vaker voor.
danger-sign-follow = Uw partner sluit u op, of volgt u overal.
danger-sign-pregnancy = U bent zwanger, of u bent net bevallen.
danger-sign-leaving = U wilt vertrekken, of u bent net vertrokken. Dat is vaak het gevaarlijkste moment.
danger-neck = <b>Keel dichtgeknepen?</b> Ga meteen naar de spoed van een ziekenhuis, ook zonder sporen op uw huid.
danger-plan-title = Mijn plan om snel te vertrekken
danger-plan-exit = <b>Een uitgang.</b> Ik weet hoe ik buiten raak, overdag en 's nachts. Tijdens een uitbarsting blijf ik weg uit de keuken en uit kamers zonder uitgang.
danger-plan-word = <b>Een geheim woord.</b> Ik kies het met iemand die ik vertrouw. Als ik het zeg, belt die persoon { $police-phone }.
danger-plan-place = <b>Een plaats.</b> Ik weet waar ik naartoe kan: een vriendin of een buurman, een vluchthuis, een politiekantoor, een ziekenhuis.
danger-plan-bag = <b>Een tas.</b> Die staat klaar, niet thuis maar bij iemand die ik vertrouw. De lijst staat op pagina { $page-bag }.
danger-plan-children = <b>De kinderen.</b> Ze weten hoe ze naar buiten gaan en { $police-phone } bellen. Ze mogen mij niet verdedigen.
danger-plan-money = <b>Wat geld.</b> Genoeg voor een bus, een trein of een taxi.
danger-stay-title = Als ik voorlopig blijf
danger-stay = Blijven betekent niet dat u het geweld aanvaardt. U kunt al met een hulplijn praten, een kopie van uw papieren verstoppen of een buurvrouw inlichten. Laad uw telefoon op. Schrijf op wat er gebeurt en wanneer. Verandert er iets? Maak een nieuw plan.
danger-leave-title = Als ik meteen weg moet
danger-leave = Vertrek met uw kinderen, ook zonder tas, en blijf in België. Wilt u later uw spullen ophalen? Vraag de politie of ze met u kan meegaan. Het huis verlaten om uzelf te beschermen is geen fout.
danger-alarm = <b>Een alarm.</b> Bij groot gevaar kan het parket beslissen om een slachtoffer een alarmknop te geven. Die is verbonden met de hulpdiensten. Praat erover met de politie of met een hulporganisatie.
friend-title = Ik ben een vriendin, buurman of collega
friend-believe = Geloof de persoon. Oordeel niet. Zij of hij beslist.
friend-ask = Vraag hoe u kunt helpen en wanneer u veilig kunt bellen.
friend-keep = Bied aan om een tas, kopieën of een sleutel te bewaren.
friend-call = Hoort u geschreeuw? Bel { $police-phone }. Grijp niet alleen in.
friend-partner = Praat niet met de partner over het geweld.

## The booklet, 4: my rights, by the card that I hold

status-title = Welke rechten heb ik met mijn kaart?
status-short-everyone = Iedereen heeft het recht om zonder geweld te leven, met of zonder papieren.
status-short-violence = Wie het huis verlaat, verliest de kaart niet automatisch. Het geweld kan meetellen.
status-short-advice = De regels verschillen per kaart. Vraag eerst advies.
everyone-title = De rechten van iedereen
everyone-intro = Dit zijn uw rechten, met of zonder kaart. Hebt u geen verblijfspapieren? Lees pagina { $page-no-papers } voordat u naar de politie gaat.
everyone-after = De bescherming van uw verblijf kan ook gelden als het geweld begint of doorgaat nadat u het huis hebt verlaten. Laat dat nakijken.
everyone-myth =
    <b>"Je moet { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    } bij mij blijven."</b> Geloof dat niet. In veel situaties kan een slachtoffer vertrekken en het verblijfsrecht behouden. Uw situatie wordt verder in dit boekje uitgelegd.
guide-title = Wat is mijn situatie?
guide-intro = Volg de lijn en ga naar de pagina die er staat. Twijfelt u? Laat uw papieren aan een juridische dienst zien (pagina { $page-contacts }).
guide-partner = Mijn verblijf hangt af van mijn partner
guide-partner-eu = Mijn partner is Belg of EU-burger
guide-partner-other = Mijn partner is geen Belg en geen EU-burger
guide-partner-waiting = Ik wacht nog op mijn kaart
guide-protection = Ik heb België om bescherming gevraagd
guide-protection-asylum = Mijn asielaanvraag loopt nog, of ik heb de vluchtelingenstatus of subsidiaire bescherming
guide-none = Geen van deze situaties
guide-none-papers = Ik heb geen verblijfspapieren
guide-none-trafficking = Ik word of werd uitgebuit
guide-none-other = Ik ben bij mijn kind komen wonen, ik ben EU-burger, wij zijn niet getrouwd en niet wettelijk samenwonend, of ik heb tijdelijke bescherming
guide-none-own = Mijn verblijf hangt niet af van mijn partner, of ik ben Belg
eu-intro = U hebt een F-kaart, door een huwelijk of door wettelijke samenwoning. Met een F+-kaart is uw verblijf vaak zekerder: laat dat nakijken.
eu-control =
    Gedurende { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    } kan de { -office } nagaan of u nog aan de voorwaarden voldoet. Als u niet meer samenwoont, kan de dienst uw kaart intrekken. <b>Dat gebeurt niet automatisch.</b>
eu-reasons = De wet kent drie redenen om uw verblijfsrecht te behouden:
eu-reason-violence = <b>Geweld.</b> U hebt een "bijzonder schrijnende situatie" meegemaakt, zoals partnergeweld.
eu-reason-children = <b>Kinderen.</b> Door een akkoord of een vonnis hebt u het hoederecht over een kind, of het recht om het te zien, in België. Laat nakijken wat meetelt.
eu-reason-time =
    <b>Tijd.</b> Uw huwelijk, uw wettelijke samenwoning of uw leven samen heeft minstens { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } geduurd, waarvan minstens { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } jaar
       *[other] { $common-life-years-belgium } jaar
    } in België. Laat nakijken wat meetelt.
eu-one-reason =
    <b>Er wordt maar één van deze redenen gevraagd. Maar er kunnen andere voorwaarden zijn.</b> Een slachtoffer van geweld hoeft geen { $common-life-years ->
        [one] { $common-life-years } jaar
       *[other] { $common-life-years } jaar
    } te hebben samengewoond.
eu-weigh = De dienst kijkt ook naar de duur van uw verblijf, uw leeftijd, uw gezondheid, uw familie en uw banden met België. Vertel de dienst alles wat meetelt, met de hulp van een advocaat.
eu-lawyer =
    <b>Laat dit nakijken.</b> Is uw partner Belg? In principe vraagt de Dienst Vreemdelingenzaken geen inkomen meer van slachtoffers. Is uw partner burger van een ander EU-land? Dan moet u volgens de wet werk of een inkomen hebben, en een ziekteverzekering. Laat ook nakijken wanneer de periode van { $control-years ->
        [one] { $control-years } jaar
       *[other] { $control-years } jaar
    } begint. Een advocaat moet uw dossier bekijken.
other-intro = U bent door gezinshereniging bij uw man, uw vrouw of uw partner komen wonen. Die is geen Belg en geen EU-burger. Vaak hebt u een A-kaart. Alles hangt af van het verblijf van uw partner. De datum op de kaart van uw partner zegt niet zeker of dat verblijf beperkt is: vraag het aan een juridische dienst, niet aan uw partner.
other-column-stay = Verblijf van uw partner
other-column-you = Voor u
other-unlimited = Onbeperkt
other-unlimited-you =
    Tijdens { $protected-years ->
        [one] het eerste jaar
       *[other] de eerste { $protected-years } jaar
    } kan de Dienst Vreemdelingenzaken uw verblijf controleren. In principe mag de dienst er geen einde aan maken als u bepaalde feiten van geweld bewijst, gepleegd tijdens het huwelijk of de wettelijke samenwoning. Er wordt geen inkomen van u gevraagd.
other-limited = Beperkt: studie, werk...
other-limited-you = Deze bescherming bestaat niet. U kunt een verblijf om humanitaire redenen vragen. Vraag snel advies.
other-refugee = Vluchtelingenstatus of subsidiaire bescherming
other-refugee-you =
    De meningen verschillen. Volgens de Dienst Vreemdelingenzaken hebt u dezelfde bescherming als bij onbeperkt verblijf. Volgens anderen hebt u die niet tijdens { $protected-years ->
        [one] het eerste jaar
       *[other] de eerste { $protected-years } jaar
    }. Ga naar een advocaat voordat u naar de dienst schrijft of van adres verandert. In gevaar? Vertrek eerst.
other-proof = De wet geeft een lijst van feiten, zoals slagen of verkrachting. Vertel alles aan een advocaat: die zegt u of wat u meemaakt daarbij hoort, en welke bewijzen nodig zijn. Is er alleen psychisch geweld? Dat staat misschien niet op de lijst. Praat er toch over: de dienst moet er soms rekening mee houden.
waiting-title = Ik wacht nog op mijn kaart
waiting-text = U hebt uw kaart aangevraagd, maar nog niet gekregen. Uw papier heet bijvoorbeeld "{ $waiting-annex }", "{ $family-annex }" of "oranje kaart". Als het koppel uit elkaar gaat, kan de aanvraag geweigerd worden. Het is dan niet zeker dat het geweld genoeg is om te mogen blijven.
waiting-urgent = <b>Het is dringend.</b> Ga in de komende dagen naar een advocaat, zo mogelijk voordat u vertrekt. Maar bent u in gevaar? Vertrek dan eerst.
protection-title = Asiel en bescherming
protection-ground = Partnergeweld en een gedwongen huwelijk kunnen meetellen in een asielaanvraag, als u bang bent om naar uw land terug te keren. Praat erover, ook als u er in het begin niets over hebt gezegd.
protection-interview = Voor het gesprek over uw aanvraag (het "persoonlijk onderhoud") kunt u een vrouw vragen, of een man: zowel voor de ambtenaar als voor de tolk.
protection-own = Hangt uw aanvraag samen met die van uw partner? Vraag aan uw advocaat of ze apart kan worden behandeld.
protection-refugee = Hebt u zelf de vluchtelingenstatus of subsidiaire bescherming? Dat is uw eigen status. Vraag toch aan een advocaat of die gekoppeld is aan de status van uw partner.
protection-centre = Woont u in een opvangcentrum? Zeg aan iemand van het team dat u in gevaar bent. Vraag een plaats in een ander centrum.
no-papers-title = Ik heb geen verblijfspapieren
no-papers-care = <b>Zorg.</b> Hebt u geen geld? Het { -cpas } van de plaats waar u verblijft, betaalt dan de dringende medische hulp. U hebt een attest van een dokter nodig. Ook preventie hoort daarbij. Het { -cpas } houdt dit geheim. Na seksueel geweld verzorgt een ZSG u, ook zonder klacht.
no-papers-refuge = <b>Een vluchthuis.</b> Zeg aan de telefoon dat u geen verblijfspapieren hebt. Vraag welk vluchthuis u kan opvangen.
no-papers-stay = <b>Een verblijf.</b> Een aanvraag om humanitaire of medische redenen is soms mogelijk. Vraag advies voordat u naar de Dienst Vreemdelingenzaken schrijft: met een aanvraag geeft u ook uw adres.
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
    } krijgen, die verlengd kunnen worden. De centra staan op pagina { $page-contacts }.
other-cases-title = Een andere situatie
case-child = <b>Ik ben bij mijn kind komen wonen.</b> De regels hangen af van uw kind en van zijn of haar kaart. Vraag advies voordat u iets doet.
case-eu = <b>Ik ben zelf EU-burger.</b> Misschien hebt u een eigen verblijfsrecht, door werk, studie of een inkomen. Vraag advies voordat u geld vraagt aan het { -cpas }.
case-unmarried = <b>Wij zijn niet getrouwd en niet wettelijk samenwonend.</b> Kijk waardoor u uw kaart hebt: door de relatie, een kind, werk? Laat die kaart aan een juridische dienst zien.
case-temporary = <b>Ik heb tijdelijke bescherming.</b> Vraag aan een juridische dienst of die van uw partner afhangt.

## The booklet, 5: what do I do, step by step?

steps-title = Wat doe ik, stap voor stap?
steps-short-order = Eerst advies. Daarna, als men mij dat aanraadt, de { -office }.
steps-short-proof = Bewaar bewijzen, maar niet thuis.
steps-short-danger = In gevaar? Vertrek eerst: de rest kan wachten.
step-advice = <b>Ik vraag advies.</b> Een dienst, een organisatie of een advocaat luistert naar u en zegt wat mogelijk is. U hoeft nog niets te beslissen.
step-office = <b>Als men mij dat aanraadt, verwittig ik de { -office }.</b> Doe dat snel, voordat de dienst het van anderen hoort: bewijzen kunnen later volgen. Schrijf naar { $office-mail }, vanaf een e-mailadres waar uw partner niet bij kan. Of stuur een aangetekende brief naar dit adres: { $office-address }. Hebt u geen verblijfspapieren, of nog geen kaart? Schrijf niet zonder advocaat.
letter-title = Voor mijn brief
letter-name = Mijn naam, mijn geboortedatum, mijn dossiernummer
letter-facts = Wat er gebeurd is, met de datums
letter-wish = Wat ik vraag: mijn verblijfsrecht behouden
letter-proof = Kopieën van de bewijzen, nooit de originelen
letter-address = Een veilig adres voor het antwoord
letter-copy = Een kopie van de brief, die ik bewaar
letter-example-title = Een voorbeeld
# A letter that can be sent as it stands. The other languages print it too.
letter-example =
    (Plaats, datum) Betreft: behoud van mijn verblijfsrecht na partnergeweld, dossier (nummer)

    Geachte mevrouw, geachte heer,

    Ik ben slachtoffer van geweld door mijn partner, (naam). Dit zijn de feiten: (feiten, datums). (Als dat zo is:) Sinds (datum) woon ik niet meer samen met deze persoon. Bij deze brief vindt u kopieën van mijn bewijzen: (lijst). Ik vraag u om mijn verblijfsrecht te mogen behouden. Gelieve ook rekening te houden met: (duur van het verblijf, leeftijd, gezondheid, kinderen, werk, banden met België). Ik wil mijn situatie graag toelichten voordat u een beslissing neemt. Gelieve uw brieven naar dit adres te sturen: (veilig adres). Gelieve dit adres aan niemand mee te delen, ook niet aan mijn partner.

    Hoogachtend, (handtekening, naam, geboortedatum, nationaliteit)
letter-language = De brief moet in het Frans, het Nederlands of het Duits zijn: andere talen worden niet aanvaard. Laat hem nalezen door een juridische dienst voordat u hem verstuurt.
step-office-answer = <b>U mag uw situatie uitleggen.</b> Voordat de Dienst Vreemdelingenzaken beslist, moet die u de kans geven om uw mening te zeggen. Antwoord binnen de termijn, samen met een advocaat.
step-proof = <b>Ik verzamel bewijzen.</b> Ze tellen allemaal, ook de kleine. Bewaar ze niet thuis.
proof-column-what = Wat
proof-column-where = Waar
proof-police = Klacht, proces-verbaal
proof-police-where = Bij de politie: vraag een kopie
proof-medical = Medisch attest
proof-medical-where = Bij de dokter, in het ziekenhuis, in een ZSG
proof-letter = Ander attest
proof-letter-where = Bij vluchthuis, organisatie, sociale dienst, school
proof-messages = Berichten, foto's
proof-messages-where = Op uw telefoon: stuur ze naar iemand die u vertrouwt. Wis daarna, als dat veilig is, het verzonden bericht, alleen op uw eigen telefoon. Bewaar de originelen
proof-witness = Getuigenissen
proof-witness-where = Buren, vrienden, familie: op papier, met datum en handtekening
proof-psychological = Psychisch geweld is moeilijker te bewijzen. Schrijf de feiten en de datums op. Praat er vroeg over met een dokter, een psycholoog of een dienst.
step-complaint = <b>Ik dien een klacht in, als dat goed is voor mij.</b> Een klacht helpt om het geweld te bewijzen. Maar het geweld kan er ook erger door worden: zorg eerst voor uw veiligheid. Ook zonder klacht kan de politie een proces-verbaal schrijven, en kan het parket optreden. Hebt u geen verblijfspapieren? Lees eerst pagina { $page-no-papers }.
complaint-any = Elk politiekantoor moet uw klacht opschrijven. Weigeren mag niet.
complaint-with = Iemand die u vertrouwt, mag meekomen. U kunt vragen om met een vrouwelijke agent te praten.
complaint-language = U hebt recht op een tolk tijdens het verhoor, en op een vertaling van wat u hebt gezegd.
complaint-read = Laat de tekst aan u voorlezen. Teken alleen als alles klopt. Vraag een kopie.
complaint-injured = Teken een "verklaring van benadeelde persoon": dan hoort u wat er met de klacht gebeurt. Geef een veilig adres.
step-doctor = <b>Ik ga naar een dokter.</b> Toon alle verwondingen. Praat ook over uw angst en uw slaap. Vraag een attest van arbeidsongeschiktheid: dat is nuttig, ook als u niet werkt.
step-doctor-sexual =
    <b>Na seksueel geweld.</b> Ga zo snel mogelijk naar een Zorgcentrum na Seksueel Geweld (ZSG), het best binnen { $evidence-hours ->
        [one] { $evidence-hours } uur
       *[other] { $evidence-hours } uur
    }. Soms zijn er nog sporen tot { $evidence-days ->
        [one] { $evidence-days } dag
       *[other] { $evidence-days } dagen
    } later. Probeer u niet te wassen, en stop de kleren die u droeg in een papieren zak. Hebt u zich al gewassen, of is het langer geleden? Ga toch. De zorg is gratis, dag en nacht. U hoeft geen klacht in te dienen.
step-ban =
    <b>Ik vraag aan de politie een huisverbod voor mijn partner.</b> Het parket beslist. Het kan de gewelddadige persoon verbieden om het huis binnen te komen en u te contacteren. Dit "tijdelijk huisverbod" duurt hoogstens { $home-ban-days ->
        [one] { $home-ban-days } dag
       *[other] { $home-ban-days } dagen
    }. Er moet een ernstig en onmiddellijk gevaar zijn, niet noodzakelijk een misdrijf. De familierechtbank kan het verbod verlengen met hoogstens { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } maand
       *[other] { $home-ban-extension-months } maanden
    }.
step-leave = <b>Ik vertrek.</b> Kies een moment waarop uw partner ver weg is. Neem de kinderen en de papieren mee, en blijf in België. Zet uw telefoon uit: die kan tonen waar u bent. Een vluchthuis kan u opvangen op een geheim adres. Bewaar een bewijs van de reden waarom u vertrekt.
step-address =
    <b>Ik bescherm mijn nieuwe adres.</b> Vraag de gemeente schriftelijk, met uw redenen, om de "niet-mededeling" van uw adres. Dat geldt { $address-months ->
        [one] { $address-months } maand
       *[other] { $address-months } maanden
    } en u kunt het laten verlengen. Maar door een gerechtsdeurwaarder, een brief van de rechtbank of een dossier bij de rechtbank kan het adres toch bekend raken. Vraag uw advocaat en de politie om het niet op te schrijven. Hebt u geen woning? Vraag een "referentieadres" aan het { -cpas }.
step-lawyer = <b>Ik zoek een advocaat.</b> Bij de juridische eerstelijnsbijstand is het eerste advies gratis voor iedereen. Daarna is hulp pro Deo gratis of gedeeltelijk gratis, afhankelijk van uw inkomen. Vraag iemand die het vreemdelingenrecht kent.
step-refused =
    <b>Een negatieve beslissing?</b> U hebt { $appeal-days ->
        [one] { $appeal-days } dag
       *[other] { $appeal-days } dagen
    } om in beroep te gaan, soms minder. Ga dezelfde dag nog naar een advocaat, met de brief en de envelop.
divorce-title = En de echtscheiding?
divorce-text = Een echtscheiding of het einde van een wettelijke samenwoning kan gevolgen hebben voor uw verblijfsrecht. Vraag advies voordat u tekent. Vraag ook of de Belgische echtscheiding geldt in uw land.
divorce-sham = <b>Dreigt iemand het huwelijk nietig te laten verklaren, of te zeggen dat het een "schijnhuwelijk" is?</b> Teken niets zonder advies. Bewaar bewijzen van uw leven samen: foto's, berichten, getuigen. Ga snel naar een advocaat.
papers-title = Mijn papieren zijn afgepakt
papers-report = <b>De kaart.</b> Hebt u geen verblijfsrecht? Lees eerst pagina { $page-no-papers }. Hebt u een kaart? Zeg aan de politie dat die verstopt, gestolen of vernietigd is. Vraag daarna aan de gemeente een voorlopig document en een nieuwe kaart.
papers-passport = <b>Het paspoort.</b> Uw consulaat kan u een nieuw paspoort geven. Hebt u bescherming gevraagd of gekregen, of bent u bang voor de overheid van uw land? Ga niet naar het consulaat, maar vraag eerst advies.
papers-copies = <b>Kopieën.</b> Met foto's van elk document krijgt u makkelijker nieuwe papieren. Bewaar ze op een veilige plaats, niet op een telefoon die uw partner controleert.
after-title = Na mijn vertrek
after-address = <b>Het adres.</b> De Dienst Vreemdelingenzaken kan zien dat u van adres verandert: vraag eerst advies. Schrijf u daarna in bij uw nieuwe gemeente, en vraag haar om het adres niet door te geven. Of vraag een referentieadres aan het { -cpas }. Anders kan de gemeente u uit de registers schrappen.
after-card = <b>De kaart.</b> Vraag de nieuwe aan de gemeente vóór de einddatum.
after-post = <b>De post.</b> Wie te laat antwoordt, kan een recht verliezen. Laat uw brieven doorsturen naar een veilig adres.
abroad-title = Als ik in mijn land word achtergelaten
abroad-before = <b>Vóór een reis.</b> Houd uw paspoort, uw kaart en het ticket voor de terugreis bij u. Geef kopieën en de datum van uw terugkeer aan iemand in België die u vertrouwt. U bent niet verplicht om mee te reizen. Is weigeren gevaarlijk? Bel eerst een hulplijn.
abroad-there = <b>Ter plaatse.</b> Ga snel naar de Belgische ambassade of het Belgische consulaat. Verwittig een organisatie of een advocaat in België. Wacht niet: als uw kaart niet meer geldig is, of als u lang weg bent, is terugkeren moeilijk.
money-title = Waarvan moet ik leven?
money-account = Open een bankrekening op uw naam, met een veilig adres. Laat uw loon erop storten. Uw partner kan dat merken: vraag eerst advies.
money-allowance = Vraag aan het kinderbijslagfonds (in Vlaanderen: Groeipakket) wie het geld voor de kinderen moet krijgen.
money-cpas = Het { -cpas } kan helpen. Maar financiële steun kan tegen u meetellen bij een beslissing over uw verblijfsrecht: vraag eerst advies.
money-rent = Staat uw naam in het huurcontract? Als u vertrekt, loopt het contract door. Vraag advies voordat u stopt met betalen.

## The booklet, 6: my children

children-title = En mijn kinderen?
children-short-harm = Geweld doet kinderen pijn, ook als ze het niet zien.
children-short-leave = U mag met hen vertrekken om hen te beschermen, maar blijf in België.
children-short-judge = Een rechter beslist over het hoederecht, niet uw partner.
children-feel = Kinderen horen het, voelen het aan en zijn bang. Sommige slapen slecht of hebben buikpijn. Sommige worden agressief, andere te braaf. Dat is niet hun schuld, en ook niet de uwe.
children-say-title = Wat ik hun kan zeggen
children-say-fault = "Het is niet jouw schuld."
children-say-safe = "Verdedig mij niet. Ga naar buiten en roep hulp."
children-say-talk = "Je mag er met iemand over praten."
children-say-listen = Luister naar hen, maar vraag hun niet om tussen hun ouders te kiezen. Verwittig hun dokter of hun school als u die vertrouwt. Ook zij kunnen bellen, zonder hun naam te zeggen:
children-leave-title = Als ik met hen vertrek
children-leave-papers = Neem hun papieren mee, hun gezondheidsboekje, iets waar ze van houden.
children-leave-belgium = <b>Blijf in België.</b> Een kind meenemen naar een ander land zonder akkoord van de andere ouder of van een rechter kan een ontvoering zijn. Is er al een vonnis over de kinderen? Vraag advies voordat u met hen het huis verlaat. In gevaar? Vertrek met hen, maar blijf in België.
children-leave-school = Zeg aan de school wie hen komt afhalen. Zonder beslissing van een rechter kan ze de andere ouder vaak niet weigeren: vraag die beslissing snel.
children-leave-stay = Hun verblijfsrecht kan afhangen van dat van een ouder: vraag ook advies voor hen.
children-court-title = Wie beslist voor hen?
children-court = Als de ouders uit elkaar zijn, beslist de familierechtbank waar de kinderen wonen en wanneer ze elke ouder zien. Vraag snel een schriftelijke beslissing, samen met een advocaat. Vertel de rechter over het geweld: bezoeken kunnen op een plaats met toezicht gebeuren.
children-abroad = <b>Bent u bang dat iemand hen naar het buitenland meeneemt?</b> Leg hun paspoorten op een veilige plaats. Praat er meteen over met een advocaat, met de politie of met { $child-focus-name }: { $child-focus-phone }.
children-taken = <b>"Ze zullen je de kinderen afpakken."</b> Veel gewelddadige partners zeggen dat. Hulp vragen betekent niet dat u uw kinderen verliest: zo beschermt u hen.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Onmiddellijk gevaar: { $police-phone } voor de politie, { $ambulance-phone } voor een ambulance of de brandweer.
help-short-talk = Om te praten: { $ecoute-violences-conjugales-phone } in het Frans, { $line-1712-phone } in het Nederlands.
help-short-any = U kunt bellen zonder dat u iets beslist hebt.
help-language = Spreekt u de taal van de dienst niet? Zeg de naam van uw taal en vraag een tolk: veel diensten kunnen er een bellen. Iemand die u vertrouwt, kan voor u bellen. Vraag niet aan een kind om te vertalen.
help-change = De nummers en de uren kunnen veranderen.
contacts-title = Alle nummers
sexual-centres-where = Er zijn centra in { $sexual-centre-cities }. De andere nummers staan op { $sexual-violence-centres-site }.
local-title = Bij mij in de buurt (in te vullen)
call-title = Wat gebeurt er als ik bel?
call-text = Een opgeleide medewerker luistert naar u. U hoeft uw naam niet te zeggen. De medewerker kan vragen stellen over uw veiligheid en uw kinderen. U antwoordt als u wilt, en u mag op elk moment ophangen. De medewerker beslist niets in uw plaats. Bereid een vraag voor, en leg iets klaar om te schrijven als dat veilig is.
who-title = Wie doet wat?
who-column-service = De dienst
who-column-does = Wat die doet
who-line = Hulplijn, organisatie
who-line-does = Luistert, geeft advies, helpt met een plan. Verwittigt niemand zonder uw akkoord, behalve bij ernstig gevaar.
who-refuge = Vluchthuis
who-refuge-does = Kan u en uw kinderen opvangen en begeleiden, op een geheim adres. Vaak volzet: probeer er meer dan één.
who-legal = Juridische dienst
who-legal-does = Legt uw rechten uit, helpt u om naar de Dienst Vreemdelingenzaken te schrijven.
who-victims = Hulp aan slachtoffers: politie, justitiehuis, Veilig Huis
who-victims-does = Luistert en begeleidt, vóór, tijdens en na een klacht, ook zonder klacht. Bij de politie heet dat slachtofferbejegening, in het justitiehuis slachtofferonthaal.
who-planning = Centrum voor gezinsplanning (<span lang="fr">planning familial</span>)
who-planning-does = Advies over relaties, anticonceptie, zwangerschap. Dokter, jurist, psycholoog. In Vlaanderen: CAW (welzijn) of CGG (geestelijke gezondheid).
who-social = Sociale dienst, { -cpas }
who-social-does = Helpt met geld, een woning en zorg, en met het invullen van papieren.
who-doctor = Dokter, ziekenhuis
who-doctor-does = Verzorgt en schrijft een attest. Wat u zegt, blijft geheim, behalve bij ernstig gevaar.
who-police = Politie
who-police-does = Beschermt bij nood, schrijft de klacht op. Geen verblijfspapieren? Lees pagina { $page-no-papers }. In gevaar? Bel toch.

## The booklet, 8: my bag, my notes

bag-title = Wat moet ik meenemen?
bag-short-ready = Leg een tas of kopieën klaar, maar niet thuis.
bag-short-papers = Eerst de papieren: die van u en van de kinderen.
bag-short-write = Schrijf in dit boekje alleen wat iedereen zonder gevaar mag lezen.
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
bag-copies = Laat kopieën of foto's van alle papieren bij iemand die u vertrouwt. Geen tijd? Vertrek zonder tas.
notes-title = Mijn notities
notes-hint = Datums, namen, dossiernummers. Kan uw partner dit boekje vinden? Schrijf ze dan ergens anders op.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Woorden uitgelegd
word-asylum = Asiel
word-asylum-text = Bescherming door een land, voor wie in het eigen land gevaar loopt.
word-cohabitation = Wettelijke samenwoning
word-cohabitation-text = Samenwonen als koppel met een verklaring bij de gemeente, zonder huwelijk. In het Frans: <span lang="fr">cohabitation légale</span>.
word-cpas = { -cpas }
word-cpas-text = De sociale dienst van de gemeente: steun, dringende zorg, referentieadres. In het Frans: CPAS.
word-cpvs = ZSG
word-cpvs-text = Zorgcentrum na Seksueel Geweld: zorg, sporenonderzoek en hulp, op één plaats. In het Frans: CPVS.
word-reference = Referentieadres
word-reference-text = Een officieel adres voor uw post, als u geen woning hebt. In het Frans: <span lang="fr">adresse de référence</span>.
word-subsidiary = Subsidiaire bescherming
word-subsidiary-text = Bescherming voor iemand die in het eigen land ernstig gevaar loopt, zonder vluchtelingenstatus.
word-ban = Tijdelijk huisverbod
word-ban-text = Het bevel aan de gewelddadige persoon om het huis te verlaten en u niet meer te contacteren. In het Frans: <span lang="fr">interdiction temporaire de résidence</span>.
word-office = { -office }
word-office-text = De overheidsdienst (DVZ) die over het verblijf in België beslist. In het Frans: <span lang="fr">Office des étrangers</span>.
word-prosecutor = Parket
word-prosecutor-text = De magistraten die beslissen wat er met een klacht gebeurt. In het Frans: <span lang="fr">parquet</span>.
word-injured = Benadeelde persoon
word-injured-text = Het slachtoffer dat schriftelijk heeft gevraagd om op de hoogte te blijven van de zaak. In het Frans: <span lang="fr">personne lésée</span>.
word-statement = Proces-verbaal
word-statement-text = De tekst waarin de politie opschrijft wat ze heeft gezien en gehoord. In het Frans: <span lang="fr">procès-verbal</span>.
word-prodeo = Pro Deo
word-prodeo-text = De hulp van een advocaat, gratis of gedeeltelijk gratis.
word-appeal = Beroep
word-appeal-text = Een rechter vragen om een beslissing opnieuw te bekijken. In het Frans: <span lang="fr">recours</span>.
word-refuge = Vluchthuis
word-refuge-text = Een huis met een geheim adres, om een tijd veilig te wonen.
word-reunification = Gezinshereniging
word-reunification-text = Het verblijfsrecht dat iemand krijgt om met een familielid te leven. In het Frans: <span lang="fr">regroupement familial</span>.
word-humanitarian = Verblijf om humanitaire redenen
word-humanitarian-text = Een verblijf dat de Dienst Vreemdelingenzaken in een uitzonderlijke situatie kan geven. De dienst is niet verplicht om het te geven.
word-permit = Verblijfskaart, verblijfstitel
word-permit-text = De kaart of het document dat bewijst dat iemand in België mag wonen. In het Frans: <span lang="fr">titre de séjour</span>.
word-trafficking = Mensenhandel
word-trafficking-text = Iemand werven of vasthouden om die persoon uit te buiten.
word-court = Familierechtbank
word-court-text = De rechter voor echtscheiding, hoederecht en de woning van het koppel. In het Frans: <span lang="fr">tribunal de la famille</span>.

## The booklet: last page

back-title = Kan dit boekje u in gevaar brengen?
back-numbers = Leer een nummer uit het hoofd.
back-leave = Laat dit boekje daarna bij iemand die u vertrouwt, of gooi het in een vuilnisbak, ver van huis.
booklet-information = Dit boekje geeft algemene informatie. Het vervangt het advies van een advocaat niet.
booklet-deposit = Wettelijk depot: in te vullen vóór het drukken.

## The pocket card

card-say = <b>Zeg</b> waar u bent, wat er gebeurt en welke taal u spreekt.
card-traces = <b>Bellen laat sporen na.</b> Geen noodgeval? Gebruik de telefoon van iemand die u vertrouwt.
card-keep = <b>Kan deze kaart u in gevaar brengen?</b> Onthoud een nummer en gooi de kaart in een vuilnisbak, ver van huis.
# The outside must not tell what the card is about.
card-release = Versie { $release-version }, { $release-date }. Niet op de openbare weg gooien.
