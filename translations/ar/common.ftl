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

## The sheet of a print order, for a print shop: labels, and words beside them. None stands in a PDF for readers.

order-title = طلب طباعة
order-date = التاريخ
order-version = الإصدار
order-for = لصالح
order-publisher = الناشر المسؤول
order-delivery = التسليم
order-deliver-by = آخر موعد للتسليم
order-contact = للاستفسار
order-billing = الفاتورة باسم
order-vat = الرقم الضريبي
order-reference = المرجع
order-note = ملاحظات
order-language = اللغة
order-copies = نسخة
order-total = المجموع
order-file = الملفات
order-flat-size = المقاس مفتوحا
order-finished-size = المقاس النهائي
order-pages = الصفحات أو الطيات
order-paper = الورق
order-surface-coated = مطلي
order-surface-matte = مطلي غير لامع
order-surface-gloss = مطلي لامع
order-surface-uncoated = غير مطلي
order-colours = الطباعة
order-both-sides = أربعة ألوان على الوجهين (4/4)
order-bleed = هامش القص
order-fold = الطي
order-fold-half = طية واحدة في الوسط
order-fold-z = طي متعرج بثلاث طيات (Z)
order-fold-c = طي لفافي بثلاث طيات (C)
order-fold-gate = طي على شكل نافذة
order-fold-double-gate = طي نافذة مزدوج
order-fold-roll = طي لفافي بأربع طيات
order-fold-accordion = طي متعرج بأربع طيات
order-binding = التجليد
order-binding-fold = تدبيس في الوسط، دبوسان
order-binding-side = تدبيس جانبي
order-spine-left = الكعب إلى اليسار
order-spine-right = الكعب إلى اليمين
order-spine = سمك الكعب
order-reading = اتجاه القراءة
order-right-to-left = من اليمين إلى اليسار
order-both-covers = لغة من كل غلاف؛ الصفحات كما هي، بترتيب الملف
order-finishing = التشطيب
order-weight-copy = وزن النسخة
order-weight = الوزن
order-sheets = الأفرخ
order-overs = نسخ احتياطية محسوبة في عدد الأفرخ
order-cover = الغلاف
order-files-note = الملفات بصيغة PDF/X-4 وبالمقاس المطلوب، مع هامش القص ودون علامات قص. يرجى طباعة الملفات التي تطابق المجاميع الاختبارية في SHA256SUMS دون غيرها.
order-proof = الموافقة على الطباعة
order-proof-text = راجعت الملفات وبيانات هذا الطلب، ويمكن طباعتها كما هي.
order-name = الاسم
order-signature = التوقيع
order-page = صفحة

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
site-withdrawn = تم سحب هذه الوثيقة
site-nothing = لا توجد حاليا نسخة صالحة بهذه اللغة.
