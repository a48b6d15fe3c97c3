# The interface of the translator's page, in English.
# The reader is a volunteer who has never seen a terminal. Plain words, short sentences, no jargon of programmers.

# Neutral: what stands in the browser's history must not say what the texts are about.
title = Texts
loading = One moment…
skip-to-texts = Go to the texts
skip-to-pages = Go to the pages

## The bar

language = Language
edition = Edition
edition-leaflet = Leaflet
edition-booklet = Booklet
edition-large = Large print
edition-card = Card
edition-panels = { $n ->
    [one] { $n } panel
   *[other] { $n } panels
}
save-all = Save all
menu = Menu
working-as = You work as { $who }.
interface-language = Language of this page
help = How it works
forget = Forget this computer
close = Close
cancel = Cancel
save-state-all-saved = All is saved
save-state-unsaved = { $n ->
    [one] { $n } text not saved yet
   *[other] { $n } texts not saved yet
}
save-state-saving = Saving…
save-state-giving-up = Updating…
save-state-browser-only = { $n ->
    [one] { $n } text is in this browser only
   *[other] { $n } texts are in this browser only
}
save-state-conflict = { $n ->
    [one] { $n } text was changed by somebody else as well
   *[other] { $n } texts were changed by somebody else as well
}
save-state-refused = { $n ->
    [one] { $n } text was not accepted
   *[other] { $n } texts were not accepted
}
notice = Notice
notice-offline = No connection. You can go on typing: your texts stay in this browser, and are sent once the connection is back.
notice-storage = This browser cannot store your texts. Save often, and don’t close this page before all is saved.
notice-elsewhere = Not saved yet in: { $languages }. Choose that language to go on with it.

## The texts

sides = Texts or pages
side-text = Texts
side-pages = Pages
search = Search in the texts
filter = Show
filter-all = All ({ $n })
filter-missing = Missing ({ $n })
filter-stale = Source changed ({ $n })
filter-findings = Too long or with remarks of the check ({ $n })
filter-draft = Draft ({ $n })
filter-not-reviewed = Not reviewed ({ $n })
filter-remarks = With remarks ({ $n })
filter-unsaved = Not saved ({ $n })
nothing-found = No text has these words.
nothing-all = There are no texts here.
nothing-missing = Nothing is missing.
nothing-stale = No source has changed.
nothing-findings = The check has found nothing.
nothing-draft = There are no drafts.
nothing-not-reviewed = Everything has been reviewed.
nothing-remarks = There are no remarks.
nothing-unsaved = All is saved.
nothing-to-do = Nothing more to do.
previous-to-do = Previous text to do
next-to-do = Next text to do
group-other = Other texts
group-common = Texts that all brochures share
group-facts = Facts: numbers, names, addresses
state-missing = Missing
state-stale = Source changed
state-draft = Draft
state-reviewed = Reviewed
state-approved = Approved
read-only = Not edited here
read-only-fact = This is a fact. It is the same in all languages, and is changed in one place only.
read-only-common = All brochures share this text. It is not edited here.
not-saved = Not saved yet
too-long = Too long for its place
errors = { $n ->
    [one] { $n } mistake
   *[other] { $n } mistakes
}
warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
remark-count = { $n ->
    [one] { $n } remark
   *[other] { $n } remarks
}
others-here = { $names } is here as well

## One text

source = Source
source-of = Source: { $form }
translation = Translation
translation-of = Translation: { $form }
source-changed = What changed in the source
removed-begins = removed:
removed-ends = , end of what was removed,
added-begins = added:
added-ends = , end of what was added,
no-text = (no text)
fallback = Until it is translated, the page shows another language: { $language }.
on-no-page = It stands on no page of this edition: it is a title, or said by screen readers, or belongs to another edition.
insert = Insert
bold = bold
emphasis = emphasis
in-language = words in { $language }
link-to = link: { $name }
already-there = , is in your text
not-there-yet = , is not in your text yet
undo = Undo
redo = Redo
paste-cut = The text was cut: a text has at most { $limit } characters.
save = Save
still-right = It still says the same
give-up = Discard
stage-typing = Not saved yet
stage-kept = Kept, not saved yet
stage-saving = Saving…
stage-saved = Saved
stage-browser = In this browser only: no connection
stage-nowhere = Not stored anywhere: no connection, and this browser stores nothing
stage-conflict = Changed by somebody else as well
stage-refused = Not accepted.
room-left = { $n ->
    [one] Room for { $n } more character
   *[other] Room for { $n } more characters
}
room-over = { $n ->
    [one] { $n } character too long
   *[other] { $n } characters too long
}
level-error = Mistake:
level-warning = Warning:
suggestions = Similar texts, translated before
suggestions-ask = Similar texts
suggestions-none = No similar text has been translated before.
likeness = { $n } % alike
from-memory = from the translation memory
use = Use

## Two versions

conflict-title = Two versions of this text
conflict-explained = Somebody saved another version while you were typing. Nothing is lost: choose one, or make one of both.
conflict-yours = Yours
conflict-theirs = The saved one
conflict-take-yours = Save mine
conflict-take-theirs = Keep the saved one
conflict-edit = Edit mine, with the other one in view

