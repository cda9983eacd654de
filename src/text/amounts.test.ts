import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  amountAsked,
  amountGiven,
  amountIn,
  inUnit,
  isGroupOrder,
  packAsked,
  partOf,
  sayAmount,
} from './amounts.ts'

const said = (text: string): string => {
  const found = amountIn(text)
  return found
    ? `${found.n}${found.to === undefined ? '' : `-${found.to}`} ${found.unit}` +
        (found.of === undefined ? '' : ` of ${found.of}`)
    : ''
}

test('amounts are read as people write them', () => {
  for (const [text, amount] of [
    ['20 kg', '20 kg'],
    ['15kgs de noix', '15 kg'],
    ['1,5 t de foin', '1.5 t'],
    ['1 200 kg', '1200 kg'],
    ['une vingtaine de kilos', '20 kg'],
    ['une douzaine d’œufs', '12 œufs'],
    ['3 stères de hêtre', '3 stere'],
    ['5 m³ de sable', '5 m3'],
    ['une demi livre de miel', '0.5 livre'],
    ['mille litres', '1000 l'],
    ['4-5 kilos de prunes', '4-5 kg'],
    ['deux ou trois sacs', '2-3 sacs'],
    ['un plein panier de noix', '1 panier'],
    ['une poignée de graines', '1 poignée'],
    ['12 tables', '12 tables'],
    ['soixante-dix kilos', '70 kg'],
    ['vingt-cinq kg', '25 kg'],
    ['treize sacs', '13 sacs'],
    ['soixante-quatorze kg', '74 kg'],
    ['quatre-vingts kg', '80 kg'],
    ['quatre-vingt-dix-sept litres', '97 l'],
    ['soixante et onze sacs', '71 sacs'],
    ['cent vingt kg', '120 kg'],
    ['deux cents kg', '200 kg'],
    ['mille deux cents litres', '1200 l'],
    ['un kilo et demi', '1.5 kg'],
    ['1.500 kg', '1500 kg'],
    ['1.5 t', '1.5 t'],
    ['une palette de papier, 400 kg', '400 kg of palette'],
    ['une palette de 400 kg', '400 kg of palette'],
  ] as const)
    assert.equal(said(text), amount, text)
})

test('what is no amount is none: an hour, a price, a day, an age, a telephone, a little', () => {
  for (const text of [
    'à partir de 18 h',
    '20 € le tout',
    'vingt euros',
    'le 12 mars',
    'jusqu’au 3 décembre',
    'un enfant de 8 ans',
    'le 04 77 24 00 00',
    'au numéro 7',
    'un peu de tout',
    'par palettes, pas moins',
    'un garage',
    'deux fois 10 kg',
    'quatre vingts euros',
    '',
  ])
    assert.equal(said(text), '', text)
})

test('a sentence gives an amount of a thing, never a measure of the thing itself', () => {
  const given = (text: string): string => {
    const found = amountGiven(text)
    return found ? `${found.n} ${found.unit}` : ''
  }
  assert.equal(given('Nadia donne 15 kg de châtaignes'), '15 kg')
  assert.equal(given('Il reste 2 sacs de patates'), '2 sacs')
  assert.equal(given('Paul cherche 3 stères de bois'), '3 stere')
  assert.equal(given('je partage une palette de papier, 400 kg en tout'), '400 kg')
  assert.equal(given('Henri : « je partage une palette de papier, 400 kg »'), '400 kg')
  assert.equal(given('je donne une palette de papier (400 kg)'), '400 kg')
  assert.equal(given('je donne une palette de 400 kg de papier'), '400 kg')
  assert.equal(given('j’ai du papier, 400 kg à se partager'), '400 kg')
  for (const text of [
    'Mathieu prête sa remorque 500 kg',
    'Rosa donne une cuve de 200 l',
    'je vends un frigo (200 l)',
    'Malo vend un lit deux places',
    'Lou descend à Boën mardi, deux places',
    'Élodie donne une palette de bois',
  ])
    assert.equal(given(text), '', text)
})

test('what somebody has for a work, or takes of a group order, is shared out by nobody', () => {
  for (const [text, amount] of [
    ['Il me reste 150 kg de pommes, qui me laisserait son pressoir avant Noël\u202f?', ''],
    ['150 kg de pommes, je cherche un pressoir', ''],
    ['J’ai 3 stères de bois à rentrer', ''],
    ['Commande groupée de granulés, j’en prends 150 kg', ''],
    ['Il me reste 150 kg de pommes, qui en veut\u202f?', '150 kg'],
    ['Il reste 20 kg de pommes à presser, je les donne', '20 kg'],
    ['Commande groupée de granulés, 150 kg en tout', '150 kg'],
    ['Je cherche 150 kg de pommes à presser', '150 kg'],
    ['J’en prends 150 kg', '150 kg'],
    ['J’ai 150 kg de pommes, cherche pressoir', ''],
    ['J’ai 20 kg de pommes, qui aurait un broyeur\u202f?', ''],
    ['J’ai 20 kg de pommes, qui peut me les presser\u202f?', ''],
    ['J’ai 20 kg de pommes, il me faut de l’aide', ''],
    ['J’ai 3 stères de bois à rentrer vendredi', ''],
    ['Il me reste 12 pots de miel, qui peut passer les prendre\u202f?', '12 pots'],
    ['J’ai 20 kg de pommes, cherche qui en veut', '20 kg'],
    ['J’ai 30 kg de noix à trier, servez-vous', '30 kg'],
    ['Il reste 20 kg de pommes, besoin de place', '20 kg'],
    ['J’ai 20 kg de pommes, je cherche des amateurs', '20 kg'],
    ['J’ai 20 kg de pommes, il me faut vider la cave', '20 kg'],
  ] as const) {
    const found = amountGiven(text)
    assert.equal(found ? `${found.n} ${found.unit}` : '', amount, text)
  }
  for (const [text, isOrder] of [
    ['Commande groupée de granulés', true],
    ['On cherche à grouper une commande de fioul', true],
    ['Acheter du fioul à plusieurs', true],
    ['Je commande du fioul', false],
    ['Un groupe cherche des chaises', false],
  ] as const)
    assert.equal(isGroupOrder(text), isOrder, text)
})

