# Arabic, plain Modern Standard. The reader is addressed in forms that are written alike for women and men.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies, with the name that readers meet on letters.
-office = مكتب الأجانب (Office des étrangers)
-cpas = مركز الرعاية الاجتماعية (CPAS/OCMW)

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = معلومات عملية

## Cover

cover-title = حياة بلا عنف
cover-question = أنا من بلد آخر، وأتعرض للأذى من شريك حياتي أو شريكتي. ما هي حقوقي في بلجيكا؟

## What is partner violence?

violence-title = ما هو عنف شريك الحياة؟
violence-definition = في الخلاف العادي، يتحدث شخصان على قدم المساواة. أما في العنف، فيفرض أحدهما سلطته على الآخر. ويسود الخوف.
forms-title = للعنف أشكال متعددة
form-body = <b>الجسد.</b> ضربك أو دفعك أو خنقك أو حبسك.
form-words = <b>الكلام.</b> شتمك أو إذلالك أو التهديد بأخذ الأطفال.
form-papers = <b>الأوراق.</b> إخفاء وثائقك أو التهديد بحرمانك من الإقامة.
form-money = <b>المال.</b> أخذ راتبك أو بطاقتك البنكية، أو منعك من العمل.
form-sexuality = <b>العلاقة الجنسية.</b> إجبارك عليها، حتى داخل الزواج. حرمانك من وسائل منع الحمل.
form-control = <b>السيطرة.</b> مراقبة هاتفك وإبعادك عن أهلك وأصدقائك.
cycle-title = العنف يتكرر ويشتد
cycle-text = توتر، ثم اعتداء، ثم اعتذار ووعود. بعدها يبدأ كل شيء من جديد، وغالبا بشكل أشد. والأطفال يعانون أيضا، حتى لو كانوا في الغرفة المجاورة.
violence-not-your-fault = <b>الذنب ليس ذنبك أبدا.</b> لا الغيرة ولا الكحول ولا الدين ولا الثقافة تبرر العنف.

## What are my rights?

rights-title = ما هي حقوقي؟
rights-everyone = في بلجيكا، لكل إنسان الحق في حياة بلا عنف، سواء كانت لديه أوراق إقامة أم لا.
right-leave = <b>المغادرة.</b> يمكنك مغادرة البيت من أجل سلامتك. وهذا لا يؤدي تلقائيا إلى فقدان إقامتك.
right-complain = <b>تقديم شكوى.</b> يجب على كل مركز شرطة أن يكتب شكواك. يمكن أن يرافقك شخص موثوق به. من المهم طلب نسخة من محضر أقوالك.
right-care = <b>تلقي العلاج.</b> يمكن للطبيب أن يكتب شهادة طبية. وهي دليل، على المعاناة النفسية أيضا.
right-home =
    <b>البقاء في بيتك.</b> يمكن للنيابة العامة أن تأمر بإبعاد الشخص العنيف عن البيت، لمدة { $home-ban-days ->
        [one] يوم واحد
        [two] يومين
        [few] { $home-ban-days } أيام
        [many] { $home-ban-days } يوما
       *[other] { $home-ban-days } يوم
    } على الأكثر في البداية.
right-address = <b>إخفاء عنوانك.</b> يمكنك مطالبة البلدية بعدم الكشف عنه.
right-lawyer = <b>التحدث مع محامية أو محام.</b> أول استشارة قانونية مجانية للجميع.
rights-no-papers = <b>هل أنت بلا أوراق إقامة؟</b> يجب على الشرطة أن تساعدك مثل أي ضحية. لكن يمكنها أيضا أن تقبض عليك بسبب وضع إقامتك. إذا ذهبت إليها، فليكن ذلك برفقة جمعية.

## What are my rights: the residence card

stay-title = وماذا عن حقي في الإقامة؟
stay-intro = قد تؤثر المغادرة على بطاقة إقامتك. لكن العنف يؤخذ في الاعتبار عند اتخاذ القرار.
stay-eu-question = شريكي أو شريكتي من مواطني بلجيكا أو بلد من الاتحاد الأوروبي
stay-eu-answer =
    العنف سبب للاحتفاظ ببطاقتك. وعندها لا يشترط أن تكون الحياة المشتركة قد دامت { $common-life-years ->
        [one] سنة واحدة
        [two] سنتين
        [few] { $common-life-years } سنوات
        [many] { $common-life-years } سنة
       *[other] { $common-life-years } سنة
    }. أما الشروط الأخرى، فعليك سؤال محامية أو محام عنها.
stay-other-question = التحقت بشخص من خارج الاتحاد الأوروبي
stay-other-answer =
    هل إقامة هذا الشخص غير محدودة المدة؟ إذا تمكنت من إثبات العنف، فلا يستطيع { -office } سحب إقامتك خلال { $protected-years ->
        [one] السنة الأولى
        [two] أول سنتين
        [few] أول { $protected-years } سنوات
        [many] أول { $protected-years } سنة
       *[other] أول { $protected-years } سنة
    }. هل إقامته محدودة المدة؟ عليك طلب استشارة بسرعة.
stay-asylum-question = أنا أطلب اللجوء
stay-asylum-answer = عنف شريك الحياة والزواج القسري يؤخذان في الاعتبار. يمكنك طلب إجراء المقابلة مع امرأة أو مع رجل.
stay-none-question = ليست لدي بطاقة إقامة بعد، أو أنا بلا أوراق
stay-none-answer = عليك طلب استشارة بسرعة. للعلاج العاجل، يمكنك التوجه إلى { -cpas }. وهو يحفظ السر.
stay-order = <b>بأي ترتيب؟</b> أولا، طلب استشارة. ثم إبلاغ { -office } بسرعة، مع أدلة: شكوى، شهادة طبية، إفادة من بيت إيواء. هل أنت في خطر؟ عليك المغادرة أولا.

## Who can help me?

