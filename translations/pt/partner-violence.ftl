# Texts of the brochure in European Portuguese.
# <b>...</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Both are masculine singular. The French and Dutch names of the Office,
# which readers meet on letters, stand where it is first named, in step 2, and in the glossary.
-office = Serviço de Estrangeiros
-cpas = CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Informações úteis

## Cover

cover-title = Viver sem violência
cover-question = Venho de outro país e o meu companheiro ou companheira maltrata-me. Que direitos tenho na Bélgica?

## What is partner violence?

violence-title = O que é a violência no casal?
violence-definition = Numa discussão, duas pessoas falam de igual para igual. Na violência, uma domina a outra pelo medo.
forms-title = A violência tem várias formas
form-body = <b>O corpo.</b> Bater, empurrar, apertar o pescoço, fechar em casa, não deixar comer ou dormir.
form-words = <b>As palavras.</b> Insultar, humilhar, ameaçar tirar-lhe os filhos.
form-papers = <b>Os papéis.</b> Esconder ou destruir os seus documentos, ameaçar com a expulsão para o seu país.
form-money = <b>O dinheiro.</b> Tirar-lhe o salário ou o cartão bancário, fazer dívidas em seu nome, não deixar que trabalhe.
form-sexuality = <b>A sexualidade.</b> Obrigar a ter relações, mesmo no casamento. Não deixar usar contracetivos.
form-control = <b>O controlo.</b> Vigiar o seu telemóvel, cortar-lhe o contacto com a família e os amigos.
cycle-title = A violência volta e agrava-se
cycle-text = Tensão, agressão, justificações, promessas: depois tudo recomeça, muitas vezes com mais força. As crianças também sofrem, mesmo na divisão ao lado.
violence-not-your-fault = <b>A culpa nunca é sua.</b> Nem os ciúmes, nem o álcool, nem a religião, nem a cultura justificam a violência.

## What are my rights?

rights-title = Que direitos tenho?
rights-everyone = Na Bélgica, todas as pessoas têm direito a viver sem violência, com ou sem papéis.
right-leave = <b>Sair de casa.</b> Pode sair para estar em segurança. Não perde automaticamente o direito de residência. Pode levar os filhos consigo, mas fiquem na Bélgica.
right-complain = <b>Apresentar queixa.</b> Qualquer esquadra de polícia tem de registar a sua queixa. Uma pessoa de confiança pode ir consigo. Peça uma cópia do texto assinado.
right-care = <b>Receber cuidados médicos.</b> O médico pode passar um atestado: é uma prova, mesmo do sofrimento psicológico.
right-home =
    <b>Ficar na sua casa.</b> Peça à polícia que faça sair de casa a outra pessoa. O Ministério Público pode proibir essa pessoa de entrar em casa e de ter contacto consigo, por { $home-ban-days ->
        [one] { $home-ban-days } dia
       *[other] { $home-ban-days } dias
    }, no máximo.
right-address = <b>Proteger a sua morada.</b> Peça por escrito ao município que não a divulgue. Um processo em tribunal pode mostrá-la: fale disso com a sua advogada ou advogado.
right-papers = <b>Recuperar os seus documentos.</b> Alguém os escondeu ou destruiu? Diga-o à polícia e, depois, ao município.
right-lawyer = <b>Falar com uma advogada ou um advogado.</b> A primeira consulta é gratuita num gabinete de consulta jurídica.
rights-no-papers = <b>Não tem papéis?</b> Em perigo, ligue na mesma para o { $police-phone }. A polícia tem de lhe prestar ajuda, mas pode detê-la ou detê-lo por não ter papéis. Sem perigo, fale primeiro com uma associação.

## What are my rights: the residence card

stay-title = E o meu direito de residência?
stay-eu-question = O meu companheiro ou companheira é belga, ou de um país da UE
stay-eu-answer =
    A violência pode ser um motivo para manter o seu cartão, mesmo sem { $common-life-years ->
        [one] { $common-life-years } ano
       *[other] { $common-life-years } anos
    } de vida em comum. Pode haver outras condições, como rendimentos e seguro de saúde, sobretudo se essa pessoa não for belga. Fale com uma advogada ou um advogado.
stay-other-question = O meu companheiro ou companheira não é belga, nem de um país da UE
stay-other-answer =
    O direito de residência dessa pessoa é por tempo ilimitado? { $protected-years ->
        [one] No primeiro ano
       *[other] Nos primeiros { $protected-years } anos
    }, o { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>) pode verificar o seu. É a si que cabe provar certos atos, como pancadas ou violação. Com essas provas, em princípio, o Serviço não lhe pode retirar esse direito. É por tempo limitado? Esta proteção não existe, mas por vezes é possível outro pedido. Nos dois casos, fale com uma advogada ou um advogado.
stay-asylum-question = Estou a pedir asilo
stay-asylum-answer = A violência e o casamento forçado podem contar, se tiver medo de voltar ao seu país. Pode pedir que a entrevista seja com uma mulher, ou com um homem.
stay-none-question = Ainda não tenho cartão, ou não tenho papéis
stay-none-answer = Peça depressa conselho jurídico. Urgência médica? Vá ao hospital. O serviço social do município ({ -cpas }) pode pagar os cuidados urgentes: guarda sigilo.
stay-order = <b>Por que ordem?</b> Primeiro, peça conselho. Depois, se for esse o conselho, informe depressa o Serviço de Estrangeiros. As provas: queixa, atestado médico, declaração de uma casa de abrigo. Está em perigo? Saia primeiro.

## Who can help me?

help-title = Quem me pode ajudar?
help-danger = <b>Está em perigo?</b> Ligue imediatamente.
need-emergency = Emergência
need-listening = Falar, sem dizer o nome
need-sexual = Após violência sexual
need-children = Para as crianças
need-rights = Os meus direitos, o meu título de residência
need-refuge = Uma casa de abrigo
need-trafficking = Tráfico de seres humanos
need-forced-marriage = Casamento forçado
need-health = Saúde

region-brussels = Bruxelas
region-flanders = Flandres
region-wallonia = Valónia
region-german-speaking = Comunidade germanófona

