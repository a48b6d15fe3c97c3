# Texts of the brochure in Turkish.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Never glue a suffix to braces: ask for a case instead.
-office =
    { $case ->
       *[nominative] Yabancılar Dairesi (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>)
        [dative] Yabancılar Dairesine (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>)
    }
-cpas = CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Pratik bilgiler

## Cover

cover-title = Şiddetsiz bir yaşam
cover-question = Başka bir ülkeden geldim. Eşim ya da partnerim bana zarar veriyor. Belçika'da haklarım neler?

## What is partner violence?

violence-title = Eş ya da partner şiddeti nedir?
violence-definition = Bir tartışmada iki kişi eşittir, karşılıklı konuşur. Şiddette ise biri diğerine korkuyla hükmeder.
forms-title = Şiddetin birçok türü vardır
form-body = <b>Beden.</b> Vurmak, itmek, boğaz sıkmak, bir yere kapatmak, aç ya da uykusuz bırakmak.
form-words = <b>Sözler.</b> Hakaret etmek, aşağılamak, çocuklarınızı elinizden almakla tehdit etmek.
form-papers = <b>Belgeler.</b> Belgelerinizi sizden saklamak ya da yok etmek, sizi ülkenize göndertmekle tehdit etmek.
form-money = <b>Para.</b> Maaşınızı ya da banka kartınızı almak, sizin adınıza borca girmek, çalışmanızı yasaklamak.
form-sexuality = <b>Cinsellik.</b> Evli olsanız bile cinsel ilişkiye zorlamak. Gebelikten korunmayı engellemek.
form-control = <b>Kontrol.</b> Telefonunuzu takip etmek, sizi ailenizden ve arkadaşlarınızdan koparmak.
cycle-title = Şiddet tekrarlanır ve ağırlaşır
cycle-text = Gerginlik, saldırı, bahaneler, verilen sözler: sonra her şey yeniden başlar, çoğu zaman daha ağır. Yan odada olsalar bile çocuklar da acı çeker.
violence-not-your-fault = <b>Bu asla sizin suçunuz değil.</b> Kıskançlık, alkol, din, kültür: hiçbiri şiddeti haklı çıkarmaz.

## What are my rights?

rights-title = Haklarım neler?
rights-everyone = Belçika'da, oturum belgesi olsun olmasın, herkesin şiddetsiz yaşama hakkı vardır.
right-leave = <b>Evden ayrılmak.</b> Güvende olmak için evden ayrılabilirsiniz. Bu, oturum hakkınızı otomatik olarak kaybettirmez. Çocuklarınızı yanınıza alabilirsiniz ama Belçika'da kalın.
right-complain = <b>Şikâyetçi olmak.</b> Her karakol şikâyetinizi kayda almak zorundadır. Güvendiğiniz biri sizinle gelebilir. İmzaladığınız metnin bir kopyasını isteyin.
right-care = <b>Tedavi olmak.</b> Doktor, yaralarınızı ve ruhsal acınızı anlatan bir rapor yazabilir: bu bir kanıttır.
right-home = <b>Evinizde kalmak.</b> Polisten, şiddet uygulayan kişinin evden uzaklaştırılmasını isteyin. Savcılık, eve girmesini ve sizinle temas kurmasını en fazla { $home-ban-days } gün yasaklayabilir.
right-address = <b>Adresinizi korumak.</b> Belediyeye yazın, adresinizi başkalarına vermemesini isteyin. Adresiniz yine de bir mahkeme dosyasında görünebilir: bunu avukatınızla konuşun.
right-papers = <b>Belgelerinizi yenilemek.</b> Belgeleriniz sizden saklandı ya da yok edildi mi? Bunu önce polise, sonra belediyeye söyleyin.
right-lawyer = <b>Avukatla görüşmek.</b> Adli yardım bürosunda ilk danışma ücretsizdir.
rights-no-papers = <b>Oturum belgeniz yok mu?</b> Tehlikedeyseniz yine de { $police-phone } numarasını arayın. Polis size yardım etmek zorundadır ama oturum durumunuz yüzünden sizi gözaltına da alabilir. Tehlikede değilseniz önce bir yardım kuruluşuna danışın.

## What are my rights: the residence card

stay-title = Oturum hakkım ne olacak?
stay-eu-question = Eşim ya da partnerim Belçika veya Avrupa Birliği (AB) vatandaşı
stay-eu-answer = { $common-life-years } yıl birlikte yaşamamış olsanız bile, şiddet görmüş olmanız kartınızı kaybetmemeniz için bir neden olabilir. Gelir ve sağlık sigortası gibi başka şartlar da aranabilir, özellikle eşiniz ya da partneriniz Belçika vatandaşı değilse. Bir avukatla görüşün.
stay-other-question = Eşim ya da partnerim ne Belçika ne de AB vatandaşı
stay-other-answer = Onun oturumu süresiz mi? { -office } ilk { $protected-years } yıl sizin oturumunuzu kontrol edebilir. Dayak ya da tecavüz gibi belirli şiddet eylemlerini kanıtlarsanız, kural olarak oturumunuzu elinizden alamaz. Onun oturumu süreli mi? Bu koruma yoktur ama bazen başka bir başvuru mümkündür. İki durumda da bir avukatla görüşün.
stay-asylum-question = İltica talep ediyorum
stay-asylum-answer = Ülkenize dönmekten korkuyorsanız şiddet ve zorla evlendirme dikkate alınabilir. Mülakat için kadın (ya da erkek) görevli isteyebilirsiniz.
stay-none-question = Henüz kartım yok ya da hiç oturum belgem yok
stay-none-answer = Hemen bir hukuki danışma merkezine başvurun. Acil durumda hastaneye gidin. Acil tedavi masraflarını sosyal yardım merkezi ({ -cpas }) ödeyebilir: bilgilerinizi gizli tutar.
stay-order = <b>Hangi sırayla?</b> Önce bir avukata ya da yardım kuruluşuna danışın. Sonra, size önerirlerse, hemen Yabancılar Dairesine haber verin. Kanıtlar: şikâyet, doktor raporu, sığınma evi belgesi. Tehlikede misiniz? Önce evden ayrılın.

## Who can help me?

help-title = Bana kim yardım edebilir?
help-danger = <b>Tehlikede misiniz?</b> Hemen arayın.
need-emergency = Acil durum
need-listening = İsim vermeden konuşmak
need-sexual = Cinsel şiddetten sonra
need-children = Çocuklar için
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
contact-abroad-about = çocuk kaçırma ya da kaçırılma riski
contact-own-language-about = çeşitli dillerde konuşmak için
contact-sexual-centres = Cinsel şiddet sonrası bakım merkezleri (CPVS/ZSG)
contact-sexual-centres-about = tedavi ve kanıt, en kısa sürede, şikâyet şartı yok
contact-sexual-line-about = cinsel şiddetten sonra konuşmak için
contact-forced-marriage-about = konuşmak ve danışmak için
contact-refuge-about = sığınma evi ve destek
contact-refuge-flanders-about = adresi gizli sığınma evleri, { $line-1712-name } aracılığıyla
contact-trafficking-about = insan ticareti mağdurlarına destek
contact-legal-aid-about = avukat, gelirinize göre ücretsiz
contact-legal-information-about = hukuki bilgi
contact-cire-about = sosyal ve hukuki danışma
contact-rights-about = yabancıların hakları
contact-health-about = sağlık hizmetlerine erişim
contact-asylum-about = iltica hakkında bilgi

