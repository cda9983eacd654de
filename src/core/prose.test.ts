import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Doc } from 'yjs'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { spentMs } from '../../tests/support/spent.ts'
import { yjs } from './packages.cjs'
import { editProse, isUpdate, proseState, proseText, proseTexts, wordEdits } from './prose.ts'

const words = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'on',
        'plante',
        'samedi',
        ' ',
        ', ',
        '.\n',
        'l’atelier',
        '😀',
        'é',
        'e\u0301',
        '12',
        '\u202e',
      ),
      {
        maxLength: 16,
      },
    )
    .map(all => all.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyUnit }).filter(text => text.isWellFormed()),
)
const edit = (shown: readonly Uint8Array[], wanted: string, client: number, current = shown) =>
  editProse(shown, current, wanted, { client, other: client + 1_000_000 })

testEach(
  'an edit comes to exactly the wanted text, one after another, and none is made when nothing ' +
    'changed',
  () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), texts => {
        const updates: Uint8Array[] = []
        for (const text of texts) {
          const update = edit(updates, text, 7)
          assert.equal(update === undefined, proseText(updates) === text)
          if (update) updates.push(update)
          assert.equal(proseText(updates), text)
        }
      }),
      runs(80, 300),
    )
  },
)

test('word edits, taken from right to left, make the wanted text of the old one', () => {
  fc.assert(
    fc.property(words, words, (was, wanted) => {
      let text = was
      for (const { at, drop, put } of wordEdits(was, wanted).reverse())
        text = text.slice(0, at) + put + text.slice(at + drop)
      assert.equal(text, wanted)
    }),
    { numRuns: 1_000 },
  )
})

testEach('law 4: order and repetition of updates never change the text', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.tuple(words, fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        })
        .chain(edits => {
          const updates: Uint8Array[] = []
          for (const [n, [text, who, share]] of edits.entries()) {
            // An edit of an older version: what had been seen of the updates so far.
            const shown = updates.slice(0, Math.round(updates.length * share))
            const update = editProse(shown, updates, text, {
              client: 10 + n * 8 + who,
              other: 5_000 + n,
            })
            if (update) updates.push(update)
          }
          return fc.tuple(
            fc.constant(updates),
            fc.shuffledSubarray(updates, { minLength: updates.length }),
          )
        }),
      ([updates, other]) => {
        assert.equal(proseText(other), proseText(updates))
        assert.equal(proseText([...other, ...updates]), proseText(updates))
        assert.equal(proseText([proseState(other)]), proseText(updates))
      },
    ),
    runs(50, 200),
  )
})

test('two people who edit one version apart both find their sentences', () => {
  const sentence = fc
    .array(fc.constantFrom('gants', 'pelle', 'four', 'pain', 'graines'), {
      minLength: 1,
      maxLength: 4,
    })
    .map(all => `${all.join(' ')}.`)
  fc.assert(
    fc.property(sentence, sentence, (first, second) => {
      const base = [edit([], 'On plante samedi. Merci.', 1)!]
      const one = edit(base, `Lundi ${first} On plante samedi. Merci.`, 2)!
      const other = editProse(base, [...base, one], `On plante samedi. Merci. Mardi ${second}`, {
        client: 2,
        other: 3,
      })!
      const text = `Lundi ${first} On plante samedi. Merci. Mardi ${second}`
      assert.equal(proseText([...base, one, other]), text)
      assert.equal(proseText([other, one, ...base]), text)
    }),
  )
})

test('a form that showed an old version writes only its own difference', () => {
  const first = edit([], 'un deux trois quatre', 1)!
  const all = [first]
  for (const text of [
    'un deux trois quatre cinq',
    'un 2 trois quatre cinq',
    'un 2 trois quatre cinq six',
  ])
    all.push(edit(all, text, 1)!)
  const late = editProse([first], all, 'zéro un deux trois quatre', { client: 1, other: 99 })!
  assert.equal(proseText([...all, late]), 'zéro un 2 trois quatre cinq six')
  assert.equal(editProse([first], all, 'un deux trois quatre', { client: 1, other: 99 }), undefined)
  assert.ok(late.length < 60, 'no copy of the text')
})

test('an edit holds nothing of updates that wait for others: forgetting those leaves no copy', () => {
  const first = edit([], 'Bonjour. ', 1)!
  const secret = edit([first], 'Bonjour. Le code est sesame.', 2)!
  const next = edit([secret], 'Autre chose.', 3)!
  assert.equal(proseText([secret]), '')
  assert.ok(!Buffer.from(next).includes('sesame'))
})

test('a state holds no letter of what was taken out, and edits made before still apply after it', () => {
  const first = edit([], 'Présents : Léa, Malo. Appeler le 06 11 22 33 44.', 1)!
  const late = edit([first], 'Présents : Léa, Malo, Anaïs. Appeler le 06 11 22 33 44.', 2)!
  const erased = edit([first], 'Présents : Léa, Malo. Appeler.', 1)!
  const state = proseState([first, erased])
  assert.ok(!Buffer.from(state).includes('06 11') && !Buffer.from(state).includes('22 33'))
  assert.equal(proseText([state, late]), 'Présents : Léa, Malo, Anaïs. Appeler.')
  assert.equal(proseText([late, state]), 'Présents : Léa, Malo, Anaïs. Appeler.')
  assert.equal(proseText([first, late, state]), 'Présents : Léa, Malo, Anaïs. Appeler.')
})

