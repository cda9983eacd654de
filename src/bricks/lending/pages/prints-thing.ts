import type { PageContext, Print } from '../../../contract/page.ts'
import type { Item, PrintBlock } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { itemsOf } from '../../../core/narrow.ts'
import type { FileRef } from '../../../core/schema.ts'
import { isPicture } from '../../../ui/picture.ts'
import { qrAlone } from '../../../ui/qr.ts'
import { money } from '../../../ui/value.ts'
import { type ThingRow, totalOf } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { doorPrint } from './prints-door.ts'
import { historyPrint } from './prints-history.ts'
import { ruleLines } from './rules-said.ts'

type Words = typeof fr
type Context = PageContext<Words>
const [ACROSS, DOWN] = [2, 5]
/** Units   millimetres: a drawing that any phone reads. */
const DRAWING_MM = 26

/** The addresses of these prints. */
export const SHEET = 'mode-d-emploi'
export const LABELS = 'etiquettes-a-preter'
export const sheetPath = (id: string): string => `/imprimer/${SHEET}/${id}`
export const labelsPath = (id: string): string => `/imprimer/${LABELS}/${id}`

const asked = ({ kit, read }: Context): ThingRow | undefined =>
  read.one(thing, kit.request.params['id'] ?? '')

/** *Mode d’emploi*: how to use it, what is counted, its rules, whom to ask: to hang beside it. */
const sheet: Print<Words> = {
  kind: SHEET,
  ofOne: true,
  make: (kit, read, words) => {
    const context = { kit, read, words }
    const row = asked(context)
    if (!row) return undefined
    const w = words.tending
    const labels = words.types.thing.fields
    const prose = [
      ['', row.sheet],
      ['', row.detail],
      [labels.backAs.label, row.backAs],
      [labels.houseRules.label, row.houseRules],
      [labels.consumables.label, row.consumables],
      [labels.equipment.label, row.equipment],
      [labels.quietHours.label, kit.told(thing, 'quietHours', row.quietHours)],
    ] as const
    const facts = [
      [w.sheetPlace, row.where ?? ''],
      [w.sheetReach, reachOf(context, row)],
      [labels.hours.label, row.hours === null ? '' : kit.told(thing, 'hours', row.hours)],
    ].flatMap(([label = '', value = '']) => (value === '' ? [] : [[label, value] as const]))
    const upkeep = w.labelUpkeep(row.upkeepUnits, row.meter ?? '', row.upkeepDays)
    const rules = [...ruleLines(context, row), ...(upkeep === '' ? [] : [upkeep])]
    const pieces = (row.pieces ?? []).map((words): Item => ({ words, tick: true }))
    return {
      title: row.title ?? '',
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      points: 20,
      least: 10,
      fits: 1,
      blocks: [
        { is: 'title', words: row.title ?? '', size: 'sheet' },
        ...pictureOf(row),
        ...prose.flatMap(([label, said]) => paragraphs(label, said ?? '')),
        ...(pieces.length === 0
          ? []
          : [
              { is: 'heading' as const, words: w.sheetPieces },
              { is: 'items' as const, items: pieces },
            ]),
        ...(facts.length === 0 ? [] : [{ is: 'facts' as const, facts }]),
        { is: 'heading', words: words.seeing.rules },
        { is: 'items', items: rules.map(words => ({ words })), tight: true },
      ],
      foot: [kit.territory?.name ?? '', codeSaid(read, row.id) ?? ''],
    }
  },
}

const pictureOf = ({ photos, title }: ThingRow): readonly PrintBlock[] => {
  const photo = itemsOf<FileRef>(photos).find(isPicture)
  return photo ? [{ is: 'picture', picture: photo.hash, shows: title ?? '', mm: 60 }] : []
}

const paragraphs = (label: string, said: string): readonly PrintBlock[] =>
  said.trim() === ''
    ? []
    : [
        ...(label === '' ? [] : [{ is: 'heading' as const, words: label }]),
        ...said
          .split(/\n+/)
          .map(line => line.trim())
          .filter(line => line !== '')
          .map(words => ({ is: 'words' as const, words })),
      ]

