import { source } from '../../../../core/pattern.ts'
import { plainOf } from '../../../../text/harvest/mask.ts'

/** Where people go without naming the town: each village has its own. By their article. */
const LE = source`
  marche|medecin|docteur|toubib|kine|dentiste|cardiologue|laboratoire|labo|lycee|college
  |supermarche|tribunal|cinema|temple|cimetiere|stade|foot|judo|gymnase|conservatoire|travail
  |boulot|centre-ville|centre commercial|bourg|veterinaire|veto|coiffeur|notaire|match|bal|concert
  |loto|garage|podologue
`
const LA = source`
  foire|gare|clinique|maternite|pharmacie|maison medicale|maison de retraite|fac|creche|mairie
  |sous-prefecture|prefecture|tresorerie|perception|poste|banque|bibliotheque|mediatheque|piscine
  |messe|danse|ville|mission locale|zone commerciale|brocante|fete|dechett?erie|dialyse
  |place (?:de l'|de la |du )(?:eglise|mairie|marche|poste|gare|fontaine|halle|bascule|ecole
  |hotel de ville|monument|village|bourg|foire)
`
const L = source`
  hopital|ophtalmo|oculiste|ecole de musique|ecole|universite|aeroport|eglise|ehpad|usine|opticien
  |entrainement|orthodontiste|orthophoniste|infirmiere|arret de (?:bus|car)
`
const LES = 'courses'
const ALONE = 'super u|intermarche|leclerc|carrefour|lidl|pole emploi|france travail'

/** The text of a pattern, of a plain text. */
export const GOALS = `(?:${[LE, LA, L, LES, ALONE].join('|')})`

/** What has a town beside it: *la vogue de Chalmazel*. */
const OF_TOWN = {
  le: 'festival|salon|forum|comice|stage|club|centre|magasin|restaurant|vide-?grenier|camping',
  la: 'vogue|kermesse|fanfare|maison|salle|rando|course',
} as const
const begins = (words: string): RegExp => new RegExp(`^(?:${words})(?![a-z])`)
const ARTICLES: readonly (readonly [RegExp, 'le ' | 'la ' | 'l’' | 'les '])[] = [
  [new RegExp(`^(?:${LES}|(?:${LE}|${LA}|${L})s)(?![a-z])`), 'les '],
  [begins(`${L}|atelier`), 'l’'],
  [begins(`${LA}|${OF_TOWN.la}`), 'la '],
  [begins(`${LE}|${OF_TOWN.le}`), 'le '],
]

/** The article of a place that is no name: *le* of *marché de Boën*; empty of Boën. */
export function articleOf(place: string): 'le ' | 'la ' | 'l’' | 'les ' | '' {
  const isName = /^\p{Lu}/u.test(place)
  const plain = plainOf(place.replace(/’/g, "'"))
  return (!isName && ARTICLES.find(([shape]) => shape.test(plain))?.[1]) || ''
}

const AT = { 'le ': 'au ', 'la ': 'à la ', 'l’': 'à l’', 'les ': 'aux ', '': 'à ' } as const
const OF = { 'le ': 'du ', 'la ': 'de la ', 'l’': 'de l’', 'les ': 'des ' } as const
/** *au marché de Boën*, *à Boën*. */
export const atPlace = (place: string): string => `${AT[articleOf(place)]}${place}`
/** *du marché*, *d’Ambert*, *de Boën*. */
export function ofPlace(place: string): string {
  const article = articleOf(place)
  if (article !== '') return `${OF[article]}${place}`
  return /^[aeiouàâéèêëîïôù]/i.test(place) ? `d’${place}` : `de ${place}`
}
/** *le marché de Boën*, *Boën*. */
export const thePlace = (place: string): string => `${articleOf(place)}${place}`
