# نصوص صفحة الترجمة بالعربية.
# القارئ متطوع أو متطوعة لا علم له بلغة المبرمجين: كلمات بسيطة وجمل قصيرة، وصيغ تصلح للمؤنث والمذكر.

title = نصوص
loading = لحظة…
skip-to-texts = إلى النصوص
skip-to-pages = إلى الصفحات

## الشريط

language = اللغة
edition = الطبعة
edition-leaflet = مطوية
edition-booklet = كتيب
edition-large = أحرف كبيرة
edition-card = بطاقة
edition-panels = { $n ->
    [zero] بلا أوجه
    [one] وجه واحد
    [two] وجهان
    [few] { $n } أوجه
    [many] { $n } وجها
   *[other] { $n } وجه
}
save-all = حفظ الكل
menu = القائمة
working-as = العمل باسم { $who }.
interface-language = لغة هذه الصفحة
help = طريقة العمل
forget = نسيان هذا الحاسوب
close = إغلاق
cancel = إلغاء
save-state-all-saved = كل شيء محفوظ
save-state-unsaved = { $n ->
    [zero] لا نصوص غير محفوظة
    [one] نص واحد لم يحفظ بعد
    [two] نصان لم يحفظا بعد
    [few] { $n } نصوص لم تحفظ بعد
    [many] { $n } نصا لم يحفظ بعد
   *[other] { $n } نص لم يحفظ بعد
}
save-state-saving = جار الحفظ…
save-state-giving-up = جار التحديث…
save-state-browser-only = { $n ->
    [zero] لا نصوص في هذا المتصفح وحده
    [one] نص واحد موجود في هذا المتصفح فقط
    [two] نصان موجودان في هذا المتصفح فقط
    [few] { $n } نصوص موجودة في هذا المتصفح فقط
    [many] { $n } نصا في هذا المتصفح فقط
   *[other] { $n } نص في هذا المتصفح فقط
}
save-state-conflict = { $n ->
    [zero] لم يغير أحد آخر أي نص
    [one] نص واحد غيره شخص آخر أيضا
    [two] نصان غيرهما شخص آخر أيضا
    [few] { $n } نصوص غيرها شخص آخر أيضا
    [many] { $n } نصا غيره شخص آخر أيضا
   *[other] { $n } نص غيره شخص آخر أيضا
}
save-state-refused = { $n ->
    [zero] لم يرفض أي نص
    [one] نص واحد لم يقبل
    [two] نصان لم يقبلا
    [few] { $n } نصوص لم تقبل
    [many] { $n } نصا لم يقبل
   *[other] { $n } نص لم يقبل
}
notice = تنبيه
notice-offline = لا يوجد اتصال. يمكن متابعة الكتابة: تبقى النصوص في هذا المتصفح، وترسل حين يعود الاتصال.
notice-storage = لا يستطيع هذا المتصفح الاحتفاظ بالنصوص. يستحسن الحفظ مرارا، وعدم إغلاق الصفحة قبل حفظ كل شيء.
notice-elsewhere = لم يحفظ كل شيء بعد في: { $languages }. يمكن اختيار تلك اللغة للمتابعة.

## النصوص