test(
  'two clones that would have written one clock under one client do not: the older version ' +
    'has another client',
  () => {
    const base = [edit([], 'un', 1)!]
    const a = editProse(base, base, 'un deux', { client: 1, other: 50 })!
    const b = editProse(base, [...base, a], 'un trois', { client: 1, other: 60 })!
    assert.equal(new Set([proseText([...base, a, b]), proseText([b, a, ...base])]).size, 1)
    assert.match(proseText([...base, a, b]), /deux/)
    assert.match(proseText([...base, a, b]), /trois/)
  },
)

testEach(
  'bytes that are no update are left out and never throw; the others still make the text',
  () => {
    const good = [edit([], 'un deux', 1)!]
    good.push(edit(good, 'un deux trois', 1)!)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(200), (noise, at) => {
        assert.equal(typeof proseText([noise]), 'string')
        assert.equal(typeof isUpdate(noise), 'boolean')
        const hurt = Uint8Array.from(good[0]!)
        hurt[at % hurt.length]! ^= 1 + (at % 255)
        assert.equal(typeof proseText([hurt, ...good, noise]), 'string')
        if (!isUpdate(noise)) assert.equal(proseText([...good, noise]), 'un deux trois')
      }),
      runs(120, 500),
    )
  },
)

test('an update that waits for another is an update all the same', () => {
  const first = edit([], 'un deux', 1)!
  assert.equal(isUpdate(first), true)
  assert.equal(isUpdate(edit([first], 'un deux trois', 1)!), true)
})

testEach(
  'law: the texts after each update are what each set of them comes to, whatever stands among ' +
    'them',
  () => {
    const piece = fc.oneof(words, fc.uint8Array({ maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const updates: Uint8Array[] = []
        for (const one of pieces) {
          const update = typeof one === 'string' ? edit(updates, one, 7) : one
          if (update) updates.push(update)
        }
        assert.deepEqual(
          proseTexts(updates),
          updates.map((_, n) => proseText(updates.slice(0, n + 1))),
        )
      }),
      runs(50, 200),
    )
  },
)

test('a text of sixty thousand characters rewritten whole is done in a second', () => {
  const long = Array.from({ length: 10_000 }, (_, n) => `mot${n}`).join(' ')
  const other = Array.from({ length: 10_000 }, (_, n) => `autre${n}`).join(' ')
  const updates = [edit([], long, 1)!]
  const begun = spentMs()
  updates.push(edit(updates, other, 1)!)
  assert.equal(proseText(updates), other)
  const close = other
    .split(' ')
    .map((word, n) => (n % 7 === 0 ? `${word}!` : word))
    .join(' ')
  updates.push(edit(updates, close, 1)!)
  assert.equal(proseText(updates), close)
  assert.ok(spentMs() - begun < 2_000)
})

testEach('the text of one update is that of its document, whatever the update is', () => {
  const ofDocument = (update: Uint8Array): string => proseTexts([update])[0]!
  const same = (update: Uint8Array): void =>
    assert.equal(proseText([update]), ofDocument(update), Buffer.from(update).toString('hex'))
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
      (texts, hurts) => {
        const updates: Uint8Array[] = []
        for (const text of texts) {
          const update = edit(updates, text, updates.length % 2)
          if (update) updates.push(update)
        }
        if (updates.length === 0) return
        const whole = yjs().mergeUpdates(updates)
        const doubled = Buffer.concat([Buffer.from([2]), whole.subarray(1, -1), whole.subarray(1)])
        for (const update of [...updates, whole, proseState(updates), doubled]) {
          same(update)
          const hurt = Uint8Array.from(update)
          for (const [at, byte] of hurts) hurt[at % hurt.length] = byte
          same(hurt)
          same(update.subarray(0, (hurts[0]?.[0] ?? 0) % update.length))
        }
      },
    ),
    runs(100, 3_000),
  )
})

test('one update of a map, an embed, a format or another name is read by its document', () => {
  const made = (write: (doc: Doc) => void): Uint8Array => {
    const doc = new (yjs().Doc)()
    doc.clientID = 5
    doc.transact(() => write(doc))
    return yjs().encodeStateAsUpdate(doc)
  }
  const said: readonly (readonly [string, (doc: Doc) => void])[] = [
    ['four', doc => doc.getText('text').insert(0, 'four')],
    ['four', doc => doc.getText('text').insert(0, 'four', { bold: true })],
    [
      'four',
      doc => doc.getText('text').insertEmbed(0, { a: 1 }) ?? doc.getText('text').insert(0, 'four'),
    ],
    ['', doc => doc.getText('other').insert(0, 'four')],
    ['', doc => doc.getMap('text').set('a', 'four')],
    ['fo ur', doc => doc.getText('text').insert(0, 'four') ?? doc.getText('text').insert(2, ' ')],
    ['fur', doc => doc.getText('text').insert(0, 'four') ?? doc.getText('text').delete(1, 1)],
  ]
  for (const [text, write] of said) {
    assert.equal(proseText([made(write)]), text)
    assert.equal(proseTexts([made(write)])[0], text)
  }
})