contact-police = Polícia
contact-ambulance = Ambulância, bombeiros
contact-evc-about = para falar com alguém
contact-1712-about = para falar de qualquer tipo de violência
contact-listening-about = para falar com alguém
contact-children-about = para falar com alguém
contact-abroad-about = rapto de crianças, ou risco de rapto
contact-own-language-about = para falar, em várias línguas
contact-sexual-centres = Centros de apoio a vítimas de violência sexual (CPVS/ZSG)
contact-sexual-centres-about = cuidados e recolha de provas, o mais cedo possível, mesmo sem queixa
contact-sexual-line-about = para falar após violência sexual
contact-forced-marriage-about = para falar e pedir conselho
contact-refuge-about = casa de abrigo e acompanhamento
contact-refuge-flanders-about = casas de abrigo com morada secreta, através do serviço { $line-1712-name }
contact-trafficking-about = apoio às vítimas de tráfico
contact-legal-aid-about = advogada ou advogado, grátis conforme os rendimentos
contact-legal-information-about = informação jurídica
contact-cire-about = serviço social e jurídico
contact-rights-about = direitos das pessoas estrangeiras
contact-health-about = acesso a cuidados de saúde
contact-asylum-about = informação sobre asilo

## Safety and colophon

safety-title = Como me proteger
safety-paper = Este papel pode ser um perigo para si? Deixe-o com uma pessoa de confiança. Decore um número.
safety-traces = <b>Telemóvel.</b> As chamadas, os sites e os códigos QR deixam rasto. Use o aparelho de uma pessoa de confiança.
safety-word = <b>Palavra secreta.</b> Escolha uma palavra com uma pessoa de confiança. Quando a disser, essa pessoa liga para o { $police-phone }.
safety-bag = <b>Saco, fora de casa.</b> Os seus papéis e os dos filhos, título de residência, cartão bancário, chaves, medicamentos, provas. Antes de uma viagem ao seu país, deixe cópias na Bélgica.
safety-code = <b>Este código abre um site de ajuda.</b> A visita fica no histórico do telemóvel.
colophon-information = Este folheto dá informações gerais. Não substitui o conselho de uma advogada ou de um advogado.
colophon-release = Versão { $release-version }, { $release-date }. Não deitar na via pública.
colophon-independent = Nem o { $cire-name }, nem o { $iefh-name }, nem os serviços indicados escreveram ou aprovaram este texto.
colophon-publisher = Responsável pela edição: a completar antes da impressão.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = Em perigo? Polícia { $police-phone } · Emergência { $ambulance-phone }
contents-title = Nesta brochura
contents-intro = Não precisa de ler tudo. Escolha a sua pergunta.

## The booklet: six questions, six answers

answers-title = Seis perguntas, seis respostas
answer-leave-question = Posso sair de casa?
answer-leave = Sim, imediatamente se estiver em perigo. Sair não lhe tira automaticamente o direito de residência. Página { $page-danger }.
answer-stay-question = E o meu direito de residência?
answer-stay = A violência pode ser tida em conta na decisão. Tudo depende do seu cartão: encontre-o na página { $page-guide }.
answer-complain-question = Tenho de apresentar queixa?
answer-complain = Não, a decisão é sua. Uma queixa ajuda a provar a violência, mas é preciso um plano. Página { $page-steps }.
answer-money-question = De que vou viver?
answer-money = Há casas de abrigo e apoios. Peça conselho antes de pedir dinheiro: página { $page-money }.
answer-children-question = E os meus filhos?
answer-children = Pode levá-los consigo para os proteger, mas fiquem na Bélgica. Depois, um juiz decide. Página { $page-children }.
answer-help-question = Quem me pode ajudar?
answer-help = Pessoas que ouvem, sem perguntar o seu nome. Os números estão na página { $page-contacts }.

## The booklet, 1: how to read it safely

safe-title = Como ler esta brochura sem perigo?
safe-short-place = Leia-a onde ninguém esteja a vigiar.
safe-short-traces = Um papel, uma chamada, uma visita a um site deixam rasto.
safe-short-danger = Em perigo agora? Ligue para o { $police-phone } ou saia.
safe-for-whom = Esta brochura é para todas as pessoas vindas de outro país que são maltratadas pelo companheiro ou companheira. Explica o que pode fazer e o que acontece ao seu direito de residência na Bélgica.
safe-everyone = Com ou sem casamento, em casal ou após a separação, com ou sem papéis, mulher, homem ou pessoa de outro género: esta brochura é para si.
safe-paper-title = O papel
safe-paper-keep = Guarde esta brochura só se o seu companheiro ou companheira não a puder encontrar.
safe-paper-elsewhere = Caso contrário, leia-a numa associação, no médico ou em casa de uma pessoa de confiança, e deixe-a lá.
safe-paper-number = Decore um número, ou anote-o com outro nome.
safe-phone-title = O telemóvel e o computador
safe-phone-device = O mais seguro é um aparelho em que o seu companheiro ou companheira não possa mexer: o de uma amiga, de uma biblioteca, de um serviço.
safe-phone-calls = Uma chamada fica na lista de chamadas. Apague só essa chamada: uma lista vazia dá nas vistas. As chamadas de emergência e os números gratuitos não aparecem na fatura. Os outros números podem aparecer.
safe-phone-sites = Um site fica no histórico. Um código QR abre um site: deixa o mesmo rasto.
safe-phone-file = Recebeu esta brochura em formato digital? Apague-a também das transferências e da conversa.
safe-phone-passwords = Se isso não for um perigo para si, mude as suas palavras-passe (senhas) num aparelho seguro: correio eletrónico, banco, redes sociais. Desligue a localização do seu telemóvel.
safe-phone-notice = <b>Atenção.</b> Uma mudança repentina pode dar nas vistas. Se o seu companheiro ou companheira controla o seu telemóvel, peça primeiro conselho a uma linha de apoio (página { $page-contacts }).
safe-use-title = Se tem pouco tempo
safe-use = Cada capítulo começa com três linhas. Leia essas linhas, depois "{ danger-title }" (página { $page-danger }) e "{ help-title }" (página { $page-help }).
safe-law = <b>As leis mudam.</b> Cada situação é diferente. Antes de dar qualquer passo quanto ao seu direito de residência, mostre os seus papéis a uma advogada, um advogado ou um serviço jurídico.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = Na violência, uma pessoa impõe o seu poder à outra.
violence-short-forms = As pancadas, mas também as palavras, o dinheiro e os papéis servem para fazer mal.
violence-short-fault = A culpa nunca é da vítima.
violence-everywhere = Acontece em todos os países e em todos os meios, em casais casados ou não, do mesmo sexo ou de sexo diferente. Na maioria das vezes, as vítimas são mulheres. Também há homens. E, por vezes, a violência continua depois da separação.
violence-law = Na Bélgica, a violência no casal é proibida, mesmo entre pessoas casadas. A violência psicológica também é violência.
signs-title = Sinais do dia a dia
signs-intro = É verdade pelo menos uma destas frases? Fale disso com alguém. O meu companheiro ou companheira...
sign-phone = lê as minhas mensagens e quer as minhas palavras-passe
sign-people = não me deixa ver a minha família e os meus amigos
sign-work = proíbe-me de trabalhar ou de fazer um curso
sign-money = fica com o meu dinheiro ou o meu cartão bancário
sign-papers = esconde o meu passaporte ou o meu título de residência
sign-threat = diz: "Sem mim, perdes os papéis"
sign-children = ameaça tirar-me os filhos
sign-clothes = decide o que visto e quando saio
sign-sex = obriga-me a atos sexuais
sign-fear = mete-me medo: meço cada palavra
cycle-intro = A violência não está presente todos os dias. Muitas vezes, é um ciclo:
cycle-tension = <b>A tensão.</b> Tudo é motivo de crítica. Faço tudo para evitar a crise.
cycle-attack = <b>A agressão.</b> Gritos, pancadas, objetos partidos, uma relação sexual forçada.
cycle-excuses = <b>As justificações.</b> "A culpa é tua. Já não aguentava. Tu é que me provocaste."
cycle-promises = <b>As promessas.</b> Presentes, lágrimas: "Vou mudar." A esperança volta.
cycle-again = Depois, a tensão volta a subir. Com o tempo, as agressões tornam-se mais fortes e mais frequentes. Pedir ajuda cedo protege.
hard-title = Porque é tão difícil sair?
hard-text = Porque há medo, porque ainda há amor, porque há esperança. Porque há os filhos, o dinheiro, os papéis, a família, a vergonha. Muitas pessoas saem e voltam antes de saírem de vez. Isso não é sinal de fraqueza. Cada passo conta, mesmo pequeno: falar, anotar um número, fazer uma cópia.
family-title = Quando a família se mete
family-text = A violência também pode vir da família do seu companheiro ou companheira, ou da sua própria família. Se uma das duas pessoas não diz livremente que sim, é um casamento forçado: é proibido. A violência "em nome da honra" é proibida e punida.

