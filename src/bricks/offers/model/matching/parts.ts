import { lazyOf } from '../../../../core/lazy.ts'
import { pattern } from '../../../../core/pattern.ts'
import type { NoticeMeaning } from './meaning.ts'
import { areOneThing } from './names.ts'
import { isPart } from './senses.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'
import type { NoticePair } from './thing.ts'

/**
 * Parts of a thing: who wants the whole takes no part, nor who wants a part the whole.
 *
 * Law     a whole that is offered to be taken apart is not parted from who wants a part of it.
 */

/** *Vélo pour pièces*, *un lot d’accessoires*: parts are among them. */
const HAS_PARTS = /\b(?:pieces?|accessoires?|lots?|affaires?|choses?|materiel|bazar)\b/
/** *Vélo à démonter*, *vieux vélo cassé*: who wants a part of it takes it off. */
const COMES_APART = pattern('u')`
  \b(?:a (?:demonter|desosser)|(?<!prix )casse(?:e|s|es)?|epaves?|hors service|hs
  |(?:pour|de) (?:la )?recup)\b
`
const givesParts = lazyOf(
  (one: SpokenNotice): boolean =>
    HAS_PARTS.test(foldedText(one)) || COMES_APART.test(foldedText(one)),
)
const isOfWhole = (key: string, whole: string): boolean =>
  areOneThing(key, whole) || key.startsWith(`${whole} `) || whole.startsWith(`${key} `)
/** Whether one names a part, *une selle de vélo*, and the other the whole, without that part. */
function isPartOf(part: NoticeMeaning, whole: NoticeMeaning): boolean {
  const [first, ...more] = part.things
  if (!first || !isPart(first.key) || part.act !== undefined || whole.act !== undefined)
    return false
  if (whole.things.some(({ key }) => key === first.key)) return false
  const all = whole.things.map(({ key }) => key)
  if (more.some(({ key }) => all.some(one => isOfWhole(one, key)))) return false
  const wholes = [...first.mods.map(({ key }) => key), ...part.others]
  return wholes.some(key => all.some(one => isOfWhole(one, key)))
}
/** Whether a part meets a whole: *une roue de vélo* and *un vélo*. */
export const isPartForWhole = ({ offer, need, gives, asks }: NoticePair): boolean =>
  (isPartOf(asks, gives) && !givesParts(offer)) ||
  (asks.sought && isPartOf(gives, asks) && !HAS_PARTS.test(foldedText(need)))
