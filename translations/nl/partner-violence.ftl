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