## The booklet, 3: am I in danger now?

danger-title = Estou em perigo agora?
danger-short-call = Teme pela sua vida? Ligue para o { $police-phone }, ou saia.
danger-short-signs = Certos sinais anunciam um perigo grave.
danger-short-plan = Um plano já preparado ajuda a sair depressa.
danger-say = Diga onde está, o que se passa, que língua fala, se há crianças ou armas.
danger-signs-title = Os sinais de um perigo grave
danger-signs-intro = Com uma pessoa violenta, um só sinal aumenta o perigo. Peça ajuda hoje.
danger-sign-neck = O seu companheiro ou companheira apertou-lhe o pescoço, ou tentou.
danger-sign-weapon = Há uma arma, ou ameaças com uma faca.
danger-sign-kill = Ele ou ela ameaça tirar-lhe a vida, matar os filhos ou matar-se.
danger-sign-worse = A violência torna-se mais forte ou mais frequente.
danger-sign-follow = Ele ou ela fecha-a ou fecha-o em casa, ou segue todos os seus passos.
danger-sign-pregnancy = Está à espera de um bebé, ou acabou de dar à luz.
danger-sign-leaving = Quer sair, ou acabou de sair. É muitas vezes o momento mais perigoso.
danger-neck = <b>Apertaram-lhe o pescoço?</b> Vá imediatamente às urgências de um hospital, mesmo sem marcas na pele.
danger-plan-title = O meu plano para sair depressa
danger-plan-exit = <b>Uma saída.</b> Sei por onde sair, de dia e de noite. Durante uma crise, evito a cozinha e as divisões sem saída.
danger-plan-word = <b>Uma palavra secreta.</b> Escolho-a com uma pessoa de confiança. Quando eu a disser, essa pessoa liga para o { $police-phone }.
danger-plan-place = <b>Um lugar.</b> Sei para onde ir: casa de uma amiga ou de um vizinho, casa de abrigo, esquadra de polícia, hospital.
danger-plan-bag = <b>Um saco.</b> Está pronto, fora de casa. A lista está na página { $page-bag }.
danger-plan-children = <b>Os filhos.</b> Sabem sair e ligar para o { $police-phone }. Não devem defender-me.
danger-plan-money = <b>Algum dinheiro.</b> Para pagar um autocarro, um comboio ou um táxi.
danger-stay-title = Se eu ficar por agora
danger-stay = Ficar não é aceitar. Já pode falar com uma linha de apoio, esconder cópias dos papéis, avisar uma vizinha, ter o telemóvel carregado, anotar o que acontece e quando. Se algo mudar, mude o plano.
danger-leave-title = Se eu tiver de sair imediatamente
danger-leave = Saia com os seus filhos, mesmo sem saco, e fiquem na Bélgica. Quer ir buscar as suas coisas mais tarde? Pergunte se a polícia pode ir consigo. Sair de casa para se proteger não é fazer nada de errado.
danger-alarm = <b>Um alarme.</b> Se a vítima estiver em grande perigo, o Ministério Público pode dar-lhe um botão de alarme ligado à emergência. Fale disso com a polícia ou um serviço de apoio.
friend-title = Sou uma amiga, um vizinho, um colega
friend-believe = Acredite na pessoa. Não a julgue, não decida por ela.
friend-ask = Pergunte-lhe como pode ajudar, e quando lhe pode ligar sem perigo.
friend-keep = Ofereça-se para guardar um saco, cópias, uma chave.
friend-call = Ouve gritos? Ligue para o { $police-phone }. Não intervenha sozinha ou sozinho.
friend-partner = Não fale da violência com a pessoa violenta.

## The booklet, 4: my rights, by the card that I hold