help-title = من يمكنه مساعدتي؟
help-danger = <b>هل أنت في خطر؟</b> عليك الاتصال فورا.
need-emergency = طوارئ
need-listening = التحدث دون ذكر الاسم
need-sexual = بعد التعرض لعنف جنسي
need-children = للأطفال والشباب
need-rights = حقوقي وإقامتي
need-refuge = بيت إيواء
need-trafficking = الاتجار بالبشر
need-forced-marriage = الزواج القسري
need-health = الصحة

region-brussels = بروكسل
region-flanders = فلاندرز
region-wallonia = والونيا
region-german-speaking = الجماعة الناطقة بالألمانية

contact-police = الشرطة
contact-ambulance = الإسعاف، الإطفاء
contact-evc-about = عنف شريك الحياة
contact-1712-about = كل أشكال العنف
contact-listening-about = خدمة استماع
contact-children-about = خدمة استماع
contact-sexual-centres = مراكز رعاية ضحايا العنف الجنسي
contact-sexual-centres-about = علاج، دون إلزام بتقديم شكوى
contact-sexual-line-about = استماع بعد التعرض لعنف جنسي
contact-forced-marriage = الزواج القسري
contact-refuge-about = إيواء ومساندة
contact-refuge-flanders-about = بيوت إيواء عناوينها سرية، عن طريق خدمة { $line-1712-name }
contact-trafficking-about = دعم ضحايا الاتجار بالبشر
contact-legal-about = معلومات قانونية
contact-cire-about = خدمة اجتماعية وقانونية
contact-rights-about = حقوق الأجانب
contact-health-about = الحصول على العلاج
contact-asylum-about = معلومات عن اللجوء

## Safety and colophon

safety-title = كيف أحمي نفسي؟
safety-paper = إذا كانت هذه الورقة قد تعرضك للخطر، فعليك حفظ رقم عن ظهر قلب، ثم تركها لدى شخص موثوق به.
safety-traces = <b>الهاتف.</b> المكالمات والمواقع ورموز QR تترك أثرا. من الأفضل استعمال جهاز شخص موثوق به.
safety-word = <b>كلمة سرية.</b> يمكنك الاتفاق على كلمة مع شخص موثوق به. عندما يسمعها منك، يتصل بالرقم { $police-phone }.
safety-bag = <b>حقيبة.</b> من المهم تجهيز أوراقك ووثيقة إقامتك وأوراق الأطفال والبطاقة البنكية والمفاتيح والأدوية والأدلة، وترك نسخ في مكان آخر.
safety-code = <b>يفتح هذا الرمز موقعا للمساعدة.</b> وتبقى الزيارة في سجل تصفح الهاتف.
colophon-information = تقدم هذه النشرة معلومات عامة. وهي لا تغني عن رأي محامية أو محام.
colophon-release = الإصدار { $release-version }، { $release-date }. يرجى عدم رمي النشرة في الطريق العام.
colophon-independent = لا { $cire-name } ولا { $iefh-name } ولا الخدمات المذكورة كتبت هذا النص أو وافقت عليه.
colophon-publisher = الشخص المسؤول عن النشر: يستكمل قبل الطباعة.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = هل أنت في خطر؟ الشرطة { $police-phone } · الطوارئ { $ambulance-phone }
contents-title = في هذا الكتيب
contents-intro = لا حاجة إلى قراءة كل شيء. يمكنك اختيار سؤالك.

## The booklet: six questions, six answers

answers-title = ستة أسئلة، ستة أجوبة
answer-leave-question = هل يمكنني المغادرة؟
answer-leave = نعم، وفورا إذا كنت في خطر. المغادرة لا تؤدي تلقائيا إلى فقدان إقامتك. الصفحة { $page-danger }.
answer-stay-question = وماذا عن إقامتي؟
answer-stay = العنف يؤخذ في الاعتبار عند اتخاذ القرار. كل شيء يتوقف على بطاقتك. لمعرفة وضعك: الصفحة { $page-guide }.
answer-complain-question = هل يجب أن أقدم شكوى؟
answer-complain = لا، القرار لك أنت. الشكوى تساعد على إثبات العنف، لكنها تحتاج إلى خطة. الصفحة { $page-steps }.
answer-money-question = كيف أؤمن معيشتي؟
answer-money = توجد بيوت إيواء ومساعدات. عليك طلب استشارة قبل طلب المال: الصفحة { $page-money }.
answer-children-question = وماذا عن أطفالي؟
answer-children = يمكنك أخذهم معك لحمايتهم. وبعد ذلك يقرر القاضي. الصفحة { $page-children }.
answer-help-question = من يمكنه مساعدتي؟
answer-help = أشخاص يستمعون إليك، دون أن يسألوا عن اسمك. أرقامهم في الصفحة { $page-help }.

## The booklet, 1: how to read it safely

