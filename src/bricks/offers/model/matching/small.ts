import { keepLast } from '../../../../core/byte-cache.ts'
import { ABOUT, NUMBERS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { pattern } from '../../../../core/pattern.ts'

/**
 * The small words of a notice, folded: who speaks, in what way, and what joins the things said.
 * French of recognition, never shown.
 */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words that say nothing of the thing itself: determiners, pronouns, sizes, courtesies. */
export const EMPTY = set(`
le la les l un une des d du de mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce
cet cette ces quelques quelque plusieurs je j tu il elle on nous vous ils elles me m te t se s y en
qui que qu c est sont ete etre n ne pas plus moins tres bien trop assez encore petit petite petits
petites grand grande grands grandes gros grosse grosses vieux vieille vieilles ancien ancienne
anciens anciennes bon bonne bons bonnes beau belle belles joli jolie neuf neuve neufs neuves usage
usagee occasion etat parfait super propre propres dispo disponible disponibles gratuit gratuite
gratuits gratuitement gratos svp merci bonjour urgent vite meme tout toute tous toutes autre autres
ici la bas moi toi lui eux aussi juste seulement environ peu beaucoup besoin an ans mois semaine
semaines jour jours heure heures fois minutes quoi chaque demi demie volontiers rien temps toujours
souvent regulierement ponctuellement benevolement sympa possible possibles libre libres vos propos
niveau eleve eleves mm recuperer prendre adopter emporter enlever saisir chercher debarrasser vendre
demande vide vides maison cm kg chacun chacune occasionnel occasionnelle conservation superbe
magnifique compris divers diverses different differents differentes genre type sorte piste coin
cause suite rendu rendue rendus rendues
`)
/** What ties a complement to its noun: *papier à dessin*, *bois de chauffe*, *table en bois*. */
export const TIES = set('de d a ha en')
/** After these, the thing itself is over: where, when, what for, with whom. */
export const BREAKS = set(`
pour par chez contre quand si ou dans avec sans sur vers jusqu jusque depuis avant apres pendant
entre sous durant afin car parce mais du des au aux qui que dont est sont reste restent convient
lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourd hui matin soir janvier fevrier
mars avril mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver
week weekend vacances fabrication
`)
/** What begins another thing of the same sentence. */
export const ALSO = set('et ou plus ainsi')

/** Amounts and wrappings: *un sac de noix* speaks of walnuts. */
export const WRAPS = set(`
sac sacs pot pots paquet paquets caisse caisses cagette cagettes carton cartons lot lots stere
steres kilo kilos kg litre litres l tas pied pieds botte bottes bocal bocaux bouteille bouteilles
boite boites paire paires douzaine dizaine vingtaine trentaine quinzaine cinquantaine centaine bout
bouts morceau morceaux chute chutes reste restes surplus stock remorquee brouettee rouleau rouleaux
bobine bobines botillon rame palette palettes panier paniers metre metres m3 serie pile collection
assortiment plein recup recuperation jeu tonne tonnes part parts exces lots kit rangee abonnement
serie
`)
/** People and their arms: *quelqu’un pour*, *deux paires de bras*. */
export const PEOPLE = set(`
quelqu quelquun personne personnes gens bras main mains aide coup coups monde benevole benevoles
volontaire volontaires renfort renforts voisin voisine service services bricoleur bricoleuse aider
aide aides aident aiderait aidera
`)

export const SEEKS = pattern()`
  ^(re)?cherch(e|es|ent|er|ons|ait|erait|ee|ees|es)?$|^(voudr|aimer|souhaiter|desirer)(ait|aient
  |ais|ions)$|^(souhaite|veut|veux|veulent|demande|demandent|manque|manquent|faut|faudrait|aimerait
  |recherchons|besoin|wanted)$
`
export const MODALS = pattern()`
  ^(peut|peux|peuvent|pourrait|pourraient|pourrais|sait|sais|savent|saurait|met|mettent|mets|met
  |disposition|tient|tiens|tiennent|trouver|avoir|faire|fait|fais|font|faut|va|vont|quelqu|aider
  |aide|aident|aiderait|trouve|accepte|veut|servir|sert|ferait|fera|feraient|vienne|viennent
  |vient|viens|venir|viendrait|laisse|laisser|laissent|fabrique|fabriquer|produit|produis
  |cultive|apporte|apporter|recoit|recois|prepare|passer|passe|connait|connais|connaissent
  |connaitrait|utiliser|avoir|disposer|profiter|recuperer|prendre|adopter|fournir|fournit
  |fournis|separe|debarrasse|debarrasser|adopte|reste|restent|rend|rends|rendent)$
`
export const HAVES =
  /^(ha|ai|ont|as|avons|avez|aurait|auraient|auriez|aurais|dispose|disposent|possede|possedent|il)$/

export type TransferWay =
  | 'give'
  | 'lend'
  | 'share'
  | 'exchange'
  | 'barter'
  | 'rent'
  | 'sell'
  | 'borrow'
  | 'buy'
const ENDINGS = '(e|es|ent|er|erait|eraient|erais|erai|era|ons|ez|ee|ees)?'
const WAYS: readonly (readonly [RegExp, TransferWay])[] = [
  [
    new RegExp(
      `^(donn|offr|ced)${ENDINGS}` +
        '$|^(offrir|legue|don|gratuit|gratuite|gratuits|gratuites|gratuitement|gratos)$',
    ),
    'give',
  ],
  [new RegExp(`^(pret)${ENDINGS}$`), 'lend'],
  [new RegExp(`^(partag)${ENDINGS}$|^partageons$`), 'share'],
  [new RegExp(`^(echang)${ENDINGS}$`), 'exchange'],
  [new RegExp(`^(troqu)${ENDINGS}$|^troc$`), 'barter'],
  [new RegExp(`^(lou)${ENDINGS}$|^location$`), 'rent'],
  [/^(vend|vends|vendent|vendre|vendrait|revend|revendre|vente|euros|euro)$/, 'sell'],
  [new RegExp(`^(emprunt)${ENDINGS}$`), 'borrow'],
  [new RegExp(`^(achet)${ENDINGS}$|^rachete(r)?$`), 'buy'],
]
const ways = keepLast(
  { name: 'ways of words', most: 192 * 1024, bytesOf: () => 0 },
  (word): TransferWay | 'none' => WAYS.find(([shape]) => shape.test(word))?.[1] ?? 'none',
)
export function wayOf(word: string): TransferWay | undefined {
  const way = ways(word)
  return way === 'none' ? undefined : way
}

export const PROPOSES = /^(propos)(e|es|ent|er|ons|erait)$/

const WEEK = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ')
const NO_DAYS: readonly number[] = []
const WEEKDAYS = new Map<string, readonly number[]>([
  ...WEEK.flatMap((day, i) => [day, `${day}s`].map(word => [word, [i + 1]] as const)),
  ...['week', 'weekend', 'weekends'].map(word => [word, [6, 7]] as const),
])
/** Weekdays that a word names, Monday 1. */
export const daysOf = (word: string): readonly number[] => WEEKDAYS.get(word) ?? NO_DAYS

/** How many a word says; undefined when it says no number. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,5}$/.test(word)) return Number(word)
  if (word === 'zero') return 0
  return NUMBERS[word] ?? ABOUT[word] ?? (word.includes('-') ? numberInWords(word) : undefined)
}

/** Verbs and nouns of going somewhere; the verb must be followed by where. */
export const GOES = pattern()`
  ^(descend|descends|descendent|descendre|monte|montent|monter|va|vais|vont|aller|part|pars
  |partent|partir|remonte|remonter|rentre|rentrer|rendre|emmene|emmener|emmenerait|conduit
  |conduire|amene|amener|depose|deposer|passe|passer|redescend|rejoindre|rejoint)$
`
export const RIDES = /^(covoiturage|covoiturages|covoiture|covoiturer|trajet|trajets|navette)$/
export const TOWARDS = set('rejoindre a au aux vers jusqu jusque sur pour')