status-title = Que direitos tenho, conforme o meu cartão?
status-short-everyone = Todas as pessoas têm direito a viver sem violência, com ou sem papéis.
status-short-violence = Sair de casa não faz perder automaticamente o cartão. A violência pode ser tida em conta.
status-short-advice = As regras mudam conforme o cartão. Peça conselho primeiro.
everyone-title = Os direitos de todas as pessoas
everyone-intro = Estes direitos são seus, com ou sem cartão. Se não tem papéis, leia a página { $page-no-papers } antes de ir à polícia.
everyone-after = A proteção do seu direito de residência também pode valer se a violência começar ou continuar depois da sua saída de casa. Confirme com um serviço jurídico.
everyone-myth =
    <b>"Tens de ficar { $control-years ->
        [one] { $control-years } ano
       *[other] { $control-years } anos
    } comigo."</b> Não acredite. Em muitas situações, uma vítima pode sair e manter o direito de residência. A sua situação está explicada mais à frente.
guide-title = Qual é a minha situação?
guide-intro = Siga a linha e vá à página indicada. Em caso de dúvida, mostre os seus papéis a um serviço jurídico (página { $page-contacts }).
guide-partner = O meu direito de residência depende do meu companheiro ou companheira
guide-partner-eu = Ele ou ela é belga, ou de um país da UE
guide-partner-other = Ele ou ela não é belga, nem de um país da UE
guide-partner-waiting = Ainda estou à espera do cartão
guide-protection = Pedi proteção à Bélgica
guide-protection-asylum = O meu pedido de asilo está em curso, ou tenho o estatuto de refugiado ou a proteção subsidiária
guide-none = Nada disto
guide-none-papers = Não tenho papéis
guide-none-trafficking = Exploram-me, ou já me exploraram
guide-none-other = Vim juntar-me ao meu filho ou filha, sou de um país da UE, somos um casal sem casamento nem coabitação legal, ou tenho proteção temporária
guide-none-own = O meu direito de residência não depende do meu companheiro ou companheira, ou sou belga
eu-intro = Tem um cartão F (<span lang="fr">carte F</span> / <span lang="nl">F-kaart</span>), por casamento ou por coabitação legal. Com um cartão F+, o seu direito de residência é muitas vezes mais seguro: confirme com um serviço jurídico.
eu-control =
    Durante { $control-years ->
        [one] { $control-years } ano
       *[other] { $control-years } anos
    }, o { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>) pode verificar se as condições continuam a ser cumpridas. Se o casal já não vive junto, o Serviço pode retirar-lhe o cartão. <b>Não é automático.</b>
eu-reasons = A lei reconhece três motivos para manter o direito de residência:
eu-reason-violence = <b>A violência.</b> Viveu uma situação particularmente difícil, como a violência no casal.
eu-reason-children = <b>Os filhos.</b> Por acordo ou por decisão de um juiz, tem a guarda de um filho ou de uma filha, ou o direito de visita, na Bélgica. Confirme o que conta com um serviço jurídico.
eu-reason-time =
    <b>O tempo.</b> O casamento, a coabitação legal ou a vida em comum durou pelo menos { $common-life-years ->
        [one] { $common-life-years } ano
       *[other] { $common-life-years } anos
    }, com pelo menos { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } ano
       *[other] { $common-life-years-belgium } anos
    } na Bélgica. Confirme o que conta com um serviço jurídico.
eu-one-reason =
    <b>Só é preciso um destes motivos. Mas pode haver outras condições.</b> A uma vítima de violência não se exige uma vida em comum de { $common-life-years ->
        [one] { $common-life-years } ano
       *[other] { $common-life-years } anos
    }.
eu-weigh = O Serviço de Estrangeiros também tem em conta há quanto tempo vive na Bélgica, a sua idade, a sua saúde, a sua família e as suas ligações ao país. Diga-lhe tudo o que conta, com a ajuda de uma advogada ou um advogado.
eu-lawyer =
    <b>A confirmar com um serviço jurídico.</b> Companheiro ou companheira belga: em princípio, o Serviço de Estrangeiros já não exige rendimentos às vítimas. De outro país da UE: a lei exige um trabalho ou rendimentos, e um seguro de saúde. Confirme também quando começa o prazo de { $control-years ->
        [one] { $control-years } ano
       *[other] { $control-years } anos
    }. Uma advogada ou um advogado tem de ver o seu processo.
other-intro = Veio juntar-se ao seu marido, à sua mulher ou ao seu companheiro ou companheira (reagrupamento familiar). Essa pessoa não é belga, nem de um país da UE. O seu cartão é muitas vezes um cartão A (<span lang="fr">carte A</span> / <span lang="nl">A-kaart</span>). Tudo depende do direito de residência dessa pessoa. A data no cartão dela não chega para saber se é por tempo limitado: pergunte a um serviço jurídico, não ao seu companheiro ou companheira.
other-column-stay = Direito de residência dessa pessoa
other-column-you = Para si
other-unlimited = Por tempo ilimitado
other-unlimited-you =
    { $protected-years ->
        [one] No primeiro ano
       *[other] Nos primeiros { $protected-years } anos
    }, o Serviço de Estrangeiros pode verificar o seu direito de residência. É a si que cabe provar certos atos de violência. Têm de ter acontecido durante o casamento ou a coabitação legal. Com essas provas, em princípio, o Serviço não pode pôr fim ao seu direito de residência. Não lhe exigem rendimentos.
other-limited = Por tempo limitado: estudos, trabalho...
other-limited-you = Esta proteção não existe. Pode pedir uma autorização de residência por razões humanitárias. Peça conselho depressa.
other-refugee = Estatuto de refugiado ou proteção subsidiária
other-refugee-you =
    As opiniões são diferentes. Para o Serviço de Estrangeiros, a proteção é a mesma que com um direito por tempo ilimitado. Para outros, não há esta proteção { $protected-years ->
        [one] no primeiro ano
       *[other] nos primeiros { $protected-years } anos
    }. Fale com uma advogada ou um advogado antes de escrever ao Serviço ou de mudar de morada. Em perigo, saia primeiro.
