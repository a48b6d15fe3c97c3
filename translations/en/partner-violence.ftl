# Texts of the brochure in English.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. The French and Dutch names in brackets are the ones on letters and doors.
-office = Immigration Office (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>)
-cpas = CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Practical information

## Cover

cover-title = Living without violence
cover-question = I come from another country and my partner hurts me. What are my rights in Belgium?

## What is partner violence?

violence-title = What is partner violence?
violence-definition = In an argument, two people talk to each other as equals. With violence, one person controls the other through fear.
forms-title = It takes different forms
form-body = <b>The body.</b> Hitting, pushing, strangling, locking you in, not letting you eat or sleep.
form-words = <b>Words.</b> Insulting or humiliating you, threatening to take the children.
form-papers = <b>Papers.</b> Hiding or destroying your documents, threatening to have you sent back to your country.
form-money = <b>Money.</b> Taking your wages or your bank card, putting debts in your name, forbidding you to work.
form-sexuality = <b>Sex.</b> Forcing you to have sex, even within marriage. Stopping you from using contraception.
form-control = <b>Control.</b> Watching your phone, cutting you off from your family and friends.
cycle-title = It comes back, and it gets worse
cycle-text = Tension, attack, excuses, promises: then it all starts again, often worse. Children suffer too, even when they are in the next room.
violence-not-your-fault = <b>It is never your fault.</b> Nothing justifies violence: not jealousy, not alcohol, not religion, not culture.

## What are my rights?

rights-title = What are my rights?
rights-everyone = In Belgium, everyone has the right to live without violence, with or without papers.
right-leave = <b>Leaving.</b> You can leave home to be safe. You do not automatically lose your right to stay. You can take your children with you, but stay in Belgium.
right-complain = <b>Reporting to the police (<span lang="fr">porter plainte</span> / <span lang="nl">klacht indienen</span>).</b> Every police station must write down your complaint. Someone you trust can come with you. Ask for a copy of the signed text.
right-care = <b>Getting medical care.</b> The doctor can write a certificate: it is proof, even of psychological suffering.
right-home =
    <b>Staying in your home.</b> Ask the police to have the violent person removed. The public prosecutor can ban that person from the home and from contacting you, for up to { $home-ban-days ->
        [one] { $home-ban-days } day
       *[other] { $home-ban-days } days
    }.
right-address = <b>Protecting your address.</b> Ask your town hall (<span lang="fr">commune</span>/<span lang="nl">gemeente</span>), in writing, not to give it out. A court file can still show it: ask your lawyer.
right-papers = <b>Replacing your papers.</b> If they were hidden or destroyed, tell the police, then your town hall.
right-lawyer = <b>Talking to a lawyer.</b> The first advice is free at a legal advice session.
rights-no-papers = <b>No papers?</b> If you are in danger, call { $police-phone } anyway. The police must help you, but they can arrest you because you have no right to stay. If you are not in danger, talk to a support organisation first.

## What are my rights: the residence card

stay-title = What about my right to stay?
stay-eu-question = My partner is Belgian, or from a European Union (EU) country
stay-eu-answer =
    Violence can be a reason to keep your card, even without { $common-life-years ->
        [one] { $common-life-years } year
       *[other] { $common-life-years } years
    } of living together. There may be other conditions, such as an income and health insurance, especially if your partner is not Belgian. See a lawyer.
stay-other-question = My partner is neither Belgian nor from the EU
stay-other-answer =
    If your partner's right to stay is unlimited: for the { $protected-years ->
        [one] first year
       *[other] first { $protected-years } years
    }, the { -office } can check yours. Normally, it cannot end your right to stay if you prove certain acts, such as hitting or rape. If your partner's right to stay is limited: this protection does not exist, but another application is sometimes possible. In both cases, see a lawyer.
stay-asylum-question = I am applying for asylum
stay-asylum-answer = Partner violence and forced marriage can be taken into account, if you fear going back to your country. You can ask to have your interview with a woman, or with a man.
stay-none-question = I have no card yet, or no papers
stay-none-answer = Get advice quickly from a legal advice service. In an emergency, go to a hospital. The local welfare office ({ -cpas }) can pay for urgent care: it keeps what you say secret.
stay-order = <b>In what order?</b> First, get advice. Then, if you are advised to, tell the Immigration Office quickly. Proof: complaint, medical certificate, letter from a refuge. In danger? Leave first.

## Who can help me?

help-title = Who can help me?
help-danger = <b>In danger?</b> Call straight away.
need-emergency = Emergency
need-listening = Talk without giving your name
need-sexual = After sexual violence
need-children = For children
need-rights = My rights, my right to stay
need-refuge = A refuge
need-trafficking = Human trafficking
need-forced-marriage = Forced marriage
need-health = Health

region-brussels = Brussels
region-flanders = Flanders
region-wallonia = Wallonia
region-german-speaking = German-speaking Community

