import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { pattern } from '../core/pattern.ts'
import { figuresOf, isSamePhone, phonesIn } from './phone.ts'
import { holdsPhone, seeking, withoutPhone, withoutPhones } from './sought-numbers.ts'

const FORMS = [
  '06 71 22 33 44',
  '0671223344',
  '06.71.22.33.44',
  '06-71-22-33-44',
  '06\u00a071\u202f22 33 44',
  '06 71 22\n33 44',
  '+33 6 71 22 33 44',
  '+33671223344',
  '+33 (0)6 71 22 33 44',
  '0033 6 71 22 33 44',
  '(06) 71 22 33 44',
  '067 122 33 44',
]

test('a number is found however it is spaced, and under its form of abroad', () => {
  const sought = seeking('06 71 22 33 44')!
  for (const form of FORMS) {
    assert.ok(holdsPhone(`chez Anaïs, ${form}, le soir`, sought), form)
    assert.ok(isSamePhone(form, '0671223344') || form.includes('\n'), form)
    assert.equal(withoutPhone(form, sought).replace(/\D/g, ''), '', form)
  }
})

const HIDDEN_FORMS = [
  '671223344',
  '6 71 22 33 44',
  '6 712 233 44',
  '06|71|22|33|44',
  '06~71=22#33→44',
  '06\u200b71\u00ad22 33 44',
  '０６ ７１ ２２ ３３ ４４',
  '0\ufe0f6\ufe0f7\ufe0f1\ufe0f2\ufe0f2\ufe0f3\ufe0f3\ufe0f4\ufe0f4',
  'O6 71 22 33 44',
  '33671223344',
  '06 71 22 puis 33 44',
  '0671 (223) et 344',
  '٠٦ ٧١ ٢٢ ٣٣ ٤٤',
  '0️⃣6️⃣7️⃣1️⃣2️⃣2️⃣3️⃣3️⃣4️⃣4️⃣',
  '⓪⑥ ⑦① ②② ③③ ④④',
  'zéro six soixante et onze, vingt-deux, trente-trois, quarante-quatre',
  'ZÉRO SIX soixante-et-onze vingt deux trente trois quarante quatre',
  '0six 71 vingt-deux 33 44',
  'oh six seventy-one, double two, double three, forty-four',
  '𝟎𝟔 𝟕𝟏 𝟐𝟐 𝟑𝟑 𝟒𝟒',
  '06 7I 22 33 44',
  'o6.7l.22.33.44',
  '06 71 (22) 33 - - - - - - - 44',
  '06<b>71</b>22<br/>33 44',
  '06 71 22, ensuite 33 44',
  '06 71 22 (suite : 33 44)',
  'six, soixante et onze, vingt-deux, trente-trois, quarante-quatre',
  'trente-trois six soixante et onze vingt-deux trente-trois quarante-quatre',
  'zéro six point soixante et onze point vingt-deux point 33 point 44',
  'zéro six septante et un vingt-deux 33 quarante-quatre',
  'O6 7l 22 33 44',
  '06 bis 71 ter 22 quater 33 puis 44',
  '06 et après 71 et encore 22 et 33 et 44',
  'six, soixante et onze, vingt deux, trente trois et quarante quatre',
  'zérosixsoixanteetonzevingtdeuxtrentetroisquarantequatre',
  'zerosix soixanteonze vingtdeux trentetrois quarantequatre',
]
test(
  'a number is found without its nought, in any script, and whatever signs stand between its ' +
    'figures',
  () => {
    const sought = seeking('06 71 22 33 44')!
    for (const form of HIDDEN_FORMS) {
      assert.ok(holdsPhone(`Gérard ${form} appelez`, sought), form)
      assert.deepEqual(
        phonesIn(`Gérard ${form} appelez`).map(one => one.own),
        ['671223344'],
        form,
      )
      assert.ok(!holdsPhone(withoutPhone(`Gérard ${form} appelez`, sought), sought), form)
    }
    for (const text of ['SIRET 671 223 344 00012', '12 671 223 344', '671223344 5', '6712233445'])
      assert.equal(withoutPhone(text, sought), text)
  },
)

