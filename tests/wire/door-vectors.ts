import { type Entry, LARGEST_ENTRY, LARGEST_VALUE } from '../../src/core/change.ts'
import { signBytes } from '../../src/log/box.ts'
import { fleshHash, sha256 } from '../../src/log/bytes.ts'
import { recordId } from './boxes.ts'
import {
  boxes,
  bytesOf,
  type Carried,
  carried,
  carriedText,
  entryMaker,
  need,
  type Piece,
  type Text,
  vector,
  type WireVector,
} from './making.ts'

/**
 * One vector for each rule of *What the door refuses*, on both sides of each limit. `gives`:
 * `taken`, or the word of the damage.
 */
type Shape = Record<string, unknown>
const HASH = 'A'.repeat(43)
const good = entryMaker()('first', 'commons', [need({ title: { value: 'Un four à pain' } })])
const piece = carried(good).flesh[0]!
const shape = (): Shape => JSON.parse(good.bytes.toString('utf8')) as Shape
const reshaped = (change: Shape): Carried =>
  carriedText(boxes.first, JSON.stringify({ ...shape(), ...change }))
const textOf = (change: (text: string) => string): Carried =>
  carriedText(boxes.first, change(good.bytes.toString('utf8')))
const name = (
  feed: string = good.entry.feed,
  seq: unknown = 1,
  index: unknown = 0,
  hash8: unknown = good.name.hash8,
) => [feed, seq, index, hash8]
const change = (more: Shape): Shape => ({ changes: [{ ...shapeOfChange(), ...more }] })
const shapeOfChange = (): Shape => (shape()['changes'] as Shape[])[0]!
const fields = (held: Shape): Shape => change({ fields: held })
const overs = (seen: unknown[], over: unknown): Shape => ({
  seen,
  ...fields({ title: { flesh: HASH, over } }),
})
const feed = (from: string | RegExp, to: string): Shape => ({
  feed: good.entry.feed.replace(from, to),
})

type Row = readonly [name: string, shows: string, given: Carried, gives?: string | undefined]
const row = (named: string, shows: string, changed: Shape, gives?: string): Row => [
  named,
  shows,
  reshaped(changed),
  gives,
]