contact-police = Police
contact-ambulance = Ambulance, fire
contact-evc-about = partner violence
contact-1712-about = any kind of violence
contact-listening-about = someone to talk to
contact-children-about = someone to talk to
contact-abroad-about = child abduction, or risk of it
contact-own-language-about = someone to talk to, in several languages
contact-sexual-centres = Sexual Assault Centres (CPVS/ZSG)
contact-sexual-centres-about = medical care and evidence, as soon as possible, even without a complaint
contact-sexual-line-about = someone to talk to after sexual violence
contact-forced-marriage-about = someone to talk to, and advice
contact-refuge-about = refuge and support
contact-refuge-flanders-about = refuges at a secret address, through { $line-1712-name }
contact-trafficking-about = support for victims of trafficking
contact-legal-aid-about = a lawyer, free or partly free, by income
contact-legal-information-about = legal information
contact-cire-about = social and legal service
contact-rights-about = rights of foreign nationals
contact-health-about = access to healthcare
contact-asylum-about = information about asylum

## Safety and colophon

safety-title = Keeping myself safe
safety-paper = If this paper could put you in danger, learn a number by heart, then leave the paper with someone you trust.
safety-traces = <b>Phone.</b> Calls, websites and QR codes leave traces. Use the device of someone you trust.
safety-word = <b>Secret word.</b> Choose a word with someone you trust. When you say it, that person calls { $police-phone }.
safety-bag = <b>Bag, away from home.</b> Your papers and your children's, residence permit, bank card, keys, medicines, proof. Before a trip to your country, leave copies in Belgium.
safety-code = <b>This code opens a website that offers help.</b> The visit stays in the phone's history.
colophon-information = This leaflet gives general information. It does not replace advice from a lawyer.
colophon-release = Version { $release-version }, { $release-date }. Please do not litter.
colophon-independent = This text was not written or approved by { $cire-name }, by the { $iefh-name } or by the services named.
colophon-publisher = Responsible publisher: to be completed before printing.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = In danger? Police { $police-phone } · Emergency { $ambulance-phone }
contents-title = In this booklet
contents-intro = You do not need to read it all. Choose your question.

## The booklet: six questions, six answers

answers-title = Six questions, six answers
answer-leave-question = Can I leave?
answer-leave = Yes, straight away if you are in danger. Leaving does not automatically make you lose your right to stay. Page { $page-danger }.
answer-stay-question = What about my right to stay?
answer-stay = The violence can be taken into account in the decision. Everything depends on your card: find yours on page { $page-guide }.
answer-complain-question = Do I have to report the violence to the police?
answer-complain = No, you decide. A complaint to the police helps to prove the violence, but you need a plan first. Page { $page-steps }.
answer-money-question = What will I live on?
answer-money = There are refuges and other kinds of help. Get advice before you ask for money: page { $page-money }.
answer-children-question = What about my children?
answer-children = You can take them with you to protect them, but stay in Belgium. A judge then decides. Page { $page-children }.
answer-help-question = Who can help me?
answer-help = People who listen without asking for your name. The list of their numbers starts on page { $page-contacts }.

## The booklet, 1: how to read it safely

safe-title = How can I read this booklet safely?
safe-short-place = Read it where nobody is watching you.
safe-short-traces = Paper, calls and visits to websites leave traces.
safe-short-danger = In danger now? Call { $police-phone } or leave.
safe-for-whom = This booklet is for anyone who comes from another country and whose partner hurts them. It tells you what you can do, and what happens to your right to stay in Belgium.
safe-everyone = You may be married, in a relationship or separated, with or without papers. You may be a woman, a man or a person of another gender. This booklet is for you.
safe-paper-title = Paper
safe-paper-keep = Keep this booklet only if your partner cannot find it.
safe-paper-elsewhere = If not, read it at a support organisation, at the doctor's or at the home of someone you trust, and leave it there.
safe-paper-number = Learn a number by heart, or write it down under another name.
safe-phone-title = Phone and computer
safe-phone-device = The safest device is one that your partner cannot touch: a friend's, or one in a library or at a support organisation.
safe-phone-calls = A call stays in the call list. Delete only this call: an empty list can be noticed. Emergency calls and free numbers are not on the bill. Other numbers can be on it.
safe-phone-sites = A website stays in the history. A QR code opens a website: it leaves the same trace.
safe-phone-file = Did you receive this booklet as a file? Delete it from your downloads and from the chat too.
safe-phone-passwords = If it does not put you in danger, change your passwords from a safe device: email, bank, social media. Turn off location tracking on your phone.
safe-phone-notice = <b>Be careful.</b> A sudden change can be noticed. If your partner controls your phone, get advice from a helpline first (page { $page-contacts }).
safe-use-title = If you have little time
safe-use = Each chapter begins with three lines. Read these lines, then "{ danger-title }" (page { $page-danger }) and "{ help-title }" (page { $page-help }).
safe-law = <b>Laws change.</b> Every situation is different. Before you take any step about your right to stay, show your papers to a lawyer or a legal advice service.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = With violence, one person takes power over the other.
violence-short-forms = It is not only hitting: words, money and papers are also used to hurt.
violence-short-fault = It is never the victim's fault.
violence-everywhere = It happens in every country and every social group. It happens to couples who are married or not, of the same sex or of different sexes. Most often, the victims are women. Men are victims too. And it sometimes goes on after the separation.
violence-law = In Belgium, partner violence is forbidden, even between married people. Psychological violence is violence too.
signs-title = Everyday signs
signs-intro = If even one of these is true, talk to someone about it. My partner...
sign-phone = reads my messages and wants my passwords
sign-people = stops me from seeing my family and friends
sign-work = forbids me to work or to take a course
sign-money = keeps my money or my bank card
sign-papers = hides my passport or my residence permit
sign-threat = says: "Without me, you'll lose your papers"
sign-children = threatens to take the children
sign-clothes = decides what I wear and when I go out
sign-sex = forces me into sexual acts
sign-fear = frightens me: I watch every word I say
cycle-intro = The violence is not there every day. Often, it goes round in a circle:
cycle-tension = <b>Tension.</b> I am blamed for everything. I do all I can to avoid a crisis.
cycle-attack = <b>Attack.</b> Shouting, hitting, broken things, forced sex.
cycle-excuses = <b>Excuses.</b> "It's your fault. I couldn't take any more. You asked for it."
cycle-promises = <b>Promises.</b> Gifts, tears: "I'm going to change." Hope comes back.
cycle-again = Then the tension builds up again. Over time, the attacks become more violent and more frequent. Asking for help early protects you.
hard-title = Why is it so hard to leave?
hard-text = Because you are afraid, because you still love your partner, because you hope. Because of the children, money, papers, family, shame. Many people leave and come back before they finally leave. This does not mean that you are weak. Every step counts, even a small one: talking, writing down a number, making a copy.
family-title = When the family gets involved
family-text = Violence can also come from your partner's family, or from your own. A marriage without the free consent of both people is a forced marriage: it is forbidden. Violence in the name of "honour" is forbidden and punished.