test(
  'an O and an l side by side are figures; words of letters that say numbers by pieces alone ' +
    'are one',
  () => {
    for (const text of ['O4 77 24 lO ll chez Odette', '04 77 24 1O Il, le soir'])
      assert.deepEqual(
        phonesIn(text).map(({ own }) => own),
        ['477241011'],
        text,
      )
    for (const text of [
      'undersix',
      'sixain',
      'dixit',
      'unzero',
      'Il a 06 71 22 33 poules. Il en vend.',
    ])
      assert.deepEqual(phonesIn(text), [], text)
  },
)

test(
  'who looks for one number finds it whatever words stand between its figures; a longer one ' +
    'is another',
  () => {
    const sought = seeking('06 71 22 33 44')!
    const text = 'Paul : 06 poire 71 pomme 22 raisin (de l’an 33) noix 44 le soir'
    assert.equal(withoutPhone(text, sought), 'Paul : le soir')
    const glued =
      'le six des pommes soixante et onze poires vingt-deux noix trente-trois figues ' +
      'quarante-quatre'
    assert.ok(!holdsPhone(withoutPhone(`zéro ${glued}`, sought), sought))
    assert.ok(holdsPhone(`zéro ${glued}`, sought))
    const far = `06 ${'un mot, '.repeat(10)} 71 22 33 44`
    for (const other of [
      'le 06 mai, 71 pains, 22 noix et 33 pommes',
      '106 poire 71 pomme 22 raisin 33 noix 44',
      far,
    ])
      assert.equal(withoutPhone(other, sought), other)
  },
)

test('twice eleven is heard as 11 11 and as 22', () => {
  const text = 'Odette, 06 onze puis deux fois onze et 33 99, le soir'
  assert.equal(phonesIn(text).length, 1)
  assert.equal(withoutPhone(text, seeking('06 11 22 33 99')!), 'Odette, le soir')
  assert.equal(withoutPhone('06 71 2 fois 22 33', seeking('06 71 22 22 33')!), '')
  assert.equal(figuresOf('06 71 22 33 44'), '671223344')
  for (const ordinary of ['2 fois 12 œufs, 3 fois 10 pains', 'une fois, deux fois, trois fois'])
    assert.deepEqual(phonesIn(ordinary), [])
  assert.equal(withoutPhones('2 fois 06 71 22 33 44'), '2 fois')
})

test('another number, a longer one, a year and a service’s number are left as they are', () => {
  const sought = seeking('06 71 22 33 44')!
  for (const text of [
    '06 71 22 33 45',
    '106 71 22 33 44',
    '06 71 22 33 445',
    'en 2026, 71 22 33 44',
    '115',
  ])
    assert.equal(withoutPhone(text, sought), text)
  assert.equal(seeking('115'), undefined)
  assert.equal(seeking('3949'), undefined)
  assert.equal(isSamePhone('115', '115'), false)
})

test('what stood around the number still reads', () => {
  const sought = seeking('0671223344')!
  assert.equal(
    withoutPhone('au local, 06 71 22 33 44, le mercredi', sought),
    'au local, le mercredi',
  )
  assert.equal(withoutPhone('06 71 22 33 44', sought), '')
  assert.equal(withoutPhone('Paul (06 71 22 33 44) prête sa scie.', sought), 'Paul prête sa scie.')
  assert.equal(withoutPhone('appelez le 06 71 22 33 44.', sought), 'appelez.')
  const many = 'Voir Odile, 06.71.22.33.44, ou +33 6 71 22 33 44, ou au O6 71 22 33 44'
  assert.equal(withoutPhone(many, sought), 'Voir Odile')
  assert.equal(withoutPhone('x0671223344y', sought), 'x y')
  assert.equal(withoutPhone('Tél. : 06 71 22 33 44 ou Paul', sought), 'Paul')
  assert.equal(
    withoutPhone('chez Anaïs et au 06 71 22 33 44 le soir', sought),
    'chez Anaïs le soir',
  )
})

test('whatever a text holds, the number is in what is left in no form', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  const between = fc.constantFrom('', ' ', '.', '-', '\u00a0', '\u202f', ' / ')
  const seen = fc.record({
    lead: fc.constantFrom('0', '+33 ', '0033', '+33 (0)'),
    first: fc.integer({ min: 1, max: 9 }),
    digits,
  })
  fc.assert(
    fc.property(
      seen,
      fc.array(between, { minLength: 8, maxLength: 8 }),
      fc.string(),
      fc.string(),
      (one, gaps, before, after) => {
        const number = `0${one.first}${one.digits.join('')}`
        const said =
          `${one.lead}${one.first}` +
          `${one.digits.map((digit, i) => `${gaps[i]}${digit}`).join('')}`
        const sought = seeking(number)!
        const left = withoutPhone(`${before} : ${said} ; ${after}`, sought)
        assert.ok(!holdsPhone(left, sought))
        assert.equal(figuresOf(number), number.slice(1))
      },
    ),
  )
})

