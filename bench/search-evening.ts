import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COMMUNES } from '../seeds/communes.ts'
import { THEMES } from '../src/core/themes.ts'
import { type TestBox, testBox } from '../tests/support/test-box.ts'

/** What a village typed in one evening, put in a fresh box: notices by their own command. */

/** One line of `evening.jsonl`. `every`: a weekday. `hours`: as OpenStreetMap writes them. */
export type EveningLine = Readonly<{
  id: string
  type:
    | 'offer'
    | 'need'
    | 'place'
    | 'group'
    | 'event'
    | 'project'
    | 'idea'
    | 'followup'
    | 'computer'
    | 'relay'
  title: string
  more?: string
  who?: string
  reach?: string
  commune?: string
  date?: string
  hour?: string
  until?: string
  every?: string
  hours?: string
  phone?: string
}>

/** Beside the seeds: two communes around (codes: INSEE; centres: IGN, rounded). */
const AROUND = [
  ['42039', 'Chalmazel-Jeansagnière', '42920', 480, [45.702, 3.851]],
  ['42147', 'Montbrison', '42600', 16_000, [45.607, 4.065]],
] as const
const GROUND = [...COMMUNES, ...AROUND]
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** An address that a member who reads first has: nobody is reached by it. */
const NOBODY = 'au bar'

const codeOf = (name: string | undefined): string | undefined =>
  GROUND.find(([, known]) => known === name)?.[0]
const joined = (...pieces: readonly (string | undefined)[]): string =>
  pieces.filter(Boolean).join(' ')
const weekly = (day: string | undefined): string | undefined => {
  const code = DAY_CODES[WEEKDAYS.indexOf(day ?? '')]
  return code && `FREQ=WEEKLY;BYDAY=${code}`
}
/** *le jeudi, 08:30*: as a person says when. */
const whenSaid = ({ every, hour }: EveningLine): string | undefined =>
  every ? [`le ${every}`, hour].filter(Boolean).join(', ') : hour

type Plain = Readonly<{ type: string; fields: Readonly<Record<string, unknown>> }>
type Making = (line: EveningLine) => Plain
const about = ({ more, every, hour }: EveningLine): string =>
  joined(more, every && `${whenSaid({ every, hour } as EveningLine)}.`)
const named = ({
  title,
  commune,
  hours,
  phone,
}: EveningLine): Readonly<Record<string, unknown>> => ({
  name: title,
  commune: codeOf(commune),
  hours,
  phone,
})
const MAKINGS: Readonly<Record<Exclude<EveningLine['type'], 'offer' | 'need'>, Making>> = {
  place: line => ({ type: 'place', fields: { ...named(line), description: about(line) } }),
  group: line => ({
    type: 'actor',
    fields: {
      ...named(line),
      kind: 'association',
      summary: about(line),
      reach: joined(line.who && `${line.who},`, line.reach) || undefined,
    },
  }),
  computer: line => ({ type: 'access-point', fields: { ...named(line), help: about(line) } }),
  relay: ({ title, more, reach, commune, phone, ...line }) => ({
    type: 'relay',
    fields: {
      name: title.slice(0, 60),
      where: (more ?? reach ?? NOBODY).slice(0, 300),
      when: whenSaid({ title, ...line }),
      phone,
      commune: codeOf(commune),
    },
  }),
  event: ({ title, date, hour, every, more, who, reach, commune }) => ({
    type: 'event',
    fields: {
      title,
      startsOn: date,
      startsAt: hour,
      recurs: weekly(every),
      detail: more,
      who,
      reach,
      commune: codeOf(commune),
    },
  }),
  project: ({ title, more, who, reach, commune }) => ({
    type: 'initiative',
    fields: {
      title,
      summary: more,
      reach: joined(who && `${who},`, reach) || undefined,
      commune: codeOf(commune),
    },
  }),
  idea: ({ title, more, commune }) => ({
    type: 'idea',
    fields: { title, detail: more, commune: codeOf(commune), state: 'open' },
  }),
  followup: ({ title, more, who, until, date }) => ({
    type: 'task',
    fields: { title, detail: more, who, dueDay: until ?? date, state: 'todo' },
  }),
}

/** A notice as its form sends it: the page reads the ride, the way and the themes of its title. */
function noticed(box: TestBox, line: EveningLine): string {
  const { type, title, more, who = '', reach = NOBODY, commune, until, date } = line
  const said = { title, detail: more ?? '', who, reach, when: whenSaid(line) ?? '' }
  const input = { ...said, commune: codeOf(commune) ?? '', until: until ?? date ?? '' }
  const answer = box.turn(`offers.${type}`, input)
  const id = answer.done ? (answer.next ?? '').split('/').at(-1)! : ''
  if (id !== '') return id
  // A sentence that its form does not take as it stands comes as a table brings it.
  const { commune: code, ...fields } = input
  return box.bring(type, { ...fields, commune: code || null, until: input.until || null })
}

/** A box with the evening in it; the ids of its lines by those of their records. */
export function eveningBox(
  folder: string,
): Readonly<{ box: TestBox; lines: Map<string, EveningLine> }> {
  const text = readFileSync(join(folder, 'evening.jsonl'), 'utf8')
  const all = text
    .split('\n')
    .flatMap(row => (row.trim() === '' ? [] : [JSON.parse(row) as EveningLine]))
  const box = testBox()
  const communes = GROUND.map(([code]) => code)
  box.territory({ name: 'Saint-Just et alentours', village: '42247', communes })
  box.bringAll(
    ...GROUND.map(([code, name, postalCodes, population, point]) => ({
      type: 'commune',
      fields: { code, name, postalCodes, population, point },
    })),
    ...THEMES.map(({ label, synonyms }) => ({ type: 'theme', fields: { label, synonyms } })),
  )
  const lines = new Map(
    all.map(line => {
      box.later(1_000)
      if (line.type === 'offer' || line.type === 'need') return [noticed(box, line), line] as const
      const { type, fields } = MAKINGS[line.type](line)
      const said = Object.entries(fields).filter(([, value]) => value !== undefined)
      return [box.bring(type, Object.fromEntries(said)), line] as const
    }),
  )
  return { box, lines }
}