## Safety and colophon

safety-title = Kendimi korumak
safety-paper = Bu kâğıt sizi tehlikeye sokabilir mi? Bir numarayı ezberleyin, sonra kâğıdı güvendiğiniz birine bırakın.
safety-traces = <b>Telefon.</b> Aramalar, siteler ve QR kodları iz bırakır. Güvendiğiniz birinin cihazını kullanın.
safety-word = <b>Gizli kelime.</b> Güvendiğiniz biriyle bir kelime seçin. Siz bunu söylediğinizde o kişi { $police-phone } numarasını arar.
safety-bag = <b>Çanta, evin dışında.</b> Sizin ve çocukların belgeleri, oturum belgesi, banka kartı, anahtarlar, ilaçlar, kanıtlar. Ülkenize yolculuktan önce Belçika'da kopyalar bırakın.
safety-code = <b>Bu kod bir yardım sitesini açar.</b> Ziyaret, telefonun geçmişinde kalır.
colophon-information = Bu broşür genel bilgi verir. Avukat görüşünün yerini tutmaz.
colophon-release = Sürüm { $release-version }, { $release-date }. Sokağa atmayın.
colophon-independent = { $cire-name }, { $iefh-name } ve adı geçen kuruluşlar bu metni ne yazdı ne de onayladı.
colophon-publisher = Sorumlu yayıncı: baskıdan önce doldurulacak.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = Tehlikede misiniz? Polis { $police-phone } · Acil yardım { $ambulance-phone }
contents-title = Bu kitapçıkta
contents-intro = Hepsini okumanız gerekmez. Sorunuzu seçin.

## The booklet: six questions, six answers

answers-title = Altı soru, altı cevap
answer-leave-question = Evden ayrılabilir miyim?
answer-leave = Evet, tehlikedeyseniz hemen. Evden ayrılmak, oturum hakkınızı otomatik olarak kaybettirmez. Sayfa { $page-danger }.
answer-stay-question = Peki oturum hakkım?
answer-stay = Karar verilirken şiddet dikkate alınabilir. Her şey kartınıza bağlıdır. Sizin kartınız hangisi? Sayfa { $page-guide }.
answer-complain-question = Şikâyetçi olmam şart mı?
answer-complain = Hayır, kararı siz verirsiniz. Şikâyet, şiddeti kanıtlamaya yardım eder ama önce bir plan gerekir. Sayfa { $page-steps }.
answer-money-question = Neyle geçineceğim?
answer-money = Sığınma evleri ve yardımlar var. Para yardımı istemeden önce bir avukata ya da yardım kuruluşuna danışın: sayfa { $page-money }.
answer-children-question = Peki çocuklarım?
answer-children = Onları korumak için yanınızda götürebilirsiniz ama Belçika'da kalın. Sonra bir hâkim karar verir. Sayfa { $page-children }.
answer-help-question = Bana kim yardım edebilir?
answer-help = Sizi dinleyen ve adınızı sormayan kişiler. Numaraları { $page-contacts }. sayfada.

## The booklet, 1: how to read it safely

safe-title = Bu kitapçığı nasıl güvenle okurum?
safe-short-place = Kimsenin sizi izlemediği bir yerde okuyun.
safe-short-traces = Bir kâğıt, bir arama, bir site ziyareti iz bırakır.
safe-short-danger = Şu anda tehlikede misiniz? { $police-phone } numarasını arayın ya da uzaklaşın.
safe-for-whom = Bu kitapçık, başka bir ülkeden gelen ve eşinden ya da partnerinden zarar gören herkes içindir. Neler yapabileceğinizi ve Belçika'daki oturumunuzun ne olacağını anlatır.
safe-everyone = Evli, partneri olan ya da ayrılmış; kadın, erkek ya da başka bir cinsiyetten; oturum belgeniz olsun ya da olmasın: kim olursanız olun, bu kitapçık sizin için.
safe-paper-title = Kâğıt
safe-paper-keep = Bu kitapçığı ancak eşiniz ya da partneriniz bulamayacaksa yanınızda tutun.
safe-paper-elsewhere = Bulabilecekse bir yardım kuruluşunda, doktorda ya da güvendiğiniz birinin yanında okuyun ve orada bırakın.
safe-paper-number = Bir numarayı ezberleyin ya da başka bir adla not edin.
safe-phone-title = Telefon ve bilgisayar
safe-phone-device = En güvenlisi, eşinizin ya da partnerinizin ulaşamayacağı bir cihazdır: bir arkadaşın, kütüphanenin ya da yardım kuruluşunun cihazı.
safe-phone-calls = Her arama, arama listesinde kalır. Yalnızca o aramayı silin: boş bir liste dikkat çeker. Acil çağrılar ve ücretsiz numaralar faturada görünmez. Diğerleri görünebilir.
safe-phone-sites = Açtığınız site tarayıcı geçmişinde kalır. QR kodu da bir site açar: aynı izi bırakır.
safe-phone-file = Bu kitapçık size dosya olarak mı geldi? Onu indirilenlerden ve sohbetten de silin.
safe-phone-passwords = Sizi tehlikeye sokmayacaksa, güvenli bir cihazdan şifrelerinizi değiştirin: e-posta, banka, sosyal medya. Konum paylaşımını kapatın.
safe-phone-notice = <b>Dikkat.</b> Ani bir değişiklik göze çarpabilir. Eşiniz ya da partneriniz telefonunuzu kontrol ediyorsa önce bir destek hattına danışın (sayfa { $page-contacts }).
safe-use-title = Vaktiniz azsa
safe-use = Her bölüm üç satırla başlar. Bu satırları okuyun. Sonra "{ danger-title }" (sayfa { $page-danger }) ve "{ help-title }" (sayfa { $page-help }) bölümlerini okuyun.
safe-law = <b>Yasalar değişir.</b> Her durum farklıdır. Oturumunuzla ilgili bir işlem yapmadan önce belgelerinizi bir avukata ya da hukuki danışma merkezine gösterin.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = Şiddette bir kişi diğeri üzerinde hâkimiyet kurar.
violence-short-forms = Yalnız dayakla değil; sözle, parayla, belgelerle de zarar verilir.
violence-short-fault = Bu asla mağdurun suçu değildir.
violence-everywhere = Şiddet her ülkede ve her çevrede görülür: evli olan ya da olmayan, aynı ya da farklı cinsiyetten çiftlerde. Mağdurlar çoğunlukla kadındır. Erkekler de mağdur olur. Şiddet bazen ayrıldıktan sonra da sürer.
violence-law = Belçika'da eş ya da partner şiddeti yasaktır, evliler arasında da. Psikolojik şiddet de şiddettir.
signs-title = Günlük hayattaki işaretler
signs-intro = Bu cümlelerden biri bile doğru mu? Birine anlatın. Eşim ya da partnerim...
sign-phone = mesajlarımı okuyor, şifrelerimi istiyor
sign-people = ailemi ve arkadaşlarımı görmemi engelliyor
sign-work = çalışmamı ya da kursa gitmemi yasaklıyor
sign-money = paramı ya da banka kartımı elinde tutuyor
sign-papers = pasaportumu ya da oturum belgemi benden saklıyor
sign-threat = "Ben olmazsam oturum hakkını kaybedersin" diyor
sign-children = çocukları elimden almakla tehdit ediyor
sign-clothes = ne giyeceğime, nereye gideceğime karar veriyor
sign-sex = beni cinsel davranışlara zorluyor
sign-fear = beni korkutuyor: her sözüme dikkat ediyorum
cycle-intro = Şiddet her gün yaşanmaz. Çoğu zaman bir döngü içinde tekrarlanır:
cycle-tension = <b>Gerginlik.</b> Her şey suçlamaya dönüşür. Kriz çıkmasın diye her şeyi yaparım.
cycle-attack = <b>Saldırı.</b> Bağırma, dayak, kırılan eşyalar, zorla cinsel ilişki.
cycle-excuses = <b>Bahaneler.</b> "Suç sende. Artık dayanamadım. Bunu sen istedin."
cycle-promises = <b>Verilen sözler.</b> Hediyeler, gözyaşları: "Değişeceğim." Umut geri gelir.
cycle-again = Sonra gerginlik yeniden artar. Saldırılar zamanla ağırlaşır ve sıklaşır. Erken yardım istemek sizi korur.
hard-title = Ayrılmak neden bu kadar zor?
hard-text = Çünkü insan korkar, hâlâ sever, umut eder. Çünkü çocuklar, para, oturum, aile ve utanç vardır. Birçok kişi temelli ayrılmadan önce gider ve geri döner. Bu, zayıf olduğunuz anlamına gelmez. Küçük de olsa her adım önemlidir: konuşmak, bir numara not etmek, bir kopya almak.
family-title = Aile de işe karışırsa
family-text = Şiddet, eşinizin ya da partnerinizin ailesinden de, kendi ailenizden de gelebilir. Bir evlilikte iki kişiden birinin bile özgür rızası yoksa bu, zorla evlendirmedir: yasaktır. "Namus adına" uygulanan şiddet de yasaktır ve cezası vardır.