other-proof = A lei dá uma lista de atos, como pancadas ou violação. Conte tudo a uma advogada ou um advogado: vai dizer-lhe se o que vive está nessa lista, e que provas são precisas. A violência psicológica, só por si, talvez não esteja na lista. Fale dela na mesma: por vezes, o Serviço de Estrangeiros tem de a ter em conta.
waiting-title = Ainda estou à espera do cartão
waiting-text = Pediu o cartão, mas ainda não o tem. O seu papel chama-se, por exemplo, "{ $waiting-annex }", "{ $family-annex }" (em neerlandês, <span lang="nl">bijlage</span>) ou "cartão laranja" (<span lang="fr">carte orange</span> / <span lang="nl">oranje kaart</span>). Se o casal se separar, o pedido pode ser recusado. Nesse momento, não é certo que possa ficar na Bélgica por ser vítima de violência.
waiting-urgent = <b>É urgente.</b> Fale com uma advogada ou um advogado nos próximos dias, se possível antes de sair. Mas, em perigo, saia primeiro.
protection-title = Asilo e proteção
protection-ground = A violência no casal e o casamento forçado podem contar num pedido de asilo, se tiver medo de voltar ao seu país. Conte o que viveu, mesmo que não tenha falado disso no início.
protection-interview = Pode pedir que a entrevista seja com uma mulher, ou com um homem: tanto a pessoa que entrevista como a que traduz.
protection-own = O seu pedido está ligado ao do seu companheiro ou companheira? Pergunte à sua advogada ou ao seu advogado se os dois pedidos podem ser separados.
protection-refugee = Tem o estatuto de refugiado ou a proteção subsidiária em seu próprio nome? Esse estatuto é seu. Pergunte a uma advogada ou um advogado se foi ligado ao do seu companheiro ou companheira.
protection-centre = Vive num centro de acolhimento para requerentes de asilo? Diga a alguém da equipa: "Estou em perigo." Peça uma vaga noutro centro.
no-papers-title = Não tenho papéis
no-papers-care = <b>Os cuidados de saúde.</b> Não tem dinheiro? A ajuda médica urgente (<span lang="fr">aide médicale urgente</span> / <span lang="nl">dringende medische hulp</span>) é paga pelo serviço social ({ -cpas }) do município onde vive. É preciso um atestado médico. A ajuda cobre também a prevenção. O { -cpas } guarda sigilo profissional. Após violência sexual, um centro CPVS/ZSG trata de si, mesmo sem queixa.
no-papers-refuge = <b>Uma casa de abrigo.</b> Diga ao telefone que não tem papéis. Pergunte em que casa de abrigo pode ficar.
no-papers-stay = <b>O direito de residência.</b> Por vezes, é possível um pedido por razões humanitárias ou médicas. Peça conselho antes de escrever ao Serviço de Estrangeiros: um pedido também dá a conhecer a sua morada.
trafficking-title = Exploram-me
trafficking-text = Alguém organizou a sua vinda, ou não deixa que se vá embora, para ganhar dinheiro com o seu trabalho, o seu corpo ou os seus papéis? Pode ser tráfico de seres humanos. Mesmo que seja o seu companheiro ou companheira. A Bélgica protege as vítimas, com três condições:
trafficking-condition-contact = Já não tem contacto com as pessoas que lhe fazem isto.
trafficking-condition-centre = Aceita a ajuda de um centro especializado.
trafficking-condition-inquiry = Colabora na investigação.
trafficking-time =
    Primeiro, tem { $reflection-days ->
        [one] { $reflection-days } dia
       *[other] { $reflection-days } dias
    } para refletir. Depois, pode receber documentos de residência de { $trafficking-document-months ->
        [one] { $trafficking-document-months } mês
       *[other] { $trafficking-document-months } meses
    }, renováveis. Os centros estão na página { $page-contacts }.
other-cases-title = Outra situação
case-child = <b>Vim juntar-me ao meu filho ou filha.</b> As regras dependem do seu filho ou filha e do cartão dele ou dela. Peça conselho antes de dar qualquer passo.
case-eu = <b>Eu sou de um país da UE.</b> Talvez tenha o seu próprio direito de residência, pelo trabalho, pelos estudos ou por rendimentos. Peça conselho antes de pedir dinheiro ao { -cpas }.
case-unmarried = <b>Somos um casal sem casamento nem coabitação legal.</b> Veja de onde vem o seu cartão: do casal, de um filho ou filha, do trabalho? Mostre-o a um serviço jurídico.
case-temporary = <b>Tenho proteção temporária.</b> Pergunte a um serviço jurídico se essa proteção depende do seu companheiro ou companheira.

## The booklet, 5: what do I do, step by step?

steps-title = O que fazer, passo a passo?
steps-short-order = Primeiro, peço conselho. Depois, se for esse o conselho, informo o { -office }.
steps-short-proof = Guarde provas, fora de casa.
steps-short-danger = Em perigo, saia primeiro: o resto pode esperar.
step-advice = <b>Peço conselho.</b> Um serviço de apoio, uma associação, uma advogada ou um advogado ouve o seu caso e diz-lhe o que é possível. Ainda não tem de decidir nada.
step-office = <b>Se for esse o conselho, informo o { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>).</b> Faça-o depressa, antes que o Serviço saiba por outras pessoas: as provas podem seguir depois. Escreva para { $office-mail }, de um endereço eletrónico que o seu companheiro ou companheira não consiga abrir. Ou envie uma carta registada para esta morada: { $office-address }. Não tem papéis, ou ainda não tem cartão? Não escreva sem uma advogada ou um advogado.
letter-title = Na minha carta
letter-name = O meu nome, data de nascimento, número de processo
letter-facts = O que aconteceu, com as datas
letter-wish = O que peço: manter o direito de residência
letter-proof = Cópias das provas, nunca os originais
letter-address = Uma morada segura para a resposta
letter-copy = Uma cópia da carta, que guardo comigo
letter-example-title = Um exemplo
letter-example =
    (Lugar, data) Assunto: manter o meu direito de residência após violência, processo (número)

    Exma. Senhora, Exmo. Senhor,

    Fui vítima de violência por parte do meu companheiro ou companheira, (nome). Os factos são estes: (factos, datas). (Se for o caso:) Desde (data), já não vivo com essa pessoa. Junto a esta carta cópias das minhas provas: (lista). Peço para manter o meu direito de residência. Peço que tenham também em conta: (tempo na Bélgica, idade, saúde, filhos, trabalho, ligações à Bélgica). Antes da vossa decisão, quero explicar a minha situação. Peço que enviem as vossas cartas para esta morada: (morada segura), e que não a deem a ninguém, nem ao meu companheiro ou companheira.

    (Assinatura, nome, data de nascimento, nacionalidade)
