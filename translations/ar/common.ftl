# Arabic. What all brochures share. The rules are the same as in a brochure's own catalogue.

## The draft line, at the foot of every page and on the cover

draft-line = مسودة غير معتمدة: يرجى عدم التوزيع
draft-band = مسودة. لم يراجع هذا النص بعد شخص مختص في القانون ولا أشخاص لغتهم الأم العربية.

## What stands beside a phone number. These words follow each other on one line.

contact-free = مجاني
contact-anonymous = دون ذكر الاسم
hours-always = ليلا ونهارا
hours-weekdays = من الاثنين إلى الجمعة
hours-limited = بعض الأيام
# $days: one or more days of the week. $from, $to: hours of the day.
hours-range = { $days }، من { $from } إلى { $to }
days-range = { $first } - { $last }
speaks-fr = بالفرنسية
speaks-nl = بالهولندية
speaks-de = بالألمانية
speaks-en = بالإنجليزية

## For people who listen to the page instead of seeing it

qr-alt = رمز QR يؤدي إلى { $address }

## Above the three lines with which a chapter of a booklet opens

in-short = باختصار

## On what a commune or another body has printed: a person and the address of the seat

publisher-line = الشخص المسؤول عن النشر: { $name }، { $address }