const SHAPES: readonly Row[] = [
  row('as it is made', 'keys in this program’s order, no blanks', {}),
  [
    'blanks and another order',
    'a reader takes any order of keys, and blanks around',
    carriedText(
      boxes.first,
      `\n ${JSON.stringify(Object.fromEntries(Object.entries(shape()).reverse()), null, 2)}\r\n\t`,
    ),
  ],
  row('unknown keys', 'what is not known is kept: in the entry, in a change, in a field', {
    more: [1, { a: null }],
    changes: [
      { ...shapeOfChange(), why: 'x', fields: { title: { flesh: HASH, over: [], note: 1 } } },
    ],
  }),
  row('a name with a fifth place', 'what follows the four places of a write’s name is left alone', {
    seen: [[...name(), 'more']],
  }),
  row('a name of three places', 'a write’s name has four', { seen: [name().slice(0, 3)] }, 'shape'),
  row('no change', 'an entry may write nothing', { changes: [] }),
  row('a change without fields', 'a change may write nothing', fields({})),
  row('fields that are a list', 'fields stand in an object', change({ fields: [] }), 'shape'),
  row('changes missing', 'each key of the table must be there', { changes: undefined }, 'shape'),
  row('over absent', 'absent, it is empty', fields({ title: { flesh: HASH } })),
  row('flesh absent', 'a field without its hash', fields({ title: { over: [] } }), 'shape'),
  ['a list', 'an entry is an object', carriedText(boxes.first, '[]'), 'shape'],
  [
    'a number written otherwise',
    '1.0, 1e0 and 1 are one number',
    textOf(text =>
      text.replace('"seq":1', '"seq":1.0').replace('"wall":1796468400000', '"wall":17964684e5'),
    ),
  ],
]
const NAMES: readonly Row[] = [
  row(
    'padding bits in a box’s name',
    'the four bits after a key are zero',
    feed(/0\./, '1.'),
    'shape',
  ),
  row('a box’s name in capitals', 'base 32 in lower case', feed(/^ha4e/, 'HA4E'), 'shape'),
  row('a letter that is not of base 32', 'i, l, o and u are none', feed(/^ha4e/, 'hi4e'), 'shape'),
  row(
    'an epoch of 15 digits',
    'sixteen hex digits',
    feed('0123456789abcdef', '0123456789abcde'),
    'shape',
  ),
  row(
    'an epoch in capitals',
    'hex in lower case',
    feed('0123456789abcdef', '0123456789ABCDEF'),
    'shape',
  ),
  row('another space', 'commons, network, home', feed('.commons', '.public'), 'shape'),
  row('seq 0', 'from 1', { seq: 0 }, 'shape'),
  row('seq 2³² − 1', 'the last one', { seq: 2 ** 32 - 1, prev: HASH }),
  row('seq 2³²', 'beyond the last one', { seq: 2 ** 32, prev: HASH }, 'shape'),
  row('seq 1.5', 'a whole number', { seq: 1.5 }, 'shape'),
  row('seq as a text', 'a number', { seq: '1' }, 'shape'),
  row('prev at seq 1', 'nothing stands before the first entry', { prev: HASH }, 'shape'),
  row('no prev at seq 2', 'the hash of the one before', { seq: 2 }, 'shape'),
  row('prev of 42 characters', 'a hash has 43', { seq: 2, prev: HASH.slice(1) }, 'shape'),
  row(
    'padding bits in prev',
    'the two bits after a hash are zero',
    { seq: 2, prev: `${HASH.slice(1)}B` },
    'shape',
  ),
  row('a record of 25 characters', 'twenty-six', change({ record: recordId(1).slice(1) }), 'shape'),
  row('a record in capitals', 'lower case', change({ record: recordId(1).toUpperCase() }), 'shape'),
  row(
    'a record with u',
    'a reader takes any letter',
    change({ record: `${recordId(1).slice(1)}u` }),
  ),
  row('a type of 64 characters', 'the longest', change({ type: 'a'.repeat(64) })),
  row('a type of 65 characters', 'too long', change({ type: 'a'.repeat(65) }), 'shape'),
  row('a type that begins with a digit', 'a letter first', change({ type: '1need' }), 'shape'),
  row('a type with a dot', 'letters, digits, _ and -', change({ type: 'a.b' }), 'shape'),
  row(
    'a field of 64 characters',
    'the longest',
    fields({ [`${'a'.repeat(61)}_-Z`]: { flesh: HASH } }),
  ),
  row(
    'a field of 65 characters',
    'too long',
    fields({ ['a'.repeat(65)]: { flesh: HASH } }),
    'shape',
  ),
  row(
    'a field with a dot',
    'two names and a dot: a reader takes it in any type',
    fields({ 'need.title': { flesh: HASH } }),
  ),
  row('a field with two dots', 'one dot at most', fields({ 'a.b.c': { flesh: HASH } }), 'shape'),
  row('a field without a name', 'a letter at least', fields({ '': { flesh: HASH } }), 'shape'),
  row(
    'padding bits in a hash of flesh',
    'a hash has one form',
    fields({ title: { flesh: `${HASH.slice(1)}C` } }),
    'shape',
  ),
]
const VALUES: readonly Row[] = [
  row('the last stamp', 'fifteen digits, four hex digits', { stamp: '999999999999999-ffff' }),
  row('a stamp behind the one before', 'the door looks at its form alone', {
    stamp: '000000000000000-0000',
  }),
  row('a stamp of 14 digits', 'fifteen', { stamp: '01796468400000-0000' }, 'shape'),
  row('a stamp in capitals', 'hex in lower case', { stamp: '001796468400000-00FF' }, 'shape'),
  row('wall 0', '1970', { wall: 0 }),
  row('wall 2⁴⁸ − 1', 'the last one', { wall: 2 ** 48 - 1 }),
  row('wall 2⁴⁸', 'beyond the last one', { wall: 2 ** 48 }, 'shape'),
  row('wall −1', 'before 1970', { wall: -1 }, 'shape'),
  row('wall 0.5', 'whole milliseconds', { wall: 0.5 }, 'shape'),
  row('sure 1', 'true or false', { sure: 1 }, 'shape'),
  row('by a visitor', 'one of the two words', { by: 'visitor' }),
  row('by a member', 'a random id', { by: recordId(77) }),
  row('by a name', 'neither word nor id', { by: 'Léonie' }, 'shape'),
  row('over the last of seen', 'inside', overs([name()], [0])),
  row('over beyond seen', 'outside', overs([name()], [1]), 'over'),
  row('over −1', 'from 0', overs([name()], [-1]), 'shape'),
  row('over twice the same', 'as once', overs([name()], [0, 0])),
  row('seen twice the same', 'as once, though a writer names each once', {
    seen: [name(), name()],
  }),
  row('seen with index −1', 'from 0', { seen: [name(undefined, 1, -1)] }, 'shape'),
  row('seen with seq 0', 'from 1', { seen: [name(undefined, 0)] }, 'shape'),
  row(
    'seen with a hash of 10 characters',
    'eleven',
    { seen: [name(undefined, 1, 0, 'AAAAAAAAAA')] },
    'shape',
  ),
  row(
    'seen with padding bits',
    'the two bits after eight bytes are zero',
    { seen: [name(undefined, 1, 0, 'AAAAAAAAAAB')] },
    'shape',
  ),
  row(
    'a field written twice',
    'in two changes of one record',
    { changes: [shapeOfChange(), shapeOfChange()] },
    'twice',
  ),
  row('one field of two records', 'another record is another field', {
    changes: [shapeOfChange(), { ...shapeOfChange(), record: recordId(2) }],
  }),
  row('one field of two types', 'another type is another field', {
    changes: [shapeOfChange(), { ...shapeOfChange(), type: 'offer' }],
  }),
]
const more = (json: string) => textOf(text => text.replace(/}$/, `,"more":${json}}`))
const JSONS: readonly Row[] = [
  ['a byte order mark', 'none', textOf(text => `\ufeff${text}`), 'json'],
  [
    'bytes that are not UTF-8',
    'six bytes ff',
    carriedText(boxes.first, {
      hex: good.bytes
        .toString('hex')
        .replace(Buffer.from('keeper').toString('hex'), 'ff'.repeat(6)),
    }),
    'utf-8',
  ],
  ['something after the object', 'nothing may follow', textOf(text => `${text}{}`), 'json'],
  [
    'a key twice',
    'the same key in one object',
    textOf(text => text.replace('"sure":true', '"sure":true,"sure":true')),
    'json',
  ],
  [
    'a key twice, once as an escape',
    'keys are compared once read',
    more('{"a":1,"\\u0061":2}'),
    'json',
  ],
  ['__proto__', 'no key', more('{"__proto__":1}'), 'json'],
  ['eight deep', 'the object is one, what stands in it two', more('[[[[[[[]]]]]]]')],
  ['nine deep', 'a list in the eighth', more('[[[[[[[[]]]]]]]]'), 'json'],
  ['a number nine deep', 'it counts too', more('[[[[[[[1]]]]]]]'), 'json'],
  ['2⁵³ − 1', 'the last whole number', more('9007199254740991')],
  ['2⁵³', 'beyond it', more('9007199254740992'), 'json'],
  ['1e400', 'no number of 64 bits', more('1e400'), 'json'],
  ['NUL as an escape', 'no text', more('"\\u0000"'), 'json'],
  ['a lone surrogate as an escape', 'no text', more('"\\ud83c"'), 'json'],
  ['a pair of surrogates as escapes', 'one character', more('"\\ud83c\\udf84"')],
  ['a tab in a text', 'a control character is escaped', more('"\t"'), 'json'],
  ['a comma too many', 'not JSON', more('[1,]'), 'json'],
]
const word = ([named, shows, given, gives = 'taken']: Row): WireVector =>
  vector('entry', named, shows, given, gives)