safe-title = كيف أقرأ هذا الكتيب دون خطر؟
safe-short-place = عليك قراءته حيث لا يراقبك أحد.
safe-short-traces = كل ورقة أو مكالمة أو زيارة لموقع تترك أثرا.
safe-short-danger = هل أنت في خطر الآن؟ عليك الاتصال بالرقم { $police-phone } أو المغادرة.
safe-for-whom = هذا الكتيب لكل إنسان جاء من بلد آخر، ويتعرض للأذى من شريك حياته أو شريكته. وهو يشرح ما يمكنك فعله، وما يحدث لإقامتك في بلجيكا.
safe-everyone = هذا الكتيب لك، في زواج أو في علاقة أو بعد انفصال، بأوراق إقامة أو بدونها. وهو لك، امرأة كنت أو رجلا أو شخصا بهوية جندرية أخرى.
safe-paper-title = الورق
safe-paper-keep = يمكنك الاحتفاظ بهذا الكتيب فقط إذا لم يكن بإمكان شريكك أو شريكتك العثور عليه.
safe-paper-elsewhere = وإلا، فالأفضل قراءته في جمعية أو عند الطبيب أو عند شخص موثوق به، وتركه هناك.
safe-paper-number = من المهم حفظ رقم عن ظهر قلب، أو كتابته تحت اسم آخر.
safe-phone-title = الهاتف والحاسوب
safe-phone-device = الأسلم هو جهاز لا تصل إليه يد شريكك أو شريكتك: جهاز صديقة أو مكتبة عامة أو خدمة مساعدة.
safe-phone-calls = المكالمة تبقى في سجل المكالمات. عليك حذفها.
safe-phone-sites = الموقع يبقى في سجل التصفح. ورمز QR يفتح موقعا، فيترك الأثر نفسه.
safe-phone-file = هل وصلك هذا الكتيب على شكل ملف؟ عليك حذفه أيضا من التنزيلات ومن المحادثة.
safe-phone-passwords = من جهاز آمن، عليك تغيير كلمات المرور: البريد الإلكتروني والبنك وشبكات التواصل. وعليك إيقاف تحديد الموقع.
safe-phone-notice = <b>انتباه.</b> التغيير المفاجئ قد يلفت النظر. إذا كان هاتفك تحت مراقبة شريكك أو شريكتك، فعليك أولا طلب استشارة من خدمة استماع (الصفحة { $page-help }).
safe-use-title = إذا كان وقتك قصيرا
safe-use = يبدأ كل فصل بثلاثة أسطر. يمكنك قراءة هذه الأسطر، ثم «{ danger-title }» (الصفحة { $page-danger }) و«{ help-title }» (الصفحة { $page-help }).
safe-law = <b>القوانين تتغير.</b> وكل حالة مختلفة. قبل أي خطوة تخص إقامتك، عليك عرض أوراقك على محامية أو محام أو خدمة قانونية.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = في العنف، يفرض شخص سلطته على الآخر.
violence-short-forms = ليس الضرب فقط: الكلام والمال والأوراق تستعمل للأذى أيضا.
violence-short-fault = الذنب ليس ذنب الضحية أبدا.
violence-everywhere = يحدث هذا في كل البلدان وكل الأوساط، بزواج أو بدونه، بين شخصين من الجنس نفسه أو من جنسين مختلفين. أغلب الضحايا نساء. وهناك رجال أيضا. ويستمر العنف أحيانا بعد الانفصال.
violence-law = في بلجيكا، عنف شريك الحياة ممنوع، بين المتزوجين أيضا. والعنف النفسي يؤخذ في الاعتبار.
signs-title = علامات من الحياة اليومية
signs-intro = هل يحدث معك ولو أمر واحد مما يلي؟ من المهم التحدث عنه مع شخص ما. ما يفعله شريكي أو شريكتي:
sign-phone = قراءة رسائلي والمطالبة بكلمات المرور؛
sign-people = منعي من رؤية أهلي وأصدقائي؛
sign-work = منعي من العمل أو من حضور دروس؛
sign-money = الاحتفاظ بمالي أو ببطاقتي البنكية؛
sign-papers = إخفاء جواز سفري أو وثيقة إقامتي؛
sign-threat = تهديدي: «من دوني تضيع أوراقك»؛
sign-children = التهديد بأخذ الأطفال؛
sign-clothes = التحكم في ملابسي وفي خروجي؛
sign-sex = إجباري على أفعال جنسية؛
sign-fear = تخويفي، حتى أصبحت أحسب حساب كل كلمة.
cycle-intro = العنف لا يحدث كل يوم. وهو يدور غالبا في حلقة:
cycle-tension = <b>التوتر.</b> كل شيء يصبح سببا للوم. أفعل كل ما أستطيع لتجنب الأزمة.
cycle-attack = <b>الاعتداء.</b> صراخ، ضرب، تكسير أشياء، إجبار على علاقة جنسية.
cycle-excuses = <b>الأعذار.</b> «الذنب ذنبك. لم أعد أحتمل. أنت دفعتني إلى ذلك.»
cycle-promises = <b>الوعود.</b> هدايا ودموع: «سأتغير.» ويعود الأمل.
cycle-again = ثم يعود التوتر. ومع الوقت، تصبح الاعتداءات أشد وأكثر تكرارا. طلب المساعدة مبكرا يحمي.
hard-title = لماذا المغادرة صعبة إلى هذا الحد؟
hard-text = بسبب الخوف، وحب لم ينته، وأمل باق. وبسبب الأطفال والمال والأوراق والعائلة والشعور بالعار. كثير من الناس يغادرون ثم يعودون، قبل أن يغادروا نهائيا. هذا ليس ضعفا منك. كل خطوة لها قيمة، حتى الصغيرة: الحديث مع شخص، كتابة رقم، نسخ ورقة.
family-title = عندما تتدخل العائلة
family-text = قد يأتي العنف أيضا من أهل شريكك أو شريكتك، أو من أهلك. الزواج دون موافقة حرة من الشخصين زواج قسري: وهو ممنوع. والعنف «باسم الشرف» جريمة.

## The booklet, 3: am I in danger now?

