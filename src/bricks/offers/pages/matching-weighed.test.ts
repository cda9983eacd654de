import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noticeOf } from '../../../../bin/lexicon/tried.ts'
import { runs } from '../../../../tests/support/pass.ts'
import { idFrom } from '../../../core/id.ts'
import { isTooLittle } from '../model/matching/enough.ts'
import { likelihoodOf, type Signs } from '../model/matching/likelihood.ts'
import { areOfTwoSeasons } from '../model/matching/months.ts'
import { isAnswer, meet } from './matching.ts'
import { isSure } from './meeting-news.ts'

const met = (offer: string, need: string) =>
  meet(noticeOf('offer', offer), noticeOf('need', need), [])

const sign = fc.double({ min: 0, max: 1, noNaN: true })
const signs: fc.Arbitrary<Signs> = fc.record({
  met: fc.double({ min: -6, max: 0, noNaN: true }),
  chance: sign,
  overlap: sign,
  overlapFlat: sign,
  sharp: sign,
  named: sign,
  way: sign,
  near: sign,
  apart: fc.constantFrom(0, 1),
  sought: fc.constantFrom(0, 1),
  acts: fc.constantFrom(-1, 0, 1),
})

test('law: the nearer, or the better a way fits, never the less likely', () => {
  fc.assert(
    fc.property(signs, sign, (one, other) => {
      for (const name of ['near', 'way', 'met', 'overlapFlat'] as const) {
        const [less, more] = [Math.min(one[name], other), Math.max(one[name], other)]
        assert.ok(likelihoodOf({ ...one, [name]: less }) <= likelihoodOf({ ...one, [name]: more }))
      }
    }),
    runs(200, 2_000),
  )
})

test('what a notice tells beside does not part two that are about one thing', () => {
  for (const [offer, need] of [
    [
      'Ordi qui rame, imprimante muette, virus : Kévin passe chez vous le soir',
      'Mon ordinateur met vingt minutes à démarrer et l’écran devient bleu',
    ],
    [
      'Haies, fruitiers, rosiers : je taille tout avec mon matériel, payable en CESU',
      'Mes thuyas montent à trois mètres et le voisin râle, qui peut les tailler ?',
    ],
  ] as const)
    assert.ok(isAnswer(met(offer, need)), `${offer} / ${need}`)
})

test('what is too little for those who tell how many they are does not answer them', () => {
  for (const [offer, need, isLittle] of [
    ['Grange chauffée, 60 personnes au plus', 'Mariage en mai, une salle pour 200 personnes', true],
    ['Gîte de six couchages libre', 'Un gîte pour quinze personnes le 31 ?', true],
    ['Deux stères de chêne à vendre', 'Le gîte cherche 15 stères de chêne', true],
    ['Dix stères de chêne à vendre', 'Le gîte cherche 15 stères de chêne', false],
    ['Salle pour 80 personnes', 'Une salle pour un baptême, 70 invités', false],
    ['Salle communale à louer', 'Mariage, une salle pour 200 personnes', false],
    ['3 kg de miel', 'Une salle pour 200 personnes', false],
  ] as const)
    assert.equal(isTooLittle(noticeOf('offer', offer), noticeOf('need', need)), isLittle, offer)
})

test('what waits for its season does not answer who needs it now', () => {
  const need = (title: string) => ({
    ...noticeOf('need', title),
    id: idFrom(Date.parse('2026-12-05T10:00:00Z'), new Uint8Array(10)),
  })
  for (const [offer, wanted, isOther] of [
    ['Notre pressoir se prête en septembre et octobre', 'Cherche pressoir ce week-end', true],
    ['À partir de mai je louerai mes canoës', 'Cherche un canoë pour dimanche 13', true],
    ['Ma couveuse se prête en mars-avril, pas avant', 'Couveuse recherchée d’urgence', true],
    ['Je prête mon bélier, en août prochain', 'Je cherche un bélier tout de suite', true],
    ['L’automne prochain je remettrai en route mon pressoir', 'À presser cette semaine', true],
    ['Je passe le motoculteur à partir d’avril', 'Besoin du motoculteur cette semaine', true],
    ['Presse à prêter de septembre à octobre seulement', 'Presse pour la semaine de Noël', true],
    ['Cet hiver je prêterai ma fendeuse', 'Une fendeuse cette semaine', false],
    ['Notre pressoir se prête en décembre', 'Cherche pressoir ce week-end', false],
    ['À partir de mai je louerai mes canoës', 'Cherche un canoë pour juillet', false],
    ['À partir de mai je louerai mes canoës', 'Cherche un canoë', false],
    ['Miel récolté en juillet', 'Du miel avant dimanche 13', false],
  ] as const)
    assert.equal(areOfTwoSeasons(noticeOf('offer', offer), need(wanted)), isOther, offer)
})

test('a ride that people tell in their own words answers who goes there, as often, for that', () => {
  for (const [offer, need, isOne] of [
    [
      'Je descends à St Etienne hopital nord mardi 8 au matin, il me reste 2 places',
      'Ma mère n’a plus d’auto, elle est attendue à l’hôpital Nord mardi 8 à dix heures',
      true,
    ],
    [
      'Je descends à l’hôpital de Mayenne mardi matin, j’ai trois places dans la voiture',
      'Je commence un boulot à Mayenne, il me faut une voiture tous les matins',
      false,
    ],
    [
      'Je vais travailler à Mayenne tous les matins, il reste deux places',
      'Je commence un boulot à Mayenne, il me faut une voiture tous les matins',
      true,
    ],
    [
      'Je conduis les personnes âgées à leurs rendez-vous médicaux à Mayenne',
      'Je commence un boulot à Mayenne, ma voiture vient de lâcher',
      false,
    ],
  ] as const)
    assert.equal(isAnswer(met(offer, need)), isOne, `${offer} / ${need}`)
})

test('who wants a thing for good is not answered by a loan', () => {
  const [lent, given] = [
    'Je peux confier ma machine à coudre quelques semaines',
    'Je donne ma machine à coudre',
  ]
  const need = 'Nous cherchons à lui acheter une machine à coudre'
  assert.deepEqual([isAnswer(met(lent, need)), isAnswer(met(given, need))], [false, true])
  assert.ok(isAnswer(met(lent, 'Qui me passerait une machine à coudre ?')))
})

test('books of another class, and another kind of tiles, are not surely what is looked for', () => {
  const books = 'Livres scolaires de première et de terminale à donner'
  assert.ok(!isAnswer(met(books, 'Cherche manuels de 5e, maths et histoire')))
  assert.ok(isAnswer(met(books, 'Cherche livres scolaires de terminale')))
  const tiles = met('Tas de tuiles canal à donner', 'Vingt tuiles plates pour finir un four à pain')
  assert.ok(tiles === undefined || !isSure(tiles))
})
