/** How a place that somebody typed, or that has a record, is said in a French sentence. */

const FEMININE = 'salle|maison|mairie|place|cour|grange|ferme|bibliothèque|médiathèque|halle|cure'
const MASCULINE = 'local|café|bar|foyer|stade|four|gymnase|lavoir|moulin|jardin|centre|pré|bourg'
const ELIDED = 'école|église|auberge|atelier|étang|espace'
const begins = (words: string): RegExp => new RegExp(`^(?:${words})(?![\\p{L}])`, 'iu')
const BARE = [
  [begins(FEMININE), 'la '],
  [begins(MASCULINE), 'le '],
  [begins(ELIDED), 'l’'],
] as const
const TYPED = [
  [/^(?:le|au)\s/iu, 'le '],
  [/^(?:à\s)?la\s/iu, 'la '],
  [/^(?:à\s)?l[’']/iu, 'l’'],
  [/^(?:les|aux)\s/iu, 'les '],
] as const
const AT = { 'le ': 'au ', 'la ': 'à la ', 'l’': 'à l’', 'les ': 'aux ' } as const
const OF = { 'le ': 'du ', 'la ': 'de la ', 'l’': 'de l’', 'les ': 'des ' } as const

/** *le* and *local*, of *le local*, *au local*, *Local*; undefined of any other words. */
function articled(place: string): readonly [keyof typeof AT, string] | undefined {
  const typed = TYPED.find(([shape]) => shape.test(place))
  if (typed) return [typed[1], place.replace(typed[0], '')]
  const bare = BARE.find(([shape]) => shape.test(place))
  return bare && [bare[1], `${place.charAt(0).toLowerCase()}${place.slice(1)}`]
}

/** *au local*, *à la salle des fêtes*; *chez Lina* and any other words as they were typed. */
export function atPlace(place: string): string {
  const [article, rest] = articled(place) ?? []
  return article === undefined ? place : `${AT[article]}${rest}`
}

/** *au lieu du local*, *au lieu de chez Lina*; *avant : départ de la gare*. */
export function insteadOfPlace(place: string): string {
  const [article, rest] = articled(place) ?? []
  if (article !== undefined) return `au lieu ${OF[article]}${rest}`
  return /^chez\s/iu.test(place) ? `au lieu de ${place}` : `avant\u00a0: ${place}`
}