sides = النصوص أو الصفحات
side-text = النصوص
side-pages = الصفحات
search = البحث في النصوص
filter = عرض
filter-all = الكل ({ $n })
filter-missing = ناقصة ({ $n })
filter-stale = تغير أصلها ({ $n })
filter-findings = طويلة جدا أو عليها ملاحظات الفحص ({ $n })
filter-draft = مسودات ({ $n })
filter-not-reviewed = لم تراجع ({ $n })
filter-remarks = عليها تعليقات ({ $n })
filter-unsaved = غير محفوظة ({ $n })
nothing-found = لا يوجد نص فيه هذه الكلمات.
nothing-all = لا توجد نصوص هنا.
nothing-missing = لا ينقص شيء.
nothing-stale = لم يتغير أي أصل.
nothing-findings = لم يجد الفحص شيئا.
nothing-draft = لا توجد مسودات.
nothing-not-reviewed = تمت مراجعة كل النصوص.
nothing-remarks = لا توجد تعليقات.
nothing-unsaved = كل شيء محفوظ.
nothing-to-do = لم يبق شيء للعمل عليه.
previous-to-do = النص السابق الذي يحتاج إلى عمل
next-to-do = النص التالي الذي يحتاج إلى عمل
group-other = نصوص أخرى
group-common = نصوص مشتركة بين كل الكتيبات
group-facts = بيانات: أرقام وأسماء وعناوين
state-missing = ناقص
state-stale = تغير الأصل
state-draft = مسودة
state-reviewed = تمت مراجعته
state-approved = معتمد
read-only = لا يعدل هنا
read-only-fact = هذه معلومة ثابتة، وهي نفسها في كل اللغات، ولا تغير إلا في مكان واحد.
read-only-common = هذا النص مشترك بين كل الكتيبات، ولا يعدل هنا.
not-saved = لم يحفظ بعد
too-long = أطول من المكان المتاح
errors = { $n ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $n } أخطاء
    [many] { $n } خطأ
   *[other] { $n } خطأ
}
warnings = { $n ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $n } تنبيهات
    [many] { $n } تنبيها
   *[other] { $n } تنبيه
}
remark-count = { $n ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $n } تعليقات
    [many] { $n } تعليقا
   *[other] { $n } تعليق
}
others-here = هنا أيضا: { $names }

## نص واحد

source = الأصل
source-of = الأصل: { $form }
translation = الترجمة
translation-of = الترجمة: { $form }
source-changed = ما الذي تغير في الأصل
removed-begins = محذوف:
removed-ends = ، نهاية المحذوف،
added-begins = مضاف:
added-ends = ، نهاية المضاف،
no-text = (لا نص)
fallback = إلى أن يترجم، تظهر في الصفحة لغة أخرى: { $language }.
on-no-page = لا يظهر هذا النص في أي صفحة من هذه الطبعة: قد يكون عنوانا، أو نصا لقارئات الشاشة، أو جزءا من طبعة أخرى.
insert = إدراج
bold = خط عريض
emphasis = تشديد
in-language = كلمات بهذه اللغة: { $language }
link-to = رابط: { $name }
already-there = ، موجود في النص
not-there-yet = ، ليس في النص بعد
undo = تراجع
redo = إعادة
paste-cut = تم اقتطاع النص: الحد الأقصى { $limit } حرف.
save = حفظ
still-right = ما زالت الترجمة صحيحة
give-up = صرف النظر
stage-typing = لم يحفظ بعد
stage-kept = لم يضع، ولم يحفظ بعد
stage-saving = جار الحفظ…
stage-saved = محفوظ
stage-browser = في هذا المتصفح فقط: لا يوجد اتصال
stage-nowhere = غير محفوظ في أي مكان: لا اتصال، وهذا المتصفح لا يحتفظ بشيء
stage-conflict = غيره شخص آخر أيضا
stage-refused = لم يقبل.
room-left = { $n ->
    [zero] لم يبق مكان لأي حرف
    [one] بقي مكان لحرف واحد
    [two] بقي مكان لحرفين
    [few] بقي مكان لـ{ $n } أحرف
    [many] بقي مكان لـ{ $n } حرفا
   *[other] بقي مكان لـ{ $n } حرف
}
room-over = { $n ->
    [zero] النص يكفيه المكان
    [one] أطول من اللازم بحرف واحد
    [two] أطول من اللازم بحرفين
    [few] أطول من اللازم بـ{ $n } أحرف
    [many] أطول من اللازم بـ{ $n } حرفا
   *[other] أطول من اللازم بـ{ $n } حرف
}
level-error = خطأ:
level-warning = تنبيه:
suggestions = نصوص شبيهة سبقت ترجمتها
suggestions-ask = نصوص شبيهة
suggestions-none = لم يترجم نص شبيه من قبل.
likeness = نسبة التشابه { $n } %
from-memory = من ذاكرة الترجمة
use = استعمال

## نسختان

