import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { waysIn } from '../../src/contract/records/past-reach.ts'
import { hoursToMend, LONGEST_HOURS, normalHours, sayHours } from '../../src/core/calendar/hours.ts'
import { editProse, proseText, proseTexts } from '../../src/core/prose.ts'
import { withoutPictures } from '../../src/paper/signs.ts'
import { readRows } from '../../src/reading/rows.ts'
import { runsIn } from '../../src/text/figures.ts'
import { notesPage } from '../../src/text/harvest/page.ts'
import { whoIsNamed } from '../../src/text/named.ts'
import { phonesIn } from '../../src/text/phone.ts'
import { namePattern } from '../../src/text/said-name.ts'
import {
  seeking,
  valueWithout,
  withoutPhone,
  withoutPhones,
} from '../../src/text/sought-numbers.ts'
import { cleaned } from '../../src/ui/screen-text.ts'
import { isLong, isShort, testLater, testOnce } from '../support/pass.ts'
import { workOf } from './work.ts'

/**
 * What people type never costs more than it is long. Every function of `core` that takes a text is
 * found in the source, and fed with each of these pieces, so many times over: four times the text
 * is four times the work, counted (`work.ts`).
 */
const PIECES = [
  ...[
    'a',
    'É',
    'a-',
    'a.',
    'a@',
    "a'",
    'aB',
    '👩‍👩‍👧',
    '\u0301',
    '李',
    '1',
    '12 ',
    '06 12 ',
    '+33 ',
    'un ',
    '2 fois 3 ',
    'dixsix ',
    'deux-',
    '12 ans ',
    '12/12/',
    '14h ',
  ],
  ...[
    'Paul, ',
    'De La ',
    'de ',
    'Zoé et ',
    'M. ',
    'chez ',
    'a, ',
    'a arobase ',
    'é arobase-',
    '(at)',
    'www.',
    'http://',
    ' ',
    '\t',
    '\n',
    '\u00a0',
    'a\n',
  ],
  ...[
    '"',
    "'",
    '(',
    ')',
    '[',
    '[[',
    '{{',
    '<',
    '<b>',
    '/',
    '-',
    '—',
    '*',
    '=',
    ':',
    ';',
    ',',
    '.',
    '?',
    '#',
    '|',
    '_',
    '\\',
    '&',
    '%',
    '$',
  ],
  ...[
    'le lundi ',
    'Mo ',
    'Mo[-5] ',
    'Mo-',
    '9h-12h ',
    'tous les ',
    'code ',
    'nee ',
    'la maison ',
    'je ',
    'sa fille ',
    '→ ',
    '=> ',
    'Luce → ',
    '* a\n',
    '== a\n',
    '|-\n',
  ],
]
/** Units: UTF-16. Longer than what any pattern looks around itself. */
const SMALL = isLong ? 600 : 300
const TIMES = 4
/**
 * What is sorted grows a little faster than it is long; what grows with its square would take
 * sixteen times the work.
 */
const MOST = 5.5
const BESIDE = 4_000