## The booklet, 3: am I in danger now?

danger-title = Şu anda tehlikede miyim?
danger-short-call = Hayatınızdan mı endişe ediyorsunuz? { $police-phone } numarasını arayın ya da uzaklaşın.
danger-short-signs = Bazı işaretler ciddi bir tehlikeyi haber verir.
danger-short-plan = Önceden hazır bir plan, çabuk gitmeye yardım eder.
danger-say = Nerede olduğunuzu ve ne olduğunu söyleyin. Çocuk ya da silah olup olmadığını söyleyin. Hangi dili konuştuğunuzu söyleyin.
danger-signs-title = Ciddi tehlike işaretleri
danger-signs-intro = Karşınızda şiddet uygulayan biri varsa, bu işaretlerin her biri tehlikeyi artırır. Bugün yardım istemek için biri bile yeter.
danger-sign-neck = Eşiniz ya da partneriniz boğazınızı sıktı ya da sizi boğmaya çalıştı.
danger-sign-weapon = Silah var ya da bıçakla tehdit ediliyorsunuz.
danger-sign-kill = Eşiniz ya da partneriniz sizi, çocukları ya da kendini öldürmekle tehdit ediyor.
danger-sign-worse = Şiddet ağırlaşıyor ya da sıklaşıyor.
danger-sign-follow = Eşiniz ya da partneriniz sizi eve kilitliyor ya da her yerde takip ediyor.
danger-sign-pregnancy = Hamilesiniz ya da yeni doğum yaptınız.
danger-sign-leaving = Ayrılmak istiyorsunuz ya da yeni ayrıldınız. Çoğu zaman en tehlikeli an budur.
danger-neck = <b>Boğazınız mı sıkıldı?</b> Ciltte iz olmasa bile hemen bir hastanenin acil servisine gidin.
danger-plan-title = Çabuk gitmek için planım
danger-plan-exit = <b>Bir çıkış.</b> Gündüz ve gece nereden çıkacağımı biliyorum. Kriz sırasında mutfaktan ve çıkışı olmayan odalardan uzak duruyorum.
danger-plan-word = <b>Gizli bir kelime.</b> Bunu güvendiğim biriyle seçiyorum. Ben söylediğimde o kişi { $police-phone } numarasını arıyor.
danger-plan-place = <b>Bir yer.</b> Nereye gideceğimi biliyorum: bir arkadaşa, bir komşuya, sığınma evine, karakola, hastaneye.
danger-plan-bag = <b>Bir çanta.</b> Hazır, evin dışında duruyor. Listesi { $page-bag }. sayfada.
danger-plan-children = <b>Çocuklar.</b> Dışarı çıkmayı ve { $police-phone } numarasını aramayı biliyorlar. Beni savunmamalılar.
danger-plan-money = <b>Biraz para.</b> Otobüs, tren ya da taksi parası.
danger-stay-title = Şimdilik kalıyorsam
danger-stay = Kalmak, kabul etmek değildir. Şimdiden bir destek hattıyla konuşabilir, belgelerinizin bir kopyasını saklayabilir, bir komşuya haber verebilirsiniz. Telefonunuzu şarjlı tutabilir, neyin ne zaman olduğunu not edebilirsiniz. Bir şey değişirse planınızı yenileyin.
danger-leave-title = Hemen gitmem gerekirse
danger-leave = Çantasız da olsa çocuklarınızla birlikte gidin ve Belçika'da kalın. Eşyalarınızı sonra almak için polise sizinle gelip gelemeyeceğini sorun. Kendini korumak için evden ayrılmak kusur değildir.
danger-alarm = <b>Alarm.</b> Savcılık, büyük tehlikedeki bir mağdura, acil çağrı merkezine bağlı bir alarm düğmesi verilmesine karar verebilir. Bunu polisle ya da bir yardım kuruluşuyla konuşun.
friend-title = Arkadaşım, komşum, iş arkadaşım şiddet görüyor
friend-believe = O kişiye inanın. Onu yargılamayın, onun yerine karar vermeyin.
friend-ask = Nasıl yardım edebileceğinizi ve ne zaman güvenle arayabileceğinizi sorun.
friend-keep = Bir çanta, kopyalar ya da bir anahtar saklamayı önerin.
friend-call = Çığlık mı duyuyorsunuz? { $police-phone } numarasını arayın. Tek başınıza müdahale etmeyin.
friend-partner = Onun eşine ya da partnerine şiddetten söz etmeyin.

## The booklet, 4: my rights, by the card that I hold

