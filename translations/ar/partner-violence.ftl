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
