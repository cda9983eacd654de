import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedMoney } from '../../../core/form/typed.ts'
import { priceSaid, priceTold } from './price.ts'

/** Prices as people write them, in a sentence and in a field. */

test('a sentence says its cents, before the sign or behind it, and counts nothing else as cents', () => {
  const each = {
    'des œufs, 2€50 la douzaine': 250,
    'des œufs, 2 € 50 la douzaine': 250,
    'le pot 2 euros 50': 250,
    'le pot 2 euros 50 centimes': 250,
    'le pot à 1,50 €': 150,
    'le pot à 1.50 €': 150,
    'salades, 80 centimes': 80,
    'du foin à 3 € 40 bottes': 300,
    'à 2€12 pots': 200,
    '1 500 €': 150_000,
    '10 € ou 12 €': undefined,
    '1.500 €': undefined,
    'je loue mon fendeur 15€/jour, caution 100 €': 1500,
    'je loue ma salle, acompte de 50 euros, 200 euros la soirée': 20_000,
    'caution 100 €': undefined,
    'je vends 12 œufs à -3,50 €': undefined,
    'foin - 3 € la botte': 300,
    'de 10-15 €': 1500,
  }
  for (const [sentence, cents] of Object.entries(each))
    assert.equal(priceTold(sentence), cents, sentence)
  assert.equal(priceSaid('fendeur, caution 100 €, 15€/jour', 1500), '15€/jour')
  assert.equal(priceSaid('des œufs, 2€50 la douzaine', 250), '2€50 la douzaine')
})

test('a field reads the same, and refuses what is no amount', () => {
  const each = {
    '2€50': 250,
    '2 euros 50 centimes': 250,
    '50 cts': 50,
    '3,50 €': 350,
    '€ 4': 400,
    '2€5': undefined,
    '2€500': undefined,
  }
  for (const [typed, cents] of Object.entries(each)) assert.equal(typedMoney(typed), cents, typed)
})
