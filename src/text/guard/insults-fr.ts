import { any } from './somebody-fr.ts'

/**
 * Insults and slurs, in French and the commonest English ones: pure data of `insults.ts`. Words
 * that also name a thing (*tapette à souris*, *bite d'amarrage*, *tête de nègre*, *pain bâtard*,
 * *les Enfoirés*) are no insult beside it. Patterns are read in `plain` text, as those of
 * `told-fr.ts`.
 */

/** Whom a slur aims at, beside *sale*. */
const AIMED =
  '(?:arabes?|noire?s?|juifs?|juives?|gitane?s?|roms?|manouches?|turcs?|turques?|portugais(?:es)?' +
  '|musulmane?s?|chinois(?:es)?|etrangere?s?|etrangers?|immigree?s?|migrante?s?|race|blancs?' +
  '|homos?|pedes?|pd|gouines?|lesbiennes?|trans|handicapee?s?|vieux|vieille|bourges?|flics?' +
  '|paysans?|clochard(?:e|s)?|clodos?|mome|gosse|type|mec|bonne femme|tronche|gueule)'

/** To whom an insult is said. */
const YOU_ARE = "(?:t'es|tu es|t es|vous etes|vous n'etes|tu n'es|t'est|c'est toi)"
/** Of whom one is said, as if of a beast: people by what they do here. */
const WHOM =
  '(?:maire|voisine?s?|flics?|gendarmes?|prof(?:esseur)?s?|directeur|directrice|facteur|factrice' +
  '|cure|patron(?:ne)?|presidente?|adjointe?|secretaire|boulanger|boulangere|medecin|docteur' +
  '|instit|maitresse|meuf|parisiens?)'