## The booklet, 3: am I in danger now?

danger-title = Am I in danger now?
danger-short-call = Do you fear for your life? Call { $police-phone }, or leave.
danger-short-signs = Some signs warn of serious danger.
danger-short-plan = A plan made in advance helps you leave quickly.
danger-say = Say where you are and what is happening. Say if there are children, and if there is a weapon. Say which language you speak.
danger-signs-title = The signs of serious danger
danger-signs-intro = With a violent person, each of these signs means more danger. Just one is enough to ask for help today.
danger-sign-neck = Your partner has squeezed your neck, or has tried to strangle you.
danger-sign-weapon = There is a weapon, or threats with a knife.
danger-sign-kill = Your partner threatens to kill you or the children, or threatens suicide.
danger-sign-worse = The violence is getting stronger or more frequent.
danger-sign-follow = Your partner locks you in, or follows you everywhere.
danger-sign-pregnancy = You are pregnant, or you have just had a baby.
danger-sign-leaving = You want to leave, or have just left: often the most dangerous time.
danger-neck = <b>Did someone squeeze your neck?</b> Go straight to a hospital emergency department, even if you see no mark.
danger-plan-title = My plan for leaving quickly
danger-plan-exit = <b>A way out.</b> I know how to get out, by day and by night. During a crisis, I avoid the kitchen and rooms with no way out.
danger-plan-word = <b>A secret word.</b> Someone I trust knows it. If I say it, they call { $police-phone }.
danger-plan-place = <b>A place.</b> I know where: friend, neighbour, refuge, police, hospital.
danger-plan-bag = <b>A bag.</b> It is ready, away from home. The list is on page { $page-bag }.
danger-plan-children = <b>The children.</b> They get out and call { $police-phone }. They must not defend me.
danger-plan-money = <b>A little money.</b> For a bus, a train or a taxi.
danger-stay-title = If I stay for now
danger-stay = Staying does not mean accepting. You can already talk to a helpline, hide a copy of your papers, tell a neighbour, keep your phone charged, and note what happens and when. If something changes, change your plan.
danger-leave-title = If I have to leave straight away
danger-leave = Leave with your children, even without a bag, and stay in Belgium. To get your things later, ask the police if they can come with you. Leaving home to protect yourself is not wrong.
danger-alarm = <b>An alarm button.</b> In great danger, the public prosecutor may give you one that calls for help. Ask the police or a helpline.
friend-title = I am a friend, neighbour or colleague
friend-believe = Believe the person. Do not judge or decide for them.
friend-ask = Ask how you can help, and when it is safe to call.
friend-keep = Offer to keep a bag, copies, a key.
friend-call = Do you hear screams? Call { $police-phone }. Do not act alone.
friend-partner = Do not talk to the partner about the violence.

## The booklet, 4: my rights, by the card that I hold

status-title = What are my rights, depending on my card?
status-short-everyone = Everyone has the right to live without violence, with or without papers.
status-short-violence = Leaving home does not automatically make you lose your card. The violence can be taken into account.
status-short-advice = The rules depend on your card. Get advice first.
everyone-title = The rights that everyone has
everyone-intro = These rights are yours, with or without a card. No papers? Read page { $page-no-papers } before you go to the police.
everyone-after = The protection of your right to stay can also apply if the violence starts or goes on after you have left home. Have a lawyer check this.
everyone-myth =
    <b>"You have to stay with me for { $control-years ->
        [one] { $control-years } year
       *[other] { $control-years } years
    }."</b> Do not believe it. In many situations, a victim can leave and keep their right to stay. Your own situation is explained further on.
