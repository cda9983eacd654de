import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { BadJson, DEEPEST, type Json, readJson } from './json.ts'

const refused = (text: string, why?: RegExp) =>
  assert.throws(
    () => readJson(text),
    (error: Error) => error instanceof BadJson && (why?.test(error.message) ?? true),
    text.slice(0, 80),
  )

testEach(
  'an accepted text has the value of JSON.parse; a text that JSON.parse refuses is refused',
  () => {
    const near = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ':',
          ',',
          '"',
          'a',
          '1',
          '-',
          '0',
          '.',
          'e',
          '+',
          'true',
          'null',
          ' ',
          '\n',
          '\\',
          '\\u0041',
          '"a":',
          '\u00a0',
          '\u0000',
          'é',
          '\ud83d',
          '\ufeff',
        ),
        { maxLength: 14 },
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          near,
          fc.json({ maxDepth: 9 }),
          fc.jsonValue().map(value => JSON.stringify(value, null, 1)),
        ),
        text => {
          let mine: Json | undefined
          try {
            mine = readJson(text)
          } catch (error) {
            assert.ok(error instanceof BadJson)
            return
          }
          assert.deepEqual(mine, JSON.parse(text))
        },
      ),
      runs(800, 3_000),
    )
  },
)

test('ordinary values of any shape up to eight deep are taken', () => {
  const ordinary = fc.letrec<{ value: Json }>(tie => ({
    value: fc.oneof(
      { maxDepth: DEEPEST - 1 },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger(),
      fc.string({ unit: 'grapheme' }).filter(text => !text.includes('\u0000')),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.string({ unit: 'grapheme-ascii' }).filter(key => key !== '__proto__'),
        tie('value'),
        { maxKeys: 3, noNullPrototype: true },
      ),
    ),
  })).value
  fc.assert(
    fc.property(ordinary, value =>
      assert.deepEqual(readJson(JSON.stringify(value)), JSON.parse(JSON.stringify(value))),
    ),
    { numRuns: 500 },
  )
})

test('duplicate keys are refused, also written another way; so is __proto__', () => {
  for (const text of [
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"b":1,"c":2,"b":3}}',
    '{"__proto__":1}',
    '{"\\u005f_proto__":{}}',
    '[{"__proto__":null}]',
  ])
    refused(text, /key/)
  assert.deepEqual(readJson('{"constructor":1,"toString":2,"hasOwnProperty":3}'), {
    constructor: 1,
    toString: 2,
    hasOwnProperty: 3,
  })
})

test('eight deep is taken, nine is refused, in arrays and objects, and a million brackets too', () => {
  assert.deepEqual(readJson('[[[[[[[8]]]]]]]'), [[[[[[[8]]]]]]])
  refused('[[[[[[[[9]]]]]]]]', /deep/)
  refused(`${'{"a":'.repeat(8)}1${'}'.repeat(8)}`, /deep/)
  refused('['.repeat(1_000_000), /deep/)
})

test(
  'whole numbers beyond 2^53 are refused however they are written; 1.0 and small fractions ' +
    'are read',
  () => {
    for (const text of [
      '9007199254740992',
      '-9007199254740992',
      '9007199254740991.5',
      '1e16',
      '1e400',
      '-1e400',
      '12345678901234567890',
    ])
      refused(text, /range/)
    for (const [text, value] of [
      ['9007199254740991', 2 ** 53 - 1],
      ['-9007199254740991', 1 - 2 ** 53],
      ['1.0', 1],
      ['1e2', 100],
      ['0.1', 0.1],
      ['1e-7', 1e-7],
      ['1E+2', 100],
    ] as const)
      assert.equal(readJson(text), value)
    assert.ok(Object.is(readJson('-0'), -0))
    for (const text of ['01', '+1', '.5', '1.', '0x10', 'NaN', 'Infinity', '1_000', '１'])
      refused(text)
  },
)

test(
  'NUL and lone surrogates are refused as they are and as escapes; pairs and control escapes ' +
    'are read',
  () => {
    for (const text of [
      '"\ud800"',
      '"\\ud800"',
      '"\\udc00\\ud800"',
      '"\\u0000"',
      '"\u0000"',
      '{"\\ud800":1}',
      '"a\\ud83dz"',
    ])
      refused(text)
    assert.equal(readJson('"\\ud83d\\ude00"'), '😀')
    assert.equal(readJson('"\\u0001\\n\\/"'), '\u0001\n/')
    for (const text of ['"\t"', '"\n"', '"\\x"', '"\\u12g4"', '"', '"\\']) refused(text)
  },
)

test('one value and nothing else: nothing, two values, a mark before, other blanks are refused', () => {
  for (const text of [
    '',
    ' ',
    '1 2',
    '{} x',
    '\ufeff1',
    '\u00a01',
    '[1,]',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '[1 2]',
    '{"a" 1}',
    'undefined',
    'tru',
    'nullx',
    '//x\n1',
  ])
    refused(text)
  assert.deepEqual(readJson(' \t\r\n[ 1 , 2 ] '), [1, 2])
})

test('a string of four million characters is read, not a fault', () => {
  assert.equal((readJson(`"${'é'.repeat(4_000_000)}"`) as string).length, 4_000_000)
  assert.equal((readJson(`"${'\\n'.repeat(2_000_000)}"`) as string).length, 2_000_000)
})
