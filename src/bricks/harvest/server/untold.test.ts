import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvested } from '../../../../tests/support/harvested.ts'
import { guard } from '../../../text/guard/guard.ts'

const HEAD = 'Réunion du 5 mars 2024 à Ambert\n\nPrésents : Odile Faure, René, Sam, Luce, Ali\n\n'
const titlesOf = (said: string): readonly string[] =>
  harvested(HEAD + said)
    .candidates.filter(one => one.source.from >= HEAD.length && !one.private)
    .map(one => one.title)

test('of what tells of somebody, the rest alone is proposed, and no word stands parted', () => {
  for (const [said, never] of [
    ["- le curé a besoin d'un coup de main pour déménager, son dos est foutu", 'dos'],
    ['- besoin : un lit médicalisé pour le papi du 12 rue des Lilas', 'papi'],
    ['- besoin de bois pour une famille sans chauffage au hameau du Bost', 'famille'],
    ['- besoin de bras pour les foins, mon fils tourne en scooter', 'scooter'],
    ['Décision : le facteur ne boira plus pendant sa tournée.', 'facteur'],
    ['- il faut appeler la CAF (n° allocataire 1234567)', '1234567'],
    ['- idée : un four mobile, ne pas recopier : Lulu paie', 'four'],
    ['- idée : arrêter la dispute entre Vial et la famille Dupuy pour le chemin', 'entre'],
  ] as const) {
    const titles = titlesOf(said)
    assert.ok(!titles.join('\n').includes(never), titles.join(' · '))
    for (const title of titles) assert.deepEqual(guard(title), [], title)
  }
})

test('what stands beside it is still proposed', () => {
  assert.deepEqual(titlesOf('- besoin de bras pour les foins, mon fils tourne en scooter'), [
    'Bras pour les foins',
  ])
  assert.match(
    titlesOf('→ relancer D. pour le loyer de la salle').join(),
    /^Relancer pour le loyer/,
  )
})

test('a saying is proposed whole, with the kin of whoever says it unnamed', () => {
  const said = 'Avant je demandais à mon fils, maintenant c’est lui qui me demande.'
  const voices = harvested(`${HEAD}Paroles\n- « ${said} »\n- « Mon fils Hugo est en prison. »`)
  assert.deepEqual(
    voices.candidates.filter(one => one.kind === 'voice').map(one => one.fields['saying']),
    [said],
  )
})
