import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sideSaid } from './side-said.ts'

test('the first words of a notice say its side, when they can mean no other', () => {
  for (const [sentence, side] of [
    ['Je cherche une place pour garer ma caravane', 'need'],
    ['bonjour, je recherche un vélo', 'need'],
    ['nous cherchons une salle', 'need'],
    ['J’ai besoin d’un coup de main', 'need'],
    ['j’aurais besoin de bois', 'need'],
    ['Cherche vélo d’enfant', 'need'],
    ['je donne des pieds de rhubarbe', 'offer'],
    ['Vends poêle à bois, 80 €', 'offer'],
    ['à donner : un canapé', 'offer'],
    ['on prête une remorque', 'offer'],
  ] as const)
    assert.equal(sideSaid(sentence), side, sentence)
})

test('a sentence that may mean either side says none', () => {
  for (const sentence of [
    'je cherche à donner mes chatons',
    'je cherche preneur pour un canapé',
    'je cherche une famille pour un chiot',
    'je cherche quelqu’un à qui donner des bocaux',
    'je loue une chambre',
    'je garde les poules',
    'offre d’emploi au moulin',
    'Odile cherche un étau',
    'un vélo d’enfant',
    'qui aurait une bâche ?',
    '',
  ])
    assert.equal(sideSaid(sentence), undefined, sentence)
})
