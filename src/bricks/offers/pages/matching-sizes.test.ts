import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areOfTwoSizes } from '../model/matching/sizes.ts'
import type { SpokenNotice } from '../model/matching/spoken.ts'
import { isAnswer, meet } from './matching.ts'

/** Sizes that two notices tell, and numbers that are no size. */

type Said = string | readonly [title: string, more: string]
const said = (side: 'offer' | 'need', one: Said): SpokenNotice => {
  const [title, more] = typeof one === 'string' ? [one, ''] : one
  return {
    id: side,
    side,
    title,
    more,
    themes: [],
    commune: null,
    point: null,
    whose: { who: null, reach: null, from: [] },
  }
}
const pairOf = (a: Said, b: Said) => [said('offer', a), said('need', b)] as const
function areOne(pairs: readonly (readonly [Said, Said])[]): void {
  for (const [a, b] of pairs) {
    const pair = pairOf(a, b)
    const meeting = meet(...pair, [])
    assert.ok(!areOfTwoSizes(...pair), `${a} / ${b}`)
    assert.ok(!meeting?.doubts.some(({ not }) => not === 'size'), `${a} / ${b}`)
  }
}
function areTwo(pairs: readonly (readonly [Said, Said])[]): void {
  for (const [a, b] of pairs) {
    const pair = pairOf(a, b)
    assert.ok(areOfTwoSizes(...pair), `${a} / ${b}`)
    assert.ok(!isAnswer(meet(...pair, [])), `${a} / ${b}`)
  }
}

test('a word that begins as clothes do, or a first name, makes no age a size', () => {
  areOne([
    [
      ['Je prête mon échelle', 'J’habite au bourg, j’ai 70 ans.'],
      ['Je cherche une échelle', 'J’habite à Boën, j’ai 40 ans.'],
    ],
    ['Jean, 70 ans, prête son échelle', 'Robert, 50 ans, cherche une échelle'],
    [
      ['Je donne un canapé', 'Ma voisine Jeanne, 80 ans, s’en sépare.'],
      ['Je cherche un canapé', 'Combien ? Mon fils de 20 ans emménage.'],
    ],
    ['Jean, 12 ans, prête son échelle', 'Robert, 6 ans, cherche une échelle'],
    ['Capable de garder une fille de 4 ans', 'J’habite ici, qui garde mon fils de 9 ans ?'],
  ])
  areTwo([
    ['Jean taille 36 à donner', 'Je cherche un jean taille 44'],
    ['Capes et robes 4-5 ans à donner', 'Je cherche une robe pour ma fille de 10 ans'],
  ])
})

test('the age of a bicycle, of who gives it or of grown children is no size', () => {
  areOne([
    [['Vélo de course à vendre', 'Il a 30 ans et roule encore.'], 'vélo pour mon fils de 16 ans'],
    [
      ['Je donne un vélo', 'Mes enfants de 8 et 10 ans ont grandi.'],
      ['vélo pour homme', 'J’ai 60 ans.'],
    ],
    ['Fille de 16 ans vend son vélo', 'Je cherche un vélo pour mon fils de 6 ans'],
    ['Vélo garanti 2 ans à vendre', 'Je cherche un vélo pour mon fils de 8 ans'],
    [
      ['Manteau de fille à donner', 'Ma fille de 6 ans a grandi.'],
      'Je cherche un manteau pour ma fille de 10 ans',
    ],
  ])
  areTwo([
    ['Habits pour 6 ans', 'Je cherche des habits pour 12 ans'],
    ['Vélo pour enfant de 4 ans à donner', 'Je cherche un vélo pour ma fille de 12 ans'],
    [['Manteau à donner', 'Taille 6 ans.'], 'Je cherche un manteau pour ma fille de 12 ans'],
    [['Habits et jouets à donner', 'Habits de 2 et 3 ans.'], 'Je cherche des habits pour 8 ans'],
  ])
})

test('clothes from birth on, or from months to years, are for all ages between', () => {
  areOne([
    ['Habits de bébé, naissance à 12 mois', 'Cherche habits de bébé 3 mois'],
    ['Habits de bébé, naissance à 18 mois', 'Je cherche des habits de bébé 6 mois'],
    ['Habits de bébé de 6 mois à 2 ans', 'Je cherche des habits de bébé 12 mois'],
    ['Habits de 2 ans à 14 ans à donner', 'Je cherche des habits pour 8 ans'],
  ])
  areTwo([
    ['Habits de bébé, naissance à 6 mois', 'Je cherche des habits de bébé 18 mois'],
    ['Habits de bébé de 6 mois à 2 ans', 'Je cherche des habits pour 8 ans'],
  ])
})

test('a pair or a range of sizes holds each of them', () => {
  areOne([
    ['Veste taille M/L à donner', 'Je cherche une veste taille L'],
    ['Jupe taille 38/40', 'jupe en 40'],
    ['Chaussures de ski pointure 38/39', 'Je cherche des chaussures de ski pointure 39'],
    ['Chaussures du 38 au 42 à donner', 'Je cherche des chaussures, je chausse du 40'],
    ['Robe taille 36 à 44', 'robe taille 40'],
    ['Habits de fille du 2 au 14 ans', 'Je cherche des habits pour ma fille de 8 ans'],
    ['Veste taille S, M et L à donner', 'Je cherche une veste taille M'],
    ['Vêtements fille 4-6-8 ans à donner', 'Je cherche des vêtements fille 6 ans'],
    ['Habits 4-12 ans à donner', 'Je cherche des habits pour ma fille de 5 ans'],
  ])
  areTwo([
    ['Veste à donner, taille M/L', 'Je cherche une veste taille XXL'],
    ['Veste à donner, taille XXXS', 'Je cherche une veste taille M'],
    ['Chaussures du 38 au 40 à donner', 'Je cherche des chaussures, je chausse du 44'],
    ['Robe à donner, taille 36 à 38', 'Je cherche une robe taille 44'],
    ['Habits de fille du 2 au 6 ans', 'Je cherche des habits pour ma fille de 12 ans'],
  ])
})

test('a weight, and a bunch of hay, are no size of shoes', () => {
  areOne([
    ['Bottes de 20 kg de foin à vendre', 'Je cherche des bottes de 12 kg de foin'],
    ['Bottes de foin, 20 à vendre', 'Je cherche des bottes de foin, il m’en faut du 30'],
    ['Bottes de paille 45 à vendre', 'Je cherche des bottes de paille 30'],
  ])
  areTwo([
    ['Bottes 38 à donner', 'Je cherche des bottes en 42'],
    ['Bottes de cheval pointure 38/39 à donner', 'Je cherche des bottes de cheval pointure 42'],
  ])
})