type Called = (...given: readonly unknown[]) => unknown
const number = seeking('06 98 76 54 32')!
const name = namePattern('Zoé')!
const nothing = { me: { name: 'me', words: 'no words' }, others: [], wordsOf: () => '' }
/** Those that ask for more than the text. */
const WITH: Readonly<Record<string, (call: Called, text: string) => unknown>> = {
  alike: (call, text) => call(text, 'Zoé'),
  ratio: (call, text) => call(text, 'Zoé'),
  editDistance: (call, text) => call(text, `${text}a`, 2),
  nearTerm: (call, text) => call(text, ['atelier', text]),
  isAmong: (call, text) => call(text, [text]),
  isSameName: (call, text) => call(text, text),
  saysOtherWord: (call, text) => call(text, text),
  sayDays: (call, text) => call(text, text, 'fr'),
  excerptOf: (call, text) => call(text, ['atelier', text.slice(0, 20)]),
  isPublicHoliday: (call, text) => call(text, {}),
  isSchoolHoliday: (call, text) => call(text, { zone: 'A' }),
  isSchoolKnown: (call, text) => call(text, { zone: 'A' }),
  isSamePhone: (call, text) => call(text, text),
  searchSpoken: (call, text) => call(text, { today: '2026-12-05', communes: [] }),
  isNicknameTaken: (call, text) => call(text, 'name', []),
  meantBy: (call, text) => call(text, nothing),
  phonesOf: (call, text) => runsIn(text).map(run => call(text, run)),
  phoneOf: (call, text) => runsIn(text).map(run => call(text, run)),
  holdsPhone: (call, text) => call(text, number),
  withoutPhone: (call, text) => call(text, number),
  valueWithout: (call, text) => call({ it: [text] }, number),
  holdsIn: (call, text) => call({ it: [text] }, number),
  holdsName: (call, text) => call(text, name),
  withoutName: (call, text) => call(text, name, 'X'),
  wordEdits: (call, text) => call(text, `${text}a`),
  ordinaryIn: (call, text) => call(text, { from: 0, to: text.length }),
  typedPoint: (call, text) => call(text, text),
  typedDay: (call, text) => call(text, '2026-11-28'),
  typedWhen: (call, text) => call(text, '2026-11-28'),
  dayFrom: (call, text) => call('2026-11-28', text),
  inUnit: (call, text) => call({ n: 1, unit: text }, 'sacs'),
  packAsked: (call, text) => call(text, { n: 400, unit: 'kg' }),
  partOf: (call, text) => call(text, { n: 400, unit: 'kg' }, 140),
  sayAmount: (call, text) => call(2, text, 'fr'),
  guard: (call, text) => call(text, ['Zoé Martin', 'Zoé']),
  toldIn: (call, text) => call(text, false),
  normal: (call, text) => call(text, 'NFKD'),
  sayRecurrence: (call, text) => call(text, 'fr', '2026-11-28'),
  recurrenceForForm: (call, text) => call(text, 'fr'),
  weekday: (call, text) => call(text, 'fr'),
  onDay: (call, text) => call(text, 'fr', '2026-11-28'),
  sayPeriod: (call, text) => call(text, text, 'fr', '2026-11-28'),
  sinceDay: (call, text) => call(text, 'fr', '2026-11-28'),
  calendarFile: (call, text) => call(text, [], 0),
  fromToday: (call, text) => call(text, 'fr', '2026-11-28'),
}
/** What is never given a text of people: words of our own, or of the machine. */
const OURS = new Set([
  'trustedEntry',
  'readBy',
  'newestFirst',
  'momentOf',
  'firstIdOf',
  'codeOf',
  'freeCode',
  'sayRule',
])

const DECLARED =
  /^export (?:const|function) (\w+)(?:<[^>]*>)?(?: = )?\(\s*\w+\??: (?:string|unknown)\b(?!\[)/gm
/** The harvest is fed as it reads, a whole page; hours have a bound of their own, below. */
const files = globSync('src/{core,text}/**/*.ts').filter(
  file => !/\.test\.ts$|\/harvest\/|\/hours\.ts$/.test(file),
)

type Reader = Readonly<{ called: string; read: (text: string) => unknown }>
async function readers(): Promise<readonly Reader[]> {
  const found = await Promise.all(
    files.sort().map(async file => {
      const room = (await import(`../../${file}`)) as Readonly<Record<string, Called>>
      return [...readFileSync(file, 'utf8').matchAll(DECLARED)].flatMap(([, called = '']) => {
        const [call, more] = [room[called]!, WITH[called]]
        return OURS.has(called)
          ? []
          : [{ called, read: (text: string) => (more ? more(call, text) : call(text)) }]
      })
    }),
  )
  const beside: readonly Reader[] = [
    { called: 'waysIn', read: waysIn },
    { called: 'cleaned', read: cleaned },
    { called: 'withoutPictures', read: withoutPictures },
    { called: 'notesPage', read: notesPage },
    { called: 'readRows', read: text => readRows(Buffer.from(`a;b\n${text}`), { name: 'a.csv' }) },
    { called: 'whoIsNamed', read: whoIsNamed(['Zoé Martin'], ['Sail']) },
  ]
  return [...found.flat(), ...beside]
}

/**
 * What is no text of theirs may be refused by an error of its own; a call that lacks something is a
 * fault of this test.
 */
function attempt({ called, read }: Reader, text: string): unknown {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof TypeError)
      throw new Error(`say in WITH how ${called} is called`, { cause: error })
    return undefined
  }
}