test('what waits as a number has its own place and its own figures', () => {
  const text =
    'Paul : 06 quatre-vingt-dix-huit 76 54 32 (le soir), ou +41 22 345 67 89 ; le ' +
    '05/12/2026 à 18 h 30'
  assert.deepEqual(
    phonesIn(text).map(({ from, to, own }) => [text.slice(from, to), own]),
    [
      ['06 quatre-vingt-dix-huit 76 54 32', '698765432'],
      ['+41 22 345 67 89', '41223456789'],
    ],
  )
  assert.equal(
    withoutPhones('le 05/12/2026, 06 71 22 33 44 12 rue Basse'),
    'le 05/12/2026, 12 rue Basse',
  )
})

const ORDINARY = [
  'le 05/12/2026 et le 06/12/2026, ou le 5.12.2026 9 h',
  'le 05/12/26, 06/12/26 et 07/12/26 à 10 h',
  '2026-12-05 2026-12-06',
  'car : 06:12 07:30 08:15 09:45 12:05',
  'en 2024, 2025 et 2026',
  'en 2026 42890 Sail, 42195 Saint-Just',
  '0,50 € / 1,20 € / 2,30 € / 4,50 €',
  '12 500 € puis 123 456 789 €, et 123 456 789,50',
  'ISBN 2-07-036822-8, ISBN : 978-2-07-036822-8, 9782070368228',
  'SIREN 477 245 566, SIRET n° 477 245 566 00012, siren : 477245566',
  'RCS Roanne 732 829 320 ; 732 829 320 R.C.S. Roanne',
  '45.73421, 3.96892',
  '15 25 35 40 places, 3 000 kg, 0 à 12 ans',
  'un deux trois quatre cinq six sept huit neuf dix',
  'zéro déchet, six œufs, dix ou douze personnes',
]
test('days, hours, prices, books, firms and quantities are nobody’s telephone; a doubt is one', () => {
  for (const text of ORDINARY) assert.deepEqual(phonesIn(text), [], text)
  for (const text of ['732 829 320', '06/12/2019/88', '06:12:22:33:44', 'siren 6 71 22 33 44'])
    assert.equal(phonesIn(text).length, 1, text)
})

const SAID = 'zéro un deux trois quatre cinq six sept huit neuf'.split(' ')
/**
 * Two figures, in every way that people have: plain, of another script, framed, with an O, as
 * words, with what is not seen.
 */
const WAYS: readonly ((figure: number) => string)[] = [
  String,
  String,
  one => String.fromCodePoint(0xff10 + one),
  one => String.fromCodePoint(0x0660 + one),
  one => String.fromCodePoint(0x0966 + one),
  one => `${one}\ufe0f\u20e3`,
  one => `\u200b${one}\u00ad`,
  one => (one === 0 ? 'O' : String(one)),
  one => ` ${SAID[one]} `,
  one => ` ${SAID[one]!.toUpperCase().normalize('NFD')} `,
]
testEach(
  'law: whatever shape of a number waits, whoever looks for it finds it there, and what is ' +
    'left holds it no more',
  () => {
    const written = fc.record({
      figures: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
      first: fc.integer({ min: 1, max: 9 }),
      lead: fc.constantFrom('0', '+33 ', '0033 ', '+33 (0)', '33', '', 'O', 'zéro '),
      ways: fc.array(fc.nat(WAYS.length - 1), { minLength: 9, maxLength: 9 }),
      gaps: fc.array(
        fc.constantFrom('', '', ' ', '.', '-', '\u00a0', ' / ', '|', ' puis ', ', ', '\n'),
        { minLength: 8, maxLength: 8 },
      ),
    })
    const around = fc.constantFrom(
      '',
      'appelez Paul au ',
      'le 05/12/2026 : ',
      'Sail (42890) — ',
      '« ',
    )
    const other = (number: string) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
    fc.assert(
      fc.property(written, around, around, (one, before, after) => {
        const said = [one.first, ...one.figures]
          .map((figure, n) => `${WAYS[one.ways[n]!]!(figure)}${one.gaps[n] ?? ''}`)
          .join('')
        const text = `${before}${one.lead}${said} ; ${after}`
        for (const { own } of phonesIn(text)) {
          const sought = seeking(`0${own}`) ?? seeking(own)
          assert.ok(sought === undefined || holdsPhone(text, sought), `${text} waits for ${own}`)
        }
        const number = `0${one.first}${one.figures.join('')}`
        const sought = seeking(number)!
        const left = withoutPhone(text, sought)
        assert.ok(!holdsPhone(left, sought), left)
        assert.ok(!phonesIn(left).some(({ own }) => own === figuresOf(number)), left)
        if (one.lead.startsWith('0') || one.lead.startsWith('+'))
          assert.notEqual(left, text, 'a whole number is found')
        assert.equal(
          withoutPhone(`au 0${one.first}${one.figures.join('')}7`, sought),
          `au 0${one.first}${one.figures.join('')}7`,
        )
        assert.equal(withoutPhone(`au ${other(number)}`, sought), `au ${other(number)}`)
      }),
      runs(250, 1_000),
    )
  },
)