const signedAs = (signature: Buffer): Carried => ({
  ...carried(good),
  signature: signature.toString('base64url'),
})
const bit = (bytes: Buffer, place: number): Buffer =>
  Buffer.from(bytes.map((byte, i) => (i === place ? byte ^ 1 : byte)))
/**
 * The same signature with its scalar one order of the curve further: what RFC 8032 (5.1.7) refuses.
 */
function furtherBy(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const scalar =
    BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  return Buffer.concat([
    signature.subarray(0, 32),
    Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse(),
  ])
}
const SIGNATURES: readonly Row[] = [
  [
    'another box’s signature',
    'the box that the feed names',
    signedAs(signBytes(boxes.second, good.bytes)),
    'signature',
  ],
  ['one bit of the signature', 'changed', signedAs(bit(good.signature, 0)), 'signature'],
  ['63 bytes of signature', 'sixty-four', signedAs(good.signature.subarray(0, 63)), 'signature'],
  [
    'a signature of the hash',
    'the bytes themselves are signed',
    signedAs(signBytes(boxes.first, sha256(good.bytes))),
    'signature',
  ],
  [
    'a scalar beyond the order',
    'one signature has one form',
    signedAs(furtherBy(good.signature)),
    'signature',
  ],
  [
    'a letter changed after signing',
    'signed as it stands',
    { ...carried(good), bytes: good.bytes.toString('utf8').replace('keeper"', 'visitor"') },
    'signature',
  ],
]