testLater('law: four times the text is four times the work, for whatever reads texts', async t => {
  const all = await readers()
  assert.ok(all.length > 80, 'the functions are found')
  for (const reader of all)
    await t.test(reader.called, () => {
      for (const piece of PIECES) {
        const of = (length: number): number =>
          workOf(() => attempt(reader, piece.repeat(Math.ceil(length / piece.length))))
        const [once, more] = [of(SMALL), of(TIMES * SMALL)]
        assert.ok(more <= MOST * once + BESIDE, `${JSON.stringify(piece)}: ${once}, then ${more}`)
      }
    })
})

const cutting: readonly Reader[] = [
  { called: 'withoutPhone', read: text => withoutPhone(text, number) },
  { called: 'withoutPhones', read: withoutPhones },
  { called: 'valueWithout', read: text => valueWithout({ it: [text] }, number) },
]
/** Each number taken out makes another, or sets another free. */
const NESTED: readonly (readonly [before: string, after: string])[] = [
  ['0698 le ', ' 765432'],
  ['06 ou ', '98 76 54 32 '],
  ['069876 (', ') 5432'],
  ['', ' l 698765432    '],
  ['', ' 698765432'],
  ['06 ab ', ' ab 98 76 54 32'],
]
testOnce('law: numbers in numbers, four times as deep, are four times the work', () => {
  for (const [before, after] of NESTED)
    for (const { called, read } of cutting) {
      const of = (deep: number): number =>
        workOf(() => read(`${before.repeat(deep)}06 98 76 54 32${after.repeat(deep)}`))
      const [once, more] = [of(40), of(160)]
      assert.ok(
        more <= MOST * once + BESIDE,
        `${called} ${JSON.stringify([before, after])}: ${once}, then ${more}`,
      )
    }
})

testOnce(
  'law: four times the figures of any script, glued to a letter or not, are four times the work',
  () => {
    for (const piece of ['९', '९o', '9', 'o9', '０'])
      for (const end of ['', 'x', '९']) {
        const of = (length: number): number => workOf(() => phonesIn(piece.repeat(length) + end))
        const [once, more] = [of(300), of(1_200)]
        assert.ok(more <= MOST * once + BESIDE, `${piece}…${end}: ${once}, then ${more}`)
      }
  },
)

testOnce(
  'law: four times the updates of a long text are four times the work, one that can’t be ' +
    'read among them',
  () => {
    const updates: Uint8Array[] = []
    for (let n = 0; n < 80; n++)
      updates.push(editProse(updates, updates, `mot ${n}`, { client: 1, other: 2 })!)
    const among = (most: number): readonly Uint8Array[] => [
      Uint8Array.of(1, 2, 3),
      ...updates.slice(0, most),
    ]
    for (const read of [proseText, proseTexts]) {
      const [once, more] = [20, 80].map(most => workOf(() => read(among(most))))
      assert.ok(more! <= MOST * once!, `${once}, then ${more}`)
    }
  },
)

testOnce('hours longer than any are not read', () => {
  const ways = [
    normalHours,
    (text: string) => hoursToMend(text, 'fr'),
    (text: string) => sayHours(text, 'fr'),
  ]
  for (const piece of PIECES)
    for (const read of ways) {
      const long = piece.repeat(2 * LONGEST_HOURS)
      assert.ok(workOf(() => read(long)) < 5 * long.length + 2_000, piece)
    }
})

/** Those that read as hours, and three that do not. The pass after takes the others. */
const HOURS = ['Mo ', 'Mo[-5] ', 'Mo-', '9h-12h ', 'le lundi ', 'a-', '12 ', '"']
const isOfHours = (piece: string): boolean => isShort === HOURS.includes(piece)
const testTwice = isLong ? testOnce : test
testTwice('hours of every kind never fail, nor say on the machine’s log what was typed', () => {
  const program = `
    const { hoursToMend, normalHours, openAt, openUntil, sayHours } = await import(${JSON.stringify(import.meta.resolve('../../src/core/calendar/hours.ts'))})
    for (const piece of ${JSON.stringify(PIECES.filter(isOfHours))}) {
      const text = piece.repeat(${LONGEST_HOURS} / piece.length)
      normalHours(text)
      for (const read of [hoursToMend, sayHours]) read(text, 'fr')
      for (const read of [openAt, openUntil]) read(text, '2026-11-28T10:00')
    }`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', program],
    { encoding: 'utf8' },
  )
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' })
})