guide-title = What is my situation?
guide-intro = Follow the line and go to the page shown. If you are not sure, show your papers to a legal advice service (list from page { $page-contacts }).
guide-partner = My right to stay depends on my partner
guide-partner-eu = My partner is Belgian, or from an EU country
guide-partner-other = My partner is neither Belgian nor from an EU country
guide-partner-waiting = I am still waiting for my card
guide-protection = I have asked Belgium for protection
guide-protection-asylum = My asylum application is in progress, or I have refugee status or subsidiary protection
guide-none = None of these
guide-none-papers = I have no papers
guide-none-trafficking = I am being exploited, or I was exploited
guide-none-other = I joined my child, I come from an EU country, we are neither married nor in a legal cohabitation, or I have temporary protection
guide-none-own = My right to stay does not depend on my partner, or I am Belgian
eu-intro = You have an F card (<span lang="fr">carte F</span> / <span lang="nl">F-kaart</span>), through marriage or legal cohabitation. With an F+ card, your right to stay is often more secure: have a lawyer check this.
eu-control =
    For { $control-years ->
        [one] { $control-years } year
       *[other] { $control-years } years
    }, the { -office } can check if the conditions are still met. If you no longer live together, it can take away the card. <b>This is not automatic.</b>
eu-reasons = The law names three reasons to keep your right to stay:
eu-reason-violence = <b>Violence.</b> You have lived through a particularly difficult situation, such as partner violence.
eu-reason-children = <b>Children.</b> By agreement or by court decision, you have custody of a child, or the right to see a child, in Belgium. Have a lawyer check what counts.
eu-reason-time =
    <b>Time.</b> The marriage, the legal cohabitation or your life together lasted at least { $common-life-years ->
        [one] { $common-life-years } year
       *[other] { $common-life-years } years
    }, including at least { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } year
       *[other] { $common-life-years-belgium } years
    } in Belgium. Have a lawyer check what counts.
eu-one-reason =
    <b>You need only one of these reasons. But there may be other conditions.</b> A victim of violence does not need { $common-life-years ->
        [one] { $common-life-years } year
       *[other] { $common-life-years } years
    } of living together.
eu-weigh = The Immigration Office also looks at the length of your stay, your age, your health, your family and your ties with Belgium. Tell it everything that matters, with the help of a lawyer.
eu-lawyer =
    <b>Check this with a lawyer.</b> If your partner is Belgian: normally, the Immigration Office no longer asks victims for an income. If your partner is from another EU country: the law asks for work or an income, and for health insurance. Also ask the lawyer when the { $control-years ->
        [one] { $control-years } year begins
       *[other] { $control-years } years begin
    }. A lawyer needs to look at your file.
other-intro = You joined your husband, wife or partner, who is neither Belgian nor from an EU country. This is family reunification. People in this situation often have an A card (<span lang="fr">carte A</span> / <span lang="nl">A-kaart</span>). Everything depends on your partner's right to stay. The date on your partner's card is not enough to know if it is limited: ask a legal advice service, not your partner.
other-column-stay = Their right to stay
other-column-you = For you
other-unlimited = Unlimited
other-unlimited-you =
    During the { $protected-years ->
        [one] first year
       *[other] first { $protected-years } years
    }, the Immigration Office can check your right to stay. Normally, it cannot end it if you prove certain acts of violence. These acts must have happened during the marriage or legal cohabitation. You are not asked for an income.
other-limited = Limited: studies, work...
other-limited-you = This protection does not exist. You can apply for permission to stay for humanitarian reasons. Get advice quickly.
other-refugee = Refugee status or subsidiary protection
other-refugee-you =
    Opinions differ. The Immigration Office says that you have the same protection as with an unlimited right to stay. Others say that you do not have it during the { $protected-years ->
        [one] first year
       *[other] first { $protected-years } years
    }. See a lawyer before you write to the Immigration Office or change your address. In danger? Leave first.