letter-language = A carta tem de estar em francês, em neerlandês ou em alemão: outras línguas não são aceites. Use o modelo "<span lang="fr">Français</span>" ou o modelo "<span lang="nl">Nederlands</span>". O texto "Português" só ajuda a compreender: não o envie. Antes de enviar a carta, peça a um serviço jurídico que a reveja.
step-office-answer = <b>Pode explicar-se.</b> Antes de decidir, o Serviço de Estrangeiros tem de lhe permitir explicar a sua situação. Responda dentro do prazo, com uma advogada ou um advogado.
step-proof = <b>Reúno provas.</b> Todas contam, mesmo as pequenas. Guarde-as fora de casa.
proof-column-what = O quê
proof-column-where = Onde
proof-police = Queixa, auto da polícia
proof-police-where = Na polícia: peça uma cópia
proof-medical = Atestado médico
proof-medical-where = No médico, no hospital, num centro CPVS/ZSG
proof-letter = Declaração
proof-letter-where = Na casa de abrigo, na associação, no serviço social, na escola
proof-messages = Mensagens, fotografias
proof-messages-where = No seu telemóvel: envie-as a uma pessoa de confiança. Depois, se não houver perigo, apague o envio, só no seu telemóvel. Guarde os originais
proof-witness = Testemunhos
proof-witness-where = Vizinhos, amigos, família: por escrito, com data e assinatura
proof-psychological = A violência psicológica é mais difícil de provar. Anote os factos e as datas. Fale disso o mais cedo possível com um médico, uma psicóloga ou um serviço.
step-complaint = <b>Apresento queixa, se for bom para mim.</b> Uma queixa ajuda a provar a violência. Mas também pode agravá-la: prepare primeiro a sua segurança. Mesmo sem queixa, a polícia pode escrever um auto, e o Ministério Público pode agir. Não tem papéis? Leia primeiro a página { $page-no-papers }.
complaint-any = Qualquer esquadra de polícia tem de registar a sua queixa. A polícia não pode recusar.
complaint-with = Uma pessoa de confiança pode ir consigo. Se quiser, peça para falar com uma mulher polícia.
complaint-language = Tem direito a intérprete enquanto presta depoimento, e à tradução do que disse.
complaint-read = Peça que lhe leiam o texto. Assine só se estiver certo. Peça uma cópia.
complaint-injured = Pode assinar uma "declaração de pessoa lesada" (<span lang="fr">déclaration de personne lésée</span> / <span lang="nl">verklaring van benadeelde persoon</span>): vão dizer-lhe o que acontece à queixa. Dê uma morada segura.
step-doctor = <b>Vou ao médico.</b> Mostre todos os ferimentos. Fale também do medo e do sono. Peça um atestado de incapacidade para o trabalho: é útil mesmo que não trabalhe.
step-doctor-sexual =
    <b>Após violência sexual.</b> Vá a um centro CPVS/ZSG o mais depressa possível, de preferência nas primeiras { $evidence-hours ->
        [one] { $evidence-hours } hora
       *[other] { $evidence-hours } horas
    }. Por vezes, há vestígios (provas) até { $evidence-days ->
        [one] { $evidence-days } dia
       *[other] { $evidence-days } dias
    } depois. Se possível, não se lave, e ponha a roupa num saco de papel. Já se lavou, ou aconteceu há mais tempo? Vá na mesma. É grátis, dia e noite. Não é obrigatório apresentar queixa.
step-ban =
    <b>Peço à polícia que faça sair de casa a outra pessoa.</b> Quem decide é o Ministério Público. Pode proibir a pessoa violenta de entrar em casa e de ter contacto consigo, por { $home-ban-days ->
        [one] { $home-ban-days } dia
       *[other] { $home-ban-days } dias
    }, no máximo. É o "afastamento temporário de casa" (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>). Tem de haver um perigo grave e imediato, mas não é preciso haver crime. O tribunal de família pode prolongar esta medida por { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } mês
       *[other] { $home-ban-extension-months } meses
    }, no máximo.
step-leave = <b>Saio de casa.</b> Escolha um momento em que o seu companheiro ou companheira esteja longe. Leve os filhos e os papéis, e fiquem na Bélgica. Desligue o telemóvel: pode revelar a sua localização. Uma casa de abrigo pode dar-lhe alojamento numa morada secreta. Guarde uma prova do motivo da sua saída.
step-address =
    <b>Protejo a minha nova morada.</b> Peça ao município (<span lang="fr">commune</span> / <span lang="nl">gemeente</span>), por escrito e com as suas razões, que a torne "não comunicável" (<span lang="fr">non communicable</span> / <span lang="nl">niet-meedelen van het adres</span>). Isso vale por { $address-months ->
        [one] { $address-months } mês
       *[other] { $address-months } meses
    } e pode ser renovado. Mas um oficial de justiça, uma convocatória ou um processo em tribunal pode mostrar a morada. Peça à sua advogada ou advogado e à polícia que não a escrevam. Não tem casa? Peça uma "morada de referência" (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>) ao { -cpas }.