testEach('law: any text is read, and what is left of it says no telephone', () => {
  const bits = fc.constantFrom(
    '06',
    '71',
    '2',
    ' ',
    '+',
    '(0)',
    '33',
    '/',
    'six',
    'vingt',
    ' et ',
    '٠',
    '\u20e3',
    'O',
    '²',
    'a',
    '\u200b',
    ',',
    '€',
    'cent',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: anyUnit }),
        fc.array(bits, { maxLength: 40 }).map(all => all.join('')),
      ),
      text => {
        for (const { from, to } of phonesIn(text))
          assert.ok(from >= 0 && to <= text.length && from < to)
        assert.deepEqual(phonesIn(withoutPhones(text)), [])
      },
    ),
    runs(250, 1_000),
  )
})

testEach(
  'law: numbers in numbers, as deep as one likes, leave none, and what stands far from them ' +
    'stays',
  () => {
    const sought = seeking('06 71 22 33 44')!
    const glue = fc.constantFrom(
      '',
      ' ',
      ' le ',
      ' ou ',
      ' (',
      ') ',
      ' ab ',
      ' l ',
      ' puis ',
      '    ',
      ', ',
      '\u200b',
      '<b>',
    )
    const figures = [
      '0671223344',
      '671223344',
      '+33 6 71 22 33 44',
      '06 71 22',
      '33 44',
      '0',
      '6',
      '12',
      'six',
    ]
    const bits = fc
      .array(fc.oneof(glue, fc.constantFrom(...figures)), { maxLength: 6 })
      .map(all => all.join(''))
    const at = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(
        bits,
        bits,
        at,
        fc.integer({ min: 1, max: 14 }),
        glue,
        glue,
        (before, after, cutAt, deep, left, right) => {
          const [head, tail] = ['0671223344'.slice(0, cutAt), '0671223344'.slice(cutAt)]
          const text =
            `${`${head}${left}`.repeat(deep)}${before}0671223344${after}` +
            `${`${right}${tail}`.repeat(deep)}`
          assert.ok(!holdsPhone(withoutPhone(text, sought), sought), text)
          assert.deepEqual(phonesIn(withoutPhones(text)), [], text)
        },
      ),
      runs(250, 1_000),
    )
  },
)

test('a number in thirty pieces of itself leaves none, and what stands far from it stays', () => {
  const sought = seeking('06 71 22 33 44')!
  for (const between of [' le ', ' ', ' ab '])
    assert.match(
      withoutPhone(
        'Atelier le 12/12 à 14 h, chez Zoé, sous la halle du marché de la commune. ' +
          `${`0671${between}`.repeat(30)}0671223344${`${between}223344`.repeat(30)}. Au local ` +
          'mercredi.',
        sought,
      ),
      pattern()`
          ^Atelier le 12\/12 à 14 h, chez Zoé, sous la halle du marché de la commune\. .*
          Au local mercredi\.$
        `,
    )
})

test('a text that begins with the second half of a character is read like any other', () => {
  assert.deepEqual(phonesIn('\udc00'), [])
  const [found] = phonesIn('\udc00 au 06 12 34 56 78')
  assert.equal(found?.own, '612345678')
})
