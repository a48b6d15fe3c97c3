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

## The site that `feuillet publish` makes: its front page, and a page for each language. Nothing here may tell what the brochure is about.

site-choose = اختر لغتك
site-languages = لغات أخرى

## What there is, and for whom

site-read = قراءة النص في هذه الصفحة
site-read-for = دون تنزيل أي ملف
site-parts = في هذا النص
site-overview = كل الوثائق
site-download = تنزيل
site-leaflet = مطوية
site-leaflet-for = أهم المعلومات في بضع دقائق
site-booklet = كتيب
site-booklet-for = النص الكامل، للقراءة على انفراد أو مع شخص موثوق
site-large = كتيب بخط كبير
site-large-for = لضعاف البصر
site-card = بطاقة جيب
site-card-for = للاحتفاظ بها
site-print = للطباعة الذاتية
site-print-for = على طابعة عادية: ورق A4، على الوجهين، بالحجم الأصلي
site-print-shop = للمطابع
site-print-shop-for = ألوان الطباعة، مع هامش القص

## Sizes and dates. $pages: how many pages a file has. $kilobytes: its size. $version, $date: those of the release.

site-pages = { $pages ->
    [zero] { $pages } صفحة
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $pages } صفحات
    [many] { $pages } صفحة
   *[other] { $pages } صفحة
}
site-size = { $kilobytes } كيلوبايت
site-version = الإصدار { $version }، { $date }
site-checksums = بصمات التحقق (SHA-256)
site-pictures = صور للإرسال

## A button that leaves the page at once for a neutral one, the key that does so too, and what stays behind

site-leave = مغادرة هذه الصفحة
site-leave-key = أو اضغط على <span lang="en">Esc</span>
site-traces = تترك هذه الزيارة آثارا في سجل هذا الجهاز، حتى بعد مغادرة الصفحة. إذا كان بإمكان شخص آخر الاطلاع عليه، فمن الأفضل استخدام جهاز آخر.

## In the place of a file that was withdrawn

site-replaced = تم استبدال هذه الوثيقة
site-replaced-text = لم تعد محدثة. يرجى عدم استخدامها وعدم إعطائها لأي شخص.
site-replaced-link = الاطلاع على المعلومات المحدثة
