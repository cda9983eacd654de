import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rideContext } from './rides/ride.ts'
import { understand } from './understood.ts'

const NAMES = ['Boën', 'Chalmazel', 'Sail-sous-Couzan', 'Saint-Just', 'Saint-Just-en-Bas']
const territory = {
  village: 'Boën',
  communes: NAMES.map(name => ({ code: name, name })),
} as unknown as NonNullable<Parameters<typeof understand>[1]['territory']>
const known = {
  ...rideContext({ today: '2026-11-30', now: Date.UTC(2026, 10, 30) }, territory),
  themes: [],
  territory,
}
const communeOf = (sentence: string): string | undefined => understand(sentence, known).commune

test('a sentence says its commune as people write it, and two communes say none', () => {
  const told = {
    'Chalmazel, je prête mes raquettes': 'Chalmazel',
    'petits travaux, étudiant sur Boën, le samedi': 'Boën',
    'ferme de St Just en Bas, visite le mercredi': 'Saint-Just-en-Bas',
    'cerises à St-Just': 'Saint-Just',
    'canes, vers Sail.': 'Sail-sous-Couzan',
    'une table à Boën ou à Chalmazel': undefined,
    'un sail de planche': undefined,
  }
  for (const [sentence, commune] of Object.entries(told))
    assert.equal(communeOf(sentence), commune, sentence)
})

test('a day that comes back is no last day; a market on a Thursday says that day', () => {
  const day = (sentence: string) => understand(sentence, known).day
  for (const text of [
    'le jeudi',
    'chaque jeudi',
    'les premiers jeudis',
    'le dernier jeudi du mois',
  ])
    assert.equal(day(`je tiens un étal ${text}`), undefined, text)
  assert.equal(day('un coup de main pour le marché jeudi'), '2026-12-03')
})
