# Texts of the brochure in European Spanish.
# <b>…</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. The French name stays: readers meet it on letters.
-office = Oficina de Extranjería (Office des étrangers)
-cpas = CPAS

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Información práctica

## Cover

cover-title = Vivir sin violencia
cover-question = Vengo de otro país y mi pareja me hace daño. ¿Qué derechos tengo en Bélgica?

## What is partner violence?

violence-title = ¿Qué es la violencia en la pareja?
violence-definition = En una discusión, dos personas se hablan de igual a igual. En la violencia, una domina a la otra. Y se instala el miedo.
forms-title = Tiene varias formas
form-body = <b>El cuerpo.</b> Pegar, empujar, apretar el cuello, encerrar.
form-words = <b>Las palabras.</b> Insultar, humillar, amenazar con quitarle los hijos.
form-papers = <b>Los papeles.</b> Esconderle los documentos, amenazar con hacerle perder la residencia.
form-money = <b>El dinero.</b> Quitarle el sueldo o la tarjeta bancaria, prohibirle trabajar.
form-sexuality = <b>El sexo.</b> Forzarle a tener relaciones, incluso en el matrimonio. Impedirle usar anticonceptivos.
form-control = <b>El control.</b> Vigilarle el móvil, alejarle de su familia y de sus amistades.
cycle-title = Se repite y va a peor
cycle-text = Tensión, agresión, disculpas, promesas: luego todo vuelve a empezar, a menudo con más fuerza. Los niños también sufren, incluso en la habitación de al lado.
violence-not-your-fault = <b>Usted nunca tiene la culpa.</b> Ni los celos, ni el alcohol, ni la religión, ni la cultura justifican la violencia.

## What are my rights?

rights-title = ¿Qué derechos tengo?
rights-everyone = En Bélgica, toda persona tiene derecho a vivir sin violencia, con o sin papeles.
right-leave = <b>Irse.</b> Puede marcharse de casa para ponerse a salvo. Esto no le hace perder automáticamente la residencia.
right-complain = <b>Denunciar.</b> En cualquier comisaría deben escribir su denuncia. Una persona de confianza puede acompañarle. Pida una copia de su declaración.
right-care = <b>Recibir atención médica.</b> El médico puede hacerle un certificado. Es una prueba, también del sufrimiento psicológico.
right-home =
    <b>Quedarse en su casa.</b> La fiscalía puede prohibir a la persona violenta entrar en la casa: al principio, { $home-ban-days ->
        [one] { $home-ban-days } día
       *[other] { $home-ban-days } días
    } como máximo.
right-address = <b>Ocultar su dirección.</b> Pida al ayuntamiento que no la comunique.
right-lawyer = <b>Hablar con una abogada o un abogado.</b> Una primera consulta jurídica es gratuita para todo el mundo.
rights-no-papers = <b>¿No tiene papeles?</b> La policía debe ayudarle como a cualquier víctima. Pero también puede detenerle por no tener papeles. Vaya con alguien de una asociación.

## What are my rights: the residence card

stay-title = ¿Y mi derecho de residencia?
stay-intro = Irse de casa puede afectar a su tarjeta. Pero la violencia se tiene en cuenta en la decisión.
stay-eu-question = Mi pareja es belga o viene de un país de la Unión Europea
stay-eu-answer =
    La violencia es un motivo para conservar su tarjeta. En ese caso no es obligatorio haber convivido { $common-life-years ->
        [one] { $common-life-years } año
       *[other] { $common-life-years } años
    }. Para las demás condiciones, consulte a una abogada o un abogado.
stay-other-question = Vine a reunirme con una persona de fuera de la Unión Europea
stay-other-answer =
    ¿Esa persona tiene residencia ilimitada? Si usted prueba la violencia, la { -office } no puede retirarle a usted la residencia durante { $protected-years ->
        [one] el primer año
       *[other] los { $protected-years } primeros años
    }. ¿Esa persona tiene residencia limitada? Pida consejo pronto.
stay-asylum-question = Pido asilo
stay-asylum-answer = La violencia en la pareja y el matrimonio forzado se tienen en cuenta. Puede pedir que le entreviste una mujer o un hombre.
stay-none-question = Aún no tengo tarjeta, o no tengo papeles
stay-none-answer = Pida consejo pronto. Para atención médica urgente, vaya al { -cpas }: allí guardan el secreto.
stay-order = <b>¿En qué orden?</b> Primero pida consejo. Luego avise pronto a la { -office }, con pruebas: denuncia, certificado médico, certificado de una casa de acogida. ¿Está en peligro? Váyase primero.

## Who can help me?

help-title = ¿Quién puede ayudarme?
help-danger = <b>¿Está en peligro?</b> Llame enseguida.
need-emergency = Emergencia
need-listening = Hablar sin dar el nombre
need-sexual = En caso de violencia sexual
need-children = Para niños, niñas y jóvenes
need-rights = Mis derechos, mi residencia
need-refuge = Una casa de acogida
need-trafficking = Trata de personas
need-forced-marriage = Matrimonio forzado
need-health = Salud

region-brussels = Bruselas
region-flanders = Flandes
region-wallonia = Valonia
region-german-speaking = Comunidad germanófona

contact-police = Policía
contact-ambulance = Ambulancia, bomberos
contact-evc-about = violencia en la pareja
contact-1712-about = todo tipo de violencia
contact-listening-about = para hablar con alguien
contact-children-about = para hablar con alguien
contact-sexual-centres = Centros de atención a víctimas de violencia sexual
contact-sexual-centres-about = atención médica, sin obligación de denunciar
contact-sexual-line-about = para hablar tras sufrir violencia sexual
contact-forced-marriage = Matrimonio forzado
contact-refuge-about = casa de acogida y acompañamiento
contact-refuge-flanders-about = casas de acogida con dirección secreta: llame al { $line-1712-name }
contact-trafficking-about = apoyo a víctimas de trata
contact-legal-about = información jurídica
contact-cire-about = servicio social y jurídico
contact-rights-about = derechos de las personas extranjeras
contact-health-about = acceso a la atención médica
contact-asylum-about = información sobre el asilo

## Safety and colophon

safety-title = Cómo protegerme
safety-paper = Si este papel puede ponerle en peligro, memorice un número y deje el papel en casa de alguien de confianza.
safety-traces = <b>Teléfono.</b> Las llamadas, las webs y los códigos QR dejan rastro. Use el aparato de una persona de confianza.
safety-word = <b>Palabra secreta.</b> Elija una palabra con una persona de confianza. Cuando usted la diga, esa persona llama al { $police-phone }.
safety-bag = <b>Bolsa.</b> Prepare documentos, permiso de residencia, papeles de sus hijos, tarjeta bancaria, llaves, medicinas, pruebas. Deje copias en otro lugar.
safety-code = <b>Este código abre una web de ayuda.</b> La visita queda en el historial del teléfono.
colophon-information = Este folleto da información general. No sustituye el consejo de una abogada o un abogado.
colophon-release = Versión { $release-version }, { $release-date }. No tirar a la vía pública.
colophon-independent = { $cire-name }, { $iefh-name } y los servicios citados no han escrito ni aprobado este texto.
colophon-publisher = Editora o editor responsable: por completar antes de la impresión.
