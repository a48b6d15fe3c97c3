# Texts of the brochure in English.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. The French or Dutch name in brackets is the one on letters.
-office = Immigration Office (Office des étrangers)
-cpas = local welfare office (CPAS/OCMW)

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Practical information

## Cover

cover-title = Living without violence
cover-question = I come from another country and my partner hurts me. What are my rights in Belgium?

## What is partner violence?

violence-title = What is partner violence?
violence-definition = In an argument, two people talk to each other as equals. With violence, one of them takes power over the other. Fear takes hold.
forms-title = It takes different forms
form-body = <b>The body.</b> Hitting, pushing, strangling, locking you in.
form-words = <b>Words.</b> Insulting or humiliating you, threatening to take the children.
form-papers = <b>Papers.</b> Hiding your documents, threatening to make you lose your right to stay.
form-money = <b>Money.</b> Taking your wages or your bank card, forbidding you to work.
form-sexuality = <b>Sex.</b> Forcing you to have sex, even within marriage. Stopping you from using contraception.
form-control = <b>Control.</b> Watching your phone, cutting you off from your family and friends.
cycle-title = It comes back, and it gets worse
cycle-text = Tension, attack, apologies, promises: then it all starts again, often worse. Children suffer too, even when they are in the next room.
violence-not-your-fault = <b>It is never your fault.</b> Nothing justifies violence: not jealousy, not alcohol, not religion, not culture.

## What are my rights?

rights-title = What are my rights?
rights-everyone = In Belgium, everyone has the right to live without violence, with or without papers.
right-leave = <b>Leaving.</b> You can leave home to be safe. This does not automatically make you lose your right to stay in Belgium.
right-complain = <b>Making a complaint.</b> Every police station must write down your complaint. Someone you trust can come with you. Ask for a copy of your statement.
right-care = <b>Getting medical care.</b> The doctor can write a certificate. It is proof, for psychological suffering too.
right-home =
    <b>Staying in your home.</b> The public prosecutor can ban the violent person from the home, at first for up to { $home-ban-days ->
        [one] { $home-ban-days } day
       *[other] { $home-ban-days } days
    }.
right-address = <b>Hiding your address.</b> Ask your town hall (commune) not to give it out.
right-lawyer = <b>Talking to a lawyer.</b> A first legal consultation is free for everyone.
rights-no-papers = <b>No papers?</b> The police must help you like any other victim. But they can also arrest you because of your residence status. Go there with a support organisation.

## What are my rights: the residence card

stay-title = What about my right to stay?
stay-intro = Leaving can affect your residence card. But the violence counts in the decision.
stay-eu-question = My partner is Belgian, or comes from a European Union country
stay-eu-answer =
    Violence is a reason to let you keep your card. In that case, you do not need to have lived together for { $common-life-years ->
        [one] { $common-life-years } year
       *[other] { $common-life-years } years
    }. See a lawyer about the other conditions.
stay-other-question = I came to join someone from outside the European Union
stay-other-answer =
    Is their right to stay unlimited? If you prove the violence, the { -office } cannot take away your right to stay during the { $protected-years ->
        [one] first year
       *[other] first { $protected-years } years
    }. Is their right to stay limited? Get advice quickly.
stay-asylum-question = I am applying for asylum
stay-asylum-answer = Partner violence and forced marriage count in your application. You can ask to have your interview with a woman, or with a man.
stay-none-question = I have no card yet, or no papers
stay-none-answer = Get advice quickly. For urgent medical care, go to the { -cpas }: it keeps what you say secret.
stay-order = <b>In what order?</b> First, get advice. Then tell the { -office } quickly, with proof: complaint, medical certificate, statement from a refuge. In danger? Leave first.

## Who can help me?

help-title = Who can help me?
help-danger = <b>In danger?</b> Call straight away.
need-emergency = Emergency
need-listening = Talk without giving your name
need-sexual = After sexual violence
need-children = For children and young people
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
contact-ambulance = Ambulance, fire service
contact-evc-about = partner violence
contact-1712-about = any kind of violence
contact-listening-about = someone to talk to
contact-children-about = someone to talk to
contact-sexual-centres = Sexual Assault Centres
contact-sexual-centres-about = care, without having to make a complaint
contact-sexual-line-about = support line after sexual violence
contact-forced-marriage = Forced marriage
contact-refuge-about = refuge and support
contact-refuge-flanders-about = refuges at a secret address, through { $line-1712-name }
contact-trafficking-about = support for victims of trafficking
contact-legal-about = legal information
contact-cire-about = social and legal service
contact-rights-about = rights of foreign nationals
contact-health-about = access to healthcare
contact-asylum-about = information about asylum

## Safety and colophon

safety-title = Keeping myself safe
safety-paper = If this paper could put you in danger, memorise a number, then leave the paper with someone you trust.
safety-traces = <b>Phone.</b> Calls, websites and QR codes leave traces. Use a device that belongs to someone you trust.
safety-word = <b>Secret word.</b> Choose a word with someone you trust. When you say it, that person calls { $police-phone }.
safety-bag = <b>Bag.</b> Pack your papers, residence permit, children’s papers, bank card, keys, medicines and proof. Leave copies somewhere else.
safety-code = <b>This code opens a website that offers help.</b> The visit stays in the phone’s history.
colophon-information = This leaflet gives general information. It does not replace advice from a lawyer.
colophon-release = Version { $release-version }, { $release-date }. Please do not litter.
colophon-independent = { $cire-name }, { $iefh-name } and the services named did not write or approve this text.
colophon-publisher = Responsible publisher: to be completed before printing.