danger-title = هل أنا في خطر الآن؟
danger-short-call = هل هناك خوف على حياتك؟ عليك الاتصال بالرقم { $police-phone } أو المغادرة.
danger-short-signs = بعض العلامات تنذر بخطر شديد.
danger-short-plan = الخطة المعدة مسبقا تساعد على المغادرة بسرعة.
danger-say = عليك ذكر مكانك وما يحدث، وهل هناك أطفال، وهل هناك سلاح، وما هي لغتك.
danger-signs-title = علامات الخطر الشديد
danger-signs-intro = علامة واحدة من هذه العلامات تكفي لطلب المساعدة اليوم.
danger-sign-neck = سبق أن ضغط شريكك أو شريكتك على رقبتك.
danger-sign-weapon = هناك سلاح، أو تهديد بسكين.
danger-sign-kill = يهدد شريكك أو شريكتك بقتلك أو بقتل الأطفال أو بالانتحار.
danger-sign-worse = العنف يصبح أشد أو أكثر تكرارا.
danger-sign-follow = يحبسك شريكك أو شريكتك، أو يلاحقك في كل مكان.
danger-sign-pregnancy = أنت حامل، أو وضعت مولودك قبل وقت قصير.
danger-sign-leaving = لديك نية المغادرة، أو غادرت قبل وقت قصير. وهذه غالبا أخطر لحظة.
danger-neck = <b>هل تعرضت رقبتك للضغط؟</b> عليك التوجه فورا إلى قسم الطوارئ في مستشفى، حتى دون أثر على الجلد.
danger-plan-title = خطتي للمغادرة بسرعة
danger-plan-exit = <b>مخرج.</b> أعرف من أين أخرج، في النهار وفي الليل. أثناء الأزمة، أتجنب المطبخ والغرف التي لا مخرج لها.
danger-plan-word = <b>كلمة سرية.</b> أتفق عليها مع شخص موثوق به. عندما يسمعها مني، يتصل بالرقم { $police-phone }.
danger-plan-place = <b>مكان.</b> أعرف إلى أين أذهب: إلى صديقة أو جار، أو إلى بيت إيواء أو مركز شرطة أو مستشفى.
danger-plan-bag = <b>حقيبة.</b> هي جاهزة، خارج البيت. والقائمة في الصفحة { $page-bag }.
danger-plan-children = <b>الأطفال.</b> يعرفون كيف يخرجون ويتصلون بالرقم { $police-phone }. ويجب ألا يدافعوا عني.
danger-plan-money = <b>بعض المال.</b> ما يكفي لأجرة حافلة أو قطار أو تاكسي.
danger-stay-title = إذا بقيت في الوقت الحالي
danger-stay = البقاء لا يعني القبول. يمكنك من الآن التحدث إلى خدمة استماع، وإخفاء نسخة من أوراقك، وإخبار جارة، وإبقاء هاتفك مشحونا، وكتابة ما يحدث ومتى يحدث. وعليك مراجعة خطتك إذا تغير شيء.
danger-leave-title = إذا كان يجب أن أغادر فورا
danger-leave = عليك المغادرة مع أطفالك، حتى دون حقيبة. لأخذ أغراضك لاحقا، يمكنك سؤال الشرطة: هل تستطيع مرافقتك؟ مغادرة البيت لحماية نفسك ليست ذنبا.
danger-alarm = <b>جهاز إنذار.</b> إذا كانت الضحية في خطر شديد، فيمكن للنيابة العامة أن تقرر إعطاءها زر إنذار متصلا بالنجدة. يمكنك سؤال الشرطة أو خدمة مساعدة عن ذلك.
friend-title = أنا صديقة أو جار أو زميل
friend-believe = عليك تصديق هذا الشخص، دون الحكم عليه، ودون اتخاذ القرار بدلا منه.
friend-ask = من المهم سؤاله: كيف يمكنني مساعدتك، ومتى يمكنني الاتصال بك دون خطر؟
friend-keep = يمكنك عرض الاحتفاظ بحقيبة أو نسخ أو مفتاح.
friend-call = هل سمعت صراخا؟ عليك الاتصال بالرقم { $police-phone }. ويجب عدم التدخل وحدك.
friend-partner = يجب عدم التحدث عن العنف مع شريكه أو شريكته.

## The booklet, 4: my rights, by the card that I hold

status-title = ما هي حقوقي، حسب بطاقتي؟
status-short-everyone = لكل إنسان الحق في حياة بلا عنف، بأوراق إقامة أو بدونها.
status-short-violence = المغادرة لا تؤدي تلقائيا إلى فقدان البطاقة. والعنف يؤخذ في الاعتبار.
status-short-advice = تختلف القواعد حسب البطاقة. عليك أولا طلب استشارة.
everyone-title = حقوق الجميع
everyone-intro = هذه الحقوق لك، مهما كانت بطاقتك.
everyone-after = الحماية تسري أيضا إذا بدأ العنف أو استمر بعد مغادرتك البيت.
everyone-myth =
    <b>«عليك البقاء معي { $control-years ->
        [one] سنة واحدة
        [two] سنتين
        [few] { $control-years } سنوات
        [many] { $control-years } سنة
       *[other] { $control-years } سنة
    }.»</b> هذا غير صحيح. لا أحد مجبر على العيش مع العنف كي يحتفظ بأوراقه.
guide-title = ما هو وضعي؟
guide-intro = يمكنك اتباع الخط، ثم الذهاب إلى الصفحة المذكورة. عند الشك، عليك عرض أوراقك على خدمة قانونية (الصفحة { $page-help }).
guide-partner = أنا في بلجيكا عن طريق شريكي أو شريكتي
guide-partner-eu = هذا الشخص من مواطني بلجيكا أو بلد من الاتحاد الأوروبي
guide-partner-other = هذا الشخص من بلد خارج الاتحاد الأوروبي
guide-partner-waiting = ما زلت أنتظر بطاقتي
guide-protection = طلبت الحماية من بلجيكا
guide-protection-asylum = طلب لجوئي قيد الدراسة، أو لدي صفة لاجئ
guide-none = لا شيء مما سبق
guide-none-papers = أنا بلا أوراق إقامة
guide-none-trafficking = هناك من يستغلني، أو من استغلني
guide-none-own = لدي بطاقتي الخاصة، أو الجنسية البلجيكية
eu-intro = لديك بطاقة F (carte F / F-kaart)، بالزواج أو بالمساكنة القانونية.
eu-control =
    طوال { $control-years ->
        [one] سنة واحدة
        [two] سنتين
        [few] { $control-years } سنوات
        [many] { $control-years } سنة
       *[other] { $control-years } سنة
    }، يمكن أن يتحقق { -office } من استمرار توفر الشروط. إذا انتهى العيش معا، فيمكنه سحب البطاقة. <b>لكن هذا ليس تلقائيا.</b>
eu-reasons = تبقى لك إقامتك إذا وجد أحد هذه الأسباب:
eu-reason-violence = <b>العنف.</b> مررت بوضع بالغ الصعوبة، مثل عنف شريك الحياة.
eu-reason-children = <b>الأطفال.</b> لديك حضانة طفل، أو الحق في رؤيته.
eu-reason-time =
    <b>المدة.</b> دامت الحياة المشتركة { $common-life-years ->
        [one] سنة واحدة
        [two] سنتين
        [few] { $common-life-years } سنوات
        [many] { $common-life-years } سنة
       *[other] { $common-life-years } سنة
    }، منها { $common-life-years-belgium ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $common-life-years-belgium } سنوات
        [many] { $common-life-years-belgium } سنة
       *[other] { $common-life-years-belgium } سنة
    } في بلجيكا.
