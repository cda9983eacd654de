import { communesDrawn } from '../../../contract/communes.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Item, Paper, PrintBlock } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import { gathered, mapKind } from '../../../ui/map/map.ts'
import { paperMap } from '../../../ui/map/map-paper.ts'
import { visited } from '../model/read.ts'
import { spotted } from './pages-map.ts'
import { communeName, type DirectoryWords } from './say.ts'

/**
 * Units   millimetres of an A3 on its end: what stands within its margins, and how tall its map may
 *         be.
 */
const [ACROSS, TALLEST] = [267, 215]
/** More lines than the sheet holds: it keeps as many as fit, to be written in by hand. */
const [LINES, LEAST] = [30, 5]
const COLUMNS = 4

/**
 * *La carte*, A3: what is known, its legend, and an empty table beneath to write on, around a table
 * or on a wall. No person is on it.
 */
export const mapPrint: Print<DirectoryWords> = {
  kind: 'carte-a3',
  lacks: (_ask, _read, words) => words.prints.mapLacks,
  make: (kit, read, words): Paper | undefined => {
    const communes = communesDrawn(kit, read)
    const { spots } = gathered(
      spotted(read).filter(one => one.point),
      communes,
    )
    const here = kit.territory?.village
    const been = visited(read).filter(code => code !== here)
    const name = kit.territory?.name ?? words.prints.noName
    const shows = words.mapSays(name)
    const marks = spots.map(({ point, number }) => ({ point, number }))
    const map = { id: 'a3', title: shows, communes, ...(here ? { here } : {}), marked: been, marks }
    const drawn = paperMap(map, 'a3')
    if (!drawn) return undefined
    const { svg, keys } = drawn
    const w = words.prints
    const legend = [
      keys !== '' && `${keys}.`,
      here && w.mapHere(communeName(kit, here)),
      been.length > 0 && w.mapVisited,
      spots.length > 0 && w.mapMarks,
      mapKind(communes) === 'cells' && words.mapCells,
    ]
    return {
      title: `${words.mapTitle}, ${name}`,
      lang: kit.request.lang,
      size: 'a3',
      layout: 'flow',
      points: 11,
      fits: 1,
      blocks: [
        { is: 'title', words: [name] },
        { is: 'drawing', svg, shows, ...tallOf(svg) },
        { is: 'small', words: legend.filter(Boolean).join(' ') },
        ...(spots.length === 0
          ? []
          : [
              namesOf(
                spots.map(({ number, items }) => ({
                  words: [{ b: `${number}\u2002` }, items.map(one => one.title).join(', ')],
                })),
                w.mapMore,
              ),
            ]),
        { is: 'heading', words: w.noted },
        {
          is: 'table',
          columns: [
            { head: w.notedWhere, wide: 2 },
            { head: w.notedWhat, wide: 4 },
            { head: w.notedWho, wide: 2 },
          ],
          rows: Array.from({ length: LINES }, () => ['\u00a0\n\u00a0', '', '']),
          least: LEAST,
          more: '',
        },
      ],
      foot: [
        keeperSaid(kit.territory, w.keeper),
        w.printedOn(dayPlain(kit.request.today, kit.request.lang)),
      ],
    }
  },
}

/** A map that would be too tall across the whole sheet says how tall it stands. */
function tallOf(svg: string): Readonly<{ mm?: number }> {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return (ACROSS * Number(height)) / Number(width) > TALLEST ? { mm: TALLEST } : {}
}

/** Side by side, in the order of their numbers, down each column. */
function namesOf(items: readonly Item[], more: string): PrintBlock {
  const tall = Math.ceil(items.length / COLUMNS)
  const columns = Array.from({ length: COLUMNS }, (_, at): readonly PrintBlock[] => [
    {
      is: 'items',
      items: items.slice(at * tall, (at + 1) * tall),
      tight: true,
      bare: true,
      least: 1,
      more,
    },
  ])
  return { is: 'beside', columns }
}
