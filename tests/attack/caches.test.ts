import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { meaningKept } from '../../src/bricks/offers/model/matching/meaning.ts'
import { topicsSaid } from '../../src/bricks/offers/model/matching/topics-alike.ts'
import { featuresOf } from '../../src/bricks/offers/model/topics/features.ts'
import { cachesHere } from '../../src/core/byte-cache.ts'
import { isPublicHoliday } from '../../src/core/calendar/days-off.ts'
import { normalHours } from '../../src/core/calendar/hours.ts'
import { stems } from '../../src/core/letters/words.ts'
import { hash8, sha256 } from '../../src/log/bytes.ts'
import { stemmedOf } from '../../src/projection/search.ts'
import { infinitiveOf } from '../../src/text/french/infinitives.ts'
import { guard } from '../../src/text/guard/guard.ts'
import { isWeak } from '../../src/text/searching/small-words.ts'

/** Whatever people type, what is kept of it in memory stays under a bound of bytes. */

const word = (n: number): string =>
  `${hash8(sha256(Buffer.from(String(n)))).replace(/[\W\d_]/g, 'e')}aient`
const long = (n: number): string => `Anaïs donne ${word(n)} et ${word(n + 1)} `.repeat(40)
const spoken = (n: number) => ({
  ...({ id: '', side: 'offer', title: `${word(n)} à donner`, more: long(n), themes: [] } as const),
  ...{ commune: null, point: null, whose: { who: null, reach: null, from: [] } },
})
/** What fills each cache, and how many texts it takes. */
const FLOODS: readonly (readonly [times: number, of: (n: number) => unknown])[] = [
  [12_000, n => stems(`${word(n)} ${word(-n)}`)],
  [20_000, n => stems(word(n), 'en')],
  [10_000, n => infinitiveOf(word(n))],
  [10_000, n => isWeak(word(n))],
  [10_000, n => featuresOf(word(n))],
  [10_000, n => stemmedOf(`É${word(n)}`)],
  [10_000, n => isPublicHoliday(`${String(n).padStart(4, '0')}-01-01`, {})],
  [800, n => meaningKept(long(n))],
  [800, n => topicsSaid(spoken(n))],
  [100, n => guard(`à ${word(n)}`, [word(n)])],
  [400, n => normalHours(`Mo-Fr ${String(n % 24).padStart(2, '0')}:${(n % 50) + 10}-24:00 "${n}"`)],
]

test('however many long texts come, every cache stays under its bound', () => {
  for (const [times, of] of FLOODS) for (let n = 0; n < times; n++) of(n)
  const caches = cachesHere()
  for (const { name, size, most } of caches) assert.ok(size <= most, `${name}: ${size} of ${most}`)
  // A flood that fills nothing proves nothing.
  const full = caches.filter(({ size, most }) => size > most / 2).map(({ name }) => name)
  const flooded = [
    'stems fr',
    'stems en',
    'infinitives',
    'weak words',
    'families of words',
    'hours',
  ]
  flooded.push('public holidays', 'meanings', 'topics said', 'words of topics', 'stems of topics')
  assert.deepEqual(new Set(flooded).difference(new Set(full)), new Set())
  const all = caches.reduce((sum, { most }) => sum + most, 0)
  assert.ok(all < MOST_OF_ALL, `${all} bytes of bounds`)
})
/** Units   bytes that all caches of texts may hold in one thread. */
const MOST_OF_ALL = 56 * 1024 * 1024

/** Maps that a module fills as it runs, and what bounds them beside bytes. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/bricks/offers/model/matching/names.ts kinds': 'words of the lexicon',
  'src/core/beforehand.ts works':
    'modules of the program; what is done in them goes as it is shown',
  'src/core/letters/words.ts bare': 'letters of Latin-1',
  'src/text/figures.ts worths': 'figures of all scripts',
  'src/text/near-figures.ts rare': 'numbers of characters, some thousands',
  'src/text/searching/families.ts exact': 'a list of the program',
  'src/text/searching/families.ts plain': 'a list of the program',
  'src/text/searching/families.ts forms': 'a list of the program',
  'src/web/records/questions.ts small': 'two languages',
  'src/sync/bundle/pack-client.ts waiting': 'bundles that are being packed',
}
test('a map that a module fills as it runs is a cache in bytes, or is bounded otherwise', () => {
  const found = globSync('src/**/*.ts')
    .filter(file => !file.endsWith('.test.ts'))
    .flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(MADE_EMPTY)].map(([, name]) => `${file} ${name}`),
    )
  assert.deepEqual(found.sort(), Object.keys(BOUNDED).sort())
})
const MADE_EMPTY = /^(?:export )?const (\w+) = new Map<.*>\(\)$/gm
