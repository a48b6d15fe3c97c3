# Texts of the brochure in European Spanish.
# <b>...</b> is bold. What stands in braces is filled in by the program: keep it as it is.

# How this publication calls other bodies. Feminine singular. The French and Dutch names, which readers meet on
# letters, stand where the Office is first named, in step 2, and in the glossary.
-office = Oficina de Extranjería
-cpas = CPAS/OCMW

## Title that the file shows. Neutral: it must not say what the brochure is about.

document-title = Información práctica

## Cover

cover-title = Vivir sin violencia
cover-question = Vengo de otro país y mi pareja me hace daño. ¿Qué derechos tengo en Bélgica?

## What is partner violence?

violence-title = ¿Qué es la violencia en la pareja?
violence-definition = En una discusión, dos personas se hablan de igual a igual. En la violencia, una domina a la otra mediante el miedo.
forms-title = Tiene varias formas
form-body = <b>El cuerpo.</b> Pegar, empujar, apretar el cuello, encerrar, dejar sin comer o sin dormir.
form-words = <b>Las palabras.</b> Insultar, humillar, amenazar con quitarle a sus hijos.
form-papers = <b>Los papeles.</b> Esconder o destruir sus documentos, amenazar con hacer que le devuelvan a su país.
form-money = <b>El dinero.</b> Quitarle el sueldo o la tarjeta bancaria, contraer deudas a nombre de usted, prohibirle trabajar.
form-sexuality = <b>El sexo.</b> Forzarle a tener relaciones, incluso en el matrimonio. Impedirle usar anticonceptivos.
form-control = <b>El control.</b> Vigilarle el móvil, alejarle de su familia y de sus amistades.
cycle-title = Se repite y va a peor
cycle-text = Tensión, agresión, excusas, promesas: luego todo vuelve a empezar, a menudo con más fuerza. Los niños también sufren, incluso en la habitación de al lado.
violence-not-your-fault = <b>Usted nunca tiene la culpa.</b> Ni los celos, ni el alcohol, ni la religión, ni la cultura justifican la violencia.

## What are my rights?

rights-title = ¿Qué derechos tengo?
rights-everyone = En Bélgica, toda persona tiene derecho a vivir sin violencia, con o sin papeles.
right-leave = <b>Irse.</b> Puede marcharse de casa para ponerse a salvo. No pierde automáticamente la residencia. Puede llevarse a sus hijos, pero quédense en Bélgica.
right-complain = <b>Denunciar.</b> En cualquier comisaría deben recoger su denuncia. Una persona de confianza puede acompañarle. Pida una copia del texto firmado.
right-care = <b>Recibir atención médica.</b> El médico puede hacerle un certificado: es una prueba, también del sufrimiento psicológico.
right-home =
    <b>Quedarse en su casa.</b> Pida a la policía que haga salir de la casa a la otra persona. La fiscalía puede prohibir a esa persona entrar en la casa y contactar con usted, durante { $home-ban-days ->
        [one] { $home-ban-days } día
       *[other] { $home-ban-days } días
    } como máximo.
right-address = <b>Proteger su dirección.</b> Pida por escrito al ayuntamiento que no la comunique. Puede aparecer en un expediente judicial: háblelo con su abogada o abogado.
right-papers = <b>Recuperar sus documentos.</b> ¿Escondidos o destruidos? Dígalo a la policía y después al ayuntamiento.
right-lawyer = <b>Hablar con una abogada o un abogado.</b> La primera consulta es gratuita en un servicio de orientación jurídica.
rights-no-papers = <b>¿No tiene papeles?</b> En peligro, llame de todos modos al { $police-phone }. La policía debe ayudarle, pero puede detenerle por no tener papeles. Si no hay peligro, hable primero con una asociación.

## What are my rights: the residence card

stay-title = ¿Y mi derecho de residencia?
stay-eu-question = Mi pareja es belga, o de un país de la UE
stay-eu-answer =
    La violencia puede ser un motivo para conservar su tarjeta, aunque no hayan convivido { $common-life-years ->
        [one] { $common-life-years } año
       *[other] { $common-life-years } años
    }. Puede haber otras condiciones, como ingresos y un seguro médico, sobre todo si su pareja no es belga. Consulte a una abogada o un abogado.
stay-other-question = Mi pareja no es belga ni de la UE
stay-other-answer =
    ¿Su pareja tiene residencia ilimitada? { $protected-years ->
        [one] El primer año
       *[other] Los { $protected-years } primeros años
    }, la { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>) puede revisar la de usted. En principio, no puede retirársela si usted prueba ciertos actos de violencia, como golpes o una violación. ¿La residencia de su pareja es limitada? Esta protección no existe, pero a veces se puede hacer otra solicitud. En los dos casos, consulte a una abogada o un abogado.
stay-asylum-question = Pido asilo
stay-asylum-answer = La violencia y el matrimonio forzado pueden contar, si usted teme volver a su país. Puede pedir que la entrevista sea con una mujer, o con un hombre.
stay-none-question = Aún no tengo tarjeta, o no tengo papeles
stay-none-answer = Pida pronto consejo a un servicio jurídico. En una urgencia, vaya al hospital. El servicio social municipal ({ -cpas }) puede pagar la atención urgente y guarda el secreto profesional.
stay-order = <b>¿En qué orden?</b> Primero, pida consejo. Después, si se lo aconsejan, avise pronto a la Oficina. Pruebas: denuncia, certificado médico, informe de una casa de acogida. ¿Está en peligro? Váyase primero.

## Who can help me?

help-title = ¿Quién puede ayudarme?
help-danger = <b>¿Está en peligro?</b> Llame enseguida.
need-emergency = Emergencia
need-listening = Hablar, sin dar el nombre
need-sexual = Tras sufrir violencia sexual
need-children = Para niños y niñas
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
contact-evc-about = para hablar con alguien
contact-1712-about = para hablar de todo tipo de violencia
contact-listening-about = para hablar con alguien
contact-children-about = para hablar
contact-abroad-about = si se llevan a un niño, o hay riesgo
contact-own-language-about = para hablar, en varios idiomas
contact-sexual-centres = Centros de atención a víctimas de violencia sexual (CPVS/ZSG)
contact-sexual-centres-about = atención médica y recogida de pruebas, cuanto antes, incluso sin denuncia
contact-sexual-line-about = para hablar tras sufrir violencia sexual
contact-forced-marriage-about = para hablar y pedir consejo
contact-refuge-about = casa de acogida y acompañamiento
contact-refuge-flanders-about = casas de acogida con dirección secreta, a través de { $line-1712-name }
contact-trafficking-about = apoyo a víctimas de trata
contact-legal-aid-about = abogada o abogado, gratis según sus ingresos
contact-legal-information-about = información jurídica
contact-cire-about = servicio social y jurídico
contact-rights-about = derechos de las personas extranjeras
contact-health-about = acceso a la atención médica
contact-asylum-about = información sobre el asilo

