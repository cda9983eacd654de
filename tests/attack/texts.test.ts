import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { soundOf } from '../../src/bricks/offers/model/matching/vocabulary.ts'
import { longestOf } from '../../src/core/form/fit.ts'
import { readForm } from '../../src/core/form/form.ts'
import { line, lines } from '../../src/core/form/typed.ts'
import { fold, stems } from '../../src/core/letters/words.ts'
import { pattern } from '../../src/core/pattern.ts'
import { type Field, type FieldKind, recordType } from '../../src/core/schema.ts'
import { guard } from '../../src/text/guard/guard.ts'
import { reachIn } from '../../src/text/guard/reach.ts'
import { whoIsNamed } from '../../src/text/named.ts'
import { addressesIn, saysHowToReach } from '../../src/text/reaching.ts'
import { namePattern, withoutName } from '../../src/text/said-name.ts'
import { cleaned } from '../../src/ui/screen-text.ts'
import { at, runs, testOnce } from '../support/pass.ts'

/**
 * Pieces that cost more than they are long, wherever a pattern tries again from each of them, and
 * what surrounds them in honest texts.
 */
const NASTY = [
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '\u3000',
  '\u0301',
  '\u0323',
  '\u0e47',
  '\u0345',
  '-',
  '.',
  ',',
  '’',
  '1',
  '0 ',
  'a',
  'É',
  'Aa-',
  '(',
  '"',
  '@',
  '/',
  '\u200b',
  '\u202e',
  '😀',
  '李',
]
const run = fc
  .tuple(fc.constantFrom(...NASTY), fc.integer({ min: 1, max: at(60, 400, 400) }))
  .map(([piece, n]) => piece.repeat(n))
const nasty = fc
  .array(fc.oneof(run, fc.constantFrom(...NASTY)), { maxLength: 12 })
  .map(parts => parts.join(''))
const many = runs(400, 4_000, 20_000)

/** Without what nobody sees: two letters, or two marks, may stand on the sides of it. */
const seenOf = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
/**
 * What the cleaning gave before it was made to look at each character once; right, and quadratic.
 */
const before = (text: string): string =>
  seenOf(text)
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\s+$/g, '')

/** What is handed to the system to be put in order, while `work` runs. */
function normalizedIn(work: () => unknown): readonly string[] {
  const given: string[] = []
  const own = String.prototype.normalize
  String.prototype.normalize = function (this: string, form?: string) {
    given.push(String(this))
    return own.call(this, form)
  }
  try {
    work()
  } finally {
    String.prototype.normalize = own
  }
  return given
}

test('cleaning gives what it gave, for every text that a language could write', () => {
  fc.assert(
    fc.property(nasty, text => {
      fc.pre(!/\p{M}{31}/u.test(seenOf(text)))
      assert.equal(lines(text), before(text))
    }),
    many,
  )
})

/** Who is forgotten is taken out of what they wrote for others, whatever they are called. */
const unsaid = (text: string): string =>
  withoutName(text, namePattern(`É${text.slice(0, 9)}ie`) ?? /Élodie/gu, '')

test('no letter has more than thirty marks when they are put in order, whoever asks', () => {
  const ways: readonly ((text: string) => unknown)[] = [
    lines,
    line,
    fold,
    cleaned,
    whoIsNamed(['Élodie Martin']),
    guard,
    saysHowToReach,
    unsaid,
  ]
  fc.assert(
    fc.property(nasty, fc.constantFrom(...ways), (text, way) => {
      const marked = `${text}a${'\u0301\u0323'.repeat(300)}b`
      for (const given of normalizedIn(() => way(marked))) assert.doesNotMatch(given, /\p{M}{31}/u)
    }),
    many,
  )
})

testOnce(
  'what is longer than any word has no stem and no sound: nothing is tried letter by ' +
    'letter, nor kept',
  () => {
    for (const letter of ['e', 's', 'é']) {
      const long = letter.repeat(60_000)
      assert.deepEqual(stems(long), [fold(long)])
      assert.equal(soundOf(fold(long)), fold(long))
    }
    assert.deepEqual(stems('réparée'), stems('réparer'))
  },
)

/** The patterns of addresses before they looked for their sign first; right, and quadratic. */
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/g
const MAIL = pattern('giu')`
  [\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(a\)|\barobase\b)\s?[\p{L}\p{N}-]+(?:\s?(?:\.
  |\bpoint\b)\s?[\p{L}\p{N}-]+)+
`

test('an address is found where it was, now that no letter of a long word is tried', () => {
  const piece = fc.constantFrom(
    'a',
    'zoe',
    'b.c',
    '@',
    '(at)',
    ' arobase ',
    ' ',
    '.',
    ' point ',
    'fr',
    '-',
    ',',
    'É',
    '(',
    '\n',
  )
  const text = fc.array(piece, { maxLength: 24 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, said => {
      const found = addressesIn(said)
      for (const one of said.match(ADDRESS) ?? []) assert.ok(found.includes(one), one)
      const mails = reachIn(said).filter(one => one.kind === 'mail')
      for (const { 0: one, index } of said.matchAll(MAIL))
        assert.ok(
          mails.some(({ from, to }) => from < index + one.length && index < to),
          one,
        )
      for (const [n, { from }] of mails.entries()) assert.ok(n === 0 || from >= mails[n - 1]!.to)
    }),
    {
      ...many,
      numRuns: 10 * many.numRuns,
      examples: [['a arobase b.c@a. arobase b.c']],
    },
  )
})

const KINDS: readonly FieldKind[] = [
  'text',
  'prose',
  'number',
  'money',
  'quantity',
  'choice',
  'themes',
  'day',
  'time',
  'moment',
  'period',
  'recurrence',
  'commune',
  'point',
  'link',
  'phone',
  'email',
  'url',
  'hours',
]
const PARTS: Readonly<Partial<Record<FieldKind, string>>> = {
  quantity: '.amount',
  period: '.from',
  point: '.lat',
}

testOnce(
  'what no cleaning brings down to the longest of its field is sent back before a character ' +
    'of it is looked at',
  () => {
    for (const kind of KINDS) {
      const field: Field = { kind, ...(kind === 'choice' ? { choices: ['oui'] } : {}) }
      const type = recordType({ name: 'sheet', fields: { it: field } } as never)
      const text = `a${' '.repeat(4 * longestOf(field) + 1_000)}`
      const input = { [`it${PARTS[kind] ?? ''}`]: text }
      let answer: unknown
      const given = normalizedIn(() => void (answer = readForm(type, input)))
      assert.deepEqual(
        answer,
        { refusals: [{ field: 'it', code: 'tooLong', more: String(longestOf(field)) }] },
        kind,
      )
      assert.deepEqual(given, [], kind)
    }
  },
)
