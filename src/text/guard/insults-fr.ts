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

/** Words that nobody wants to read of themselves, nor beside their own. */
export const INSULTS = any(
  '(?:fachos?|collabos?|abrutie?s?|cretine?s?|imbeciles?|beaufs?|ploucs?' +
    '|connards?|connasses?|connes?|salauds?|salopes?|enculee?s?|cassos|cas soc|gogols?|mongols?' +
    '|poivrots?|bons? a rien|bonnes? a rien|moins que rien|tocards?)(?![a-z])',
  'tous (?:des )?pourris(?! de)(?![a-z])|(?:bande|village|tas|ramassis|repaire|nid|equipe) ' +
    "(?:de |d')" +
    '(?:vrais? |gros |sales? )?(?:cons|voleurs|menteurs|racistes|idiots|debiles|feignants|vendus' +
    '|ivrognes|escrocs|fascistes|nazis|incapables|rates|magouilleurs|sauvages|profiteurs|batards' +
    '|merdes?)(?![a-z])',
  '(?:un|une|le|la|des|les|gros|grosse|petits?|petites?|pauvres?|quels?|sales?|vieux|vieille' +
    "|jeunes?|est|es|sont|t'es|ce|ces|espece de|trop) (?:cons?|debile mentale?)(?![a-z])",
  '(?:putes?|pouffiasses?|petasses?|grognasses?|pedes?|gouines?|tantouzes?' +
    '|tarlouzes?|tafioles?|tapettes?(?! a )|travelos?|bougnoule?s?|(?<!tete[- ]de[- ])negr(?:e' +
    '|esse)s?(?! litteraire)|negros?|bicots?|youpine?s?|youtres?|crouilles?|chinetoques?' +
    '|niakoues?|(?<!la )bamboulas?|(?<!les )enfoires?|trous? du cul|trouducs?|sacs? a merde' +
    '|grosses? merdes?|petites? merdes?|fdp|ntm|fils de chiens?|sous[- ]merdes?)(?![a-z])',
  `sales? ${AIMED}(?![a-z])|especes? d(?:e |')(?:batarde?s?|salope|merde|idiote?s?)(?![a-z])`,
  '(?:nique(?:r|z)?|baise(?:r|z)?|encule(?:r|z)?) (?:ta|tes|sa|ses|vos|votre|leurs?|la police' +
    '|les flics|tous)(?![a-z])|(?:ta|vos|leurs?) gueules?(?![a-z])|va(?:s)? (?:te faire ' +
    "(?:foutre|enculer|voir)|chier|mourir|crever)|(?:je t'|je vous |on vous |j')emmerde",
  'mort aux? (?!rats?|limaces|taupes|mouches)[a-z]+|(?:dehors|degagez|a mort) les (?:arabes' +
    '|noirs|juifs|etrangers|migrants|gitans|roms|musulmans)' +
    '|(?:sieg heil|heil hitler|white power)(?![a-z])',
  "bites?(?! d'amarrage)(?![a-z])|couilles?(?![a-z])|suce(?:r|s|z)? (?:ma|mes|ta|leur)(?![a-z])",
  '(?:(?:mother)?fuck(?:ing|ers?|s)?|bitch(?:es)?|cunts?|nigg(?:er|a)s?|faggots?|whores?' +
    '|sluts?)(?![a-z])',
)