/** Words that nobody wants to read of themselves, nor beside their own. */
export const INSULTS = any(
  '(?:fachos?|collabos?|abrutie?s?|(?<!lapins? )cretine?s?|imbeciles?|beaufs?|ploucs?' +
    '|[ck]onn?ards?|[ck]onn?ars|[ck]onn?ar|[ck]onnasses?|connes?|salauds?|salopes?' +
    '|en[ck]ulee?s?|cassos|cas soc|gogols?|mongols?|poivrots?|bons? a rien' +
    '|bonnes? a rien|(?<=(?:une?|des|les|ces?) )moins que rien|tocards?)(?![a-z])',
  // Fruits are all rotten too.
  "tous des pourris(?! de)(?![a-z])|(?<=(?:ils|elus|maires|deputes|ministres|politiques)[a-z ,']" +
    '{0,20})tous pourris(?![a-z])|(?:bande|village|tas|ramassis|repaire|nid|equipe) ' +
    "(?:de |d')" +
    '(?:vrais? |gros |sales? )?(?:cons|voleurs|menteurs|racistes|idiots|debiles|feignants|vendus' +
    '|ivrognes|escrocs|fascistes|nazis|incapables|rates|magouilleurs|sauvages|profiteurs|batards' +
    '|merdes?)(?![a-z])',
  '(?:un|une|le|la|des|les|gros|grosse|petits?|petites?|pauvres?|quels?|sales?|vieux|vieille' +
    "|jeunes?|est|es|sont|t'es|ce|ces|espece de|trop) (?:cons?|debile mentale?)(?![a-z])",
  '(?:putes?|pouffiasses?|petasses?|grognasses?|pedes?|gouines?|tantouzes?' +
    '|tarlouzes?|tafioles?|tapettes?(?! a )|travelos?|bougnoule?s?|(?<!tete[- ]de[- ])negr(?:e' +
    '|esse)s?(?! litteraire)|negros?|bicots?|youpine?s?|youtres?|crouilles?|chinetoques?' +
    '|niakoues?|(?<!la )bamboulas?|enfoire(?!s)|(?<!(?:les|des|aux|cd|dvd|concert) )enfoires' +
    '|trous? du cul|trouducs?|sacs? a merde|grosses? merdes?|petites? merdes?' +
    '|(?<!(?:€|euros?|hors|\\+),? )fdp(?! (?:compris|inclus|en sus|offerts?|gratuits?' +
    '|\\d))|(?<!(?:groupe|concert|album|cd|disques?)(?: de| du)? )ntm|fils de chiens?(?! de)' +
    '|sous[- ]merdes?)(?![a-z])',
  `sales? ${AIMED}(?![a-z])|especes? d(?:e |')(?:batarde?s?|salope|merde|idiote?s?)(?![a-z])`,
  '(?:ni[ck]k?|niqu) (?:ta|tes|vos) (?:mere|race|mort)s?(?![a-z])',
  'nike? (?:ta|tes|sa|ses|vos|votre|leurs?) (?:mere|soeur|race|famille|grand[- ]mere|pere|mort)s?' +
    '(?![a-z])|(?:nique(?:r|z)?|baise(?:r|z)?|encule(?:r|z)?) (?:ta|tes|sa|ses|vos|votre|leurs?' +
    '|la police|les flics|tous|tout le monde)' +
    '(?: (?:mere|soeur|race|famille|grand[- ]mere|pere|morts)s?)?' +
    '(?![a-z])|(?:ta|vos|leurs?) gueules?(?![a-z])|(?:va(?:s)? te|allez vous) (?:faire )?' +
    '(?:foutre|enculer)|va(?:s)? (?:te faire voir|chier|mourir|crever)' +
    "|(?:je t'|je vous |on vous |j')emmerde",
  // Who falls breaks their own.
  '(?<!(?<![a-z])(?:se|me|suis|es|est|sont|sommes|etes' +
    '|(?:et|ser)(?:ai[st]?|aient|ions|iez|as?|ez|ons)' +
    '|(?:allez|risquez de|pourriez|pouvez) vous) )' +
    '(?:casse|pete|eclate|defonce|fracasse)(?:r|z|nt|ra|rai|ront)? (?:la|sa|ta|leur|vos) ' +
    '(?:gueule|tronche|figure)s?(?![a-z])|crevez tous(?![a-z])',
  '(?:vais|va|vont|viendrai|irai) (?:te|vous) ' +
    '(?:buter|tuer|crever|defoncer|demolir|massacrer|egorger|saigner|tabasser|cogner|etrangler' +
    '|frapper|flinguer|faire la peau)(?![a-z])' +
    // A pig is killed for somebody, a wall taken down.
    '(?! (?:de rire|une?|l[ea]s?|l|d[eu]s?|mon|ma|mes|ton|ta|tes|vos|votre|ce|cet|cette|ces)' +
    '(?![a-z]))',
  // What is a thing beside *il y a* is an insult beside *tu es*.
  `${YOU_ARE} (?:vraiment |bien |trop |tous |toutes )?` +
    "(?:(?:qu'|que |rien qu')?(?:une?|des|de la) )?" +
    '(?:gros(?:se)?s? |vraie? )?(?:merdes?|ordures?|dechets?|raclures?|pourritures?|ratee?s?' +
    '|debiles?|idiote?s?|nul(?:le)?s?(?! (?:en|au|aux|part|doute|a|pour)(?![a-z]))|stupides?' +
    '|bouffon(?:ne)?s?|porcs?|truies?|boulets?)(?![a-z])',
  '(?:gros|grosse|sales?|espece de) (?:porcs?|truies?|rats?|ordures?|cochonn?e?s?|thons?) ' +
    `(?:de |d')${WHOM}(?![a-z])`,
  '(?<!peine de )mort aux? (?!rats?|limaces|taupes|mouches|pucerons|cafards|frelons|guepes' +
    '|punaises|puces|fourmis|moustiques|doryphores|souris|mulots|loirs|acariens|mites|tiques' +
    '|chenilles|ravageurs|parasites|mauvaises|dents?|usa|etats)[a-z]+' +
    '|(?:dehors|degagez|a mort) les (?:arabes|noirs|juifs|etrangers|migrants|gitans|roms' +
    '|musulmans)' +
    '|(?:sieg heil|heil hitler|white power)(?![a-z])',
  "bites?(?! d'amarrage)(?![a-z])|couilles?(?![a-z])|suce(?:r|s|z)? (?:ma|mes|ta|leur)(?![a-z])",
  '(?:(?:mother)?fuck(?:ing|ers?|s)?|bitch(?:es)?|cunts?|nigg(?:er|a)s?|faggots?|whores?' +
    '|sluts?)(?![a-z])',
)

/**
 * Insults whose letters something parts: a blank, a line break, a dot, a star. Those alone whose
 * parts are no words that stand side by side in French. A finger is one too.
 */
const GAP = '[^a-z0-9]{0,3}'
const apart = (letters: string): string =>
  letters
    .split(' ')
    .map((one, i) => {
      const gap = i === 0 ? '' : GAP
      return one.endsWith('?') ? `(?:${gap}${one.slice(0, -1)})?` : `${gap}${one}`
    })
    .join('')
export const BROKEN = new RegExp(
  `(?<![a-z])(?:${[
    '[ck] o n n? a r d',
    '[ck] o n n a s s e',
    's a l o p e',
    's a l a u d',
    'e n [ck] u l e',
    'b o u g n o u l',
    'p e t a s s e',
    'p o u f f? i a s s e',
    'n e g r e s s e',
  ]
    .map(apart)
    .join('|')})[es]{0,2}(?![a-z])|\u{1f595}`,
  'gu',
)
