import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesPage } from './page.ts'

/** What stands in the lines that have a kind, with it. */
const told = (text: string): readonly string[] =>
  notesPage(text)
    .pieces.filter(one => !['', 'context'].includes(one.section))
    .map(one => `${one.section}: ${one.clear}`)

const ASKED = `Enquête du village, dépouillée le 4 mai 2026
Q1 ce qui vous manque / Q2 ce que vous pouvez donner / Q3 une idée / Q4 autre chose

N° 1
Q1. un dentiste
Q2. rien
Q3. -
Q4. le clocher sonne trop tôt

N° 2
1/ des bancs le long du canal
2/ un métier à tisser
3/ une projection au lavoir
4/ néant

N° 3
Q1 > un car le samedi, mon fils rentre à pied la nuit
Q2 > dix kilos de noix
Q3 > RAS
`

test('answers are of the kind that their question asks for, once the page says its questions', () => {
  assert.deepEqual(told(ASKED), [
    'needs: un dentiste',
    'needs: des bancs le long du canal',
    'offers: un métier à tisser',
    'ideas: une projection au lavoir',
    'needs: un car le samedi, mon fils rentre à pied la nuit',
    'offers: dix kilos de noix',
  ])
})

test('a colour or a letter that the page explains tells the kind of each line', () => {
  const colours = `Des cartons au mur : bleu pour ce qu'on donne, rouge pour ce qu'on cherche.

— bleu : une échelle double ;
— rouge : un pré pour deux ânes ;
— bleu : apprendre à tresser l'osier ;
— rouge : quelqu'un pour accorder le piano.
`
  assert.deepEqual(told(colours), [
    'offers: une échelle double ;',
    'needs: un pré pour deux ânes ;',
    "offers: apprendre à tresser l'osier ;",
    "needs: quelqu'un pour accorder le piano.",
  ])
  const letters = `Réunion du 5 mars 2026
B = besoin, I = idée

B : des chaises
I : un cinéma sous la halle
B : un vidéoprojecteur
I : une bourse aux plants
`
  assert.deepEqual(told(letters), [
    'needs: des chaises',
    'ideas: un cinéma sous la halle',
    'needs: un vidéoprojecteur',
    'ideas: une bourse aux plants',
  ])
})

test('a page without a legend is read as it was', () => {
  assert.deepEqual(told('Réunion\n\nBleu : la couleur du portail\nBleu : celle des volets\n'), [])
})
