import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeOf } from '../../../../bin/lexicon/tried.ts'
import { speaksOfMoney } from '../model/matching/modes.ts'
import { isAnswer, meet } from './matching.ts'

const met = (offer: string, need: string) =>
  meet(noticeOf('offer', offer), noticeOf('need', need), [])

test('no day, and no thing with a capital, is a town that both go to', () => {
  for (const [offer, need] of [
    ['Je descends à Lyon jeudi, il reste une place', 'Qui va à Vichy Jeudi matin ?'],
    ['Je descends à Lyon avec ma voiture', 'Qui a une Voiture et descend à Vichy jeudi ?'],
    ['Je vais à l’hôpital de Gap mardi', 'Attendue Mardi à l’hôpital de Grenoble'],
  ] as const) {
    const said = met(offer, need)?.reasons.filter(({ is }) => is === 'towards') ?? []
    assert.deepEqual(said, [], `${offer} / ${need}`)
  }
})

test('a list that ends by *quoi* or *enfin* keeps its things', () => {
  for (const [offer, need] of [
    ['Je prête un vélo', 'Je cherche un vélo, enfin une occasion'],
    ['Je donne un vélo, un casque quoi', 'Je cherche un vélo'],
    ['Je prête un vélo', 'Je cherche un vélo, un casque quoi'],
  ] as const)
    assert.ok(isAnswer(met(offer, need)), `${offer} / ${need}`)
  const stamps = 'Toute une collection de timbres, Marianne et colonies, à céder'
  assert.ok(!isAnswer(met(stamps, 'Un timbre de vélo, une sonnette quoi, pour ma randonneuse')))
})

test('fuel is money, and a floor, a century or a lot of toys is none', () => {
  for (const [title, isMoney] of [
    ['Je prête mon broyeur contre l’essence', true],
    ['Je vous emmène, juste l’essence', true],
    ['Je vous emmène contre de l’essence', true],
    ['Un coffre avec plein de jouets', false],
    ['À monter au 12e étage', false],
    ['Commode du 20e siècle', false],
    ['Plein d’essence à votre charge', true],
  ] as const)
    assert.equal(speaksOfMoney(noticeOf('offer', title)), isMoney, title)
})
