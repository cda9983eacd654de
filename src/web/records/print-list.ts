import type { Brick } from '../../contract/brick.ts'
import { keeperSaid } from '../../contract/keeper.ts'
import type { Kit } from '../../contract/kit.ts'
import { bothQueries } from '../../contract/newest.ts'
import type { Print } from '../../contract/page.ts'
import type { Paper } from '../../contract/paper.ts'
import { inUse } from '../../contract/tables.ts'
import { asSent } from '../../core/form/input.ts'
import type { RecordType } from '../../core/schema.ts'
import { dayPlain } from '../../text/days.ts'
import type { fr } from './fr.ts'
import { filtered } from './list.ts'
import { type Listed, listedOf } from './listed.ts'

type Words = typeof fr
type Types = () => ReadonlyMap<string, RecordType>

/**
 * *Liste* of any list that has a page: the columns chosen, the lines that its filters find, in the
 * order asked.
 */
export const listPrint = (types: Types, bricks: readonly Brick[]): Print<Words> => ({
  kind: 'liste',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const type = types().get(kit.request.params['id'] ?? '')
    if (type?.path === undefined) return undefined
    const listed = listedOf(
      { bricks, type, wanted: bothQueries(inUse(type), filtered(type, kit.request.query, read)) },
      kit,
      read,
    )
    if (!listed) return undefined
    const w = words.printList
    const ticked = asSent(kit.request.query, 'cases') !== ''
    const rows = listed.lines.map(line => (ticked ? ['', ...line] : line))
    const wide = widthsOf(listed)
    const columns = listed.columns.map((column, at) => ({
      head: column.label,
      wide: wide[at] ?? LEAST,
    }))
    const only = saidFilters(kit, type)
    const { name, keeper } = pageOf(kit, w)
    const across = wide.reduce((sum, width) => sum + width, 0)
    const turned = across > TURNED
    const large = rows.length <= FEW ? 11 : rows.length <= MOST_ON_ONE ? 9.5 : 8.5
    return {
      title: `${listed.words.many}, ${name}`,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      ...(turned ? { turned } : {}),
      points: turned ? Math.max(SMALLEST, Math.min(large, TURNED_PT / across)) : large,
      ...(rows.length <= MOST_ON_ONE ? { fits: 1, least: SMALLEST } : {}),
      blocks: [
        { is: 'title', words: listed.words.many },
        {
          is: 'small',
          words: [name, only === '' ? '' : ` · ${only}`, ` · ${w.lines(rows.length)}`],
        },
        ...(listed.unprinted > 0 ? [{ is: 'small' as const, words: w.unprinted }] : []),
        rows.length === 0
          ? { is: 'lead', words: w.none }
          : {
              is: 'table',
              columns: ticked ? [{ head: '', wide: 2, tick: true }, ...columns] : columns,
              rows,
              tight: rows.length > FEW,
            },
      ],
      foot: [keeper, w.printedOn(dayPlain(kit.request.today, kit.request.lang))],
    }
  },
})
/**
 * Units  lines of a list: up to so many, letters as large as elsewhere; beyond so many, no letters
 *        are small enough for one sheet.
 */
const [FEW, MOST_ON_ONE] = [30, 75]
/**
 * Units  letters: what a column holds on one line, at least and at most; a sheet that must hold
 *        more across is turned.
 */
const [LEAST, MOST, TURNED] = [6, 48, 132]
/**
 * Units  points: letters that one still reads; the width of a turned sheet, in letters of one
 *        point.
 */
const [SMALLEST, TURNED_PT] = [7.5, 1_420]
/** Bold letters are wider, and a cell has its margins. */
const [BOLD, MARGINS] = [1.15, 3]

/** Figures are wider than letters are on the whole. */
const lettersOf = (text: string): number => text.length + (text.match(/[\d@]/g)?.length ?? 0) * 0.3

/** Each column as wide as its longest line, and as the longest word above it. */
const widthsOf = ({ columns, lines }: Listed): readonly number[] =>
  columns.map((column, at) => {
    const long = lines.reduce((most, line) => Math.max(most, lettersOf(line[at] ?? '')), 0)
    const head = Math.max(...column.label.split(' ').map(word => word.length)) * BOLD
    return Math.min(MOST, Math.max(LEAST, head, long)) + MARGINS
  })

/** The keeper and the name of the page, with a default when no territory is set. */
const pageOf = (
  { territory }: Kit,
  w: Readonly<{ noName: string; keeper: string }>,
): Readonly<{ name: string; keeper: string }> => ({
  name: territory?.name ?? w.noName,
  keeper: keeperSaid(territory, w.keeper),
})

/** *Boën · lieu*: what the list was asked to hold alone. */
const saidFilters = (kit: Kit, type: RecordType): string =>
  Object.entries(type.fields)
    .filter(([name, field]) => field.filter && asSent(kit.request.query, name) !== '')
    .map(([name, field]) => {
      const value = asSent(kit.request.query, name)
      return kit.told(type, name, field.many || field.kind === 'themes' ? [value] : value)
    })
    .join(' · ')