## Review and remarks

step-review = I have reviewed it
step-approve = Approve
step-legal = Approve for the law
save-first = Save first.
legal = signed by a lawyer
remarks = Remarks
remark-new = New remark
remark-hint = About the text only. No names and no stories of real people, please.
remark-send = Add the remark
remark-done = Done

## The make-up of the edition

make-up-open = The make-up of this edition is not approved
make-up-approved = The make-up of this edition was approved by { $by } on { $on }
make-up-what = The make-up is what the edition shows beside its texts: which blocks in which order, the pictures, the slots.
make-up-approve = Approve the make-up
make-up-hint = Look at all pages first: are all blocks there, in the right order, with the right pictures? The texts are approved one by one.

## The pages

stage = Pages. The arrow keys scroll.
view = View
view-pages = Pages
view-spreads = Spreads
view-panels = Panels
view-sheets = Flat sheet
view-fold = Folded
sheet-front = Front
sheet-back = Back
unfold = Unfold
fold-step = Fold
turn-over = Turn over
profile = Made for
profile-screen = Screen
profile-print = Print shop
profile-office = Office printer
zoom = Zoom
zoom-in = Larger
zoom-out = Smaller
zoom-fit = Whole page
zoom-width = Full width
too-full = The text does not fit: some of it is too long.
edit-this = Edit
on-page = { $n ->
    [0] Page { $page }: no texts
    [one] Page { $page }: { $n } text
   *[other] Page { $page }: { $n } texts
}
marks = { $n ->
    [one] { $n } place is marked
   *[other] { $n } places are marked
}
page-number = page { $page }
mark-missing = Missing
mark-stale = Source changed
mark-overset = Too long
mark-layout = Look at this

## Help

help-1 = Choose a text in the list, or click on it on the page.
help-2 = Read the source, and type your translation into the field. The page shows it at once.
help-3 = What stands on a coloured ground is filled in by the program, such as the number of the police. Don’t type it: use the buttons above the field.
help-4 = Save when a text is finished. Until then it is kept, also if you close the page.
help-states = What the signs mean
help-missing = nobody has translated it yet: the page shows another language.
help-stale = the source was changed after the translation was made.
help-draft = translated, but not yet read by a second person.
help-reviewed = a second person has read it.
help-approved = signed for print.
help-keys = Keys
key-save = Ctrl + S
key-save-does = save the text
key-save-next = Ctrl + Enter
key-save-next-does = save, and go to the next text to do
key-next = Alt + ↓
key-next-does = next text
key-previous = Alt + ↑
key-previous-does = previous text
key-side = F6
key-side-does = from the texts to the pages, and back
key-undo = Ctrl + Z
key-undo-does = undo
key-insert = Alt + 1 … 9
key-insert-does = insert what the buttons above the field insert

## Forgetting

forget-explained = All that this page has stored on this computer is deleted, and you are signed out. Saved texts stay.
forget-loses = { $n ->
    [one] { $n } text is not saved yet, and will be lost. All that this page has stored on this computer is deleted, and you are signed out.
   *[other] { $n } texts are not saved yet, and will be lost. All that this page has stored on this computer is deleted, and you are signed out.
}
forget-now = Forget

## The invitation

invitation-title = You are invited to translate
invitation-lead = On the next page you see texts, type your translation beside them, and see at once what it will look like. You need no account.
invitation-app-hint = Did this open inside a chat or mail app? Then open it in your own browser (Firefox, Chrome, Safari) instead: what you type would be lost when the app closes.
invitation-in-app = This looks like the browser of another app. Copy the link, and open it in your own browser (Firefox, Chrome, Safari): here, what you type would be lost when the app closes.
invitation-copy = Copy the link
copied = Copied
invitation-code = Code of your invitation
invitation-code-hint = It is filled in if you followed the link. You can also paste it.
invitation-open = Open the texts
invitation-once = The code works once, on one device. Whoever invited you can give you a new one.
invitation-used = This code has been used already. Ask whoever invited you for a new one.
invitation-ended = This invitation has ended. Ask whoever invited you for a new one.
invitation-revoked = This invitation has been withdrawn.
invitation-unknown = This code is not known. Was all of it copied?
invitation-failed = That did not work. Check your connection, and try again.

## The end

stopped-revoked-title = Your invitation was withdrawn
stopped-revoked = You can’t edit these texts any more. Thank you for your work.
stopped-ended-title = Your invitation has ended
stopped-ended = Ask whoever invited you for a new one if you want to go on.
stopped-token-title = This address is out of date
stopped-token = Feuillet was started again. Open the address that it printed last.
stopped-invitation-title = Here you need an invitation
stopped-invitation = Open the link that was sent to you, or paste its code.
stopped-refused-title = This page may not be opened like this
stopped-refused = Open the address exactly as it was given to you.
stopped-forgotten-title = This computer is forgotten
stopped-forgotten = Nothing is stored here any more. You can close this page.
stopped-other-title = The connection was ended
stopped-other = Load the page again in a while.
stopped-have-code = I have a code
stopped-unsaved = Not saved
stopped-unsaved-explained = These texts are in this browser only. Copy them before you leave, and send them to whoever invited you.
copy-all = Copy all