eu-one-reason =
    <b>سبب واحد يكفي.</b> لا يشترط على ضحية العنف أن تكون الحياة المشتركة قد دامت { $common-life-years ->
        [one] سنة واحدة
        [two] سنتين
        [few] { $common-life-years } سنوات
        [many] { $common-life-years } سنة
       *[other] { $common-life-years } سنة
    }.
eu-weigh = ينظر مكتب الأجانب أيضا إلى مدة إقامتك وعمرك وصحتك وعائلتك وروابطك ببلجيكا. عليك إخباره كتابة بكل ما هو مهم.
eu-lawyer =
    <b>أمور يجب التأكد منها.</b> هل يشترط دخل وتأمين صحي؟ متى تبدأ مدة التحقق ({ $control-years ->
        [one] سنة واحدة
        [two] سنتان
        [few] { $control-years } سنوات
        [many] { $control-years } سنة
       *[other] { $control-years } سنة
    })؟ المصادر ليست كلها متفقة. يجب أن تدرس ملفك محامية أو محام.
other-intro = التحقت بزوجك أو زوجتك، أو بشريك حياتك أو شريكتك. وهذا الشخص ليس من مواطني بلجيكا ولا من بلد من الاتحاد الأوروبي. كل شيء يتوقف على إقامته هو.
other-column-stay = إقامة هذا الشخص
other-column-you = بالنسبة إليك
other-unlimited = غير محدودة المدة
other-unlimited-you =
    خلال { $protected-years ->
        [one] السنة الأولى
        [two] أول سنتين
        [few] أول { $protected-years } سنوات
        [many] أول { $protected-years } سنة
       *[other] أول { $protected-years } سنة
    }، لا يستطيع مكتب الأجانب إنهاء إقامتك إذا تمكنت من إثبات أفعال عنف معينة ارتكبها شريكك أو شريكتك أثناء الزواج أو المساكنة. ولا يشترط أن يكون لديك دخل.
other-limited = محدودة المدة: دراسة، عمل…
other-limited-you = لا وجود لهذه الحماية هنا. يمكنك طلب إقامة لأسباب إنسانية. عليك طلب استشارة بسرعة.
other-refugee = صفة لاجئ
other-refugee-you = المصادر ليست كلها متفقة. عليك استشارة محامية أو محام قبل أي خطوة.
other-proof = في القانون قائمة أفعال. ستوضح لك محامية أو محام هل ما يحدث لك من ضمنها، وما هي الأدلة اللازمة. عنف نفسي أو جسدي: من المهم رواية كل شيء.
waiting-title = ما زلت أنتظر بطاقتي
waiting-text = طلبت بطاقتك، لكنها لم تصلك بعد. إذا حدث انفصال، فمن الممكن رفض الطلب. والحماية من العنف ليست مؤكدة في هذه المرحلة.
waiting-urgent = <b>الأمر عاجل.</b> عليك استشارة محامية أو محام في الأيام القادمة، قبل المغادرة إن أمكن. لكن إذا كنت في خطر، فعليك المغادرة أولا.
protection-title = اللجوء وصفة اللاجئ
protection-ground = عنف شريك الحياة والزواج القسري اضطهاد مرتبط بالنوع الاجتماعي. وهما يؤخذان في الاعتبار في طلب اللجوء. من المهم الحديث عنهما، حتى إذا لم يرد ذكرهما في البداية.
protection-interview = يمكنك طلب إجراء المقابلة مع امرأة أو مع رجل. ينطبق ذلك على من يجري المقابلة وعلى من يترجم.
protection-own = هل طلبك مرتبط بطلب شريكك أو شريكتك؟ عليك سؤال محاميتك أو محاميك: هل يمكن فصلهما؟
protection-refugee = هل لديك أنت صفة لاجئ؟ هذه الصفة لك، ولا تتوقف على شريكك أو شريكتك.
protection-centre = هل أنت في مركز استقبال؟ عليك إخبار شخص من فريق العمل بأنك في خطر. وعليك طلب مكان في مركز آخر.
no-papers-title = أنا بلا أوراق إقامة
no-papers-care = <b>العلاج.</b> إذا لم يكن لديك مال، فإن { -cpas } في مكان سكنك يدفع تكلفة المساعدة الطبية العاجلة (aide médicale urgente / dringende medische hulp). تلزم شهادة من الطبيب. وتشمل هذه المساعدة الوقاية أيضا. ويحفظ المركز السر.
no-papers-refuge = <b>بيت إيواء.</b> عند الاتصال، عليك ذكر أنك بلا أوراق إقامة. وعليك السؤال: أي بيت إيواء يمكنه استقبالي؟
no-papers-stay = <b>إقامة.</b> يمكن أحيانا تقديم طلب لأسباب إنسانية أو طبية. عليك طلب استشارة قبل الكتابة إلى مكتب الأجانب: فالطلب يكشف عنوانك أيضا.
trafficking-title = هناك من يستغلني
trafficking-text = هل جاء بك شخص إلى هنا، أو يحتجزك، لكسب المال من عملك أو جسدك أو أوراقك؟ قد يكون هذا اتجارا بالبشر. حتى لو كان هذا الشخص شريكك أو شريكتك. تحمي بلجيكا الضحايا، بثلاثة شروط:
trafficking-condition-contact = انقطاع اتصالك بمن يستغلونك.
trafficking-condition-centre = قبولك المساعدة من مركز متخصص.
trafficking-condition-inquiry = تعاونك مع التحقيق.
trafficking-time =
    لديك أولا { $reflection-days ->
        [one] يوم واحد
        [two] يومان
        [few] { $reflection-days } أيام
        [many] { $reflection-days } يوما
       *[other] { $reflection-days } يوم
    } للتفكير. بعد ذلك، يمكنك الحصول على وثائق إقامة لمدة { $trafficking-document-months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $trafficking-document-months } أشهر
        [many] { $trafficking-document-months } شهرا
       *[other] { $trafficking-document-months } شهر
    }، وهي قابلة للتجديد. المراكز مذكورة في الصفحة { $page-help }.

