import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleWanted } from './people-wanted.ts'

test('from how many people one meets is read in a sentence; hours, ages and prices are not', () => {
  const says: Readonly<Record<string, number>> = {
    'Remettre en route le four, s’il y a cinq personnes': 5,
    "Un four s'il y a au moins 5 personnes pour aider": 5,
    'Une chorale à partir de cinq.': 5,
    'Une chorale, à partir de huit personnes': 8,
    'Un groupement d’achat, à partir de 12 familles': 12,
    'Si on est cinq, je prête le pré': 5,
    'Si on est 5 à le vouloir, on se lance': 5,
    'On y va dès qu’on est dix': 10,
    'Si nous sommes vingt-cinq, le car vient': 25,
    'Il faut être quatre pour une belote': 4,
  }
  for (const [text, n] of Object.entries(says)) assert.equal(peopleWanted(text), n, text)
  const silent = [
    'Un café à partir de cinq heures',
    'À partir de 14 h, au local',
    'À partir de 5 euros le kilo',
    'Une chorale à partir de dix ans',
    'À partir du 5, au local',
    'S’il y a cinq brebis à garder',
    'Si on n’est pas cinq, tant pis',
    'S’il y a cinq personnes, ou à partir de huit.',
    'S’il y a une personne pour aider',
    'Cinq personnes m’en ont parlé',
    'Si on est sixièmement d’accord',
    'Tarot à partir de 8:30',
    'Entrée à partir de 19,50 €',
    'Un bal, à partir de 10.30',
    'Si on est deux ou trois',
    'Si on est 10 minutes en retard',
    'Quand on est 50 km plus loin',
    '',
  ]
  for (const text of silent) assert.equal(peopleWanted(text), undefined, text)
})
