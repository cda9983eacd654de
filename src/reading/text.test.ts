import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { decodeText, encodingOf } from './text.ts'
import { Unreadable } from './unreadable.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const binary = (error: unknown): boolean => error instanceof Unreadable && error.code === 'binary'

test('UTF-8 comes back to the letter, without its mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit }), text => {
      fc.pre(!/[\x00-\x08\x0e-\x1f]/.test(text) && !text.startsWith('\ufeff'))
      assert.equal(decodeText(utf8(text)), text)
      assert.equal(decodeText(utf8(`\ufeff${text}`)), text)
    }),
  )
})

test('French text of any Windows-1252 machine comes back to the letter', () => {
  const written: Readonly<Record<string, number>> = {
    '€': 0x80,
    '…': 0x85,
    Œ: 0x8c,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '•': 0x95,
    '–': 0x96,
    œ: 0x9c,
    Ÿ: 0x9f,
  }
  const letter = fc.constantFrom(
    ...Object.keys(written),
    ...'abc é è ê à ç ù ï « » É'.split(' '),
    '\r\n',
  )
  const accented = fc.constantFrom('é', 'è', 'à', 'œ', '’')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(accented, fc.constantFrom(...'bcdrst')), { minLength: 1 }),
      fc.array(letter),
      (words, letters) => {
        // In French an accented letter is followed by a plain one: that is what makes the bytes no
        // UTF-8.
        const text = words.flat().join('') + letters.join('x')
        const bytes = Uint8Array.from([...text].map(c => written[c] ?? c.charCodeAt(0)))
        assert.equal(decodeText(bytes), text)
        assert.equal(encodingOf(bytes), 'windows-1252')
      },
    ),
  )
})

test('UTF-16 with its mark is read both ways round', () => {
  const text = 'Réunion à Boën 😀'
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  assert.equal(decodeText(little), text)
  assert.equal(decodeText(Buffer.from(little).swap16()), text)
})

test('A lone surrogate never comes out, whatever came in', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff]),
      (bytes, mark) => {
        try {
          assert.ok(decodeText(Uint8Array.from([...mark, ...bytes])).isWellFormed())
        } catch (error) {
          assert.ok(binary(error), String(error))
        }
      },
    ),
    { numRuns: 2_000 },
  )
})

test('UTF-8 cut in the middle of a letter keeps all its other accents', () => {
  const bytes = utf8('Réunion à Boën : médiathèque, école, été')
  assert.equal(decodeText(bytes.slice(0, -1)), 'Réunion à Boën : médiathèque, école, ét\ufffd')
})

test('A NUL, or many control characters, are no text; a few are', () => {
  assert.throws(() => decodeText(utf8('a\0b')), binary)
  assert.throws(() => decodeText(utf8('\x01\x02abc')), binary)
  assert.equal(decodeText(utf8(`\x01${'a'.repeat(100)}`)).length, 101)
  assert.equal(decodeText(new Uint8Array()), '')
})