## The booklet, 5: what do I do, step by step?

steps-title = ماذا أفعل، خطوة خطوة؟
steps-short-order = أولا، طلب استشارة. ثم إبلاغ { -office }.
steps-short-proof = عليك حفظ الأدلة خارج البيت.
steps-short-danger = إذا كنت في خطر، فعليك المغادرة أولا: والباقي يمكن أن ينتظر.
step-advice = <b>أطلب استشارة.</b> تستمع إليك خدمة مساعدة أو جمعية أو محامية أو محام، ويتضح لك ما هو ممكن. ولا يلزمك اتخاذ أي قرار الآن.
step-office = <b>أبلغ { -office }.</b> يجب فعل ذلك بسرعة، بعد الاستشارة، وقبل أن يعلم المكتب بالأمر من غيرك. يمكنك الكتابة إلى { $office-mail }، أو إرسال رسالة مسجلة إلى هذا العنوان: { $office-address }.
letter-title = في رسالتي
letter-name = اسمي وتاريخ ميلادي ورقم ملفي
letter-facts = ما حدث، مع التواريخ
letter-wish = ما أطلبه: الاحتفاظ بإقامتي
letter-proof = نسخ من الأدلة، وليس الأصل أبدا
letter-address = عنوان آمن لتلقي الرد
letter-copy = نسخة من الرسالة، أحتفظ بها
letter-example-title = مثال
letter-example = أبلغكم بأنني تركت شريكي أو شريكتي بتاريخ (التاريخ)، بسبب العنف. وقد مررت بوضع بالغ الصعوبة. تجدون أدلة مع هذه الرسالة. أطلب الاحتفاظ بإقامتي، وتقديم توضيحاتي قبل أي قرار. أرجو الكتابة إلي على هذا العنوان: (العنوان). وأرجو عدم إعطائه لأحد. وشكرا.
letter-language = عليك كتابة رسالتك بالفرنسية أو الهولندية أو الألمانية، بمساعدة خدمة قانونية.
step-office-answer = <b>يمكنك تقديم توضيحات.</b> قبل اتخاذ القرار، يجب على مكتب الأجانب أن يتيح لك إبداء رأيك. عليك الرد ضمن المهلة، مع محامية أو محام.
step-proof = <b>أجمع الأدلة.</b> كل الأدلة مهمة، حتى الصغيرة. عليك حفظها خارج البيت.
proof-column-what = ماذا
proof-column-where = أين
proof-police = شكوى، محضر
proof-police-where = لدى الشرطة، مع طلب نسخة
proof-medical = شهادة طبية
proof-medical-where = عند الطبيب، في المستشفى، في مركز CPVS/ZSG
proof-letter = إفادة
proof-letter-where = في بيت الإيواء، الجمعية، الخدمة الاجتماعية، المدرسة
proof-messages = رسائل، صور
proof-messages-where = في هاتفك، مع إرسالها إلى شخص موثوق به
proof-witness = أقوال شهود
proof-witness-where = جيران، أصدقاء، عائلة: كتابة، مع التاريخ والتوقيع
proof-psychological = إثبات العنف النفسي أصعب. من المهم كتابة الوقائع والتواريخ، والتحدث عنه مبكرا مع طبيب أو أخصائية نفسية أو خدمة مساعدة.
step-complaint = <b>أقدم شكوى، إذا كان ذلك مناسبا لي.</b> الشكوى تساعد على إثبات العنف. لكنها قد تجعله أشد أيضا: عليك أولا التخطيط لسلامتك.
complaint-any = يجب على كل مركز شرطة أن يكتب شكواك. ولا يمكنه أن يرفض.
complaint-with = يمكن أن يرافقك شخص موثوق به. ويمكنك طلب التحدث مع شرطية.
complaint-language = ترجمة أقوالك حق لك.
complaint-read = عليك قراءة محضر أقوالك قبل توقيعه، وطلب نسخة منه.
complaint-injured = من المهم توقيع «تصريح الشخص المتضرر» (déclaration de personne lésée / verklaring van benadeelde persoon): وعندها تصلك أخبار سير الشكوى.
step-doctor = <b>أذهب إلى الطبيب.</b> من المهم إظهار كل الإصابات، والتحدث أيضا عن الخوف والنوم، وطلب شهادة عجز عن العمل: فهي مفيدة حتى إذا لم يكن لديك عمل.
step-doctor-sexual =
    <b>بعد التعرض لعنف جنسي.</b> مراكز رعاية ضحايا العنف الجنسي (CPVS/ZSG) تقدم العلاج وتحفظ الآثار، مجانا، ليل نهار. والأفضل أن يتم ذلك خلال { $evidence-days ->
        [one] يوم واحد
        [two] يومين
        [few] { $evidence-days } أيام
        [many] { $evidence-days } يوما
       *[other] { $evidence-days } يوم
    }. ولا إلزام عليك بتقديم شكوى.
step-ban =
    <b>أسعى إلى إبعاد الشخص العنيف.</b> يمكن للنيابة العامة أن تأمر بإبعاد الشخص العنيف عن البيت لمدة { $home-ban-days ->
        [one] يوم واحد
        [two] يومين
        [few] { $home-ban-days } أيام
        [many] { $home-ban-days } يوما
       *[other] { $home-ban-days } يوم
    } على الأكثر، وأن تمنع أي اتصال بك. يشترط وجود خطر، وليس بالضرورة جريمة. ويمكن لمحكمة الأسرة أن تمدد الإبعاد لمدة { $home-ban-extension-months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $home-ban-extension-months } أشهر
        [many] { $home-ban-extension-months } شهرا
       *[other] { $home-ban-extension-months } شهر
    } على الأكثر.
