import { pattern, source } from '../../../core/pattern.ts'

const ADVERBS = '(?:(?:nous|vous|lui|leur|en|y|aussi|toujours|meme|volontiers|gratuitement|bien) )*'
const GIVING =
  'preter|donner|fournir|apporter|amener|mettre (?:gratuitement )?a (?:notre |la )?disposition' +
  '|partager|heberger|accueillir|offrir|vendre|louer|echanger|transporter|covoiturer|aider' +
  '|montrer|apprendre|former|initier|stocker|ceder|laisser|depanner|livrer|mettre de cote' +
  '|garder|financer|avoir de|avoir du|avoir la|avoir un|avoir le|faire|imprimer|animer|assurer'
/** Each: the pattern, and which of its groups holds the verb. The thing comes after. */
export const OFFERS: readonly RegExp[] = [
  new RegExp(
    source`
      \b(?:peu(?:t|vent|x)|pourra(?:it|ient)?|pouvons|(?:est|sont|serait) d'accord pour|veut bien
      |veulent bien|voulait bien|accepte(?:nt)? (?:de |d')|est (?:pret|prete|dispose|disposee) a
      |sont pret(?:e)?s a|s'engage(?:nt)? a|offre (?:de |d')|se propose(?:nt)? (?:de |d'|pour)
      |propos(?:e|ent|ons|ait) (?:aussi |egalement )?(?:de |d'))\s?(?:le |la |les |l'
      |s'y )?${ADVERBS}(?:le |la |les |l'|d'
      |de )?(${GIVING.replace('|faire|imprimer|animer|assurer', '')})\b
    `,
  ),
  new RegExp(
    String.raw`(?<!\b(?:est|sont) )\b(?:ok|d'accord|partante?s?) pour ${ADVERBS}(${GIVING})\b`,
  ),
  pattern()`
    \b(?:met(?:tent|tra|trait)?|mettons) (?:gratuitement |aussi )?(a (?:notre |la )?disposition
    |de cote)(?: (?:du|de la|de l'|des) (?:groupe|association|asso|collectif|adherents|benevoles))?
  `,
  pattern()`
    \b(?:met(?:tent|tra)?|mettons|tien(?:t|nent)|laisse(?:nt)?|gard(?:e
    |ent)) .{2,60}?\b(a (?:notre |la |votre )?disposition)\b
  `,
  pattern()`
    \b(?:peu(?:t|vent)|pourra(?:it)?|propose(?:nt)? de
    |veut bien) mettre .{2,60}?\b(a (?:notre |la )?disposition)\b
  `,
  /\b(?:mise?s? )(a (?:notre |la )?disposition)(?: gratuite?)?(?: d[eu']s?)?/,
  pattern()`
    (?<!\b(?:ne|n'|me|se|s'est|a ete|est|a|ont|de|du|le|reglement de) )\b(pret(?:e|ent|era|eront
    |erait|eraient)|donn(?:e|ent|era|eront|erait|eraient)|offr(?:e|ent|ira|irait|iraient)|fourni(?:t
    |ssent|ra|rait)|fil(?:e|ent|era)|heberg(?:e|ent|era|erait)|ced(?:e|ent|era|erait)|laiss(?:e|ent
    |era|erait|eraient)|vend(?:ent|ra|rait)?) (?=(?:une?|des|du|de la|de l'|son|sa|ses|leurs?|notre
    |nos|tous|toutes|quelques|plusieurs|volontiers|gratuitement|l'ancien|le |la |les |\d+|deux|trois
    |quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|cinquante
    |cent)\b ?)(?!une? (?:avis|date|idee|exemple|explication|point|compte|suite|information
    |nouvelle)|des (?:nouvelles|explications|informations|precisions)|du temps pour|son (?:avis
    |accord)|la parole|le (?:detail|resultat|chiffre|montant)|rendez-vous|place|tomber)
  `,
  pattern()`
    \b(?:a|ont|ai|avons|possede|dispose d')\b.{2,70}?\ba (donner|preter|vendre|partager|echanger
    |ceder|distribuer|placer|offrir)\b
  `,
  /\bse propose(?:nt)? ()pour (?=l'|la |le |les |une? )/,
  /\b(?:a|ont|ai|avons)\b.{2,70}?\ben (trop|rab|surplus|double)\b/,
  /^[^a-z]*a (donner|preter|vendre|ceder)\s*:?/,
  /\b(?:grosses?|grandes?|bonnes?) (quantites?)\b/,
  pattern()`
    (?<!\b(?:garde|gardons|garder|range|ranger|finir|utiliser|mutualiser
    |constituer|acheter|commander|faire|creer|gerer|prevoir|avoir|vider|compter
    |verifier) (?:un |le |du |notre |des )?)\b(surplus|stock|excedents?) d(?:'|[eu]s? )
  `,
  pattern()`
    \b(?:pret|donn|offert|fourni|ced|fabriqu|financ|mis a (?:notre |la )?disposition
    |laiss)e?e?s? (?:gratuitement |gracieusement )?()par (?!(?:la suite|jour|mois|semaine|an
    |personne|exemple|contre|ailleurs)\b)
  `,
  pattern()`
    \bprete ()(?=(?:a|aux) (?:tout le monde|tous|qui veut|qui en veut|ceux|celles|adherents|voisins
    |habitants)\b)
  `,
  pattern()`
    \bon (?:leur|lui|vous) ()(?=(?:ouvr|pret|laiss|donn|offr|ced)(?:e|ons)\b (?!(?:la parole|raison
    |rendez)))
  `,
  /\b(?:on|nous) (?:la |le |les )(propos)(?:e|ons) (?=a |au |aux )/,
  pattern()`
    (?<!\b(?:ne|n'|se|me) )\b(?:re)?(file|filent|filera)() (?=\d|une?|des|du|deux|trois|son|sa|ses
    |leurs?|quelques|plein)
  `,
  pattern()`
    \b(?:propos(?:e|ent|ons)) (?:aussi |gratuitement )?()(?=(?:une?|des|du|de la|son|sa|ses|leurs?
    |deux|trois|quatre|cinq|six|\d+)\b)(?!(?:une?|deux|trois) (?:dates?|reunion|rencontre|vote
    |rendez-vous|rdv|visite|modification|solution|changement|achat|creneau|journee|soiree|idee
    |commission|groupe|calendrier|ordre|autre|budget|sondage|plan|texte|charte|nom|report|sortie
    |fete|tour|point)|des (?:dates|idees|solutions))
  `,
  /\b(?:annonce(?:nt)?|vend(?:ent)?) ()(?=(?:une?|des|du)\b.{2,80}(?:€|euros?\b))/,
  pattern()`
    \bpropos(?:e|ent) (?:de |d')()(?=[a-z]+(?:er|ir|re)\b.{2,80}\b(?:gratuitement|benevolement
    |gracieusement)\b)
  `,
  pattern()`
    \b(?:nous|leur|vous) (?:fera(?:it|ient)?|ferai(?:t|ent)) ()(?=(?:credit|un prix|une remise
    |une place|une reduction|une facilite)\b)
  `,
  /\b(?:peut|peuvent|pourrait) ()(?=[a-z]+(?:er|ir|re)\b.{2,90}(?:€|euros?\b))/,
  pattern()`
    \b(?:a|ont|ai|avons) ()(?=(?:\d+|une?|deux|trois|des) .{3,60}\b(?:disponibles?|qui ne ser(?:t
    |vent) (?:plus|pas|a rien))\b)
  `,
  /\b(?:est|sont) pret(?:e)?s? a ()(?=prendre |reprendre |recevoir |passer |venir )/,
  /\b(?:dispose(?:nt)?|disposons) ()d(?:'|[eu]s? )/,
  /\bpropos(?:e|ent) (?:aussi )?()(?=(?:le |la |les |l').{2,80}(?:€|euros?\b|gratuit))/,
  /\b(?:nous|leur|vous) (?:fait|font) ()(?=\d+ ?%)/,
  pattern()`
    (?<!\b(?:on|nous|qui|quelqu'un|personne) )\bpeu(?:t|vent) (?:nous |aussi )?()(?=(?:imprimer
    |decouper|fabriquer|broyer|souder|usiner|coudre) )
  `,
  /\b(?:est|sont) d'accord pour ()etre (?=[a-z])/,
  /\b(?:veut|veulent|voulait) bien (?:re)?(?:prendre|tenir|assurer) ()(?=(?:le |la |les |l'))/,
  /\b(?:fai(?:t|sons)|font|a fait|ont fait) (don) d(?:'|[eu]s? |e la )/,
  pattern()`
    \b(?:promet(?:tent)?|a promis|ont promis) ()(?=(?:une?|des|du|de la|de l'|son|sa|ses|leurs?|\d+
    |deux|trois|quatre|cinq|six)\b)
  `,
  pattern()`
    (?:^|[:,;.–-]\s*)()(?=(?:\d+|une?|des|deux|trois|quatre|cinq|six|dix) [a-z' ]{3,40} (?:promis
    |offerte?s?|pretee?s?|donnee?s?|a disposition|disponibles?)(?:es)?\b)
  `,
  pattern()`
    \b(?:en )?(?:fait|font|ferait|feraient) ()(?=.{0,50}\b(?:gratos|gratuit\w*|gracieusement
    |benevolement|pour (?:rien|le prix)|a prix coutant|au prix coutant|contre (?:un|une|du|de)))
  `,
  pattern()`
    \b(?:passe(?:nt)?|vien(?:t|nent)) ()(?=.{0,50}\b(?:gratos|gratuitement|gracieusement
    |benevolement))
  `,
  pattern()`
    \b(?<!on )nous ()(?:ouvr|pass|reserv|gard|laiss|pret|donn|offr|livr|cèd|ced|lou|accueill|heberg
    |met|tir|fourni|apport|amen)(?:e|ent|era|ront|erait|t|ra|rait)?t?\b (?!(?:que|a disposition))
  `,
  pattern()`
    \b(?:gard|laiss|reserv|mett|met)(?:e|ent|era|t)? ()(?=.{3,60}\bpour (?:nous|l'asso|l'association
    |le groupe|le club|qui veut|qui en veut))
  `,
  pattern()`
    ^[^a-z]*(?:[a-z0-9][a-z0-9' -]* ?: )?[a-z0-9' ]{2,40} ()(?=(?:est |sera |reste )?(?:dispo
    |disponible|partante?|motivee?) (?:le |les |pour |en |tous |a partir|chaque|un |deux ))
  `,
  pattern()`
    \b(?:on|vous) peu(?:t|vez) (?:recuperer|emprunter|prendre|venir chercher) ()(?=.{3,80}\b(?:chez
    |a la|au|aupres|gratuitement)\b)
  `,
  /\b(?:met(?:tent|tra)?) .{2,50}?\b()(?:a notre service|au service du (?:groupe|club))/,
  pattern()`
    \b(?<!on )nous ()(?=[a-z]{3,}(?:erait|eraient|irait|iraient|drait)\b)(?!(?:faudrait|manquerait
    |permettrait|couterait|arrangerait|resterait|suffirait|aiderait|viendrait)\b)
  `,
  /\b(?:apporte|amene|ramene)(?:nt|ra|ront)? ()(?=(?:son|sa|ses|leurs?) )/,
]
/** Who may offer: a body, a trade, someone's kin, told before *peut*. */
export const GIVER = pattern()`
  \b(?:association|asso|ferme|gaec|earl|lycee|college|ecole|mairie|commune|club|comite|amicale
  |foyer|entreprise|caue|esat|insertion|sarl|scierie|garage|boulang\w+|menuisi\w+|macon|forgeron
  |voisine?s?|radio|imprimerie|troupe|compagnie|crepier\w*|club|paysan\w*|agricul\w+|maraich\w+
  |eleveu\w+|artisane?|syndicat|cuma|amap|mjc|mediatheque|bibliotheque|centre social|cooperative
  |mutuelle|federation|recup\w*(?:'rie)?|ressourceries?|restaurateur|cinema|magasin|epicerie
  |caserne|pompiers|papi|mamie|pere|mere|frere|soeur|cousine?|tante|oncle|fils|fille|neveu|niece
  |beau-pere|belle-mere|amie?|copain|copine|collegue|producteurs?|jardinier\w*|apicult\w+
  |pepinieriste|imprimeur|gardien\w*|facteur|infirmi\w+|pharmacien\w*|cantine
  |services? techniques?|credit|banque|caisse|fabrique|usine|cafe|bar|auberge|pays|parc
  |ressourcerie|recyclerie|comcom|communaute|departement|region|notaire|architecte|elles?|ils?)\b
`
export const ABLE = pattern()`
  \b(?:peu(?:t|vent)|pourra(?:it|ient)?|pourront|sai(?:t
  |vent)) (?:aussi |bien |nous |vous |leur |lui |en |y |toujours |encore |volontiers |deja )*()
  (?=[a-z']{0,3}[a-z]{2,}(?:er|ir|re|oir)\b)(?!(?:reprendre|avoir|etre|servir|suffire|devenir
  |compter|attendre|changer|commencer|reprocher|poser|choisir|decider|voter|demander|payer
  |comprendre|croire|imaginer|rester|durer|couter|depasser|regler|arriver)\b)
`

/** *il a un broyeur, il le prête*: the thing is told before the verb. */
export const BY_PRONOUN = pattern()`
  \b(?:il|elle|ils|elles|on|qu'il|qu'elle) (?:nous |vous )?(?:le|la|les|l'
  |en) ?(?:nous |vous )?(apporte(?:nt|ra)?|amene(?:nt|ra)?|prete(?:nt|ra|rait)?|donne(?:nt|ra
  |rait)?|vend(?:ent)?|cede|offre(?:nt)?|laisse(?:nt)?|met(?:tent)? a (?:notre )?disposition
  |partage(?:nt)?)\b
`
export const HAS = pattern()`
  \b(?:a|ont|possede(?:nt)?|garde(?:nt)?) (?=(?:une?|des|du|son|sa|ses|\d+|encore|aussi|toujours
  |plein|beaucoup|pas mal)\b)
`

/** A body that pays or brings: *finance la moitié des vélos*, *livreront les barrières*. */
export const PAYS = pattern()`
  (?<!\b(?:ne|n'|se|qui|doit|va) )\b(?:financ|vers|sponsoris|subventionn|livr|parrain|fournir|pai
  |pay|pret|donn|offr)(?:e|ent|era|eront|erait|a|ont)? (?=(?:la |le |les |l'
  |une? |des |du |de la |deux |trois |\d))(?!(?:la parole|le (?:detail|bilan|chiffre)|une? (?:date
  |avis|exemple)))
`
/** In notes without articles: *la ressourcerie donne lot de tournevis*. */
export const GIVES_BARE = pattern()`
  (?<!\b(?:ne|n'|se|me|qui|a|est) )\b(donn|pret|offr|fil|ced|fourn|vend|apport)(?:e|ent|era|it
  |issent)? (?=[a-z0-9]{3,})(?!(?:rendez|suite|raison|lieu|envie|acces|droit|accord|avis
  |satisfaction|quitus|pouvoir|procuration|attention|que|aux?|a|beaucoup|plus|moins|bien|trop|pas
  |lecture|par|sur|avec|pour|dans|en|de|du|d'|des|une?|le|la|les|tout|cours|congé|conge|priorite
  |naissance|parole|priere|main|serment|assistance|entre|(?:son|leur|votre) (?:avis|accord|feu))\b)
`
/** What costs nothing, or little: whoever does it so offers it. */
export const FREE = pattern()`
  \b(?:gratis|gratos|gratuitement|gracieusement|benevolement|pour rien|a prix coutant
  |au prix coutant|a (?:demi-tarif|moitie prix|prix libre|prix doux)|contre (?:un|une|le|du
  |des) (?:repas|coup de main|casse-croute|panier|bouteille|plein|gateau|service)
  |sans rien demander|a l'œil)\b
`
/** *40 kg de pommes à donner*, *ruches à prendre chez Luce*. */
export const LEFT = pattern()`
  (?<=[a-z)] )(?:,? (?:elles?|ils?) (?:est|sont) )?a (qui (?=(?:(?:les|le|la|en) )?veu(?:t
  |lent)\b)|donner|preter|recuperer|emporter|ceder|debarrasser|prendre (?=(?:chez|au|sur place
  |devant)))\b
`

/**
 * *La ressourcerie est d'accord pour venir chercher…*, *le CAUE peut accompagner…*: a body, not
 * those who meet.
 */
export const WILLING = pattern()`
  \b(?:est|sont|serai(?:t|ent)) (?:d'accord|partante?s?|pret(?:e|es|s)?|ok|volontaires?) (?:pour
  |a) ()(?=(?:nous |vous |les |l'|la |le |en |y )?[a-z]+(?:er|ir|re|oir)\b)
`

/** *Le chapiteau peut être loué…*: what is offered stands before. */
export const PASSIVE = /\bpeu(?:t|vent) etre \S+$/