conflict-title = نسختان من هذا النص
conflict-explained = حفظ شخص آخر نسخة أخرى أثناء الكتابة. لم يضع شيء: يمكن اختيار إحداهما، أو كتابة نص من الاثنتين.
conflict-yours = نسختك
conflict-theirs = النسخة المحفوظة
conflict-take-yours = حفظ نسختي
conflict-take-theirs = إبقاء النسخة المحفوظة
conflict-edit = تعديل نسختي مع عرض الأخرى

## المراجعة والتعليقات

step-review = تمت مراجعتي له
step-approve = اعتماد
step-legal = اعتماد قانوني
save-first = يجب الحفظ أولا.
legal = يوقعه شخص مختص في القانون
remarks = تعليقات
remark-new = تعليق جديد
remark-hint = عن النص فقط، بلا أسماء أشخاص حقيقيين ولا قصصهم.
remark-send = إضافة التعليق
remark-done = تم

## تركيب الطبعة

make-up-open = تركيب هذه الطبعة غير معتمد
make-up-approved = اعتمد تركيب هذه الطبعة: { $by }، في { $on }
make-up-what = التركيب هو ما تظهره الطبعة إلى جانب النصوص: أي مقاطع وبأي ترتيب، والصور، والأماكن المفتوحة.
make-up-approve = اعتماد التركيب
make-up-hint = ينظر أولا في كل الصفحات: هل كل المقاطع موجودة، بالترتيب الصحيح، ومع الصور الصحيحة؟ أما النصوص فتعتمد واحدا واحدا.

## الصفحات

stage = الصفحات. يمكن التنقل بمفاتيح الأسهم.
view = طريقة العرض
view-pages = صفحات
view-spreads = متقابلة
view-panels = طيات
view-sheets = مفرودة
view-fold = مطوية
sheet-front = الوجه
sheet-back = الظهر
unfold = فتح
fold-step = طي
turn-over = قلب الورقة
profile = معدة لـ
profile-screen = الشاشة
profile-print = المطبعة
profile-office = طابعة المكتب
zoom = التكبير
zoom-in = أكبر
zoom-out = أصغر
zoom-fit = الصفحة كاملة
zoom-width = بعرض النافذة
too-full = النص أكبر من المكان: فيه ما هو طويل جدا.
edit-this = تعديل
on-page = { $n ->
    [0] الصفحة { $page }: لا نصوص
    [one] الصفحة { $page }: نص واحد
    [two] الصفحة { $page }: نصان
    [few] الصفحة { $page }: { $n } نصوص
    [many] الصفحة { $page }: { $n } نصا
   *[other] الصفحة { $page }: { $n } نص
}
marks = { $n ->
    [zero] لا مواضع معلمة
    [one] موضع واحد معلم
    [two] موضعان معلمان
    [few] { $n } مواضع معلمة
    [many] { $n } موضعا معلما
   *[other] { $n } موضع معلم
}
page-number = الصفحة { $page }
mark-missing = ناقص
mark-stale = تغير الأصل
mark-overset = طويل جدا
mark-layout = يستحق النظر

## طريقة العمل

help-1 = اختيار نص من القائمة، أو النقر عليه في الصفحة.
help-2 = قراءة الأصل، وكتابة الترجمة في الخانة. تظهر في الصفحة فورا.
help-3 = ما له خلفية ملونة يملؤه البرنامج، مثل رقم الشرطة. لا حاجة إلى كتابته: الأزرار فوق الخانة تدرجه.
help-4 = الحفظ حين يكتمل النص. وحتى ذلك الحين لا يضيع، ولو أغلقت الصفحة.
help-states = معنى العلامات
help-missing = لم يترجمه أحد بعد: تظهر في الصفحة لغة أخرى.
help-stale = تغير الأصل بعد الترجمة.
help-draft = مترجم، ولم يقرأه شخص ثان بعد.
help-reviewed = قرأه شخص ثان.
help-approved = موقع للطباعة.
help-keys = المفاتيح
key-save = Ctrl + S
key-save-does = حفظ النص
key-save-next = Ctrl + Enter
key-save-next-does = الحفظ ثم الانتقال إلى النص التالي الذي يحتاج إلى عمل
key-next = Alt + ↓
key-next-does = النص التالي
key-previous = Alt + ↑
key-previous-does = النص السابق
key-side = F6
key-side-does = من النصوص إلى الصفحات وبالعكس
key-undo = Ctrl + Z
key-undo-does = تراجع
key-insert = Alt + 1 … 9
key-insert-does = إدراج ما تدرجه الأزرار فوق الخانة