step-leave = <b>أغادر.</b> عليك اختيار وقت يكون فيه شريكك أو شريكتك في مكان بعيد. وعليك أخذ الأطفال والأوراق. يمكن لبيت إيواء أن يؤويك في عنوان سري. ومن المهم حفظ دليل على سبب مغادرتك.
step-address =
    <b>أخفي عنواني الجديد.</b> يمكنك مطالبة البلدية بـ«عدم الكشف عنه» (non communicable / niet-meedelen van het adres). يسري ذلك لمدة { $address-months ->
        [one] شهر واحد
        [two] شهرين
        [few] { $address-months } أشهر
        [many] { $address-months } شهرا
       *[other] { $address-months } شهر
    }، ويمكن تجديده. إذا لم يكن لديك سكن، فيمكنك طلب «عنوان مرجعي» (adresse de référence / referentieadres) من { -cpas }.
step-lawyer = <b>أستعين بمحامية أو محام.</b> أول استشارة قانونية مجانية للجميع. بعد ذلك، وحسب دخلك، تكون مساعدة «pro deo» مجانية، أو مجانية جزئيا. عليك طلب شخص يعرف قانون الأجانب.
step-refused =
    <b>قرار سلبي؟</b> لديك { $appeal-days ->
        [one] يوم واحد
        [two] يومان
        [few] { $appeal-days } أيام
        [many] { $appeal-days } يوما
       *[other] { $appeal-days } يوم
    } للطعن في القرار، وأحيانا أقل. عليك الذهاب في اليوم نفسه إلى محامية أو محام، مع الرسالة وظرفها.
divorce-title = وماذا عن الطلاق؟
divorce-text = الطلاق أو انتهاء المساكنة قد يغير إقامتك. عليك طلب استشارة قبل التوقيع. وعليك السؤال أيضا: هل سيسري الطلاق البلجيكي في بلدي الأصلي؟
money-title = كيف أؤمن معيشتي؟
money-account = من المهم فتح حساب بنكي باسمك، وطلب تحويل راتبك إليه.
money-allowance = عليك سؤال صندوق الإعانات العائلية: لمن يجب أن يدفع من أجل الأطفال؟
money-cpas = يمكن أن يساعدك { -cpas }. لكن المساعدة المالية قد تحسب ضدك عند اتخاذ قرار بشأن إقامتك: عليك أولا طلب استشارة.
money-rent = هل اسمك في عقد الإيجار؟ المغادرة لا تنهي العقد. عليك طلب استشارة قبل التوقف عن الدفع.

## The booklet, 6: my children

children-title = وماذا عن أطفالي؟
children-short-harm = العنف يؤذي الأطفال، حتى عندما لا يرونه.
children-short-leave = يمكنك المغادرة معهم لحمايتهم.
children-short-judge = القاضي هو من يقرر الحضانة، وليس شريكك أو شريكتك.
children-feel = الأطفال يسمعون ويحسون ويخافون. بعضهم ينام بصعوبة أو يشعر بألم في البطن. وبعضهم يصبح عدوانيا، وبعضهم هادئا أكثر من اللازم. هذا ليس ذنبهم ولا ذنبك.
children-say-title = ما يمكنني قوله لهم
children-say-fault = «الذنب ليس ذنبكم.»
children-say-safe = «لا تدافعوا عني. اخرجوا واطلبوا النجدة.»
children-say-talk = «من حقكم التحدث عن ذلك مع شخص ما.»
children-say-listen = من المهم الاستماع إليهم، دون مطالبتهم بالاختيار بين والديهم، وإخبار طبيبهم أو مدرستهم إذا كانت لديك ثقة بهما. يمكنهم هم أيضا الاتصال، دون ذكر أسمائهم:
children-leave-title = إذا غادرت معهم
children-leave-papers = عليك أخذ أوراقهم ودفترهم الصحي وشيء يحبونه.
children-leave-school = عليك إخبار المدرسة بمن يمكنه أخذهم منها، وبمن لا يمكنه.
children-leave-stay = قد تتوقف إقامتهم على إقامة أحد الوالدين: عليك طلب استشارة لهم أيضا.
children-court-title = من يقرر بشأنهم؟
children-court = بعد الانفصال، تقرر محكمة الأسرة أين يعيشون ومتى يرون كلا من الوالدين. عليك الإسراع في طلب قرار مكتوب، مع محامية أو محام. وعليك إخبار القاضي بالعنف: يمكن أن تتم الزيارات في مكان تحت الإشراف.
children-abroad = <b>هل هناك خوف من أخذهم إلى الخارج؟</b> عليك وضع جوازات سفرهم في مكان آمن. وعليك التحدث عن ذلك فورا مع محامية أو محام أو مع الشرطة.
children-taken = <b>«سيأخذون منك الأطفال.»</b> هذا ما يقوله كثير ممن يمارسون العنف. طلب المساعدة لا يعني فقدان أطفالك، بل يعني حمايتهم.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = خطر مباشر: { $police-phone } للشرطة، { $ambulance-phone } للإسعاف.
help-short-talk = للتحدث: { $ecoute-violences-conjugales-phone } بالفرنسية، { $line-1712-phone } بالهولندية.
help-short-any = يمكنك الاتصال حتى قبل اتخاذ أي قرار.
help-language = هل يصعب عليك التحدث بلغة الخدمة؟ عليك ذكر اسم لغتك وطلب مترجمة أو مترجم. يمكن لشخص موثوق به أن يتصل بدلا منك. لكن ليس طفلا.
help-change = قد تتغير الأرقام والأوقات.
local-title = بالقرب من مسكني
call-title = كيف تتم المكالمة؟
call-text = يستمع إليك شخص مؤهل. لا يلزمك ذكر اسمك. قد يسألك عن سلامتك وعن أطفالك. لك حرية الإجابة، ويمكنك إنهاء المكالمة في أي وقت. وهو لا يقرر شيئا بدلا منك. من المفيد تجهيز سؤال، وورقة وقلم إذا كان ذلك بلا خطر.
who-title = من يفعل ماذا؟
who-column-service = الخدمة
who-column-does = عملها
who-line = خدمة استماع
who-line-does = تستمع وتنصح وتساعد على إعداد خطة. لا تخبر أحدا دون موافقتك، إلا عند وجود خطر شديد.
who-refuge = بيت إيواء
who-refuge-does = يؤوي ويساند، في عنوان سري، مع الأطفال.
who-legal = خدمة قانونية
who-legal-does = تشرح حقوقك، وتساعد على الكتابة إلى مكتب الأجانب.
who-social = خدمة اجتماعية، { -cpas }
who-social-does = مساعدة في المال والسكن والعلاج وملء الأوراق.
who-doctor = طبيب، مستشفى
who-doctor-does = علاج وكتابة شهادة طبية، مع حفظ السر.
who-police = الشرطة
who-police-does = تحمي في الحالات العاجلة، وتكتب الشكوى. هل أنت بلا أوراق إقامة؟ عليك أولا قراءة الصفحة { $page-no-papers }.