## Safety and colophon

safety-title = Cómo protegerme
safety-paper = ¿Este papel puede ponerle en peligro? Déjelo en casa de una persona de confianza. Memorice un número.
safety-traces = <b>Teléfono.</b> Las llamadas, las webs y los códigos QR dejan rastro. Use el aparato de una persona de confianza.
safety-word = <b>Palabra secreta.</b> Elija una palabra con una persona de confianza. Cuando usted la diga, esa persona llamará al { $police-phone }.
safety-bag = <b>Bolsa, fuera de casa.</b> Sus documentos y los de sus hijos, permiso de residencia, tarjeta bancaria, llaves, medicinas, pruebas. Antes de un viaje a su país, deje copias en Bélgica.
safety-code = <b>Este código abre una web de ayuda.</b> La visita queda en el historial del teléfono.
colophon-information = Este folleto da información general. No sustituye el consejo de una abogada o un abogado.
colophon-release = Versión { $release-version }, { $release-date }. No tirar a la vía pública.
colophon-independent = Ni el { $cire-name }, ni el { $iefh-name }, ni los servicios citados han escrito o aprobado este texto.
colophon-publisher = Editora o editor responsable: por completar antes de la impresión.

# ── The booklet ──────────────────────────────────────────────────────────────────────────────────────────
# { $page-help } and its like become the number of the page on which that part begins.

## The booklet: contents and the line at the foot of every page

emergency-line = ¿En peligro? Policía { $police-phone } · Emergencias { $ambulance-phone }
contents-title = En este folleto
contents-intro = No hace falta leerlo todo. Elija su pregunta.

## The booklet: six questions, six answers

answers-title = Seis preguntas, seis respuestas
answer-leave-question = ¿Puedo irme?
answer-leave = Sí, enseguida si está en peligro. Irse no le hace perder automáticamente la residencia. Página { $page-danger }.
answer-stay-question = ¿Y mi residencia?
answer-stay = La violencia puede tenerse en cuenta en la decisión. Todo depende de su tarjeta: busque la suya en la página { $page-guide }.
answer-complain-question = ¿Tengo que denunciar?
answer-complain = No, usted decide. Una denuncia ayuda a probar la violencia, pero hace falta un plan. Página { $page-steps }.
answer-money-question = ¿De qué voy a vivir?
answer-money = Hay casas de acogida y ayudas. Pida consejo antes de pedir dinero: página { $page-money }.
answer-children-question = ¿Y mis hijos?
answer-children = Puede llevárselos para protegerlos, pero quédense en Bélgica. Después decide un juez. Página { $page-children }.
answer-help-question = ¿Quién puede ayudarme?
answer-help = Personas que escuchan sin preguntarle su nombre. Sus números están en la página { $page-contacts }.

## The booklet, 1: how to read it safely

safe-title = ¿Cómo leer este folleto sin peligro?
safe-short-place = Léalo donde nadie le vigile.
safe-short-traces = Un papel, una llamada o una visita a una web dejan rastro.
safe-short-danger = ¿Está en peligro ahora? Llame al { $police-phone } o váyase.
safe-for-whom = Este folleto es para toda persona que viene de otro país y a quien su pareja hace daño. Dice qué puede hacer usted y qué pasa con su residencia en Bélgica.
safe-everyone = Es para usted, con o sin papeles, en pareja, en matrimonio o después de una separación. Es para mujeres, hombres y personas de otro género.
safe-paper-title = El papel
safe-paper-keep = Guarde este folleto solo si su pareja no puede encontrarlo.
safe-paper-elsewhere = Si no, léalo en una asociación, en la consulta médica o en casa de una persona de confianza, y déjelo allí.
safe-paper-number = Memorice un número, o anótelo con otro nombre.
safe-phone-title = El teléfono y el ordenador
safe-phone-device = Lo más seguro es un aparato que su pareja no pueda tocar: el de una amiga, una biblioteca o un servicio.
safe-phone-calls = Una llamada queda en la lista de llamadas. Borre solo esa llamada: una lista vacía se nota. Las llamadas de emergencia y los números gratuitos no aparecen en la factura. Los demás números sí pueden aparecer.
safe-phone-sites = Una web queda en el historial. Un código QR abre una web: deja el mismo rastro.
safe-phone-file = ¿Ha recibido este folleto como archivo? Bórrelo también de las descargas y de la conversación.
safe-phone-passwords = Si esto no le pone en peligro, cambie sus contraseñas desde un aparato seguro: correo electrónico, banco, redes sociales. Desactive la ubicación de su móvil.
safe-phone-notice = <b>Cuidado.</b> Un cambio repentino se puede notar. Si su pareja le controla el teléfono, pida antes consejo en un teléfono de ayuda (página { $page-contacts }).
safe-use-title = Si tiene poco tiempo
safe-use = Cada capítulo empieza con tres líneas. Lea esas líneas y después "{ danger-title }" (página { $page-danger }) y "{ help-title }" (página { $page-help }).
safe-law = <b>Las leyes cambian.</b> Cada situación es diferente. Antes de cualquier trámite sobre su residencia, muestre sus papeles a una abogada, un abogado o un servicio jurídico.

## The booklet, 2: what is partner violence? (its title and some of its texts are those of the leaflet)