const reachOf = ({ kit }: Context, row: ThingRow): string => {
  const { who, reach } = kit.onPaper({
    ...{ type: thing.name, id: row.id },
    ...{ who: row.who, reach: row.reach },
  })
  return [who, reach].filter(Boolean).join(', ')
}

/**
 * Labels to tie to a thing and to each of its pieces: what it is, whose, its code, a drawing that
 * leads to its page, the one place where it goes back, its deposit, and when it is looked after.
 */
const labels: Print<Words> = {
  kind: LABELS,
  ofOne: true,
  make: (kit, read, words) => {
    const context = { kit, read, words }
    const row = asked(context)
    if (!row) return undefined
    const own = label(context, row, row.title ?? '')
    const pieces = (row.pieces ?? []).map(one =>
      label(context, row, one, words.tending.labelPiece(row.title ?? '')),
    )
    const each = pieces.length > 0 ? [own, ...pieces] : copiesOf(own, totalOf(row))
    return {
      ...{ title: row.title ?? '', lang: kit.request.lang, size: 'a4', layout: 'cards' },
      ...{ points: 10, across: ACROSS, down: DOWN, blocks: [], each },
    }
  },
}

function label(
  context: Context,
  row: ThingRow,
  title: string,
  under?: string,
): readonly PrintBlock[] {
  const code = codeSaid(context.read, row.id)
  const said: readonly PrintBlock[] = [
    { is: 'code', code: title, says: '', times: timesOf(title) },
    ...(under === undefined ? [] : [{ is: 'words' as const, words: under }]),
    ...(code === undefined
      ? []
      : [{ is: 'words' as const, words: [{ b: code }, context.words.tending.labelCode] }]),
    ...labelLines(context, row, under === undefined).map(words => ({
      is: 'words' as const,
      words,
    })),
  ]
  const address = context.kit.hotspot?.address ?? context.kit.request.address
  if (address === undefined) return said
  const page = `http://${address}${PATH}/${row.id}`
  const shows = context.words.tending.labelPage(row.title ?? '')
  const svg = qrAlone(page, shows)
  return [
    {
      is: 'beside',
      columns: [
        [
          { is: 'drawing', svg, shows, mm: DRAWING_MM },
          { is: 'small', words: address },
        ],
        said,
      ],
      wide: [1, 2.2],
    },
  ]
}

/** A short title is read from a metre away; a long one still holds in its frame. */
const timesOf = (title: string): number => {
  const word = Math.max(...title.split(/[\s-]+/).map(one => one.length))
  return title.length <= 28 && word <= 11 ? 2.2 : title.length <= 60 && word <= 16 ? 1.6 : 1.1
}

/** What stands on a label; the deposit and the upkeep on that of the whole thing alone. */
function labelLines(context: Context, row: ThingRow, isWhole: boolean): readonly string[] {
  const { kit, words } = context
  const w = words.tending
  const reach = reachOf(context, row)
  const whose = whoseOf(context, row)
  const { lang } = kit.request
  return [
    whose === '' ? '' : w.labelWhose(whose),
    row.where === null ? '' : w.labelBack(row.where),
    reach === '' ? '' : w.labelCall(reach),
    row.depositCents === null || !isWhole ? '' : w.labelDeposit(money(row.depositCents, lang)),
    isWhole ? w.labelUpkeep(row.upkeepUnits, row.meter ?? '', row.upkeepDays) : '',
  ].filter(Boolean)
}

/** Whose it is: the village’s, where no person owns it or lends it; a person’s says nothing. */
function whoseOf({ kit, read }: Context, row: ThingRow): string {
  if (kit.hostOf(row.id) !== undefined || row.who) return ''
  const owner = read.one(thing, row.id, 'home')?.owner ?? null
  return owner === null ? (kit.territory?.name ?? '') : ''
}

/** Of forty chairs each has its label; of one thing, one alone. */
const copiesOf = <T>(one: T, n: number): readonly T[] =>
  Array.from({ length: Math.min(n, MOST_LABELS) }, () => one)
const MOST_LABELS = 120

export const thingPrints: readonly Print<Words>[] = [sheet, labels, historyPrint, doorPrint]
