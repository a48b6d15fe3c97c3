# Texts of the brochure in European Portuguese.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Both are masculine singular.
-office = Serviço de Estrangeiros (Office des étrangers)
-cpas = CPAS

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Informações úteis

## Cover

cover-title = Viver sem violência
cover-question = Venho de outro país e o meu companheiro ou companheira maltrata-me. Que direitos tenho na Bélgica?

## What is partner violence?

violence-title = O que é a violência no casal?
violence-definition = Numa discussão, duas pessoas falam de igual para igual. Na violência, uma domina a outra. O medo instala-se.
forms-title = A violência tem várias formas
form-body = <b>O corpo.</b> Bater, empurrar, estrangular, fechar em casa.
form-words = <b>As palavras.</b> Insultar, humilhar, ameaçar tirar-lhe os filhos.
form-papers = <b>Os papéis.</b> Esconder os seus documentos, ameaçar fazer-lhe perder o direito de residência.
form-money = <b>O dinheiro.</b> Tirar-lhe o salário ou o cartão bancário, não deixar que trabalhe.
form-sexuality = <b>A sexualidade.</b> Obrigar a ter relações, mesmo no casamento. Impedir a contraceção.
form-control = <b>O controlo.</b> Vigiar o seu telemóvel, cortar-lhe o contacto com a família e os amigos.
cycle-title = A violência volta e agrava-se
cycle-text = Tensão, agressão, desculpas, promessas: depois tudo recomeça, muitas vezes com mais força. As crianças também sofrem, mesmo no quarto ao lado.
violence-not-your-fault = <b>A culpa nunca é sua.</b> Nem os ciúmes, nem o álcool, nem a religião, nem a cultura justificam a violência.

## What are my rights?

rights-title = Que direitos tenho?
rights-everyone = Na Bélgica, todas as pessoas têm direito a viver sem violência, com ou sem papéis.
right-leave = <b>Sair.</b> Pode sair de casa para estar em segurança. Isso não lhe tira automaticamente o direito de residência.
right-complain = <b>Apresentar queixa.</b> Qualquer esquadra de polícia tem de registar a sua queixa. Uma pessoa de confiança pode ir consigo. Peça uma cópia do seu depoimento.
right-care = <b>Receber cuidados médicos.</b> O médico pode passar um atestado. É uma prova, também do sofrimento psicológico.
right-home =
    <b>Ficar na sua casa.</b> O Ministério Público (parquet) pode afastar de casa a pessoa violenta, no início por { $home-ban-days ->
        [one] { $home-ban-days } dia
       *[other] { $home-ban-days } dias
    }, no máximo.
right-address = <b>Esconder a sua morada.</b> Peça ao município (commune) que não a divulgue.
right-lawyer = <b>Falar com uma advogada ou um advogado.</b> Um primeiro conselho jurídico é gratuito para toda a gente.
rights-no-papers = <b>Não tem papéis?</b> A polícia tem de lhe prestar ajuda, como a qualquer vítima. Mas também pode prendê-la ou prendê-lo por não ter papéis. Vá com alguém de uma associação.

## What are my rights: the residence card

stay-title = E o meu direito de residência?
stay-intro = Sair de casa pode ter efeitos no seu cartão de residência. Mas a violência conta na decisão.
stay-eu-question = O meu companheiro ou companheira é belga, ou de um país da União Europeia
stay-eu-answer =
    A violência é um motivo para manter o seu cartão. Nesse caso, não é obrigatório ter { $common-life-years ->
        [one] { $common-life-years } ano
       *[other] { $common-life-years } anos
    } de vida em comum. Para as outras condições, fale com uma advogada ou um advogado.
stay-other-question = Vim juntar-me a uma pessoa de fora da União Europeia
stay-other-answer =
    A residência dessa pessoa é ilimitada? Se provar a violência, o { -office } não pode retirar o seu direito de residência { $protected-years ->
        [one] no primeiro ano
       *[other] nos primeiros { $protected-years } anos
    }. A residência dessa pessoa é limitada? Peça conselho depressa.
stay-asylum-question = Estou a pedir asilo
stay-asylum-answer = A violência no casal e o casamento forçado contam. Pode pedir que a entrevista seja com uma mulher, ou com um homem.
stay-none-question = Ainda não tenho cartão, ou não tenho papéis
stay-none-answer = Peça conselho depressa. Para cuidados de saúde urgentes, vá ao { -cpas }, que guarda segredo.
stay-order = <b>Por que ordem?</b> Primeiro, peça conselho. Depois, informe depressa o { -office }, com provas: queixa, atestado médico, declaração de uma casa de abrigo. Está em perigo? Saia primeiro.

## Who can help me?

help-title = Quem me pode ajudar?
help-danger = <b>Está em perigo?</b> Ligue já.
need-emergency = Emergência
need-listening = Falar, sem dizer o nome
need-sexual = Depois de violência sexual
need-children = Para crianças e jovens
need-rights = Os meus direitos, a minha residência
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
contact-evc-about = violência no casal
contact-1712-about = qualquer violência
contact-listening-about = para falar com alguém
contact-children-about = para falar com alguém
contact-sexual-centres = Centros de apoio a vítimas de violência sexual
contact-sexual-centres-about = cuidados, sem ter de apresentar queixa
contact-sexual-line-about = para falar depois de violência sexual
contact-forced-marriage = Casamento forçado
contact-refuge-about = abrigo e acompanhamento
contact-refuge-flanders-about = abrigos com morada secreta, através do serviço { $line-1712-name }
contact-trafficking-about = apoio às vítimas de tráfico
contact-legal-about = informação jurídica
contact-cire-about = serviço social e jurídico
contact-rights-about = direitos das pessoas estrangeiras
contact-health-about = acesso a cuidados de saúde
contact-asylum-about = informação sobre asilo

## Safety and colophon

safety-title = Proteger-me
safety-paper = Se este papel puder ser um perigo para si, decore um número e deixe o papel com uma pessoa de confiança.
safety-traces = <b>Telemóvel.</b> As chamadas, os sites e os códigos QR deixam rasto. Use o aparelho de uma pessoa de confiança.
safety-word = <b>Palavra secreta.</b> Escolha uma palavra com uma pessoa de confiança. Quando a disser, essa pessoa liga para o { $police-phone }.
safety-bag = <b>Saco.</b> Prepare documentos, cartão de residência, papéis dos filhos, cartão bancário, chaves, medicamentos, provas. Deixe cópias noutro lugar.
safety-code = <b>Este código abre um site de ajuda.</b> A visita fica no histórico do telemóvel.
colophon-information = Este folheto dá informações gerais. Não substitui o conselho de uma advogada ou de um advogado.
colophon-release = Versão { $release-version }, { $release-date }. Não deitar na via pública.
colophon-independent = { $cire-name }, { $iefh-name } e os serviços indicados não escreveram nem aprovaram este texto.
colophon-publisher = Responsável pela edição: a completar antes da impressão.