other-proof = The law gives a list of acts, such as hitting or rape. Tell a lawyer everything: the lawyer will say if what you are living through is on the list, and what proof you need. Psychological violence alone may not be on the list. Talk about it anyway: the Immigration Office sometimes has to take it into account.
waiting-title = I am still waiting for my card
waiting-text = You have applied for your card, but you do not have it yet. Your paper is called, for example, "{ $waiting-annex }", "{ $family-annex }" (in Dutch: <span lang="nl">bijlage</span>) or "orange card" (<span lang="fr">carte orange</span> / <span lang="nl">oranje kaart</span>). If you and your partner separate, the application can be refused. At this stage, it is not certain that you can stay because of the violence.
waiting-urgent = <b>It is urgent.</b> See a lawyer in the next few days, if possible before you leave. But if you are in danger, leave first.
protection-title = Asylum and protection
protection-ground = Partner violence and forced marriage can be taken into account in an asylum application, if you fear going back to your country. Talk about them, even if you did not do so at the start.
protection-interview = You can ask to have your interview with a woman, or with a man. This is possible for both the officer and the interpreter.
protection-own = Is your application linked to your partner's? Ask your lawyer if it can be separated.
protection-refugee = Do you have refugee status or subsidiary protection yourself? This status is yours. Ask a lawyer if it was linked to your partner's status.
protection-centre = Do you live in a reception centre? Tell a member of staff that you are in danger. Ask for a place in another centre.
no-papers-title = I have no papers
no-papers-care = <b>Care.</b> If you have no money, the { -cpas } (local welfare office) where you live pays for urgent medical care (<span lang="fr">aide médicale urgente</span> / <span lang="nl">dringende medische hulp</span>). You need a doctor's certificate. Preventive care is covered too. The { -cpas } keeps what you say secret. After sexual violence, a Sexual Assault Centre (CPVS/ZSG) treats you, even without a complaint.
no-papers-refuge = <b>A refuge.</b> Say on the phone that you have no papers. Ask which refuge can take you in.
no-papers-stay = <b>Permission to stay.</b> An application for humanitarian or medical reasons is sometimes possible. Get advice before you write to the Immigration Office: an application also gives it your address.
trafficking-title = I am being exploited
trafficking-text = Did someone bring you here, or is someone holding you, to make money from your work, your body or your papers? This can be human trafficking, even if that person is your partner. Belgium protects victims, on three conditions:
trafficking-condition-contact = You no longer have contact with the people who exploit you.
trafficking-condition-centre = You accept help from a specialised centre.
trafficking-condition-inquiry = You cooperate with the investigation.
trafficking-time =
    First, you have { $reflection-days ->
        [one] { $reflection-days } day
       *[other] { $reflection-days } days
    } to think. After that, you can receive residence documents for { $trafficking-document-months ->
        [one] { $trafficking-document-months } month
       *[other] { $trafficking-document-months } months
    }, which can be renewed. The centres are in the list that starts on page { $page-contacts }.
other-cases-title = Another situation
case-child = <b>I joined my child.</b> The rules depend on the child and on the child's card. Get advice before you take any official step.
case-eu = <b>I come from an EU country myself.</b> You may have your own right to stay, through work, studies or an income. Get advice before you ask the { -cpas } for money.
case-unmarried = <b>We are neither married nor in a legal cohabitation.</b> What is your card based on: your relationship, a child, work? Show it to a legal advice service.
case-temporary = <b>I have temporary protection.</b> Ask a legal advice service if it depends on your partner.

## The booklet, 5: what do I do, step by step?

# accept final-punctuation: in English this title is no question
steps-title = What to do, step by step
steps-short-order = First, advice. Then, if I am advised to, the { -office }.
steps-short-proof = Keep proof, away from home.
steps-short-danger = In danger? Leave first: the rest can wait.
step-advice = <b>I get advice.</b> A helpline, a support organisation or a lawyer listens to you and tells you what is possible. You do not have to decide anything yet.
step-office = <b>If I am advised to, I tell the { -office }.</b> Do it quickly, before it hears about it from others: proof can follow later. Write to { $office-mail }, from an email account that your partner cannot open. Or send a registered letter to this address: { $office-address }. No papers, or no card yet? Do not write without a lawyer.
letter-title = For my letter
letter-name = My name, my date of birth, my file number, my partner's name
letter-facts = What happened, with the dates
letter-wish = What I ask for: to keep my right to stay
letter-proof = Copies of the proof, never the originals
letter-address = A safe address for the reply, for example that of a support organisation
letter-copy = A copy of the letter, which I keep
letter-example-title = An example
letter-example =
    (Place, date) Subject: keeping my right to stay after violence, file (number)

    Dear Sir or Madam,

    I have been a victim of violence by my partner, (name). These are the facts: (facts, dates). (If this is the case:) Since (date), I have no longer lived with this person. With this letter, you will find copies of my proof: (list). I ask to keep my right to stay. Please also take into account: (length of stay, age, health, children, work, ties with Belgium). Before you decide, I would like to explain my situation. Please send your letters to this address: (safe address). Please do not give this address to anyone, including my partner.

    (Signature, name, date of birth, nationality)