step-lawyer = <b>Procuro uma advogada ou um advogado.</b> Num gabinete de consulta jurídica (<span lang="fr">permanence d'aide juridique</span> / <span lang="nl">juridische eerstelijnsbijstand</span>), a primeira consulta é gratuita para toda a gente. Depois, conforme os seus rendimentos, a ajuda "pro deo" é gratuita, ou gratuita em parte. Peça alguém que conheça o direito dos estrangeiros.
step-refused =
    <b>Uma decisão negativa?</b> Tem { $appeal-days ->
        [one] { $appeal-days } dia
       *[other] { $appeal-days } dias
    } para apresentar recurso, por vezes menos. Vá no próprio dia falar com uma advogada ou um advogado, com a carta e o envelope.
divorce-title = E o divórcio?
divorce-text = Um divórcio ou o fim de uma coabitação legal pode ter efeitos no seu direito de residência. Peça conselho antes de assinar. Pergunte também se o divórcio belga vai ser válido no seu país de origem.
divorce-sham = <b>Ameaçam anular o casamento, ou dizer que é um "casamento de conveniência"?</b> Não assine nada sem pedir conselho. Guarde provas da vossa vida em comum: fotografias, mensagens, testemunhas. Fale quanto antes com uma advogada ou um advogado.
papers-title = Tiraram-me os papéis
papers-report = <b>O cartão.</b> Não tem direito de residência? Leia primeiro a página { $page-no-papers }. Tem um cartão? Diga à polícia que foi escondido, roubado ou destruído. Depois, peça ao município um documento provisório e um novo cartão.
papers-passport = <b>O passaporte.</b> O seu consulado pode fazer outro. Pediu ou recebeu proteção (asilo), ou tem medo das autoridades do seu país? Não vá ao consulado, peça primeiro conselho.
papers-copies = <b>As cópias.</b> Uma fotografia de cada documento ajuda a obter um novo. Guarde-a em lugar seguro, não num telemóvel vigiado.
after-title = Depois da minha saída
after-address = <b>A morada.</b> O Serviço de Estrangeiros pode ver que muda de morada. Antes de declarar a mudança no município, peça conselho. Depois, inscreva-se no seu novo município e peça que não divulgue a morada. Ou peça uma morada de referência ao { -cpas }. Senão, o município pode retirar o seu nome dos registos.
after-card = <b>O cartão.</b> Peça o novo ao município antes do fim da validade do atual.
after-post = <b>O correio.</b> Se responder tarde, pode perder um direito. Peça que as suas cartas sigam para uma morada segura.
abroad-title = Se me abandonarem no meu país de origem
abroad-before = <b>Antes de uma viagem.</b> Leve consigo o passaporte, o cartão e o bilhete de volta. Deixe cópias e a data de regresso a uma pessoa de confiança na Bélgica. Não tem obrigação de viajar. É perigoso recusar? Ligue primeiro para uma linha de apoio.
abroad-there = <b>Se já lá está e não pode voltar.</b> Vá depressa à embaixada ou ao consulado da Bélgica. Avise uma associação, uma advogada ou um advogado na Bélgica. Não espere: se o cartão já não for válido, ou após uma longa ausência, é difícil voltar.
money-title = De que vou viver?
money-account = Abra uma conta bancária em seu nome, com uma morada segura. Peça que o salário seja pago nessa conta. O seu companheiro ou companheira pode reparar nisso: peça primeiro conselho.
money-allowance = Pergunte à caixa de abono de família (<span lang="fr">allocations familiales</span> / <span lang="nl">kinderbijslag, Groeipakket</span>) a quem deve pagar o abono dos filhos.
money-cpas = O { -cpas } pode ajudar. Mas uma ajuda em dinheiro pode contar contra si numa decisão sobre o seu direito de residência: peça primeiro conselho.
money-rent = O seu nome está no contrato de arrendamento? Sair não acaba com o contrato. Peça conselho antes de deixar de pagar.

## The booklet, 6: my children

children-title = E os meus filhos?
children-short-harm = A violência faz mal aos filhos, mesmo quando não a veem.
children-short-leave = Pode sair com eles para os proteger, mas fiquem na Bélgica.
children-short-judge = Quem decide a guarda é um juiz, não o seu companheiro ou companheira.
children-feel = As crianças ouvem, adivinham, têm medo. Algumas dormem mal ou têm dores de barriga. Algumas tornam-se agressivas, outras demasiado bem-comportadas. A culpa não é delas, nem sua.
children-say-title = O que lhes posso dizer
children-say-fault = "A culpa não é tua."
children-say-safe = "Não me defendas. Sai e pede ajuda."
children-say-talk = "Tens o direito de falar disso com alguém."
children-say-listen = Ouça os seus filhos sem lhes pedir que escolham entre os pais. Avise o médico ou a escola deles, se tiver confiança. As crianças também podem ligar, sem dizer o nome:
children-leave-title = Se eu sair com eles
children-leave-papers = Leve os papéis deles, o boletim de saúde, um objeto de que gostem.
children-leave-belgium = <b>Fiquem na Bélgica.</b> Levar uma criança para outro país sem o acordo do outro progenitor (pai ou mãe), ou de um juiz, pode ser um rapto. Já há uma decisão do tribunal sobre os filhos? Peça conselho antes de sair de casa com eles. Em perigo, saia com eles, mas fiquem na Bélgica.
children-leave-school = Diga à escola quem os vai buscar. Sem decisão de um juiz, muitas vezes a escola não pode recusar entregá-los ao outro progenitor: peça depressa essa decisão.
children-leave-stay = O direito de residência deles pode depender do direito do pai ou da mãe: peça conselho também para eles.
children-court-title = Quem decide por eles?
children-court = Depois de uma separação, o tribunal de família decide onde vivem e quando veem o pai e a mãe. Peça depressa uma decisão escrita, com uma advogada ou um advogado. Fale da violência ao juiz: as visitas podem ser num lugar supervisionado.
children-abroad = <b>Receia que levem os seus filhos para o estrangeiro?</b> Ponha os passaportes deles em lugar seguro. Fale imediatamente com uma advogada ou um advogado, com a polícia ou com { $child-focus-name }: { $child-focus-phone }.
children-taken = <b>"Vão tirar-te os filhos."</b> Muitas pessoas violentas dizem isto. Pedir ajuda não é perder os seus filhos: é protegê-los.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Perigo imediato: { $police-phone } para a polícia, { $ambulance-phone } para a ambulância e os bombeiros.
help-short-talk = Para falar: { $ecoute-violences-conjugales-phone } em francês, { $line-1712-phone } em neerlandês.
help-short-any = Pode ligar sem ter decidido nada.
help-language = Não fala a língua do serviço? Diga o nome da sua língua e peça intérprete: muitos serviços podem chamar um intérprete social. Uma pessoa de confiança pode ligar por si. Não peça a uma criança que traduza.
help-change = Os números e os horários podem mudar.
contacts-title = Todos os números
sexual-centres-where = Há centros em { $sexual-centre-cities }. Os outros números estão em { $sexual-violence-centres-site }.
local-title = Perto de minha casa (a preencher)
call-title = Como funciona a chamada?
call-text = Uma pessoa com formação ouve o que tem a dizer. Não tem de dizer o seu nome. A pessoa pode fazer perguntas sobre a sua segurança e os seus filhos. Responda só se quiser. Pode desligar a qualquer momento. A pessoa não decide nada por si. Prepare uma pergunta, e também papel e caneta, se não houver perigo.
who-title = Quem faz o quê?
who-column-service = O serviço
who-column-does = O que faz
who-line = Linha de apoio, associação
who-line-does = Ouve, aconselha, ajuda a fazer um plano. Não avisa ninguém sem o seu acordo, salvo em caso de perigo grave.
who-refuge = Casa de abrigo
who-refuge-does = Pode alojar e acompanhar, numa morada secreta, com os filhos. Muitas vezes está cheia: tente várias.
who-legal = Serviço jurídico
who-legal-does = Explica os seus direitos, ajuda a escrever ao Serviço de Estrangeiros.
who-victims = Apoio à vítima: polícia, casa de justiça (<span lang="fr">maison de justice</span> / <span lang="nl">justitiehuis</span>), <span lang="nl">Veilig Huis</span>
who-victims-does = Ouve e acompanha, antes, durante e depois de uma queixa à polícia, ou sem queixa.
who-planning = Planeamento familiar (<span lang="fr">planning familial</span>)
who-planning-does = Conselhos sobre o casal, a contraceção, a gravidez. Apoio médico, jurídico e psicológico.
who-social = Serviço social, { -cpas }
who-social-does = Ajuda com o dinheiro, o alojamento, os cuidados de saúde, os papéis a preencher.
who-doctor = Médico, hospital
who-doctor-does = Trata e passa um atestado. Guarda sigilo profissional, salvo em caso de perigo grave.
who-police = Polícia
who-police-does = Protege em caso de urgência, regista a queixa. Não tem papéis? Leia a página { $page-no-papers }. Em perigo, ligue na mesma.

## The booklet, 8: my bag, my notes

bag-title = O que devo levar?
bag-short-ready = Prepare um saco, ou cópias, fora de casa.
bag-short-papers = Primeiro os papéis: os seus e os dos filhos.
bag-short-write = Escreva nesta brochura só o que pode ser lido sem perigo.
bag-list-title = O meu saco
bag-identity = Cartão de identidade, passaporte
bag-permit = Título de residência
bag-children = Papéis dos filhos
bag-certificates = Certidões de casamento e de nascimento
bag-money = Cartões bancários, dinheiro
bag-keys = Chaves
bag-medicine = Medicamentos, receitas
bag-proof = Provas, atestados médicos
bag-pay = Recibos de vencimento, contrato de arrendamento
bag-phone = Telemóvel e carregador
bag-clothes = Roupa para alguns dias
bag-toy = Um objeto querido de cada filho
bag-copies = Deixe cópias ou fotografias de todos os papéis com uma pessoa de confiança. Não tem tempo? Saia sem saco.
notes-title = As minhas notas
notes-hint = Datas, nomes, números de processo. Se o seu companheiro ou companheira puder encontrar esta brochura, anote-os noutro lugar.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = As palavras explicadas
word-asylum = Asilo
word-asylum-text = A proteção de um país a uma pessoa que está em perigo no seu próprio país.
word-cohabitation = Coabitação legal (<span lang="fr">cohabitation légale</span> / <span lang="nl">wettelijke samenwoning</span>)
word-cohabitation-text = Um casal registado no município, sem casamento.
word-cpas = { -cpas }
word-cpas-text = O serviço social do município: ajuda, cuidados urgentes, morada de referência.
word-cpvs = CPVS/ZSG
word-cpvs-text = Centro de apoio a vítimas de violência sexual: cuidados, recolha de vestígios (provas) e apoio, no mesmo lugar.
word-reference = Morada de referência (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>)
word-reference-text = Uma morada oficial para o correio, quando não se tem casa.
word-subsidiary = Proteção subsidiária (<span lang="fr">protection subsidiaire</span> / <span lang="nl">subsidiaire bescherming</span>)
word-subsidiary-text = Uma proteção para uma pessoa em perigo grave no seu país, sem estatuto de refugiado.
word-ban = Afastamento temporário de casa (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>)
word-ban-text = A ordem dada à pessoa violenta para sair de casa e deixar de ter contacto consigo.
word-office = { -office }
word-office-text = A administração que decide sobre o direito de residência na Bélgica. Em francês: <span lang="fr">Office des étrangers</span>. Em neerlandês: <span lang="nl">Dienst Vreemdelingenzaken</span>.
word-prosecutor = Ministério Público (<span lang="fr">parquet</span> / <span lang="nl">parket</span>)
word-prosecutor-text = Os magistrados que decidem o que fazer com uma queixa.
word-injured = Pessoa lesada (<span lang="fr">personne lésée</span> / <span lang="nl">benadeelde persoon</span>)
word-injured-text = A vítima que pediu, por escrito, para receber informações sobre o caso.
word-statement = Auto da polícia (<span lang="fr">procès-verbal</span> / <span lang="nl">proces-verbaal</span>)
word-statement-text = O texto em que a polícia escreve o que viu e ouviu.
word-prodeo = Pro deo
word-prodeo-text = Apoio judiciário: a ajuda gratuita, ou gratuita em parte, de uma advogada ou de um advogado.
word-appeal = Recurso (<span lang="fr">recours</span> / <span lang="nl">beroep</span>)
word-appeal-text = Pedir a um juiz que reveja uma decisão.
word-refuge = Casa de abrigo
word-refuge-text = Uma casa com morada secreta, para viver em segurança durante algum tempo.
word-reunification = Reagrupamento familiar (<span lang="fr">regroupement familial</span> / <span lang="nl">gezinshereniging</span>)
word-reunification-text = O direito de residência que se obtém para viver com alguém da família.
word-humanitarian = Autorização de residência por razões humanitárias
word-humanitarian-text = Uma autorização que o Serviço de Estrangeiros pode dar numa situação excecional. Não é obrigado a dá-la.
word-permit = Título de residência
word-permit-text = O cartão ou o documento que prova que se pode viver na Bélgica.
word-trafficking = Tráfico de seres humanos
word-trafficking-text = Recrutar ou reter uma pessoa para a explorar.
word-court = Tribunal de família (<span lang="fr">tribunal de la famille</span> / <span lang="nl">familierechtbank</span>)
word-court-text = O juiz do divórcio, da guarda dos filhos, da casa do casal.

## The booklet: last page

back-title = Esta brochura pode ser um perigo para si?
back-numbers = Decore um número.
back-leave = Depois, deixe esta brochura com uma pessoa de confiança, ou deite-a no lixo, longe de casa.
booklet-information = Esta brochura dá informações gerais. Não substitui o conselho de uma advogada ou de um advogado.
booklet-deposit = Depósito legal: a completar antes da impressão.

## The pocket card

card-say = <b>Diga</b> onde está, o que se passa e que língua fala.
card-traces = <b>As chamadas deixam rasto.</b> Se não for urgente, use o telefone de uma pessoa de confiança.
card-keep = <b>Este cartão pode ser um perigo para si?</b> Decore um número e deite o cartão no lixo, longe de casa.
# The outside must not tell what the card is about.
card-release = Versão { $release-version }, { $release-date }. Não deitar na via pública.
