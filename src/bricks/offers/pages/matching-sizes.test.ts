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
const meetingOf = (a: Said, b: Said) => meet(...pairOf(a, b), [])
/** Whether lengths part the two, though they meet by their words. */
function areOfTwoLengths(pairs: readonly (readonly [Said, Said, boolean])[]): void {
  for (const [offer, need, isApart] of pairs) {
    const meeting = meetingOf(offer, need)
    assert.ok(meeting, `${offer} / ${need}`)
    assert.equal(!isAnswer(meeting), isApart, `${offer} / ${need}`)
    assert.equal(
      meeting.doubts.some(({ not }) => not === 'size'),
      isApart,
    )
  }
}
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

test('a thing that is shorter than what is asked is none, and a longer one will do', () => {
  areOfTwoLengths([
    [
      ['Échelle double de 3 m 50, prêtée à la journée', 'Passer avant 9 h.'],
      'Il me faut une échelle de 8 m pour les gouttières du deuxième étage',
      true,
    ],
    ['Prête échelle double de 8 m', 'Il me faut une échelle de 3 m 50', false],
    ['Prête une échelle de 250 cm', 'Cherche une échelle d’au moins 4 m', true],
    ['Prête échelle, trois pans, 7 m dépliée', 'Cherche une échelle de six mètres', false],
    ['Prête une échelle de 5,80 m', 'Cherche une échelle de 6 m', false],
    ['Donne une bâche de 2 m sur 3', 'Cherche une bâche de 6 m sur 4', true],
    ['Donne bâche de 8x6', 'Cherche une bâche de 6 m sur 4', false],
    ['Donne tuyau d’arrosage de 10 m', 'Cherche tuyau d’arrosage de 50 m', true],
    ['Donne tuyau d’arrosage de 50 m', 'Cherche tuyau d’arrosage de 20 m', false],
    [
      'Petits sapins de Noël coupés dans ma haie, 1m20, 5 € l’un',
      'Sapin de 4 m pour la place, la mairie cherche un donateur',
      true,
    ],
    ['Donne sapin de 4 m', 'Cherche un sapin de 1 m', true],
    ['Donne sapin de 2 m', 'Cherche un sapin de 1 m 50', false],
    ['Donne tapis de 4 m sur 5', 'Cherche un tapis de 1 m sur 2', true],
  ])
})

test('parts of a ladder, and hoses that are joined, are as long as all of them', () => {
  areOfTwoLengths([
    ['Prête une échelle coulissante 2x4 m', 'Cherche une échelle de 7 m', false],
    ['Prête une échelle coulissante 2 x 4', 'Cherche une échelle de 7 m', false],
    ['Prête une échelle coulissante 2x4 m', 'Cherche une échelle de 12 m', true],
    ['Prête une échelle de 5 m', 'Cherche une échelle 2x4 m', true],
    ['Prête deux rallonges de 25 m', 'Cherche une rallonge de 40 m', false],
    ['Prête 2 rallonges électriques de 25 m', 'Cherche une rallonge de 40 m', false],
    ['Prête rallonge 2x25 m', 'Cherche une rallonge de 40 m', false],
    ['Prête une rallonge de 25 m', 'Cherche une rallonge de 40 m', true],
    ['Prête une rallonge de 50 m', 'Cherche deux rallonges de 25 m', false],
    ['Prête deux échelles de 4 m', 'Cherche une échelle de 7 m', true],
  ])
})

test('the length of a wall, one at most, or one that is not told parts nobody', () => {
  areOfTwoLengths([
    ['Prête une échelle', 'Cherche une échelle de 7 m', false],
    [
      'Prête une échelle de 3 m',
      'Cherche une échelle pour atteindre une gouttière à 7 m de haut',
      false,
    ],
    ['Prête une échelle de 3 m', 'Cherche une échelle de moins de 4 m', false],
    ['Donne une bâche de 25 m²', 'Cherche une bâche de 6 m sur 4', false],
    ['Prête une échelle, j’habite à 3 m de la mairie', 'Cherche une échelle', false],
  ])
})

test('logs that are longer than those that are asked enter no stove', () => {
  areOfTwoLengths([
    ['Vends bois en 50', 'Cherche du bois en 33', true],
    ['Vends bûches de 50 cm', 'Cherche bûches de 33 cm', true],
    ['Vends bois en 1 m', 'Cherche du bois sec en 50', true],
    ['Vends bois de chauffage en 33', 'Cherche du bois de chauffage en 50', false],
    ['Vends bois en 33 ou en 50', 'Cherche du bois en 33', false],
    ['Vends bois en 50, je coupe en 33', 'Cherche du bois en 33', false],
    ['Vends bois, livré en 50 sacs', 'Cherche du bois en 33', false],
    ['Vends bois en 1 m', 'Cherche du bois en 50, j’ai une scie', false],
    ['Vends bois en 1 m', 'Cherche du bois en 50, je peux recouper', false],
  ])
})

test('studs of shoes have a size', () => {
  areTwo([
    ['Donne crampons de rugby pointure 38', 'Cherche crampons 43 pour junior, d’occase'],
    ['Donne crampons 38', 'Cherche crampons pointure 43'],
  ])
  areOne([
    ['Donne crampons 43', 'Cherche crampons 43 pour junior'],
    ['Donne crampons à glace, 12 pointes', 'Cherche crampons 43'],
  ])
})
