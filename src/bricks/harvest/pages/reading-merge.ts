import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { alike } from '../../../text/alike.ts'
import { formField } from '../../../ui/field.ts'
import { PANEL } from '../model/panel.ts'
import { PATHS } from '../model/reading.ts'
import { reviewWords } from '../words/words.ts'
import { kindWord } from './reading-marks.ts'
import type { ReadPiece } from './reading-pieces.ts'

/** More than this is a list to search in, and no choice. */
const MOST_LIKELY = 8

/**
 * The pieces that this one may be, the likeliest first: those of its kind before the others, a like
 * title before the rest, then the nearest. Of another kind, a piece has a like title or stands on
 * the same words.
 */
function mayBeSame(one: ReadPiece, others: readonly ReadPiece[]): readonly ReadPiece[] {
  const isLike = (other: ReadPiece): boolean => alike(one.title, other.title)
  const isOn = (other: ReadPiece): boolean => other.from < one.till && other.till > one.from
  const keyed = others
    .filter(other => other.person === one.person && other.ink !== 'shown')
    .filter(other => other.type === one.type || isLike(other) || isOn(other))
    .map(other => ({
      other,
      keys: [
        Number(other.type !== one.type),
        Number(!isLike(other)),
        Math.abs(other.from - one.from),
      ],
    }))
  return keyed
    .sort((a, b) => {
      const at = a.keys.findIndex((key, i) => key !== b.keys[i])
      return at < 0 ? 0 : a.keys[at]! - b.keys[at]!
    })
    .map(({ other }) => other)
    .slice(0, MOST_LIKELY)
}

/** *C'est la même chose que*: one of the few likely pieces. */
export function merging(kit: Kit, one: ReadPiece, others: readonly ReadPiece[]): Html | false {
  const w = reviewWords(kit.request.lang).reading
  const like = mayBeSame(one, others)
  const option = (other: ReadPiece): Html => html`
    <option value="${other.piece.piece!}">${kindWord(kit, other.type)} · ${other.title}</option>
  `
  return (
    like.length > 0 &&
    html`
      ${formField({
        id: 'p-fusion',
        label: w.merge,
        control: html`
          <select id="p-fusion" name="${PANEL.merged}">
            <option value="">${w.notMerged}</option>
            ${like.map(option)}
          </select>
        `,
      })}
      <p class="acts"><button formaction="${PATHS.merge}">${w.mergeAct}</button></p>
    `
  )
}
