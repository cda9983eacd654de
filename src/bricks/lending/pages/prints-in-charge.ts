import type { PageContext, Print } from '../../../contract/page.ts'
import type { PrintBlock } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import type { ThingRow } from '../model/read.ts'
import { thing } from '../model/records-thing.ts'
import { type InChargeOf, isWithoutCharge, thingsInCharge } from '../model/year-lent.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type Context = PageContext<Words>

export const IN_CHARGE = 'qui-s-occupe'

/**
 * *Qui s’occupe de quoi*: each thing with who is in charge of it, for the wall; then those that
 * nobody is in charge of.
 *
 * Law     11: a name stands here if its person agreed that it stands beside the thing.
 */
export const inChargePrint: Print<Words> = {
  kind: IN_CHARGE,
  who: 'keeper',
  make: (kit, read, words) => {
    if (!kit.request.private) return undefined
    const { lang, today } = kit.request
    const w = words.year
    const all = thingsInCharge(read, today)
    const without = all.filter(({ inCharge }) => isWithoutCharge(inCharge))
    const held = all.filter(({ inCharge }) => !isWithoutCharge(inCharge))
    const context = { kit, read, words }
    return {
      title: w.sheet,
      ...{ lang, size: 'a4', layout: 'flow', points: 12, fits: 1, least: 8 },
      blocks: [
        { is: 'title', words: w.sheet, size: 'sheet' },
        { is: 'small', words: w.sheetLead },
        ...(held.length === 0 ? [] : [heldTable(held, context)]),
        { is: 'heading', words: w.nobody },
        ...(without.length === 0
          ? [{ is: 'words' as const, words: w.noneWithout }]
          : [
              { is: 'words' as const, words: w.nobodyLead },
              {
                is: 'items' as const,
                tight: true,
                items: without.map(({ row }) => ({ words: withoutSaid(row, context) })),
              },
            ]),
      ],
      foot: [kit.territory?.name ?? '', w.printedOn(dayPlain(today, lang))],
    }
  },
  lacks: (kit, _read, words) => (kit.request.private ? undefined : words.handing.onlyHere),
}

type OneInCharge = Readonly<{ row: ThingRow; inCharge: InChargeOf }>
function heldTable(all: readonly OneInCharge[], { kit, words }: Context): PrintBlock {
  const { heads } = words.year
  const { lang } = kit.request
  return {
    is: 'table',
    columns: [
      { head: heads.thing, wide: 4 },
      { head: heads.inCharge, wide: 4 },
      { head: heads.since, wide: 2 },
    ],
    rows: all.map(({ row, inCharge }) => [
      [{ b: row.title ?? '' }],
      inChargeSaid(inCharge, words),
      inCharge.names.map(({ since }) => dayPlain(since, lang)).join(', '),
    ]),
    tight: all.length > TIGHT,
  }
}
/** More things than that stand closer on paper. */
const TIGHT = 25

/** A thing without anybody in charge, with whom its page names. */
function withoutSaid(row: ThingRow, { kit, words }: Context): string {
  const { who } = kit.onPaper({ type: thing.name, id: row.id, who: row.who, reach: null })
  return [row.title ?? '', who ? words.year.speakTo(who) : ''].filter(Boolean).join(', ')
}

/** Who is in charge of a thing, as they agreed; empty where nobody is. */
export function inChargeSaid({ names, unnamed }: InChargeOf, { year: w }: Words): string {
  if (names.length === 0) return unnamed === 0 ? '' : w.unnamed(unnamed)
  const named = names.map(({ name }) => name).join(', ')
  return unnamed === 0 ? named : `${named}, ${w.others(unnamed)}`
}