test('an amount that is perhaps of the thing is asked about, where it stands as one that is given', () => {
  const asked = (text: string): string => {
    const found = amountAsked(text)
    return found ? `${found.n} ${found.unit}` : ''
  }
  assert.equal(asked('je donne 400 kg papier'), '400 kg')
  assert.equal(asked('Paul : « je vends 30 kg pommes reinettes »'), '30 kg')
  for (const text of [
    'je donne 15 kg de châtaignes',
    'Mathieu prête sa remorque 500 kg',
    'Rosa donne une cuve de 200 l',
    'je donne un lit deux places',
    'je donne un sac de 50 l',
    'je descends à Boën',
  ])
    assert.equal(asked(text), '', text)
})

test('a part is said as a number, in another unit, or as a share of the whole', () => {
  const whole = { n: 400, unit: 'kg' }
  for (const [text, part] of [
    ['20', 20],
    ['20 kg', 20],
    ['une vingtaine de kilos', 20],
    ['500 g', 0.5],
    ['0,1 t', 100],
    ['la moitié', 200],
    ['un quart', 100],
    ['tout', 400],
    ['le reste', 140],
    ['deux sacs', undefined],
    ['4-5 kilos', undefined],
    ['un peu', undefined],
    ['je verrai', undefined],
  ] as const)
    assert.equal(partOf(text, whole, 140), part, text)
  assert.equal(partOf('2 sacs', { n: 5, unit: 'sac' }, 5), 2)
  const packs = { noun: 'sacs', n: 25, unit: 'kg' }
  for (const n of [1, 2, 3, 8, 40])
    for (const said of [`${n} sacs de 25 kg`, `${n} sac de 25kg`, `${n} sacs de 25000 g`])
      assert.equal(partOf(said, { n: 1, unit: 't' }, 1), (n * 25) / 1000, said)
  assert.equal(partOf('4 sacs', { ...whole, packs }, 140), 100)
  assert.equal(partOf('4 cagettes', { ...whole, packs }, 140), undefined)
  assert.equal(partOf('4 sacs', whole, 140), undefined)
  assert.equal(partOf('le reste', whole, 0), undefined)
  for (const text of ['un quart d’heure', '-5']) assert.equal(partOf(text, whole, 140), undefined)
})

test('an amount is said with its unit, one or several', () => {
  assert.equal(sayAmount(140, 'kg', 'fr'), '140\u00a0kg')
  assert.equal(sayAmount(2.5, 'stere', 'fr'), '2,5\u00a0stères')
  assert.equal(sayAmount(1, 'sacs', 'fr'), '1\u00a0sac')
  assert.equal(sayAmount(3, 'seau', 'fr'), '3\u00a0seaux')
  assert.equal(sayAmount(1, 'seaux', 'fr'), '1\u00a0seau')
  assert.equal(sayAmount(2, 'bocal', 'fr'), '2\u00a0bocaux')
  assert.equal(sayAmount(1, 'brebis', 'fr'), '1\u00a0brebis')
})

test('what is said of an amount is read as that amount, and back from another unit', () => {
  const unit = fc.constantFrom('kg', 'g', 't', 'l', 'cl', 'hl', 'm3', 'sac', 'palette', 'bocal')
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99_999 }), unit, (n, of) => {
      const read = amountIn(sayAmount(n, of, 'fr').replaceAll('\u202f', ' '))
      assert.ok(read)
      assert.equal(inUnit(read, of), n)
    }),
  )
})

test('of sacks and cans it is said how to write what each holds, and that text is read', () => {
  for (const [typed, unit, part, noun] of [
    ['six sacs', 'kg', 150, 'sac'],
    ['3 caisses de pommes', 't', 0.075, 'caisse'],
    ['deux bidons', 'l', 20, 'bidon'],
    ['4 sachets', 'g', 100, 'sachet'],
    ['2 seaux', 'hl', 0.2, 'seau'],
  ] as const) {
    const asked = packAsked(typed, { n: 400, unit })
    assert.equal(asked?.noun, noun)
    assert.equal(partOf(asked!.example, { n: 400, unit }, 0), part, asked!.example)
  }
  for (const typed of ['deux livres', '2 quintaux', '20 litres', 'un peu'])
    assert.equal(packAsked(typed, { n: 400, unit: 'kg' }), undefined, typed)
  assert.equal(packAsked('deux remorques', { n: 8, unit: 'stere' }), undefined)
})
