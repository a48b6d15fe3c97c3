# Texts of the brochure in Russian, translated from the French.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Both names read the same in the nominative and the accusative.
# The short form of -office is for a panel that also shows the full one.
-office =
    { $form ->
        [short] Управление по делам иностранцев
       *[full] Управление по делам иностранцев (Office des étrangers)
    }
-cpas = социальный центр CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Полезная информация

## Cover

cover-title = Жизнь без насилия
cover-question = Я из другой страны. Муж, жена, партнёр или партнёрша делает мне больно. Какие у меня права в Бельгии?

## What is partner violence?

violence-title = Что такое насилие в паре?
violence-definition = В ссоре двое говорят на равных. При насилии один человек подчиняет себе другого. Появляется страх.
forms-title = Насилие бывает разным
form-body = <b>Тело.</b> Вас бьют, толкают, душат, запирают.
form-words = <b>Слова.</b> Вас оскорбляют, унижают, грозят отобрать детей.
form-papers = <b>Документы.</b> Ваши документы прячут, вам грозят потерей права на проживание.
form-money = <b>Деньги.</b> У вас забирают зарплату или банковскую карту, вам запрещают работать.
form-sexuality = <b>Интимная жизнь.</b> Вас принуждают к сексу, в том числе в браке. Вам мешают предохраняться.
form-control = <b>Контроль.</b> Следят за вашим телефоном, не дают общаться с родными и друзьями.
cycle-title = Насилие повторяется и усиливается
cycle-text = Напряжение, агрессия, извинения, обещания. Потом всё начинается снова, и часто ещё хуже. Дети тоже страдают, даже в соседней комнате.
violence-not-your-fault = <b>В этом никогда нет вашей вины.</b> Ни ревность, ни алкоголь, ни религия, ни культура не оправдывают насилие.

## What are my rights?

rights-title = Какие у меня права?
rights-everyone = В Бельгии каждый человек имеет право жить без насилия, с документами или без них.
right-leave = <b>Уйти.</b> Ради безопасности вы можете уйти из дома. Это не значит, что вы автоматически потеряете право на проживание.
right-complain = <b>Заявить в полицию.</b> В любом участке обязаны записать ваше заявление. С вами может прийти человек, которому вы доверяете. Попросите копию своих показаний.
right-care = <b>Получить помощь врача.</b> Врач может выдать медицинскую справку. Это доказательство, в том числе душевных страданий.
right-home =
    <b>Остаться дома.</b> Прокуратура может запретить агрессору появляться в доме, сначала не более чем на { $home-ban-days ->
        [one] { $home-ban-days } день
        [few] { $home-ban-days } дня
        [many] { $home-ban-days } дней
       *[other] { $home-ban-days } дня
    }.
right-address = <b>Скрыть свой адрес.</b> Попросите администрацию коммуны его не сообщать.
right-lawyer = <b>Поговорить с адвокатом.</b> Первая юридическая консультация бесплатна для всех.
rights-no-papers = <b>Нет документов на проживание?</b> Полиция обязана помочь вам, как любой жертве. Но она может и арестовать вас из-за отсутствия документов. Идите в полицию с кем-то из организации помощи.

## What are my rights: the residence card

stay-title = А моё право на проживание?
stay-intro = Если вы уйдёте, это может повлиять на ваш вид на жительство. Но при решении учитывают и насилие.
stay-eu-question = У моего мужа, жены или партнёра гражданство Бельгии или другой страны Евросоюза
stay-eu-answer =
    Насилие — основание сохранить вид на жительство. Тогда не обязательно, чтобы вы прожили вместе { $common-life-years ->
        [one] { $common-life-years } год
        [few] { $common-life-years } года
        [many] { $common-life-years } лет
       *[other] { $common-life-years } года
    }. Есть и другие условия: спросите адвоката.
stay-other-question = Я здесь по воссоединению с человеком не из ЕС
stay-other-answer =
    Его право на проживание бессрочное? Если вы докажете насилие, { -office(form: "short") } не может лишить вас права на проживание { $protected-years ->
        [1] в первый год
        [one] в первый { $protected-years } год
        [few] в первые { $protected-years } года
        [many] в первые { $protected-years } лет
       *[other] в первые { $protected-years } года
    }. Его право на проживание временное? Скорее получите консультацию.
stay-asylum-question = Я прошу убежища
stay-asylum-answer = Насилие в паре и принудительный брак учитывают. Вы можете попросить, чтобы интервью провела женщина или, наоборот, мужчина.
stay-none-question = У меня ещё нет вида на жительство или нет документов
stay-none-answer = Скорее получите консультацию. За срочной медпомощью идите в { -cpas }: там хранят вашу тайну.
stay-order = <b>В каком порядке?</b> Сначала — консультация. Потом скорее сообщите в { -office(form: "full") }. Приложите доказательства: заявление в полицию, справку врача, справку из приюта. Вы в опасности? Сначала уходите.

## Who can help me?

help-title = Кто может мне помочь?
help-danger = <b>Вы в опасности?</b> Звоните сразу.
need-emergency = Срочная помощь
need-listening = Поговорить, не называя себя
need-sexual = После сексуального насилия
need-children = Для детей и молодёжи
need-rights = Мои права, мой вид на жительство
need-refuge = Приют
need-trafficking = Торговля людьми
need-forced-marriage = Принудительный брак
need-health = Здоровье

region-brussels = Брюссель
region-flanders = Фландрия
region-wallonia = Валлония
region-german-speaking = Немецкоязычное сообщество

contact-police = Полиция
contact-ambulance = Скорая помощь, пожарные
contact-evc-about = насилие в паре
contact-1712-about = любое насилие
contact-listening-about = вас выслушают
contact-children-about = вас выслушают
contact-sexual-centres = Центры помощи после сексуального насилия
contact-sexual-centres-about = медпомощь, заявлять в полицию не обязательно
contact-sexual-line-about = вас выслушают после сексуального насилия
contact-forced-marriage = Принудительный брак
contact-refuge-about = приют и поддержка
contact-refuge-flanders-about = приюты с тайным адресом, через службу { $line-1712-name }
contact-trafficking-about = поддержка жертв торговли людьми
contact-legal-about = юридическая информация
contact-cire-about = социальная и юридическая служба
contact-rights-about = права иностранцев
contact-health-about = доступ к медицинской помощи
contact-asylum-about = информация об убежище

## Safety and colophon

safety-title = Моя безопасность
safety-paper = Если этот листок для вас опасен, запомните один номер. А листок оставьте у человека, которому доверяете.
safety-traces = <b>Телефон.</b> Звонки, сайты и QR-коды оставляют следы. Пользуйтесь телефоном человека, которому доверяете.
safety-word = <b>Секретное слово.</b> Выберите слово вместе с человеком, которому доверяете. Когда вы его скажете, он позвонит по номеру { $police-phone }.
safety-bag = <b>Сумка.</b> Соберите документы, вид на жительство, документы детей, банковскую карту, ключи, лекарства, доказательства. Копии оставьте в другом месте.
safety-code = <b>Этот код открывает сайт помощи.</b> Посещение сайта останется в истории телефона.
colophon-information = Это листовка с общей информацией. Она не заменяет консультацию адвоката.
colophon-release = Версия { $release-version }, { $release-date } Не бросайте листовку на улице.
colophon-independent = { $cire-name }, { $iefh-name } и указанные здесь службы не писали и не одобряли этот текст.
colophon-publisher = Ответственный издатель: указать перед печатью.