status-title = Kartıma göre haklarım neler?
status-short-everyone = Oturum belgesi olsun olmasın, herkesin şiddetsiz yaşama hakkı vardır.
status-short-violence = Evden ayrılmak, kartınızı otomatik olarak kaybettirmez. Şiddet dikkate alınabilir.
status-short-advice = Kurallar karta göre değişir. Önce bir avukata ya da yardım kuruluşuna danışın.
everyone-title = Herkesin hakları
everyone-intro = Kartınız olsun olmasın, bu haklar sizindir. Oturum belgeniz yoksa polise gitmeden önce { $page-no-papers }. sayfayı okuyun.
everyone-after = Şiddet, siz evden ayrıldıktan sonra başlasa ya da sürse bile oturumunuz korunabilir. Bunu bir avukata sorun.
everyone-myth = <b>"Benimle { $control-years } yıl kalmak zorundasın."</b> Buna inanmayın. Birçok durumda mağdur evden ayrılabilir ve oturum hakkını koruyabilir. Sizin durumunuz ileriki sayfalarda anlatılıyor.
guide-title = Benim durumum hangisi?
guide-intro = Satırı izleyin ve gösterilen sayfaya gidin. Emin değilseniz belgelerinizi bir hukuki danışma merkezine gösterin (sayfa { $page-contacts }).
guide-partner = Oturumum eşime ya da partnerime bağlı
guide-partner-eu = O, Belçika ya da Avrupa Birliği (AB) vatandaşı
guide-partner-other = O, ne Belçika ne de AB vatandaşı
guide-partner-waiting = Kartımı hâlâ bekliyorum
guide-protection = Belçika'dan koruma istedim
guide-protection-asylum = İltica talebim sürüyor veya mülteci statüm ya da ikincil korumam var
guide-none = Bunların hiçbiri
guide-none-papers = Oturum belgem yok
guide-none-trafficking = Beni sömürüyorlar ya da sömürdüler
guide-none-other = Çocuğumun yanına geldim, AB vatandaşıyım, evliliğimiz ya da yasal birlikte yaşamamız yok veya geçici korumam var
guide-none-own = Oturumum eşime ya da partnerime bağlı değil veya Belçika vatandaşıyım
eu-intro = Evlilik ya da yasal birlikte yaşama yoluyla F kartı (<span lang="fr">carte F</span> / <span lang="nl">F-kaart</span>) aldınız. F+ kartınız varsa oturumunuz çoğu zaman daha güvencelidir: bunu bir avukata sorun.
eu-control = { -office }, { $control-years } yıl boyunca şartların sürüp sürmediğini kontrol edebilir. Artık birlikte yaşamıyorsanız kartı geri alabilir. <b>Bu otomatik değildir.</b>
eu-reasons = Yasada, oturum hakkınızı korumak için üç neden vardır:
eu-reason-violence = <b>Şiddet.</b> Eş ya da partner şiddeti gibi özellikle zor bir durum yaşadınız.
eu-reason-children = <b>Çocuklar.</b> Anlaşma ya da mahkeme kararıyla, bir çocuğun velayeti ya da onu Belçika'da görme hakkı sizde. Nelerin sayıldığını bir avukata sorun.
eu-reason-time = <b>Süre.</b> Evlilik, yasal birlikte yaşama ya da ortak yaşam en az { $common-life-years } yıl sürdü, bunun en az { $common-life-years-belgium } yılı Belçika'da geçti. Nelerin sayıldığını bir avukata sorun.
eu-one-reason = <b>Üçü birden gerekmez, bu nedenlerden biri istenir. Ama başka şartlar da aranabilir.</b> Şiddet mağdurunun { $common-life-years } yıl birlikte yaşamış olması şart değildir.
eu-weigh = Yabancılar Dairesi oturum sürenize, yaşınıza, sağlığınıza, ailenize ve Belçika'yla bağlarınıza da bakar. Önemli olan her şeyi, bir avukatın yardımıyla daireye bildirin.
eu-lawyer = <b>Bir avukata sorun.</b> Eşiniz ya da partneriniz Belçika vatandaşıysa: Yabancılar Dairesi, kural olarak, mağdurlar için artık gelir şartı aramaz. Başka bir AB ülkesinin vatandaşıysa: yasaya göre işiniz ya da geliriniz, ayrıca sağlık sigortanız olmalıdır. { $control-years } yıllık sürenin ne zaman başladığını da sorun. Dosyanıza bir avukat bakmalıdır.
other-intro = Aile birleşimiyle, ne Belçika ne de AB vatandaşı olan eşinizin ya da partnerinizin yanına geldiniz. Çoğu zaman A kartınız olur (<span lang="fr">carte A</span> / <span lang="nl">A-kaart</span>). Her şey onun oturumuna bağlıdır. Onun oturumunun süreli olup olmadığını anlamak için kartındaki tarih yetmez: ona değil, bir hukuki danışma merkezine sorun.
other-column-stay = Onun oturumu
other-column-you = Sizin için
other-unlimited = Süresiz
other-unlimited-you = Yabancılar Dairesi ilk { $protected-years } yıl oturumunuzu kontrol edebilir. Evlilik ya da yasal birlikte yaşama sürerken işlenmiş belirli şiddet eylemlerini kanıtlarsanız, kural olarak oturumunuza son veremez. Sizin için gelir şartı aranmaz.
other-limited = Süreli: öğrenim, iş...
other-limited-you = Bu durumda bu koruma yoktur. İnsani nedenlerle oturum talep edebilirsiniz. Hemen bir avukata ya da yardım kuruluşuna danışın.
other-refugee = Mülteci statüsü ya da ikincil koruma
other-refugee-you = Görüşler farklıdır. Yabancılar Dairesine göre, süresiz oturumdaki koruma sizin için de geçerlidir. Başkalarına göre, ilk { $protected-years } yıl bu korumanız yoktur. Yabancılar Dairesine yazmadan ya da adres değiştirmeden önce bir avukatla görüşün. Tehlikedeyseniz önce evden ayrılın.
other-proof = Yasada, dayak ya da tecavüz gibi şiddet eylemlerinin bir listesi vardır. Bir avukata her şeyi anlatın: yaşadıklarınızın bu listeye girip girmediğini ve hangi kanıtların gerektiğini size söyler. Tek başına psikolojik şiddet bu listede olmayabilir. Yine de anlatın: Yabancılar Dairesi bazen onu da dikkate almak zorundadır.
waiting-title = Kartımı hâlâ bekliyorum
waiting-text = Kart için başvurdunuz ama henüz almadınız. Kâğıdınızın adı örneğin "{ $waiting-annex }", "{ $family-annex }" (Hollandaca: <span lang="nl">bijlage</span>) ya da "turuncu kart" (<span lang="fr">carte orange</span> / <span lang="nl">oranje kaart</span>). Çift ayrılırsa başvuru reddedilebilir. Bu aşamada, şiddet görmüş olmanızın kalmanızı sağlayacağı kesin değildir.
waiting-urgent = <b>Bu acil.</b> Önümüzdeki günlerde, mümkünse evden ayrılmadan önce, bir avukatla görüşün. Ama tehlikedeyseniz önce evden ayrılın.
protection-title = İltica ve koruma
protection-ground = Ülkenize dönmekten korkuyorsanız eş ya da partner şiddeti ve zorla evlendirme, iltica talebinde dikkate alınabilir. Başta söz etmediyseniz bile bunları anlatın.
protection-interview = Mülakat için kadın (ya da erkek) görevli ve tercüman isteyebilirsiniz.
protection-own = Talebiniz eşinizin ya da partnerinizin talebine mi bağlı? Talebinizin ondan ayrılıp ayrılamayacağını avukatınıza sorun.
protection-refugee = Kendi mülteci statünüz ya da ikincil korumanız mı var (<span lang="fr">protection subsidiaire</span> / <span lang="nl">subsidiaire bescherming</span>)? Bu statü sizindir. Yine de bir avukata sorun: eşinizin ya da partnerinizin statüsüne bağlanmış mı?
protection-centre = Bir kabul merkezinde mi yaşıyorsunuz? Ekipten birine tehlikede olduğunuzu söyleyin. Başka bir merkezde yer isteyin.
no-papers-title = Oturum belgem yok
no-papers-care = <b>Tedavi.</b> Paranız yoksa acil tıbbi yardımı (<span lang="fr">aide médicale urgente</span> / <span lang="nl">dringende medische hulp</span>), yaşadığınız yerin sosyal yardım merkezi ({ -cpas }) öder. Doktor raporu gerekir. Bu yardım, koruyucu sağlık hizmetlerini de kapsar. { -cpas } bilgilerinizi gizli tutar. Cinsel şiddetten sonra bir CPVS/ZSG merkezi, şikâyetçi olmasanız da sizi tedavi eder.
no-papers-refuge = <b>Sığınma evi.</b> Telefonda oturum belgeniz olmadığını söyleyin. Sizi hangi sığınma evinin kabul edebileceğini sorun.
no-papers-stay = <b>Oturum.</b> İnsani ya da tıbbi nedenlerle başvuru bazen mümkündür. Yabancılar Dairesine yazmadan önce bir avukata ya da yardım kuruluşuna danışın: başvuruyla adresinizi de vermiş olursunuz.
trafficking-title = Beni sömürüyorlar
trafficking-text = Biri emeğinizden, bedeninizden ya da belgelerinizden para kazanmak için sizi getirtti mi, alıkoyuyor mu? Bu, insan ticareti olabilir, bunu yapan eşiniz ya da partneriniz olsa bile. Belçika, mağdurları üç şartla korur:
trafficking-condition-contact = Sizi sömüren kişilerle artık temasınız yok.
trafficking-condition-centre = Uzman bir merkezin yardımını kabul ediyorsunuz.
trafficking-condition-inquiry = Soruşturmada iş birliği yapıyorsunuz.
trafficking-time = Önce düşünmek için { $reflection-days } gününüz vardır. Sonra { $trafficking-document-months } aylık, yenilenebilir oturum belgeleri alabilirsiniz. Merkezler { $page-contacts }. sayfada.
other-cases-title = Başka bir durum
case-child = <b>Çocuğumun yanına geldim.</b> Kurallar çocuğa ve onun kartına bağlıdır. Herhangi bir işlemden önce bir avukata ya da yardım kuruluşuna danışın.
case-eu = <b>Ben kendim AB vatandaşıyım.</b> Belki iş, öğrenim ya da gelir yoluyla kendi oturum hakkınız vardır. Sosyal yardım merkezinden ({ -cpas }) para istemeden önce bir avukata ya da yardım kuruluşuna danışın.
case-unmarried = <b>Evliliğimiz ya da yasal birlikte yaşamamız yok.</b> Kartınızı neye göre aldığınıza bakın: birlikteliğe mi, bir çocuğa mı, işe mi? Kartı bir hukuki danışma merkezine gösterin.
case-temporary = <b>Geçici korumam var.</b> Bunun eşinize ya da partnerinize bağlı olup olmadığını bir hukuki danışma merkezine sorun.

