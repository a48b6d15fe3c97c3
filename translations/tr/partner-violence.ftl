# Texts of the brochure in Turkish.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Never glue a suffix to braces: ask for a case instead.
-office =
    { $case ->
       *[nominative] Yabancılar Dairesi (Office des étrangers)
        [dative] Yabancılar Dairesine (Office des étrangers)
    }
-cpas = CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Pratik bilgiler

## Cover

cover-title = Şiddetsiz bir yaşam
cover-question = Başka bir ülkeden geldim. Eşim ya da partnerim bana zarar veriyor. Belçika’da haklarım neler?

## What is partner violence?

violence-title = Eş ya da partner şiddeti nedir?
violence-definition = Bir tartışmada iki kişi eşittir, karşılıklı konuşur. Şiddette ise biri diğerine hükmeder. Korku hayata yerleşir.
forms-title = Şiddetin birçok türü vardır
form-body = <b>Beden.</b> Vurmak, itmek, boğaz sıkmak, eve kilitlemek.
form-words = <b>Sözler.</b> Hakaret etmek, aşağılamak, çocuklarınızı almakla tehdit etmek.
form-papers = <b>Belgeler.</b> Belgelerinizi gizlemek, oturumunuzu kaybettirmekle tehdit etmek.
form-money = <b>Para.</b> Maaşınızı ya da banka kartınızı almak, çalışmanızı yasaklamak.
form-sexuality = <b>Cinsellik.</b> Evli olsanız bile cinsel ilişkiye zorlamak. Gebelikten korunmayı engellemek.
form-control = <b>Kontrol.</b> Telefonunuzu takip etmek, sizi ailenizden ve arkadaşlarınızdan koparmak.
cycle-title = Şiddet tekrarlanır ve ağırlaşır
cycle-text = Gerginlik, saldırı, özür, verilen sözler: sonra her şey yeniden başlar, çoğu zaman daha ağır. Yan odada olsalar bile çocuklar da acı çeker.
violence-not-your-fault = <b>Bu asla sizin suçunuz değil.</b> Kıskançlık, alkol, din, kültür: hiçbiri şiddeti haklı çıkarmaz.

## What are my rights?

rights-title = Haklarım neler?
rights-everyone = Belçika’da, oturum belgesi olsun olmasın, herkesin şiddetsiz yaşama hakkı vardır.
right-leave = <b>Gitmek.</b> Güvende olmak için evden ayrılabilirsiniz. Bu, oturum hakkınızı otomatik olarak kaybettirmez.
right-complain = <b>Şikâyetçi olmak.</b> Her karakol şikâyetinizi yazmak zorundadır. Güvendiğiniz biri sizinle gelebilir. İfadenizin bir kopyasını isteyin.
right-care = <b>Tedavi olmak.</b> Doktor size rapor yazabilir. Bu bir kanıttır, psikolojik acılar için de.
right-home = <b>Evinizde kalmak.</b> Savcılık, şiddet uygulayan kişinin eve gelmesini yasaklayabilir: başlangıçta en fazla { $home-ban-days } gün.
right-address = <b>Adresinizi gizlemek.</b> Belediyeden adresinizi başkalarına vermemesini isteyin.
right-lawyer = <b>Avukatla görüşmek.</b> İlk hukuki danışma herkes için ücretsizdir.
rights-no-papers = <b>Oturum belgeniz yok mu?</b> Polis, her mağdura olduğu gibi size de yardım etmek zorundadır. Ama oturum durumunuz yüzünden sizi gözaltına da alabilir. Polise bir dernekle birlikte gidin.

## What are my rights: the residence card

