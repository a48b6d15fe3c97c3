# The texts of the brochure. On the left of each equals sign is the id by which brochure.toml places the text: never change
# it alone. On the right is the text: replace it with your own. A line that begins with # is a note for translators.

## What everybody may see: on a phone or a table the title must not give readers away

document-title = Information

## Cover

cover-title = Title of the brochure
cover-text = One sentence that says what readers find in these pages.

## How to write

write-title = Write for your readers
write-text = Replace these texts with your own. Each has a name, and stands in one file for each language.
write-short = Short sentences, and words that everybody knows.
write-first = What readers can do comes first. The reasons come later.
write-bold = What matters most is <b>bold</b>. A single word can be <em>stressed</em>.
write-draft = Every page says that it is a draft, until people with a name have approved it.

## Facts, which change

facts-title = Facts stand in one place
facts-text = Telephone numbers, dates and figures of the law are never typed into a text. They are filled in. When one changes, every language follows.
facts-source = Each fact says where it comes from, when somebody checked it, and when to look at it again.
# $answer-days: an example. Each language has its own forms for a number.
facts-days =
    You get an answer within { $answer-days ->
        [one] { $answer-days } day
       *[other] { $answer-days } days
    }.
need-questions = Ask your questions here

## Before it is printed

print-title = Before you print
print-text = A wrong number or a wrong word can cost a reader dearly. Three people look at each page:
print-lawyer = a lawyer reads the source;
print-native = somebody who grew up with the language reads the translation;
print-facts = somebody calls every number.
print-again = Nobody signs their own text. When a text or a fact changes, its signatures fall, and the page is a draft again.
colophon = Version { $release-version }, { $release-date }