violence-short-power = En la violencia, una persona impone su poder a la otra.
violence-short-forms = Se hace daño con golpes, pero también con palabras, dinero y papeles.
violence-short-fault = La víctima nunca tiene la culpa.
violence-everywhere = Pasa en todos los países y en todos los ambientes, en parejas casadas o no, del mismo sexo o de distinto sexo. La mayoría de las veces, las víctimas son mujeres. También hay hombres. Y a veces sigue después de la separación.
violence-law = En Bélgica, la violencia en la pareja está prohibida, también dentro del matrimonio. La violencia psicológica también es violencia.
signs-title = Señales del día a día
signs-intro = ¿Es verdad al menos una de estas frases? Háblelo con alguien. Mi pareja...
sign-phone = lee mis mensajes y quiere mis contraseñas
sign-people = no me deja ver a mi familia ni a mis amistades
sign-work = me prohíbe trabajar o hacer un curso
sign-money = se queda con mi dinero o mi tarjeta bancaria
sign-papers = me esconde el pasaporte o el permiso de residencia
sign-threat = dice: "Sin mí, te quedas sin papeles"
sign-children = amenaza con quitarme a mis hijos
sign-clothes = decide qué ropa me pongo y cuándo salgo
sign-sex = me obliga a realizar actos sexuales
sign-fear = me da miedo: mido cada palabra
cycle-intro = La violencia no aparece todos los días. Muchas veces es un círculo:
cycle-tension = <b>La tensión.</b> Todo son reproches. Hago lo que sea para evitar la crisis.
cycle-attack = <b>La agresión.</b> Gritos, golpes, objetos rotos, una relación sexual forzada.
cycle-excuses = <b>Las excusas.</b> "Es culpa tuya. Yo no podía más. Te lo has buscado".
cycle-promises = <b>Las promesas.</b> Regalos, lágrimas: "Voy a cambiar". Vuelve la esperanza.
cycle-again = Luego la tensión vuelve a subir. Con el tiempo, las agresiones son más fuertes y más frecuentes. Pedir ayuda pronto protege.
hard-title = ¿Por qué es tan difícil irse?
hard-text = Porque hay miedo, porque todavía hay amor, porque hay esperanza. Porque están los hijos, el dinero, los papeles, la familia, la vergüenza. Muchas personas se van y vuelven antes de irse para siempre. Eso no quiere decir que usted sea débil. Cada paso cuenta, aunque sea pequeño: hablar, anotar un número, hacer una copia.
family-title = Cuando se mete la familia
family-text = La violencia también puede venir de la familia de su pareja, o de su propia familia. Un matrimonio sin el consentimiento libre de las dos personas es un matrimonio forzado: está prohibido. La violencia "en nombre del honor" está prohibida y castigada.

## The booklet, 3: am I in danger now?

danger-title = ¿Estoy en peligro ahora?
danger-short-call = ¿Teme por su vida? Llame al { $police-phone } o váyase.
danger-short-signs = Algunas señales avisan de un peligro grave.
danger-short-plan = Un plan preparado con tiempo ayuda a irse rápido.
danger-say = Diga dónde está, qué pasa, si hay niños, si hay un arma. Diga qué idioma habla.
danger-signs-title = Las señales de un peligro grave
danger-signs-intro = Con una persona violenta, cada una de estas señales aumenta el peligro. Una sola basta para pedir ayuda hoy.
danger-sign-neck = Su pareja le ha apretado el cuello, o ha intentado estrangularle.
danger-sign-weapon = Hay un arma, o amenazas con un cuchillo.
danger-sign-kill = Su pareja amenaza con matarle a usted, con matar a los niños o con suicidarse.
danger-sign-worse = La violencia es cada vez más fuerte o frecuente.
danger-sign-follow = Su pareja le encierra, o le sigue a todas partes.
danger-sign-pregnancy = Usted espera un bebé, o acaba de dar a luz.
danger-sign-leaving = Usted quiere irse, o acaba de irse. Muchas veces es el momento más peligroso.
danger-neck = <b>¿Le han apretado el cuello?</b> Vaya enseguida a las urgencias de un hospital, aunque no haya marcas en la piel.
danger-plan-title = Mi plan para irme rápido
danger-plan-exit = <b>Una salida.</b> Sé por dónde salir, de día y de noche. Durante una crisis, evito la cocina y los cuartos sin salida.
danger-plan-word = <b>Una palabra secreta.</b> La elijo con una persona de confianza. Cuando yo la diga, esa persona llamará al { $police-phone }.
danger-plan-place = <b>Un lugar.</b> Sé adónde ir: a casa de una amiga o un vecino, a una casa de acogida, a una comisaría, a un hospital.
danger-plan-bag = <b>Una bolsa.</b> Está lista, fuera de casa. La lista está en la página { $page-bag }.
danger-plan-children = <b>Los niños.</b> Saben salir y llamar al { $police-phone }. No deben defenderme.
danger-plan-money = <b>Algo de dinero.</b> Para pagar un autobús, un tren o un taxi.
danger-stay-title = Si me quedo por ahora
danger-stay = Quedarse no es aceptar. Ya puede llamar a un teléfono de ayuda y esconder una copia de sus papeles. Puede avisar a una vecina, tener el móvil cargado, anotar qué pasa y cuándo. Si algo cambia, cambie el plan.
danger-leave-title = Si tengo que irme enseguida
danger-leave = Váyase con sus hijos, aunque sea sin bolsa, y quédense en Bélgica. Para recoger sus cosas más tarde, pregunte a la policía si puede acompañarle. Irse de casa para protegerse no es hacer nada malo.
danger-alarm = <b>Una alarma.</b> Si la víctima está en gran peligro, la fiscalía puede decidir darle un botón de alarma conectado con emergencias. Háblelo con la policía o un servicio de ayuda.
friend-title = Soy una amiga, un vecino, una compañera de trabajo
friend-believe = Crea lo que esa persona le cuenta. No la juzgue ni decida por ella.
friend-ask = Pregúntele cómo puede usted ayudar y cuándo puede llamar sin peligro.
friend-keep = Ofrézcase a guardar una bolsa, copias, una llave.
friend-call = ¿Oye gritos? Llame al { $police-phone }. No intervenga por su cuenta.
friend-partner = No hable de la violencia con la pareja de esa persona.

## The booklet, 4: my rights, by the card that I hold

status-title = ¿Qué derechos tengo según mi tarjeta?
status-short-everyone = Todo el mundo tiene derecho a vivir sin violencia, con o sin papeles.
status-short-violence = Irse de casa no hace perder la tarjeta automáticamente. La violencia puede tenerse en cuenta.
status-short-advice = Las reglas cambian según la tarjeta. Pida consejo primero.
everyone-title = Los derechos de todo el mundo
everyone-intro = Estos derechos son suyos, con o sin tarjeta. Si no tiene papeles, lea la página { $page-no-papers } antes de ir a la policía.
everyone-after = La protección de su residencia también puede valer si la violencia empieza o sigue después de que usted se vaya de casa. Pida a un servicio jurídico que lo compruebe.
everyone-myth =
    <b>"Tienes que quedarte { $control-years ->
        [one] { $control-years } año
       *[other] { $control-years } años
    } conmigo".</b> No lo crea. En muchas situaciones, una víctima puede irse y conservar la residencia. Su situación se explica más adelante.