stay-title = Oturum hakkım ne olacak?
stay-intro = Evden ayrılmak oturum kartınızı etkileyebilir. Ama karar verilirken şiddet dikkate alınır.
stay-eu-question = Eşim ya da partnerim Belçika veya bir Avrupa Birliği ülkesi vatandaşı
stay-eu-answer = Şiddet, kartınızı korumanız için bir nedendir. Bu durumda { $common-life-years } yıl birlikte yaşamış olmanız zorunlu değildir. Diğer şartlar için bir avukata danışın.
stay-other-question = Avrupa Birliği dışından birinin yanına geldim
stay-other-answer = Onun oturumu süresiz mi? Şiddeti kanıtlarsanız { -office } ilk { $protected-years } yıl boyunca oturum hakkınızı elinizden alamaz. Onun oturumu süreli mi? Hemen bir uzmana danışın.
stay-asylum-question = İltica talep ediyorum
stay-asylum-answer = Eş ya da partner şiddeti ve zorla evlendirme dikkate alınır. Mülakatı bir kadının ya da bir erkeğin yapmasını isteyebilirsiniz.
stay-none-question = Henüz kartım yok ya da hiç oturum belgem yok
stay-none-answer = Hemen bir uzmana danışın. Acil tedavi için sosyal yardım merkezine ({ -cpas }) gidin: bilgilerinizi gizli tutar.
stay-order = <b>Hangi sırayla?</b> Önce bir uzmana danışın. Sonra { -office(case: "dative") } hemen haber verin ve kanıt sunun: şikâyet, doktor raporu, sığınma evi belgesi. Tehlikede misiniz? Önce evden ayrılın.

## Who can help me?

help-title = Bana kim yardım edebilir?
help-danger = <b>Tehlikede misiniz?</b> Hemen arayın.
need-emergency = Acil durum
need-listening = İsim vermeden konuşmak
need-sexual = Cinsel şiddetten sonra
need-children = Çocuklar ve gençler için
need-rights = Haklarım, oturumum
need-refuge = Sığınma evi
need-trafficking = İnsan ticareti
need-forced-marriage = Zorla evlendirme
need-health = Sağlık

region-brussels = Brüksel
region-flanders = Flaman Bölgesi
region-wallonia = Valon Bölgesi
region-german-speaking = Almanca konuşulan bölge

contact-police = Polis
contact-ambulance = Ambulans, itfaiye
contact-evc-about = eş ya da partner şiddeti
contact-1712-about = her tür şiddet
# Not "dinleme": beside a phone number it sounds like wiretapping.
contact-listening-about = konuşmak için
contact-children-about = konuşmak için
contact-sexual-centres = Cinsel şiddet bakım ve destek merkezleri
contact-sexual-centres-about = tedavi; şikâyetçi olmak zorunlu değil
contact-sexual-line-about = cinsel şiddetten sonra konuşmak için
contact-forced-marriage = Zorla evlendirme
contact-refuge-about = sığınma evi ve destek
contact-refuge-flanders-about = adresi gizli sığınma evleri, { $line-1712-name } hattı aracılığıyla
contact-trafficking-about = insan ticareti mağdurlarına destek
contact-legal-about = hukuki bilgi
contact-cire-about = sosyal ve hukuki danışma
contact-rights-about = yabancıların hakları
contact-health-about = sağlık hizmetlerine erişim
contact-asylum-about = iltica hakkında bilgi

## Safety and colophon

safety-title = Kendimi korumak
safety-paper = Bu kâğıt sizi tehlikeye sokabilirse bir numarayı ezberleyin, sonra kâğıdı güvendiğiniz birine bırakın.
safety-traces = <b>Telefon.</b> Aramalar, siteler ve QR kodları iz bırakır. Güvendiğiniz birinin cihazını kullanın.
safety-word = <b>Gizli kelime.</b> Güvendiğiniz biriyle bir kelime seçin. Siz bunu söylediğinizde o kişi { $police-phone } numarasını arar.
safety-bag = <b>Çanta.</b> Şunları hazırlayın: kimlik, oturum kartı, çocukların belgeleri, banka kartı, anahtarlar, ilaçlar, kanıtlar. Kopyalarını başka bir yere bırakın.
safety-code = <b>Bu kod bir yardım sitesini açar.</b> Ziyaret, telefonun geçmişinde kalır.
colophon-information = Bu broşür genel bilgi verir. Avukat görüşünün yerini tutmaz.
colophon-release = Sürüm { $release-version }, { $release-date }. Sokağa atmayın.
colophon-independent = { $cire-name }, { $iefh-name } ve adı geçen servisler bu metni ne yazdı ne de onayladı.
colophon-publisher = Sorumlu yayıncı: baskıdan önce doldurulacak.