## The booklet, 8: my bag, my notes

bag-title = ماذا آخذ معي؟
bag-short-ready = من المهم تجهيز حقيبة، أو نسخ، خارج البيت.
bag-short-papers = الأوراق أولا: أوراقك وأوراق الأطفال.
bag-short-write = من المهم ألا تتضمن هذه الصفحات إلا ما لا خطر في قراءته.
bag-list-title = حقيبتي
bag-identity = بطاقة الهوية، جواز السفر
bag-permit = وثيقة الإقامة
bag-children = أوراق الأطفال
bag-certificates = شهادات الزواج والميلاد
bag-money = بطاقات بنكية، مال
bag-keys = مفاتيح
bag-medicine = أدوية، وصفات طبية
bag-proof = أدلة، شهادات طبية
bag-pay = كشوف الراتب، عقد الإيجار
bag-phone = هاتف وشاحن
bag-clothes = ملابس لبضعة أيام
bag-toy = شيء يحبه كل طفل
bag-copies = من المهم ترك نسخ أو صور من كل الأوراق عند شخص موثوق به. هل الوقت ضيق؟ عليك المغادرة دون حقيبة.
notes-title = ملاحظاتي
notes-hint = تواريخ، أسماء، أرقام ملفات. إذا كان بإمكان شريكك أو شريكتك العثور على هذا الكتيب، فعليك كتابتها في مكان آخر.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = شرح الكلمات
word-asylum = لجوء
word-asylum-text = حماية يمنحها بلد لشخص معرض للخطر في بلده الأصلي.
word-cohabitation = مساكنة قانونية (cohabitation légale / wettelijke samenwoning)
word-cohabitation-text = شريكان مسجلان في البلدية، دون زواج.
word-consent = موافقة
word-consent-text = قول نعم بحرية، دون خوف ودون ضغط.
word-control = سيطرة قسرية
word-control-text = التحكم في حياة الآخر كلها عن طريق الخوف: المال والخروج والعلاقات والأوراق.
word-cpas = { -cpas }
word-cpas-text = الخدمة الاجتماعية في البلدية: مساعدة، علاج عاجل، عنوان مرجعي.
word-cpvs = مركز CPVS/ZSG
word-cpvs-text = مركز للعلاج والمساعدة بعد التعرض لعنف جنسي.
word-ban = إبعاد عن البيت (interdiction de résidence / huisverbod)
word-ban-text = أمر للشخص العنيف بمغادرة البيت وعدم الاتصال بك.
word-office = { -office }
word-office-text = الإدارة التي تقرر بشأن الإقامة في بلجيكا.
word-prosecutor = نيابة عامة (parquet / parket)
word-prosecutor-text = الجهة القضائية التي تقرر ما يحدث بعد الشكوى.
word-injured = شخص متضرر
word-injured-text = ضحية طلبت، كتابة، أن تبقى على علم بسير القضية.
word-statement = محضر (procès-verbal / proces-verbaal)
word-statement-text = النص الذي تكتب فيه الشرطة أقوالك.
word-prodeo = مساعدة pro deo
word-prodeo-text = مساعدة مجانية، أو مجانية جزئيا، من محامية أو محام.
word-appeal = طعن (recours / beroep)
word-appeal-text = مطالبة القاضي بإعادة النظر في قرار.
word-refuge = بيت إيواء
word-refuge-text = بيت عنوانه سري، للعيش بأمان لبعض الوقت.
word-reunification = لم شمل الأسرة (regroupement familial / gezinshereniging)
word-reunification-text = إقامة يحصل عليها الشخص للعيش مع فرد من أسرته.
word-humanitarian = إقامة لأسباب إنسانية
word-humanitarian-text = إقامة يمكن لمكتب الأجانب أن يعطيها في وضع استثنائي. ولا يضمنها القانون.
word-permit = وثيقة إقامة
word-permit-text = بطاقة أو وثيقة تثبت أنه يمكن للشخص العيش في بلجيكا.
word-trafficking = اتجار بالبشر
word-trafficking-text = تجنيد شخص أو الاحتفاظ به من أجل استغلاله.
word-court = محكمة الأسرة (tribunal de la famille / familierechtbank)
word-court-text = القاضي المختص بالطلاق وحضانة الأطفال ومسكن الشريكين.

## The booklet: last page

back-title = هل يمكن أن يعرضك هذا الكتيب للخطر؟
back-numbers = عليك حفظ رقم عن ظهر قلب.
back-leave = وبعد ذلك، عليك ترك هذا الكتيب عند شخص موثوق به، أو رميه بعيدا عن البيت.
booklet-information = يقدم هذا الكتيب معلومات عامة. وهو لا يغني عن رأي محامية أو محام.
booklet-deposit = الإيداع القانوني: يستكمل قبل الطباعة.

## The pocket card

card-say = <b>عليك ذكر</b> مكانك وما يحدث ولغتك.
card-traces = <b>المكالمات تترك أثرا.</b> من الأفضل استعمال هاتف شخص موثوق به.
card-keep = <b>هل يمكن أن تعرضك هذه البطاقة للخطر؟</b> عليك حفظ رقم عن ظهر قلب، ثم رمي البطاقة بعيدا عن البيت.
card-release = الإصدار { $release-version }، { $release-date }. يرجى عدم رمي البطاقة أرضا.