guide-title = ¿Cuál es mi situación?
guide-intro = Siga la línea y vaya a la página indicada. Si tiene dudas, muestre sus papeles a un servicio jurídico (página { $page-contacts }).
guide-partner = Mi residencia depende de mi pareja
guide-partner-eu = Es belga, o de un país de la UE
guide-partner-other = No es belga ni de un país de la UE
guide-partner-waiting = Aún espero mi tarjeta
guide-protection = He pedido protección a Bélgica
guide-protection-asylum = Mi solicitud de asilo está en curso, o tengo el estatuto de refugiado o la protección subsidiaria
guide-none = Nada de lo anterior
guide-none-papers = No tengo papeles
guide-none-trafficking = Me explotan, o me han explotado
guide-none-other = Vine a reunirme con mi hijo o mi hija, soy de un país de la UE, somos pareja sin matrimonio ni cohabitación legal, o tengo protección temporal
guide-none-own = Mi residencia no depende de mi pareja, o soy belga
eu-intro = Usted tiene una tarjeta F (<span lang="fr">carte F</span> / <span lang="nl">F-kaart</span>), por matrimonio o por cohabitación legal. Con una tarjeta F+, su residencia suele ser más estable: pida a un servicio jurídico que lo compruebe.
eu-control =
    Durante { $control-years ->
        [one] { $control-years } año
       *[other] { $control-years } años
    }, la { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>) puede comprobar si se siguen cumpliendo las condiciones. Si ya no conviven ustedes, puede retirarle la tarjeta. <b>No es automático.</b>
eu-reasons = La ley reconoce tres motivos para conservar la residencia:
eu-reason-violence = <b>La violencia.</b> Usted ha vivido una situación especialmente difícil, como la violencia en la pareja.
eu-reason-children = <b>Los hijos.</b> Por un acuerdo o una decisión judicial, usted tiene la custodia de un hijo, o el derecho a verlo, en Bélgica. Pregunte a un servicio jurídico qué cuenta.
eu-reason-time =
    <b>El tiempo.</b> El matrimonio, la cohabitación legal o la vida en común ha durado al menos { $common-life-years ->
        [one] { $common-life-years } año
       *[other] { $common-life-years } años
    } y, de ese tiempo, al menos { $common-life-years-belgium ->
        [one] { $common-life-years-belgium } año
       *[other] { $common-life-years-belgium } años
    } en Bélgica. Pregunte a un servicio jurídico qué cuenta.
eu-one-reason =
    <b>Solo se pide uno de estos motivos. Pero puede haber otras condiciones.</b> A una víctima de violencia no se le exige haber convivido { $common-life-years ->
        [one] { $common-life-years } año
       *[other] { $common-life-years } años
    }.
eu-weigh = La Oficina también mira la duración de su residencia, su edad, su salud, su familia y sus vínculos con Bélgica. Con la ayuda de una abogada o un abogado, explíquele todo lo importante.
eu-lawyer =
    <b>Pida a una abogada o un abogado que lo compruebe con su expediente.</b> Pareja belga: en principio, la Oficina ya no pide ingresos a las víctimas. Pareja de otro país de la UE: la ley pide un trabajo o ingresos, y un seguro médico. Pregunte también cuándo empieza el plazo de { $control-years ->
        [one] { $control-years } año
       *[other] { $control-years } años
    }.
other-intro = Usted vino por reagrupación familiar con su marido, su mujer o su pareja, que no es belga ni de un país de la UE. La tarjeta de usted suele ser una tarjeta A (<span lang="fr">carte A</span> / <span lang="nl">A-kaart</span>). Todo depende de la residencia de esa persona. La fecha de la tarjeta de esa persona no basta para saber si su residencia es limitada: pregunte a un servicio jurídico, no a su pareja.
other-column-stay = Residencia de esa persona
other-column-you = Para usted
other-unlimited = Ilimitada
other-unlimited-you =
    Durante { $protected-years ->
        [one] el primer año
       *[other] los { $protected-years } primeros años
    }, la Oficina puede revisar su residencia. En principio, no puede ponerle fin si usted prueba ciertos actos de violencia. Tienen que haber ocurrido durante el matrimonio o la cohabitación legal. No se le piden ingresos.
other-limited = Limitada: estudios, trabajo...
other-limited-you = Esta protección no existe. Puede pedir una residencia por razones humanitarias. Pida consejo pronto.
other-refugee = Estatuto de refugiado o protección subsidiaria
other-refugee-you =
    Hay opiniones diferentes. Según la Oficina, usted tiene la misma protección que si esa persona tuviera residencia ilimitada. Según otras opiniones, no la tiene durante { $protected-years ->
        [one] el primer año
       *[other] los { $protected-years } primeros años
    }. Consulte a una abogada o un abogado antes de escribir a la Oficina o de cambiar de dirección. Si está en peligro, váyase primero.
