import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seatsIn } from './seats-said.ts'
import { rideText } from './text.ts'

test('the seats of a ride are counted as people count them', () => {
  for (const [text, seats] of [
    ['je descends à Boën, il reste deux places', 2],
    ['samedi Lyon, 2 pl', 2],
    ['il y a deux sièges de libres', 2],
    ['place pour 2 et skis', 2],
    ['de quoi mettre trois personnes derrière', 3],
    ['je peux prendre deux gosses', 2],
    ['je peux embarquer 3 gamins', 3],
    ['je dépose les miens, je peux en prendre deux de plus', 2],
    ['on est trois, qui va à Feurs', 3],
    ['j’emmène mes deux filles à la piscine, une place', 1],
    ['je prends deux personnes à Sail', 2],
  ] as const)
    assert.equal(seatsIn(rideText(text).plain), seats, text)
})

test('what is no seat of a car is not counted', () => {
  for (const text of [
    'je cherche une personne pour m’emmener à Boën',
    'j’emmène mes deux filles à la piscine',
    'on est trois déjà, je conduis',
    'place à 8 €',
    'je rentre à Boën, si une personne est intéressée',
    'deux sièges auto',
    'place pour 2 h',
  ])
    assert.equal(seatsIn(rideText(text).plain), undefined, text)
})
