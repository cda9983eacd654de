import { type Html, html } from '../contract/html.ts'
import { type Input, one } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import { communeId } from '../engine/doubles.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import type { Commune, Communes, TerritoryChoice } from '../places/communes.ts'
import { tick } from '../ui/field.ts'
import type { Mistake } from '../ui/say.ts'
import { communesWords } from './communes-words.ts'

/** Communes, by the names that a person types. */

/** What a typed name means; or why not, with the places that it may mean. */
export type CommuneLookup = Readonly<
  { territory: TerritoryChoice } | { mistake: Mistake; choices?: readonly TerritoryChoice[] }
>
export function whereIn(input: Input, communes: Communes, lang: Lang): CommuneLookup {
  const w = communesWords(lang)
  const typed = one(input, 'where')
  if (typed === '') return { mistake: { field: 'where', sentence: w.noWhere } }
  const found = communes.findTerritory(typed)
  const territory =
    found.length === 1 ? found[0] : found.find(place => place.code === one(input, 'which'))
  if (found.length === 0)
    return { mistake: { field: 'where', sentence: w.noPlace(typed.slice(0, 80)) } }
  if (!territory) return { mistake: { field: 'which', sentence: w.several }, choices: found }
  const missed = territory.missed ?? []
  return missed.length > 0
    ? { mistake: { field: 'where', sentence: w.missed(missed.join(', ')) } }
    : { territory }
}

/** Which of the places that share a name. */
export function whichFields(
  choices: readonly TerritoryChoice[] | undefined,
  lang: Lang,
): Html | undefined {
  const w = communesWords(lang)
  const choice = (place: TerritoryChoice): Html =>
    tick({
      kind: 'radio',
      name: 'which',
      value: place.code,
      words: `${place.name} (${w.communesAre(place.communes.length)})`,
    })
  return (
    choices &&
    html`
      <fieldset class="field" id="f-which">
        <legend>${w.which}</legend>
        ${choices.map(choice)}
      </fieldset>
    `
  )
}

/** A commune as a record, under the id that it has on every box. */
export const communeRecord = ({
  code,
  name,
  postalCodes,
  population,
  formerNames,
  point,
}: Commune): BroughtRecord => ({
  type: 'commune',
  id: communeId(code),
  fields: {
    code,
    name,
    postalCodes: postalCodes.join(' '),
    population,
    ...(formerNames ? { formerNames } : {}),
    ...(point ? { point } : {}),
  },
})