other-proof = La ley da una lista de actos, como golpes o una violación. Cuéntelo todo a una abogada o un abogado: le dirá si lo que usted vive está en esa lista y qué pruebas hacen falta. La violencia psicológica sola quizá no esté en la lista. Cuéntela de todos modos: a veces la Oficina debe tenerla en cuenta.
waiting-title = Aún espero mi tarjeta
waiting-text = Usted ha pedido la tarjeta, pero todavía no la tiene. Su papel se llama, por ejemplo, "{ $waiting-annex }", "{ $family-annex }" (en neerlandés, <span lang="nl">bijlage</span>) o "tarjeta naranja" (<span lang="fr">carte orange</span> / <span lang="nl">oranje kaart</span>). Si la pareja se separa, pueden rechazar la solicitud. En ese momento, no es seguro que pueda quedarse en Bélgica por haber sufrido violencia.
waiting-urgent = <b>Es urgente.</b> Consulte a una abogada o un abogado en los próximos días, si es posible antes de irse. Pero si está en peligro, váyase primero.
protection-title = Asilo y protección
protection-ground = La violencia en la pareja y el matrimonio forzado pueden contar en una solicitud de asilo, si usted teme volver a su país. Cuéntelo, aunque no lo haya dicho al principio.
protection-interview = Puede pedir que su entrevista sea con una mujer, o con un hombre: tanto la persona que entrevista como la que traduce.
protection-own = ¿Su solicitud está unida a la de su pareja? Pregunte a su abogada o abogado si se puede separar.
protection-refugee = ¿Tiene usted, en su propio nombre, el estatuto de refugiado o la protección subsidiaria? Ese estatuto es suyo. Pregunte a una abogada o un abogado si lo han vinculado al de su pareja.
protection-centre = ¿Vive en un centro para solicitantes de asilo? Diga a alguien del equipo que está en peligro. Pida una plaza en otro centro.
no-papers-title = No tengo papeles
no-papers-care = <b>La atención médica.</b> Si usted no tiene dinero, el servicio social municipal ({ -cpas }) del lugar donde vive paga la atención médica urgente (<span lang="fr">aide médicale urgente</span> / <span lang="nl">dringende medische hulp</span>). Hace falta un certificado médico. Esta atención también cubre la prevención. El { -cpas } está obligado al secreto profesional. Tras sufrir violencia sexual, un centro CPVS/ZSG le atiende sin denuncia.
no-papers-refuge = <b>Una casa de acogida.</b> Diga por teléfono que no tiene papeles. Pregunte qué casa puede acogerle.
no-papers-stay = <b>Una residencia.</b> A veces es posible pedirla por razones humanitarias o médicas. Pida consejo antes de escribir a la Oficina: una solicitud también da a conocer su dirección.
trafficking-title = Me explotan
trafficking-text = ¿Alguien le hizo venir, o le retiene, para ganar dinero con su trabajo, su cuerpo o sus papeles? Puede ser trata de personas. Aunque sea su pareja. Bélgica protege a las víctimas, con tres condiciones:
trafficking-condition-contact = Usted ya no tiene contacto con las personas que le explotan.
trafficking-condition-centre = Usted acepta la ayuda de un centro especializado.
trafficking-condition-inquiry = Usted colabora en la investigación.
trafficking-time =
    Primero tiene { $reflection-days ->
        [one] { $reflection-days } día
       *[other] { $reflection-days } días
    } para pensarlo. Después puede recibir documentos de residencia de { $trafficking-document-months ->
        [one] { $trafficking-document-months } mes
       *[other] { $trafficking-document-months } meses
    }, renovables. Los centros están en la página { $page-contacts }.
other-cases-title = Otra situación
case-child = <b>Vine a reunirme con mi hijo o mi hija.</b> Las reglas dependen de su hijo o hija y de la tarjeta que él o ella tenga. Pida consejo antes de cualquier trámite.
case-eu = <b>Yo soy de un país de la UE.</b> Quizá tenga usted su propio derecho de residencia, por trabajo, estudios o ingresos. Pida consejo antes de pedir dinero al { -cpas }.
case-unmarried = <b>Somos pareja sin matrimonio ni cohabitación legal.</b> Mire de dónde viene su tarjeta: ¿de la pareja, de un hijo, del trabajo? Muéstrela a un servicio jurídico.
case-temporary = <b>Tengo protección temporal.</b> Pregunte a un servicio jurídico si depende de su pareja.

## The booklet, 5: what do I do, step by step?

steps-title = ¿Qué hacer, paso a paso?
steps-short-order = Primero, consejo. Luego, si se lo aconsejan, la { -office }.
steps-short-proof = Guarde pruebas, fuera de casa.
steps-short-danger = Si está en peligro, váyase primero: lo demás puede esperar.
step-advice = <b>Pido consejo.</b> Un servicio de ayuda, una asociación, una abogada o un abogado le escucha y le dice qué es posible. Todavía no tiene que decidir nada.
step-office = <b>Si me lo aconsejan, aviso a la { -office } (<span lang="fr">Office des étrangers</span> / <span lang="nl">Dienst Vreemdelingenzaken</span>).</b> Hágalo pronto, antes de que la Oficina se entere por otras personas: puede enviar pruebas más tarde. Escriba a { $office-mail }, desde un correo que su pareja no pueda abrir. O envíe una carta certificada a esta dirección: { $office-address }. ¿No tiene papeles, o aún no tiene tarjeta? No escriba sin una abogada o un abogado.
letter-title = En mi carta
letter-name = Mi nombre, mi fecha de nacimiento, mi número de expediente
letter-facts = Lo que pasó, con las fechas
letter-wish = Lo que pido: conservar mi residencia
letter-proof = Copias de las pruebas, nunca los originales
letter-address = Una dirección segura para la respuesta
letter-copy = Una copia de la carta, que guardo yo
letter-example-title = Un ejemplo
letter-example =
    (Lugar, fecha) Asunto: conservar mi residencia tras sufrir violencia, expediente (número)

    Señoras y señores:

    He sido víctima de violencia por parte de mi pareja, (nombre). Estos son los hechos: (hechos, fechas). (Si es el caso:) Desde el (fecha), ya no vivo con esa persona. Adjunto a esta carta copias de mis pruebas: (lista). Pido conservar mi residencia. Les ruego que tengan en cuenta también: (tiempo de residencia, edad, salud, hijos, trabajo, vínculos con Bélgica). Antes de su decisión, deseo explicar mi situación. Les ruego que envíen sus cartas a esta dirección: (dirección segura), y que no se la den a nadie, tampoco a mi pareja.

    (Firma, nombre, fecha de nacimiento, nacionalidad)
