import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { capital } from '../../../text/capital.ts'
import { type ThingRow, totalOf } from '../model/read.ts'
import { MOST_CHANGEOVER, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/** The settings that these lines say, and the list of values leaves out. */
export const SAID_AS_RULES: readonly (keyof typeof thing.fields)[] = [
  ...([
    'unit',
    'count',
    'forWhom',
    'leadDays',
    'aheadDays',
    'longestDays',
    'longestHours',
  ] as const),
  ...(['daysMonth', 'hoursYear', 'notChained', 'oneWeekend', 'mostAhead', 'localsDays'] as const),
  ...(['changeoverMinutes', 'depositCents', 'feeCents', 'feeFor', 'insurance'] as const),
  ...(['unitsFirst', 'upkeepDays', 'upkeepUnits', 'gone', 'partOf'] as const),
  ...(['hours', 'quietHours', 'capacity'] as const),
]

/** The rules of a thing in a few lines: who books it, for how long, against what. */
export const rulesSaid = (context: Context, row: ThingRow): Html => html`
  <h2>${context.words.seeing.rules}</h2>
  <ul class="lend-rules">${ruleLines(context, row).map(line => html`<li>${line}</li>`)}</ul>
`
export const ruleLines = (context: Context, row: ThingRow): readonly string[] =>
  [howOf, openOf, whoOf, lengthOf, aheadOf, againstOf]
    .map(of => of(context, row).filter(Boolean))
    .filter(pieces => pieces.length > 0)
    .map(pieces => `${capital(pieces.join(', '))}.`)

type Pieces = (context: Context, row: ThingRow) => readonly (string | false)[]

const howOf: Pieces = ({ words: { seeing } }, row) => [
  seeing.by[row.unit === 'hour' ? 'hour' : 'day'],
  totalOf(row) > 1 && seeing.thereAre(totalOf(row)),
]
const openOf: Pieces = ({ kit, words: { seeing } }, row) => [
  row.hours !== null && seeing.open(kit.told(thing, 'hours', row.hours)),
  row.quietHours !== null && seeing.quiet(kit.told(thing, 'quietHours', row.quietHours)),
  row.capacity !== null && seeing.holds(row.capacity),
]
const whoOf: Pieces = ({ words: { seeing } }, { forWhom }) => [
  seeing.forWhom[isChoice(forWhom, seeing.forWhom) ? forWhom : 'members'],
]
const isChoice = <T extends object>(code: string | null, all: T): code is keyof T & string =>
  code !== null && Object.hasOwn(all, code)

const lengthOf: Pieces = ({ words: { seeing } }, row) => [
  row.longestDays !== null && seeing.atMost(seeing.days(row.longestDays)),
  row.longestHours !== null && seeing.atMost(seeing.hours(row.longestHours)),
  row.daysMonth !== null && seeing.aMonth(row.daysMonth),
  row.hoursYear !== null && seeing.aYear(row.hoursYear),
  row.notChained === true && seeing.notChained,
  row.oneWeekend === true && seeing.oneWeekend,
  row.mostAhead !== null && seeing.atMost(seeing.mostAhead(row.mostAhead)),
]

const aheadOf: Pieces = ({ words: { seeing } }, row) => [
  row.leadDays !== null && row.leadDays > 0 && seeing.lead(row.leadDays),
  row.aheadDays !== null && seeing.ahead(row.aheadDays),
  row.localsDays !== null && seeing.locals(row.localsDays),
  (row.changeoverMinutes ?? 0) > 0 &&
    seeing.changeover(Math.min(row.changeoverMinutes ?? 0, MOST_CHANGEOVER)),
]

const againstOf: Pieces = ({ kit, words: { seeing } }, row) => [
  row.depositCents !== null && seeing.deposit(kit.told(thing, 'depositCents', row.depositCents)),
  row.feeCents !== null && seeing.fee(kit.told(thing, 'feeCents', row.feeCents), row.feeFor ?? ''),
  row.insurance === true && seeing.insurance,
]