const SALT = '7'.repeat(32)
/** An entry of one field that holds this value, all rightly hashed and signed. */
function holding(value: Text, more: Partial<Entry> = {}): Carried {
  const flesh = fleshHash(Buffer.from(SALT, 'hex'), bytesOf(value).toString('utf8'))
  const text = JSON.stringify({ ...shape(), ...more, ...fields({ title: { flesh, over: [] } }) })
  return carriedText(boxes.first, text, [[0, 'title', SALT, value]])
}
/** An entry that is so many bytes with its flesh: blanks after the object are signed with it. */
function sized(total: number): Carried {
  const text = good.bytes.toString('utf8')
  return carriedText(
    boxes.first,
    { text, blanks: total - good.bytes.length - bytesOf(piece[3]).length },
    [piece],
  )
}
const fleshed = (...flesh: readonly Piece[]): Carried => ({ ...carried(good), flesh })
const FLESH: readonly Row[] = [
  ['no flesh at all', 'it was forgotten before it came here', fleshed()],
  ['flesh of no change', 'no bones hold it', fleshed([1, 'title', piece[2], piece[3]]), 'flesh'],
  ['flesh of no field', 'no bones hold it', fleshed([0, 'hand', piece[2], piece[3]]), 'flesh'],
  [
    'flesh of a field of every object',
    'no bones hold it either',
    fleshed([0, 'constructor', piece[2], piece[3]]),
    'flesh',
  ],
  ['flesh twice', 'one piece for a field', fleshed(piece, piece), 'flesh'],
  ['15 bytes of salt', 'sixteen', fleshed([0, 'title', piece[2].slice(2), piece[3]]), 'flesh'],
  ['another salt', 'not what the bones say', fleshed([0, 'title', SALT, piece[3]]), 'flesh'],
  [
    'another value',
    'not what the bones say',
    fleshed([0, 'title', piece[2], '"Un four à chaux"']),
    'flesh',
  ],
  [
    'the same value with a blank',
    'the text is hashed, not what it says',
    fleshed([0, 'title', piece[2], `${String(piece[3])} `]),
    'flesh',
  ],
  ['a value that is no JSON', 'though rightly hashed', holding('Un four'), 'json'],
  ['a value with a key twice', 'as strict as an entry', holding('{"a":1,"a":1}'), 'json'],
  ['a value eight deep', 'its outermost counts as one', holding('[[[[[[[1]]]]]]]')],
  ['a value nine deep', 'a number in the eighth list', holding('[[[[[[[[1]]]]]]]]'), 'json'],
  ['a value with a lone surrogate', 'no text', holding('"\\udf84"'), 'json'],
  ['a value of 256 KiB', 'the largest', holding({ text: '1', blanks: LARGEST_VALUE - 1 })],
  [
    'a value of 256 KiB and one byte',
    'too large',
    holding({ text: '1', blanks: LARGEST_VALUE }),
    'size',
  ],
  [
    '4 MiB with its flesh',
    'the largest: bytes as signed and texts of values, salts and names not counted',
    sized(LARGEST_ENTRY),
  ],
  ['4 MiB and one byte', 'too large', sized(LARGEST_ENTRY + 1), 'size'],
]

export const doorVectors = (): readonly WireVector[] =>
  [...SHAPES, ...NAMES, ...VALUES, ...JSONS, ...SIGNATURES, ...FLESH].map(word)