letter-language = La carta debe estar en francés, en neerlandés o en alemán: no se aceptan otros idiomas. Antes de enviarla, pida a un servicio jurídico que la revise. Envíe la carta en francés o en neerlandés. El texto en español le ayuda a entenderla: no lo envíe.
step-office-answer = <b>Usted puede explicarse.</b> Antes de decidir, la Oficina debe dejarle explicar su situación. Responda dentro del plazo que indica la carta, con una abogada o un abogado.
step-proof = <b>Reúno pruebas.</b> Todas cuentan, también las pequeñas. Guárdelas fuera de casa.
proof-column-what = Qué
proof-column-where = Dónde
proof-police = Denuncia, acta policial
proof-police-where = En la policía: pida una copia
proof-medical = Certificado médico
proof-medical-where = En la consulta médica, el hospital o un centro CPVS/ZSG
proof-letter = Informe
proof-letter-where = En la casa de acogida, la asociación, el servicio social, la escuela
proof-messages = Mensajes, fotos
proof-messages-where = En su teléfono: envíelos a una persona de confianza. Después, si puede hacerlo sin peligro, borre solo el envío, y solo en su teléfono. Guarde los originales
proof-witness = Testimonios
proof-witness-where = Vecinos, amistades, familia: por escrito, con fecha y firma
proof-psychological = La violencia psicológica es más difícil de probar. Anote los hechos y las fechas. Háblelo pronto con un médico, una psicóloga o un servicio.
step-complaint = <b>Denuncio, si yo lo decido.</b> Una denuncia ayuda a probar la violencia. Pero también puede agravarla: prepare primero su seguridad. Incluso sin denuncia, la policía puede escribir un acta y la fiscalía puede actuar. Si no tiene papeles, lea primero la página { $page-no-papers }.
complaint-any = En cualquier comisaría deben recoger su denuncia. No pueden negarse.
complaint-with = Una persona de confianza puede acompañarle. Puede pedir hablar con una mujer policía.
complaint-language = Tiene derecho a intérprete mientras declara, y a la traducción de lo que ha dicho.
complaint-read = Pida que le lean el texto. Firme solo si es correcto. Pida una copia.
complaint-injured = Puede firmar una "declaración de persona perjudicada" (<span lang="fr">déclaration de personne lésée</span> / <span lang="nl">verklaring van benadeelde persoon</span>): le dirán qué pasa con la denuncia. Dé una dirección segura.
step-doctor = <b>Voy al médico.</b> Muestre todas las heridas y los golpes. Hable también del miedo y de cómo duerme. Pida un certificado de incapacidad para trabajar: es útil aunque usted no trabaje.
step-doctor-sexual =
    <b>Tras sufrir violencia sexual.</b> Vaya a un centro CPVS/ZSG lo antes posible. Lo mejor es ir antes de que { $evidence-hours ->
        [one] pase { $evidence-hours } hora
       *[other] pasen { $evidence-hours } horas
    }. A veces quedan rastros hasta { $evidence-days ->
        [one] { $evidence-days } día
       *[other] { $evidence-days } días
    } después. Si es posible, no se lave, y meta la ropa en una bolsa de papel. ¿Se ha lavado, o ha pasado más tiempo? Vaya de todos modos. Es gratis, día y noche. Usted no tiene obligación de denunciar.
step-ban =
    <b>Pido a la policía que haga salir de la casa a la otra persona.</b> Decide la fiscalía. Puede prohibir a la persona violenta entrar en la casa y contactar con usted, durante { $home-ban-days ->
        [one] { $home-ban-days } día
       *[other] { $home-ban-days } días
    } como máximo. Es el "alejamiento temporal de la casa" (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>). Debe haber un peligro grave e inmediato, no necesariamente un delito. El tribunal de familia puede prolongar la medida { $home-ban-extension-months ->
        [one] { $home-ban-extension-months } mes
       *[other] { $home-ban-extension-months } meses
    } como máximo.
step-leave = <b>Me voy.</b> Elija un momento en que su pareja esté lejos. Llévese a sus hijos y los papeles, y quédense en Bélgica. Apague su teléfono: puede mostrar dónde está usted. Una casa de acogida puede alojarle en una dirección secreta. Guarde una prueba de por qué se va.
step-address =
    <b>Protejo mi nueva dirección.</b> Pida al ayuntamiento (<span lang="fr">commune</span> / <span lang="nl">gemeente</span>), por escrito y explicando por qué, que la declare "no comunicable" (<span lang="fr">non communicable</span> / <span lang="nl">niet-meedelen van het adres</span>). Esto vale { $address-months ->
        [one] { $address-months } mes
       *[other] { $address-months } meses
    } y se puede renovar. Aun así, un agente judicial, una citación o un expediente del tribunal pueden mostrarla. Pida a su abogada o abogado y a la policía que no la escriban. Si no tiene vivienda, pida una "dirección de referencia" (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>) al { -cpas }.