letter-language = The letter must be in French, Dutch or German: other languages are not accepted. Ask a legal advice service to check it before you send it. You can send the French or the Dutch letter. The English version only helps you to understand it: do not send it.
step-office-answer = <b>You can explain your situation.</b> Before it decides, the Immigration Office must let you give your view. Answer its letter within the time limit, with a lawyer.
step-proof = <b>I collect proof.</b> All of it counts, even small things. Keep it away from home.
proof-column-what = What
proof-column-where = Where
proof-police = Complaint, police report
proof-police-where = From the police: ask for a copy
proof-medical = Medical certificate
proof-medical-where = From a doctor, a hospital, a Sexual Assault Centre (CPVS/ZSG)
proof-letter = Signed letter (<span lang="fr">attestation</span>/<span lang="nl">attest</span>)
proof-letter-where = From the refuge, the support organisation, social services, the school
proof-messages = Messages, photos
proof-messages-where = On your phone: send them to someone you trust. Then, if it is safe, delete the message that you sent, on your own phone only. Keep the originals
proof-witness = Witness accounts
proof-witness-where = Neighbours, friends, family: in writing, with date and signature
proof-psychological = Psychological violence is harder to prove. Note the facts and the dates. Talk about it early with a doctor, a psychologist or a support organisation.
step-complaint = <b>I report the violence to the police (I make a complaint), if it is right for me.</b> A complaint helps to prove the violence. But it can also make the violence worse: plan for your safety first. Even without a complaint, the police can write a police report, and the public prosecutor can act. No papers? Read page { $page-no-papers } first.
complaint-any = Every police station must write down your complaint. It cannot refuse.
complaint-with = Someone you trust can come with you. You can ask to speak to a woman police officer.
complaint-language = You have the right to an interpreter during the police interview (<span lang="fr">audition</span>/<span lang="nl">verhoor</span>), and to a translation of what you said.
complaint-read = Have the text read back to you. Sign only if it is right. Ask for a copy.
complaint-injured = Sign a "declaration of injured party" (<span lang="fr">déclaration de personne lésée</span> / <span lang="nl">verklaring van benadeelde persoon</span>): you will be told what happens to the complaint. Give a safe address.
step-doctor = <b>I go to a doctor.</b> Show all your injuries. Talk about your fear and your sleep too. Ask for a certificate of incapacity for work (<span lang="fr">incapacité de travail</span> / <span lang="nl">arbeidsongeschiktheid</span>): it is useful even if you do not work.
step-doctor-sexual =
    <b>After sexual violence.</b> Go to a Sexual Assault Centre (CPVS/ZSG) as soon as possible, ideally within { $evidence-hours ->
        [one] { $evidence-hours } hour
       *[other] { $evidence-hours } hours
    }. Evidence can sometimes be found for up to { $evidence-days ->
        [one] { $evidence-days } day
       *[other] { $evidence-days } days
    }. If possible, do not wash, and put your clothes in a paper bag. Have you washed, or was it longer ago? Go anyway. It is free, and open day and night. You do not have to make a complaint.
step-ban =
    <b>I ask the police to have the violent person removed.</b> The public prosecutor (<span lang="fr">parquet</span>/<span lang="nl">parket</span>) decides. The prosecutor can ban the violent person from the home and from contacting you, for up to { $home-ban-days ->
        [one] { $home-ban-days } day
       *[other] { $home-ban-days } days
    }. This is the "temporary home ban" (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>). The danger must be serious and immediate. There does not have to be a crime. The family court can extend the ban by up to { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } month
       *[other] { $home-ban-extension-months } months
    }.
step-leave = <b>I leave.</b> Choose a time when your partner is far away. Take the children and the papers, and stay in Belgium. Turn off your phone: it can show where you are. A refuge can house you at a secret address. Keep proof of the reason why you left.
step-address =
    <b>I protect my new address.</b> Ask your town hall (<span lang="fr">commune</span>/<span lang="nl">gemeente</span>), in writing and with your reasons, not to give it out ("<span lang="fr">non communicable</span>" / "<span lang="nl">niet-meedelen van het adres</span>"). This is valid for { $address-months ->
        [one] { $address-months } month
       *[other] { $address-months } months
    } and can be renewed. But a bailiff, a court summons or a court file can still show it. Ask your lawyer and the police not to write it down. If you have no home, ask the { -cpas } for a "reference address" (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>).