## النسيان

forget-explained = يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول. أما النصوص المحفوظة فتبقى.
forget-loses = { $n ->
    [zero] يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
    [one] نص واحد لم يحفظ بعد وسيضيع. يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
    [two] نصان لم يحفظا بعد وسيضيعان. يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
    [few] { $n } نصوص لم تحفظ بعد وستضيع. يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
    [many] { $n } نصا لم يحفظ بعد وسيضيع. يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
   *[other] { $n } نص لم يحفظ بعد وسيضيع. يمحى كل ما احتفظت به هذه الصفحة على هذا الحاسوب، وينتهي الدخول.
}
forget-now = نسيان

## الدعوة

invitation-title = دعوة إلى الترجمة
invitation-lead = في الصفحة التالية نصوص، تكتب ترجمتها بجانبها، ويظهر فورا كيف ستبدو على الورق. لا حاجة إلى حساب.
invitation-app-hint = هل فتحت هذه الصفحة داخل تطبيق محادثة أو بريد؟ الأفضل فتحها في متصفحك المعتاد (Firefox أو Chrome أو Safari)، لأن ما يكتب هنا يضيع حين يغلق التطبيق.
invitation-in-app = يبدو أن هذا متصفح داخل تطبيق آخر. الأفضل نسخ الرابط وفتحه في متصفحك المعتاد (Firefox أو Chrome أو Safari)، لأن ما يكتب هنا يضيع حين يغلق التطبيق.
invitation-copy = نسخ الرابط
copied = تم النسخ
invitation-code = رمز الدعوة
invitation-code-hint = يكون مكتوبا هنا إذا فتح الرابط مباشرة. ويمكن لصقه أيضا.
invitation-open = فتح النصوص
invitation-once = يعمل الرمز مرة واحدة، على جهاز واحد. ويمكن طلب رمز جديد ممن أرسل الدعوة.
invitation-used = استعمل هذا الرمز من قبل. يمكن طلب رمز جديد ممن أرسل الدعوة.
invitation-ended = انتهت مدة هذه الدعوة. يمكن طلب دعوة جديدة ممن أرسلها.
invitation-revoked = سحبت هذه الدعوة.
invitation-unknown = هذا الرمز غير معروف. هل نسخ كاملا؟
invitation-failed = لم ينجح ذلك. يرجى التأكد من الاتصال ثم المحاولة من جديد.

## النهاية

stopped-revoked-title = سحبت الدعوة
stopped-revoked = لم يعد تعديل هذه النصوص ممكنا. شكرا على العمل.
stopped-ended-title = انتهت مدة الدعوة
stopped-ended = للمتابعة، يمكن طلب دعوة جديدة ممن أرسلها.
stopped-token-title = لم يعد هذا العنوان صالحا
stopped-token = أعيد تشغيل البرنامج Feuillet. يجب فتح آخر عنوان عرضه.
stopped-invitation-title = تلزم دعوة للدخول
stopped-invitation = يمكن فتح الرابط الذي وصل إليك، أو لصق رمزه.
stopped-refused-title = لا يمكن فتح هذه الصفحة هكذا
stopped-refused = يجب فتح العنوان كما وصل تماما.
stopped-forgotten-title = تم نسيان هذا الحاسوب
stopped-forgotten = لم يبق شيء محفوظا هنا. يمكن إغلاق الصفحة.
stopped-other-title = انتهى الاتصال
stopped-other = يمكن تحميل الصفحة من جديد بعد قليل.
stopped-have-code = لدي رمز
stopped-unsaved = نصوص غير محفوظة
stopped-unsaved-explained = هذه النصوص في هذا المتصفح فقط. يستحسن نسخها قبل المغادرة، وإرسالها إلى من أرسل الدعوة.
copy-all = نسخ الكل