step-lawyer = <b>Busco una abogada o un abogado.</b> En un servicio de orientación jurídica (<span lang="fr">permanence d'aide juridique</span> / <span lang="nl">juridische eerstelijnsbijstand</span>), la primera consulta es gratuita para todo el mundo. Después, según sus ingresos, la ayuda "pro deo" es gratuita, o gratuita en parte. Pida una persona que conozca el derecho de extranjería.
step-refused =
    <b>¿Una decisión negativa?</b> Tiene { $appeal-days ->
        [one] { $appeal-days } día
       *[other] { $appeal-days } días
    } para presentar un recurso, a veces menos. Vaya ese mismo día a ver a una abogada o un abogado, con la carta y el sobre.
divorce-title = ¿Y el divorcio?
divorce-text = Un divorcio o el fin de una cohabitación legal puede afectar a su residencia. Pida consejo antes de firmar. Pregunte también si el divorcio belga valdrá en su país de origen.
divorce-sham = <b>¿Le amenazan con anular el matrimonio, o con decir que es un "matrimonio de conveniencia"?</b> No firme nada sin pedir consejo. Guarde pruebas de su vida en común: fotos, mensajes, testigos. Consulte pronto a una abogada o un abogado.
papers-title = Me han quitado los papeles
papers-report = <b>La tarjeta.</b> ¿No tiene derecho de residencia? Lea primero la página { $page-no-papers }. Si tiene tarjeta, diga a la policía que se la han escondido, robado o destruido. Después pida al ayuntamiento un documento provisional y una tarjeta nueva.
papers-passport = <b>El pasaporte.</b> Su consulado puede hacerle otro. ¿Ha pedido o recibido protección, o teme a las autoridades de su país? No vaya al consulado: pida consejo primero.
papers-copies = <b>Las copias.</b> Una foto de cada documento ayuda a conseguir uno nuevo. Guárdela en un lugar seguro, no en un teléfono vigilado.
after-title = Después de irme
after-address = <b>La dirección.</b> La Oficina puede ver que usted cambia de dirección: pida consejo antes de declarar el cambio en el ayuntamiento. Después inscríbase en su nuevo ayuntamiento y pida que no comunique la dirección. O pida una dirección de referencia al { -cpas }. Si no, el ayuntamiento puede darle de baja de sus registros.
after-card = <b>La tarjeta.</b> Pida la nueva al ayuntamiento antes de que caduque la actual.
after-post = <b>El correo.</b> Si responde tarde, puede perder un derecho. Pida que le reenvíen las cartas a una dirección segura.
abroad-title = Si me abandonan en mi país de origen
abroad-before = <b>Antes de un viaje.</b> Lleve encima su pasaporte, su tarjeta y el billete de vuelta. Deje copias y la fecha de regreso a una persona de confianza en Bélgica. Usted no tiene obligación de viajar. ¿Es peligroso negarse? Llame antes a un teléfono de ayuda.
abroad-there = <b>Si ya está allí.</b> Vaya enseguida a la embajada o al consulado de Bélgica. Avise a una asociación, una abogada o un abogado en Bélgica. No espere: si la tarjeta ya no es válida, o tras una larga ausencia, es difícil volver.
money-title = ¿De qué voy a vivir?
money-account = Abra una cuenta bancaria a su nombre, con una dirección segura. Pida que le paguen allí el sueldo. Su pareja puede notarlo: pida consejo primero.
money-allowance = Pregunte a la caja de ayudas familiares (<span lang="fr">allocations familiales</span> / <span lang="nl">kinderbijslag, Groeipakket</span>) a quién debe pagar por los hijos.
money-cpas = El { -cpas } puede ayudar. Pero una ayuda en dinero puede contar en su contra en una decisión sobre su residencia: pida consejo primero.
money-rent = ¿Su nombre está en el contrato de alquiler? Irse no pone fin al contrato. Pida consejo antes de dejar de pagar.

## The booklet, 6: my children

children-title = ¿Y mis hijos?
children-short-harm = La violencia hace daño a los niños, aunque no la vean.
children-short-leave = Puede irse con ellos para protegerlos, pero quédense en Bélgica.
children-short-judge = La custodia la decide un juez, no su pareja.
children-feel = Los niños oyen, adivinan, tienen miedo. A algunos les cuesta dormir o les duele la barriga. Algunos se vuelven agresivos; otros, demasiado obedientes. Ni ellos ni usted tienen la culpa.
children-say-title = Qué puedo decirles
children-say-fault = "No es culpa tuya".
children-say-safe = "No me defiendas. Sal y pide ayuda".
children-say-talk = "Tienes derecho a hablar de esto con alguien".
children-say-listen = Escúchelos sin pedirles que elijan entre sus padres. Avise al médico o a la escuela de los niños si confía en ellos. Los niños también pueden llamar, sin dar el nombre:
children-leave-title = Si me voy con ellos
children-leave-papers = Llévese los papeles y la cartilla de salud de sus hijos, y un objeto que les guste mucho.
children-leave-belgium = <b>Quédense en Bélgica.</b> Llevarse a un niño a otro país sin el permiso del otro progenitor (padre o madre) o de un juez puede ser un secuestro. ¿Ya hay una decisión judicial sobre los hijos? Pida consejo antes de irse de casa con ellos. Si está en peligro, váyase con ellos, pero quédense en Bélgica.
children-leave-school = Diga a la escuela quién va a ir a buscarlos. Sin la decisión de un juez, muchas veces la escuela no puede decir que no al otro progenitor: pida pronto esa decisión.
children-leave-stay = La residencia de sus hijos puede depender de la de uno de sus padres: pida consejo también para ellos.
children-court-title = ¿Quién decide por ellos?
children-court = Tras una separación, el tribunal de familia decide dónde viven y cuándo ven a cada uno de sus padres. Pida pronto una decisión escrita, con una abogada o un abogado. Cuente la violencia al juez: las visitas pueden hacerse en un lugar supervisado.
children-abroad = <b>¿Teme que se lleven a sus hijos al extranjero?</b> Ponga los pasaportes de los niños en un lugar seguro. Háblelo enseguida con una abogada o un abogado, con la policía o con { $child-focus-name }: { $child-focus-phone }.
children-taken = <b>"Te van a quitar a tus hijos".</b> Muchas personas violentas lo dicen. Pedir ayuda no es perder a sus hijos: es protegerlos.

## The booklet, 7: who can help me? (its title is that of the leaflet)

help-short-danger = Peligro inmediato: { $police-phone } para la policía, { $ambulance-phone } para la ambulancia y los bomberos.
help-short-talk = Para hablar: { $ecoute-violences-conjugales-phone } en francés, { $line-1712-phone } en neerlandés.
help-short-any = Puede llamar sin haber decidido nada.
help-language = ¿No habla el idioma del servicio? Diga el nombre de su idioma y pida intérprete: muchos servicios pueden llamar a uno. Una persona de confianza puede llamar por usted. No pida a un niño que traduzca.
help-change = Los números y los horarios pueden cambiar.
contacts-title = Todos los números
sexual-centres-where = Hay centros en { $sexual-centre-cities }. Los demás números están en { $sexual-violence-centres-site }.
local-title = Cerca de mi casa (por completar)
call-title = ¿Cómo es una llamada?
call-text = Una persona con formación le escucha. Usted no tiene que decir su nombre. Esa persona puede preguntarle por su seguridad y por sus hijos. Usted responde si quiere y puede colgar en cualquier momento. Esa persona no decide nada por usted. Prepare una pregunta y, si no hay peligro, algo para escribir.
who-title = ¿Quién hace qué?
who-column-service = El servicio
who-column-does = Qué hace
who-line = Teléfono de ayuda, asociación
who-line-does = Escucha, aconseja, ayuda a hacer un plan. No avisa a nadie sin su permiso, salvo en caso de peligro grave.
who-refuge = Casa de acogida
who-refuge-does = Puede alojar y acompañar, en una dirección secreta, con los hijos. Muchas veces no hay plazas: pruebe en varias.
who-legal = Servicio jurídico
who-legal-does = Explica sus derechos, ayuda a escribir a la Oficina de Extranjería.
who-victims = Atención a víctimas: policía, casa de justicia (<span lang="fr">maison de justice</span> / <span lang="nl">justitiehuis</span>), <span lang="nl">Veilig Huis</span>
who-victims-does = Escucha y acompaña, antes, durante y después de una denuncia a la policía, o sin denuncia.
who-planning = Centro de planificación familiar (<span lang="fr">planning familial</span>)
who-planning-does = Consejo sobre la pareja, los anticonceptivos, el embarazo. Ayuda médica, jurídica y psicológica.
who-social = Servicio social, { -cpas }
who-social-does = Ayuda con el dinero, la vivienda, la atención médica, los formularios.
who-doctor = Médico, hospital
who-doctor-does = Da atención médica y hace un certificado. Guarda el secreto profesional, salvo en caso de peligro grave.
who-police = Policía
who-police-does = Protege en una emergencia, recoge la denuncia. Si no tiene papeles, lea la página { $page-no-papers }. En peligro, llame de todos modos.

## The booklet, 8: my bag, my notes

bag-title = ¿Qué me llevo?
bag-short-ready = Prepare una bolsa, o copias, fuera de casa.
bag-short-papers = Primero los papeles: los suyos y los de sus hijos.
bag-short-write = Escriba aquí solo lo que se pueda leer sin peligro.
bag-list-title = Mi bolsa
bag-identity = Documento de identidad, pasaporte
bag-permit = Permiso de residencia
bag-children = Papeles de los hijos
bag-certificates = Certificados de matrimonio y de nacimiento
bag-money = Tarjetas bancarias, dinero
bag-keys = Llaves
bag-medicine = Medicinas, recetas
bag-proof = Pruebas, certificados médicos
bag-pay = Nóminas, contrato de alquiler
bag-phone = Teléfono y cargador
bag-clothes = Ropa para unos días
bag-toy = Un objeto favorito de cada hijo
bag-copies = Deje copias o fotos de todos los papeles en casa de una persona de confianza. ¿No tiene tiempo? Váyase sin bolsa.
notes-title = Mis notas
notes-hint = Fechas, nombres, números de expediente. Si su pareja puede encontrar este folleto, anótelos en otro lugar.

## The booklet: words explained. They are put in the order of the alphabet by the program.

words-title = Palabras explicadas
word-asylum = Asilo
word-asylum-text = La protección de un país a una persona que está en peligro en el suyo.
word-cohabitation = Cohabitación legal (<span lang="fr">cohabitation légale</span> / <span lang="nl">wettelijke samenwoning</span>)
word-cohabitation-text = Una pareja inscrita en el ayuntamiento, sin matrimonio.
word-cpas = { -cpas }
word-cpas-text = El servicio social municipal: ayuda, atención médica urgente, dirección de referencia.
word-cpvs = CPVS/ZSG
word-cpvs-text = Centro de atención a víctimas de violencia sexual: atención médica, recogida de pruebas y ayuda, en un mismo lugar.
word-reference = Dirección de referencia (<span lang="fr">adresse de référence</span> / <span lang="nl">referentieadres</span>)
word-reference-text = Una dirección oficial para recibir el correo, cuando no se tiene vivienda.
word-subsidiary = Protección subsidiaria (<span lang="fr">protection subsidiaire</span> / <span lang="nl">subsidiaire bescherming</span>)
word-subsidiary-text = Una protección para una persona en peligro grave en su país, sin estatuto de refugiado.
word-ban = Alejamiento temporal de la casa (<span lang="fr">interdiction temporaire de résidence</span> / <span lang="nl">tijdelijk huisverbod</span>)
word-ban-text = La orden dada a la persona violenta de salir de la casa y de no contactar más con usted.
word-office = { -office }
word-office-text = La administración que decide sobre la residencia en Bélgica. En francés: <span lang="fr">Office des étrangers</span>. En neerlandés: <span lang="nl">Dienst Vreemdelingenzaken</span>.
word-prosecutor = Fiscalía (<span lang="fr">parquet</span> / <span lang="nl">parket</span>)
word-prosecutor-text = Los fiscales, que deciden qué pasa después de una denuncia.
word-injured = Persona perjudicada (<span lang="fr">personne lésée</span> / <span lang="nl">benadeelde persoon</span>)
word-injured-text = La víctima que ha pedido, por escrito, que se le informe sobre el caso.
word-statement = Acta policial (<span lang="fr">procès-verbal</span> / <span lang="nl">proces-verbaal</span>)
word-statement-text = El texto donde la policía escribe lo que ha visto y oído.
word-prodeo = Pro deo
word-prodeo-text = La asistencia jurídica gratuita: una abogada o un abogado gratis, o gratis en parte.
word-appeal = Recurso (<span lang="fr">recours</span> / <span lang="nl">beroep</span>)
word-appeal-text = Pedir a un juez que revise una decisión.
word-refuge = Casa de acogida
word-refuge-text = Una casa con dirección secreta, para vivir a salvo durante un tiempo.
word-reunification = Reagrupación familiar (<span lang="fr">regroupement familial</span> / <span lang="nl">gezinshereniging</span>)
word-reunification-text = La residencia que se obtiene para vivir con un familiar.
word-humanitarian = Residencia por razones humanitarias
word-humanitarian-text = Una residencia que la Oficina de Extranjería puede dar en una situación excepcional. No está obligada a darla.
word-permit = Permiso de residencia
word-permit-text = La tarjeta o el documento que prueba que se puede vivir en Bélgica.
word-trafficking = Trata de personas
word-trafficking-text = Captar o retener a una persona para explotarla.
word-court = Tribunal de familia (<span lang="fr">tribunal de la famille</span> / <span lang="nl">familierechtbank</span>)
word-court-text = El juez del divorcio, de la custodia de los hijos, de la vivienda de la pareja.

## The booklet: last page

back-title = ¿Este folleto puede ponerle en peligro?
back-numbers = Memorice un número.
back-leave = Después, deje este folleto en casa de una persona de confianza, o tírelo a la basura, lejos de casa.
booklet-information = Este folleto da información general. No sustituye el consejo de una abogada o un abogado.
booklet-deposit = Depósito legal: por completar antes de la impresión.

## The pocket card

card-say = <b>Diga</b> dónde está, qué pasa y qué idioma habla.
card-traces = <b>Una llamada deja rastro.</b> Si no es urgente, use el teléfono de una persona de confianza.
card-keep = <b>¿Esta tarjeta puede ponerle en peligro?</b> Memorice un número y tire la tarjeta a la basura, lejos de casa.
# The outside must not tell what the card is about.
card-release = Versión { $release-version }, { $release-date }. No tirar a la vía pública.