step-lawyer = <b>I look for a lawyer.</b> At a legal advice session (<span lang="fr">permanence d'aide juridique</span> / <span lang="nl">juridische eerstelijnsbijstand</span>), the first advice is free for everyone. After that, depending on your income, "pro deo" help is free, or partly free. Ask for someone who knows immigration law.
step-refused =
    <b>A negative decision?</b> You have { $appeal-days ->
        [one] { $appeal-days } day
       *[other] { $appeal-days } days
    } to appeal, sometimes less. Go to a lawyer the same day, with the letter and its envelope.
divorce-title = What about divorce?
divorce-text = A divorce or the end of a legal cohabitation can affect your right to stay. Get advice before you sign. Also ask if the Belgian divorce will be valid in your country of origin.
divorce-sham = <b>Is someone threatening to have the marriage annulled (cancelled), or to call it a "sham marriage" (<span lang="fr">mariage blanc</span> / <span lang="nl">schijnhuwelijk</span>)?</b> Do not sign anything without advice. Keep proof of your life together: photos, messages, names of witnesses. See a lawyer quickly.
papers-title = My papers were taken from me
papers-report = <b>The card.</b> If you have no right to stay, read page { $page-no-papers } first. If you have a card, tell the police that it is hidden, stolen or destroyed. Then ask your town hall for a temporary document and a new card.
papers-passport = <b>The passport.</b> Your consulate can give you a new one. Have you asked for protection or received it, or are you afraid of the authorities of your country? Do not go to the consulate: get advice first.
papers-copies = <b>Copies.</b> A photo of each document helps you to replace them all. Keep the photos in a safe place, not on a phone that someone is watching.
after-title = After I leave
after-address = <b>The address.</b> The Immigration Office can see that you change address: get advice, and tell it first. Then register at your new town hall, and ask it not to give out the address. Or ask the { -cpas } for a reference address. If you do neither, the town hall can remove you from its registers.
after-card = <b>The card.</b> Ask your town hall for the new one before the end date.
after-post = <b>The post.</b> A late reply can make you lose a right. Have your letters sent on to a safe address.
abroad-title = If I am left behind in my country of origin
abroad-before = <b>Before a trip.</b> Keep your passport, your card and the return ticket on you. Leave copies and a return date with someone you trust in Belgium. You do not have to go. Is it dangerous to say no? Call a helpline first.
abroad-there = <b>Once you are there.</b> Go quickly to the Belgian embassy or consulate. Tell a support organisation or a lawyer in Belgium. Do not wait: if the card is no longer valid, or after a long absence, it is difficult to come back.
money-title = What will I live on?
money-account = Open a bank account in your own name, with a safe address. Have your wages paid into it. Your partner may notice: get advice first.
money-allowance = Ask the child benefit fund (<span lang="fr">allocations familiales</span> / <span lang="nl">kinderbijslag, Groeipakket</span>) who should receive the money for the children.
money-cpas = The { -cpas } can help. But help in the form of money can count against you in a decision about your right to stay: get advice first.
money-rent = Is your name on the rental contract? Leaving does not end the contract. Get advice before you stop paying.

## The booklet, 6: my children

children-title = What about my children?
children-short-harm = Violence harms children, even when they do not see it.
children-short-leave = You can leave with them to protect them, but stay in Belgium.
children-short-judge = A judge, not your partner, decides on custody.
children-feel = Children hear it, sense it and are afraid. Some sleep badly or have stomach aches. Some become aggressive, others too well behaved. It is not their fault, and it is not yours.
children-say-title = What I can say to them
children-say-fault = "It's not your fault."
children-say-safe = "Don't defend me. Get out, and call for help."
children-say-talk = "You have the right to talk to someone about it."
children-say-listen = Listen to them without asking them to choose between their parents. Tell their doctor or their school if you trust them. Children can call too, without giving their name:
children-leave-title = If I leave with them
children-leave-papers = Take their papers, their health record book and something they love.
children-leave-belgium = <b>Stay in Belgium.</b> Taking a child to another country without the agreement of the other parent or of a judge can be child abduction. If there is already a court decision about the children, get advice before you leave home with them. In danger? Leave with them, but stay in Belgium.
children-leave-school = Tell the school who collects them. Without a judge's decision, it often cannot refuse the other parent: ask quickly for this decision.
children-leave-stay = Their right to stay can depend on a parent's: get advice for them too.
children-court-title = Who decides for them?
children-court = After a separation, the family court decides where they live and when they see each parent. Ask quickly for a written decision, with a lawyer. Tell the judge about the violence: visits can take place somewhere supervised.
children-abroad = <b>Do you fear that someone will take them abroad?</b> Put their passports in a safe place. Talk straight away to a lawyer, to the police or to { $child-focus-name }: { $child-focus-phone }.
children-taken = <b>"They'll take your children away."</b> Many violent partners say this. Asking for help does not mean losing your children: it means protecting them.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Immediate danger: { $police-phone } for the police, { $ambulance-phone } for ambulance and fire.
help-short-talk = To talk: { $ecoute-violences-conjugales-phone } in French, { $line-1712-phone } in Dutch.
help-short-any = You can call without having decided anything.
help-language = Do you not speak the language of the service? Say the name of your language and ask for an interpreter: many services can call one. Someone you trust can call for you. Do not ask a child to translate.
help-change = The numbers and hours can change.
contacts-title = All the numbers
sexual-centres-where = There are centres in { $sexual-centre-cities }. The other numbers are on { $sexual-violence-centres-site }.
local-title = Help near me (to be filled in)
call-title = What happens in a call?
call-text = A trained person listens to you. You do not have to say your name. They may ask about your safety and your children. You answer if you want to, and you can end the call at any time. They decide nothing for you. Have a question ready, and something to write with if that is safe.
who-title = Who does what?
who-column-service = The service
who-column-does = What it does
who-line = Helpline, support organisation
who-line-does = Listens, advises, helps you make a plan. Tells no one without your agreement, except in serious danger.
who-refuge = Refuge
who-refuge-does = Can house and support you, at a secret address, with your children. Often full: try several.
who-legal = Legal advice service
who-legal-does = Explains your rights, helps you write to the Immigration Office.
who-victims = Victim support: police, <span lang="fr">maison de justice</span> / <span lang="nl">justitiehuis</span>
who-victims-does = Listens to you and supports you before, during and after a complaint to the police, or without one.
who-planning = Family planning centre (<span lang="fr">planning familial</span>)
who-planning-does = Gives advice about your relationship, contraception and pregnancy. Has a doctor, a legal adviser and a psychologist.
who-social = Social services, { -cpas }
who-social-does = Helps with money, housing, care and filling in papers.
who-doctor = Doctor, hospital
who-doctor-does = Gives care and writes a certificate. Keeps what you say secret, except in serious danger.
who-police = Police
who-police-does = Protects you in an emergency, writes down your complaint. No papers? Read page { $page-no-papers }. If you are in danger, call anyway.

## The booklet, 8: my bag, my notes

bag-title = What should I take with me?
bag-short-ready = Prepare a bag, or copies, away from home.
bag-short-papers = Papers first: yours and your children's.
bag-short-write = Write in this booklet only what is safe for others to read.
bag-list-title = My bag
bag-identity = Identity card, passport
bag-permit = Residence permit
bag-children = Children's papers
bag-certificates = Marriage and birth certificates
bag-money = Bank cards, money
bag-keys = Keys
bag-medicine = Medicines, prescriptions
bag-proof = Proof, medical certificates
bag-pay = Payslips, rental contract
bag-phone = Phone and charger
bag-clothes = Clothes for a few days
bag-toy = Something each child loves
bag-copies = Leave copies or photos of all the papers with someone you trust. No time? Leave without a bag.
notes-title = My notes
notes-hint = Dates, names, file numbers. If your partner could find this booklet, write them somewhere else.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Words explained
word-asylum = Asylum
word-asylum-text = The protection of a country for a person in danger in their own country.
word-cohabitation = Legal cohabitation (<span lang="fr">cohabitation légale</span> / <span lang="nl">wettelijke samenwoning</span>)
word-cohabitation-text = A couple registered at the town hall, without marriage.
word-cpas = { -cpas }
word-cpas-text = The local welfare office of your town: help, urgent medical care, reference address.
word-cpvs = Sexual Assault Centre (CPVS/ZSG)
word-cpvs-text = <span lang="fr">Centre de prise en charge des violences sexuelles</span> / <span lang="nl">Zorgcentrum na Seksueel Geweld</span>: medical care, evidence and help, in one place.
word-reference = Reference address (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>)
word-reference-text = An official address for your post, when you have no home.
word-subsidiary = Subsidiary protection (<span lang="fr">protection subsidiaire</span> / <span lang="nl">subsidiaire bescherming</span>)
word-subsidiary-text = Protection for a person in serious danger in their own country, without refugee status.
word-ban = Temporary home ban (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>)
word-ban-text = The order to the violent person to leave the home and to stop contacting you.
word-office = { -office }
word-office-text = The authority that decides about the right to stay in Belgium.
word-prosecutor = Public prosecutor (<span lang="fr">parquet</span>/<span lang="nl">parket</span>)
word-prosecutor-text = The legal officials who decide what happens after a complaint.
word-injured = Injured party (<span lang="fr">personne lésée</span> / <span lang="nl">benadeelde persoon</span>)
word-injured-text = A victim, wounded or not, who has asked, in writing, to be kept informed about the case.
word-statement = Police report (<span lang="fr">procès-verbal</span>/<span lang="nl">proces-verbaal</span>)
word-statement-text = The text in which the police write down what they saw and heard.
word-prodeo = Pro deo
word-prodeo-text = Help from a lawyer that is free, or partly free.
word-appeal = Appeal (<span lang="fr">recours</span>/<span lang="nl">beroep</span>)
word-appeal-text = Asking a judge to look at a decision again.
word-refuge = Refuge (<span lang="fr">refuge</span>/<span lang="nl">vluchthuis</span>)
word-refuge-text = A house at a secret address, where you can live in safety for some time.
word-reunification = Family reunification (<span lang="fr">regroupement familial</span> / <span lang="nl">gezinshereniging</span>)
word-reunification-text = The right to stay that a person gets in order to live with a family member.
word-humanitarian = Permission to stay for humanitarian reasons
word-humanitarian-text = Permission that the Immigration Office can give in an exceptional situation. It does not have to give it.
word-permit = Residence permit
word-permit-text = The card or document that proves that you can live in Belgium.
word-trafficking = Human trafficking
word-trafficking-text = Recruiting or keeping a person in order to exploit them.
word-court = Family court (<span lang="fr">tribunal de la famille</span> / <span lang="nl">familierechtbank</span>)
word-court-text = The judge for divorce, custody of the children and the couple's home.

## The booklet: last page

back-title = Could this booklet put you in danger?
back-numbers = Learn a number by heart.
back-leave = Then leave this booklet with someone you trust, or throw it in a bin, far from home.
booklet-information = This booklet gives general information. It does not replace advice from a lawyer.
booklet-deposit = Legal deposit: to be completed before printing.

## The pocket card

card-say = <b>Say</b> where you are, what is happening and your language.
card-traces = <b>Calls leave traces.</b> If it is not an emergency, use the phone of someone you trust.
card-keep = <b>Could this card put you in danger?</b> Learn a number by heart, then throw the card in a bin, far from home.
card-release = Version { $release-version }, { $release-date }. Please do not litter.