## The booklet, 5: what do I do, step by step?

steps-title = Adım adım ne yapmalı?
steps-short-order = Önce bir avukata ya da yardım kuruluşuna danışın. Sonra, size önerirlerse, { -office(case: "dative") } haber verin.
steps-short-proof = Kanıtları evin dışında saklayın.
steps-short-danger = Tehlikedeyseniz önce evden ayrılın: gerisi bekleyebilir.
step-advice = <b>Önce danışıyorum.</b> Bir yardım kuruluşu, bir dernek ya da bir avukat sizi dinler ve nelerin mümkün olduğunu söyler. Henüz hiçbir karar vermek zorunda değilsiniz.
step-office = <b>Bana önerirlerse { -office(case: "dative") } haber veriyorum.</b> Bunu hemen, daire olanları başkalarından öğrenmeden yapın: kanıtları sonra da gönderebilirsiniz. { $office-mail } adresine, eşinizin ya da partnerinizin açamayacağı bir e-posta adresinden yazın. Ya da şu adrese taahhütlü mektup gönderin: { $office-address }. Oturum belgeniz yok mu ya da kartınızı hâlâ bekliyor musunuz? Avukat olmadan yazmayın.
letter-title = Mektubum için
letter-name = Adım soyadım, doğum tarihim, dosya numaram
letter-facts = Olanlar, tarihleriyle
letter-wish = İsteğim: oturum hakkımı korumak
letter-proof = Kanıtların kopyaları, asla asılları değil
letter-address = Cevap için güvenli bir adres
letter-copy = Mektubun bir kopyası, kendime saklamak için
letter-example-title = Bir örnek
letter-example =
    (Yer, tarih) Konu: şiddet gördükten sonra oturum hakkımın sürmesi, dosya (numara)

    Sayın Yetkili,

    (Adı) adlı eşimden ya da partnerimden şiddet gördüm. Olaylar şunlardır: (olaylar, tarihler). (Durum böyleyse:) (Tarih) tarihinden beri bu kişiyle yaşamıyorum. Kanıtlarımın kopyalarını bu mektuba ekliyorum: (liste). Oturum hakkımın sürmesini talep ediyorum. Şunları da dikkate almanızı rica ederim: (oturum süresi, yaş, sağlık, çocuklar, iş, Belçika'yla bağlar). Siz karar vermeden önce durumumu açıklamak istiyorum. Mektuplarınızı şu adrese göndermenizi rica ederim: (güvenli adres). Lütfen bu adresi kimseye, eşime ya da partnerime de vermeyin.

    (İmza, ad soyad, doğum tarihi, vatandaşlık)
letter-language = Mektup Fransızca, Hollandaca ya da Almanca olmalıdır: başka diller kabul edilmez. Aşağıda Fransızcası ve Hollandacası var. Sondaki Türkçesi yalnızca anlamanız içindir, onu göndermeyin. Mektubu göndermeden önce bir hukuki danışma merkezine okutun.
step-office-answer = <b>Açıklama yapabilirsiniz.</b> Yabancılar Dairesi, karar vermeden önce görüşünüzü bildirmenize imkân vermek zorundadır. Bir avukatla birlikte, süresi içinde cevap verin.
step-proof = <b>Kanıt topluyorum.</b> Küçük olanlar da dâhil hepsi önemlidir. Onları evin dışında saklayın.
proof-column-what = Ne
proof-column-where = Nerede
proof-police = Şikâyet, tutanak
proof-police-where = Poliste: bir kopya isteyin
proof-medical = Doktor raporu
proof-medical-where = Doktorda, hastanede, bir CPVS/ZSG merkezinde
proof-letter = Yardım aldığınızı gösteren belge
proof-letter-where = Sığınma evinde, yardım kuruluşunda, sosyal hizmette, okulda
proof-messages = Mesajlar, fotoğraflar
proof-messages-where = Telefonunuzda: güvendiğiniz birine gönderin. Sonra, sizi tehlikeye sokmayacaksa, gönderdiğiniz mesajı yalnızca kendi telefonunuzdan silin ("benden sil"). Asıl mesaj ve fotoğrafları silmeyin
proof-witness = Tanık beyanları
proof-witness-where = Komşular, arkadaşlar, aile: yazılı, tarihli ve imzalı
proof-psychological = Psikolojik şiddeti kanıtlamak daha zordur. Olanları ve tarihleri not edin. Bunu geç kalmadan bir doktora, bir psikoloğa, bir yardım kuruluşuna anlatın.
step-complaint = <b>Benim için uygunsa şikâyetçi oluyorum.</b> Şikâyet, şiddeti kanıtlamaya yardım eder. Ama şiddeti ağırlaştırabilir de: önce güvenlik planınızı yapın. Şikâyet olmasa bile polis tutanak tutabilir, savcılık harekete geçebilir. Oturum belgeniz yoksa önce { $page-no-papers }. sayfayı okuyun.
complaint-any = Her karakol şikâyetinizi kayda almak zorundadır. Reddedemez.
complaint-with = Güvendiğiniz biri sizinle gelebilir. Bir kadın polisle konuşmayı isteyebilirsiniz.
complaint-language = İfade verirken tercüman hakkınız vardır. Söylediklerinizin çevirisini alma hakkınız da vardır.
complaint-read = Metni size okumalarını isteyin. Yalnızca doğruysa imzalayın. Bir kopyasını isteyin.
complaint-injured = "Zarar gören kişi beyanı" imzalayın (<span lang="fr">déclaration de personne lésée</span> / <span lang="nl">verklaring van benadeelde persoon</span>): şikâyetinizle ilgili gelişmeleri size bildirirler. Güvenli bir adres verin.
step-doctor = <b>Doktora gidiyorum.</b> Bütün yaraları gösterin. Korkularınızı ve uyku sorunlarınızı da anlatın. İş göremezlik raporu isteyin: çalışmasanız bile işe yarar.
step-doctor-sexual = <b>Cinsel şiddetten sonra.</b> En kısa sürede, en iyisi { $evidence-hours } saat içinde, bir CPVS/ZSG merkezine gidin. Kanıt olabilecek izler bazen { $evidence-days } güne kadar kalır. Mümkünse yıkanmayın, o sırada üzerinizde olan giysileri bir kâğıt torbaya koyun. Yıkandınız mı ya da olayın üzerinden daha uzun zaman mı geçti? Yine de gidin. Merkez gece gündüz açık ve ücretsizdir. Şikâyetçi olmak zorunda değilsiniz.
step-ban = <b>Polisten, onun evden uzaklaştırılmasını istiyorum.</b> Kararı savcılık verir. Şiddet uygulayan kişinin eve girmesini ve sizinle temas kurmasını en fazla { $home-ban-days } gün yasaklayabilir. Buna "evden geçici uzaklaştırma" denir (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>). Bunun için ciddi ve yakın bir tehlike gerekir, suç işlenmiş olması gerekmez. Aile mahkemesi bunu en fazla { $home-ban-extension-months } ay uzatabilir.
step-leave = <b>Evden ayrılıyorum.</b> Eşinizin ya da partnerinizin uzakta olduğu bir zaman seçin. Çocukları ve belgeleri alın, Belçika'da kalın. Telefonunuzu kapatın: nerede olduğunuzu gösterebilir. Bir sığınma evi sizi gizli bir adreste barındırabilir. Ayrılma nedeninizi gösteren bir kanıt saklayın.
step-address = <b>Yeni adresimi koruyorum.</b> Belediyeye yazın, nedenlerinizi açıklayın, adresinizi "başkasına verilmez" diye kaydetmesini isteyin (<span lang="fr">non communicable</span> / <span lang="nl">niet-meedelen van het adres</span>). Bu kayıt { $address-months } ay geçerlidir ve yenilenebilir. Ama adresiniz icra memuru, mahkeme celbi ya da mahkeme dosyası yoluyla yine de öğrenilebilir. Avukatınızdan ve polisten adresi yazmamalarını isteyin. Kalacak eviniz yoksa sosyal yardım merkezinden ({ -cpas }) "referans adresi" isteyin (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>).
step-lawyer = <b>Avukat arıyorum.</b> Adli yardım bürosunda (<span lang="fr">aide juridique</span> / <span lang="nl">juridische bijstand</span>) ilk danışma herkes için ücretsizdir. Sonra "pro deo" yardımı, gelirinize göre ücretsiz ya da kısmen ücretsizdir. Yabancılar hukukunu bilen birini isteyin.
step-refused = <b>Olumsuz karar mı geldi?</b> İtiraz (<span lang="fr">recours</span> / <span lang="nl">beroep</span>) için { $appeal-days } gününüz vardır, bazen daha az. Mektubu ve zarfını alıp aynı gün bir avukata gidin.
divorce-title = Peki boşanma?
divorce-text = Boşanma ya da yasal birlikte yaşamanın sona ermesi oturumunuzu etkileyebilir. Herhangi bir şey imzalamadan önce bir avukata danışın. Belçika'daki boşanmanın geldiğiniz ülkede geçerli olup olmayacağını da sorun.
divorce-sham = <b>Sizi, evliliği iptal ettirmekle ya da "bu evlilik sahte" demekle mi tehdit ediyorlar (<span lang="fr">mariage blanc</span> / <span lang="nl">schijnhuwelijk</span>)?</b> Bir avukata danışmadan hiçbir şey imzalamayın. Birlikte yaşadığınızı gösteren kanıtları saklayın: fotoğraflar, mesajlar, tanıklar. Hemen bir avukatla görüşün.
papers-title = Belgelerimi elimden aldılar
papers-report = <b>Kart.</b> Oturum hakkınız yok mu? Önce { $page-no-papers }. sayfayı okuyun. Kartınız varsa polise, kartın sizden saklandığını, çalındığını ya da yok edildiğini söyleyin. Sonra belediyeden geçici bir belge ve yeni bir kart isteyin.
papers-passport = <b>Pasaport.</b> Konsolosluğunuz yenisini verebilir. Belçika'dan koruma talep ettiniz ya da aldınız mı? Ülkenizin makamlarından mı korkuyorsunuz? Konsolosluğa gitmeyin, önce bir avukata ya da yardım kuruluşuna danışın.
papers-copies = <b>Kopyalar.</b> Her belgenin bir fotoğrafı, hepsini yeniden çıkarmaya yardım eder. Onu güvenli bir yerde saklayın, izlenen bir telefonda değil.
after-title = Evden ayrıldıktan sonra
after-address = <b>Adres.</b> Yabancılar Dairesi adres değiştirdiğinizi görebilir: önce bir avukata ya da yardım kuruluşuna danışın. Sonra yeni belediyenize kaydolun, adresinizi başkalarına vermemesini isteyin. Ya da sosyal yardım merkezinden ({ -cpas }) referans adresi isteyin. Yoksa belediye, kaydınızı silebilir.
after-card = <b>Kart.</b> Süresi bitmeden belediyeden yenisini isteyin.
after-post = <b>Posta.</b> Geç kalan bir cevap size bir hak kaybettirebilir. Mektuplarınızı güvenli bir adrese yönlendirtin.
abroad-title = Beni geldiğim ülkede bırakırlarsa
abroad-before = <b>Yolculuktan önce.</b> Pasaportunuzu, kartınızı ve dönüş biletinizi üzerinizde taşıyın. Belçika'da güvendiğiniz birine kopyaları ve dönüş tarihinizi bırakın. Gitmek zorunda değilsiniz. Reddetmek tehlikeli mi? Önce bir destek hattını arayın.
abroad-there = <b>Oradaysanız.</b> Hemen Belçika büyükelçiliğine ya da konsolosluğuna gidin. Belçika'daki bir yardım kuruluşuna ya da avukata haber verin. Beklemeyin: kartın süresi bitmişse ya da uzun süre uzak kaldıysanız dönüş zordur.
money-title = Neyle geçineceğim?
money-account = Kendi adınıza, güvenli bir adresle bir banka hesabı açabilir, maaşınızı oraya yatırtabilirsiniz. Ama eşiniz ya da partneriniz bunu fark edebilir: önce bir yardım kuruluşuna danışın.
money-allowance = Çocuk parası kurumuna (<span lang="fr">allocations familiales</span> / <span lang="nl">kinderbijslag, Groeipakket</span>), çocuklar için parayı kime ödemesi gerektiğini sorun.
money-cpas = Sosyal yardım merkezi ({ -cpas }) yardım edebilir. Ama para yardımı, oturumunuzla ilgili bir kararda aleyhinize sayılabilir: önce bir avukata ya da yardım kuruluşuna danışın.
money-rent = Kira sözleşmesinde adınız var mı? Evden ayrılmak sözleşmeyi bitirmez. Ödemeyi kesmeden önce bir avukata ya da yardım kuruluşuna danışın.

## The booklet, 6: my children

children-title = Peki çocuklarım?
children-short-harm = Şiddet, görmeseler bile çocuklara zarar verir.
children-short-leave = Onları korumak için birlikte gidebilirsiniz ama Belçika'da kalın.
children-short-judge = Velayete hâkim karar verir, eşiniz ya da partneriniz değil.
children-feel = Çocuklar duyar, sezer, korkar. Bazıları iyi uyuyamaz, bazılarının karnı ağrır. Bazıları saldırganlaşır, bazıları fazla uslu olur. Bu ne onların suçudur ne de sizin.
children-say-title = Onlara ne diyebilirim?
children-say-fault = "Bu senin suçun değil."
children-say-safe = "Beni savunma. Dışarı çık ve yardım çağır."
children-say-talk = "Bunu birine anlatma hakkın var."
children-say-listen = Onları dinleyin ama ebeveynleri arasında seçim yapmalarını istemeyin. Güveniyorsanız doktorlarına ya da okullarına haber verin. Onlar da isim vermeden arayabilir:
children-leave-title = Onlarla gidersem
children-leave-papers = Belgelerini, sağlık karnelerini, sevdikleri bir eşyayı alın.
children-leave-belgium = <b>Belçika'da kalın.</b> Bir çocuğu, diğer ebeveynin ya da bir hâkimin izni olmadan başka bir ülkeye götürmek, çocuk kaçırma sayılabilir. Çocuklarla ilgili bir mahkeme kararı var mı? Onlarla evden ayrılmadan önce bir avukata danışın. Tehlikedeyseniz onlarla evden ayrılın ama Belçika'da kalın.
children-leave-school = Okula, onları kimin alacağını söyleyin. Hâkim kararı yoksa okul çoğu zaman diğer ebeveyni geri çeviremez: bu kararı hâkimden hemen isteyin.
children-leave-stay = Oturumları bir ebeveynin oturumuna bağlı olabilir: onlar için de bir avukata ya da yardım kuruluşuna danışın.
children-court-title = Onlar için kim karar verir?
children-court = Ayrılıktan sonra, nerede yaşayacaklarına ve her ebeveyni ne zaman göreceklerine aile mahkemesi karar verir. Bir avukatla birlikte hemen yazılı bir karar isteyin. Hâkime şiddeti anlatın: görüşmeler gözetim altındaki bir yerde yapılabilir.
children-abroad = <b>Yurt dışına götürülmelerinden mi korkuyorsunuz?</b> Pasaportlarını güvenli bir yere koyun. Hemen bir avukatla, polisle ya da { $child-focus-name } ile konuşun: { $child-focus-phone }.
children-taken = <b>"Çocukları elinden alırlar."</b> Şiddet uygulayan birçok eş ya da partner böyle der. Yardım istemek çocuklarınızı kaybetmek değildir: onları korumaktır.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Tehlike anında: polis için { $police-phone }, ambulans ve itfaiye için { $ambulance-phone }.
help-short-talk = Konuşmak için: Fransızca { $ecoute-violences-conjugales-phone }, Hollandaca { $line-1712-phone }.
help-short-any = Hiçbir karar vermemiş olsanız da arayabilirsiniz.
help-language = Aradığınız yerin dilini bilmiyor musunuz? Dilinizin adını söyleyin ve tercüman isteyin: birçok kuruluş tercüman çağırabilir. Güvendiğiniz biri sizin yerinize arayabilir. Bir çocuktan çeviri yapmasını istemeyin.
help-change = Numaralar ve saatler değişebilir.
contacts-title = Bütün numaralar
sexual-centres-where = Şu şehirlerde merkez vardır: { $sexual-centre-cities }. Diğer numaralar { $sexual-violence-centres-site } sitesinde.
local-title = Bana yakın yerler (doldurulacak)
call-title = Arayınca ne olur?
call-text = Eğitimli bir kişi sizi dinler. Adınızı söylemek zorunda değilsiniz. Güvenliğiniz ve çocuklarınız hakkında size soru sorabilir. İsterseniz cevap verirsiniz ve istediğiniz an telefonu kapatabilirsiniz. Sizin yerinize hiçbir karar vermez. Bir soru hazırlayın; güvenliyse kâğıt kalem de bulundurun.
who-title = Kim ne yapar?
who-column-service = Kim
who-column-does = Ne yapar
who-line = Destek hattı, yardım kuruluşu
who-line-does = Dinler, yol gösterir, plan yapmaya yardım eder. Ciddi tehlike dışında, onayınız olmadan kimseye haber vermez.
who-refuge = Sığınma evi
who-refuge-does = Çocuklarla birlikte, gizli bir adreste barındırabilir ve destek olabilir. Çoğu zaman doludur: birkaçını deneyin.
who-legal = Hukuki danışma merkezi
who-legal-does = Haklarınızı anlatır, Yabancılar Dairesine yazmaya yardım eder.
who-victims = Mağdur desteği: polis, adalet evi (<span lang="fr">maison de justice</span> / <span lang="nl">justitiehuis</span>), <span lang="nl">Veilig Huis</span>
who-victims-does = Polise şikâyetten önce, şikâyet sırasında ve sonrasında dinler ve destek olur. Şikâyet olmasa da destek olur.
who-planning = Aile planlaması merkezi (<span lang="fr">planning familial</span>)
who-planning-does = Birliktelik, gebelikten korunma ve hamilelik konularında yol gösterir. Orada doktor, hukukçu ve psikolog vardır.
who-social = Sosyal hizmet, { -cpas }
who-social-does = Para, konut, tedavi, doldurulacak belgeler için yardım eder.
who-doctor = Doktor, hastane
who-doctor-does = Tedavi eder, rapor yazar. Ciddi tehlike dışında, bilgilerinizi gizli tutar.
who-police = Polis
who-police-does = Acil durumda korur, şikâyeti kayda alır. Oturum belgeniz yoksa { $page-no-papers }. sayfayı okuyun. Tehlikedeyseniz yine de arayın.

## The booklet, 8: my bag, my notes

bag-title = Yanıma ne almalıyım?
bag-short-ready = Evin dışında bir çanta ya da kopyalar hazır tutun.
bag-short-papers = Önce belgeler: sizinkiler ve çocuklarınkiler.
bag-short-write = Bu kitapçığa yalnızca okunduğunda sizi tehlikeye sokmayacak şeyler yazın.
bag-list-title = Çantam
bag-identity = Kimlik kartı, pasaport
bag-permit = Oturum belgesi
bag-children = Çocukların belgeleri
bag-certificates = Evlilik ve doğum belgeleri
bag-money = Banka kartları, para
bag-keys = Anahtarlar
bag-medicine = İlaçlar, reçeteler
bag-proof = Kanıtlar, doktor raporları
bag-pay = Bordrolar, kira sözleşmesi
bag-phone = Telefon ve şarj aleti
bag-clothes = Birkaç günlük giysi
bag-toy = Her çocuğun sevdiği bir eşya
bag-copies = Bütün belgelerin kopyalarını ya da fotoğraflarını güvendiğiniz birine bırakın. Vakit yok mu? Çantasız gidin.
notes-title = Notlarım
notes-hint = Tarihler, isimler, dosya numaraları. Eşiniz ya da partneriniz bu kitapçığı bulabilecekse bunları başka yere yazın.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Kelimeler ne demek?
word-asylum = İltica
word-asylum-text = Ülkesinde tehlikede olan birine başka bir ülkenin verdiği koruma.
word-cohabitation = Yasal birlikte yaşama (<span lang="fr">cohabitation légale</span> / <span lang="nl">wettelijke samenwoning</span>)
word-cohabitation-text = Evli olmayan çiftin belediyeye bildirdiği birliktelik.
word-cpas = { -cpas }
word-cpas-text = Belediyenin sosyal yardım merkezi: yardım, acil tedavi masrafları, referans adresi.
word-cpvs = CPVS/ZSG
word-cpvs-text = Cinsel şiddet sonrası bakım merkezi (<span lang="fr">centre de prise en charge des violences sexuelles</span> / <span lang="nl">zorgcentrum na seksueel geweld</span>): tedavi, kanıt olacak izlerin alınması ve yardım, hepsi aynı yerde.
word-reference = Referans adresi (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>)
word-reference-text = Evi olmayan birinin, mektuplarını alabildiği resmî adres.
word-subsidiary = İkincil koruma (<span lang="fr">protection subsidiaire</span> / <span lang="nl">subsidiaire bescherming</span>)
word-subsidiary-text = Ülkesinde ciddi tehlikede olan ama mülteci statüsü olmayan birine verilen koruma.
word-ban = Evden geçici uzaklaştırma (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>)
word-ban-text = Şiddet uygulayan kişiye verilen, evden çıkma ve sizinle artık temas kurmama emri.
word-office = { -office }
word-office-text = Belçika'da oturum hakkında karar veren kurum.
word-prosecutor = Savcılık (<span lang="fr">parquet</span> / <span lang="nl">parket</span>)
word-prosecutor-text = Şikâyetten sonra ne yapılacağına karar veren adli makam.
word-injured = Zarar gören kişi (<span lang="fr">personne lésée</span> / <span lang="nl">benadeelde persoon</span>)
word-injured-text = Dosyadaki gelişmelerin kendisine bildirilmesini yazılı olarak istemiş mağdur.
word-statement = Tutanak (<span lang="fr">procès-verbal</span> / <span lang="nl">proces-verbaal</span>)
word-statement-text = Polisin, gördüklerini ve duyduklarını yazdığı metin.
word-prodeo = Pro deo
word-prodeo-text = Avukatın ücretsiz ya da kısmen ücretsiz yardımı.
word-appeal = İtiraz (<span lang="fr">recours</span> / <span lang="nl">beroep</span>)
word-appeal-text = Bir kararı hâkimin yeniden incelemesini istemek.
word-refuge = Sığınma evi
word-refuge-text = Bir süre güvende kalabileceğiniz, adresi gizli bir ev.
word-reunification = Aile birleşimi (<span lang="fr">regroupement familial</span> / <span lang="nl">gezinshereniging</span>)
word-reunification-text = Bir aile üyesiyle yaşamak için alınan oturum.
word-humanitarian = İnsani nedenlerle oturum
word-humanitarian-text = Yabancılar Dairesinin olağanüstü bir durumda verebileceği oturum. Vermek zorunda değildir.
word-permit = Oturum belgesi
word-permit-text = Belçika'da yaşayabileceğinizi kanıtlayan kart ya da belge.
word-trafficking = İnsan ticareti
word-trafficking-text = Birini sömürmek için bulup getirmek ya da alıkoymak.
word-court = Aile mahkemesi (<span lang="fr">tribunal de la famille</span> / <span lang="nl">familierechtbank</span>)
word-court-text = Boşanmaya, çocukların velayetine, çiftin konutuna bakan mahkeme.

## The booklet: last page

back-title = Bu kitapçık sizi tehlikeye sokabilir mi?
back-numbers = Bir numarayı ezberleyin.
back-leave = Sonra bu kitapçığı güvendiğiniz birine bırakın ya da evden uzakta bir çöp kutusuna atın.
booklet-information = Bu kitapçık genel bilgi verir. Avukat görüşünün yerini tutmaz.
booklet-deposit = Yasal derleme: baskıdan önce doldurulacak.

## The pocket card

card-say = Nerede olduğunuzu, ne olduğunu ve dilinizi <b>söyleyin.</b>
card-traces = <b>Aramalar iz bırakır.</b> Acil değilse güvendiğiniz birinin telefonunu kullanın.
card-keep = <b>Bu kart sizi tehlikeye sokabilir mi?</b> Bir numarayı ezberleyin, sonra kartı evden uzakta bir çöp kutusuna atın.
card-release = Sürüm { $release-version }, { $release-date }. Sokağa atmayın.
