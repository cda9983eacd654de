import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
import { meetingsHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie, Paul, Léa\n\n'
const found = (said: string) => harvestPage(head + said, [meetingsHarvest]).candidates
const told = (said: string) => found(said).map(c => `${c.kind}: ${c.title}`)

test('a promise is a task, with who and until when beside the title', () => {
  const [task] = found('Marie s’occupe de relancer la mairie avant le 12 avril.')
  assert.equal(task?.title, 'Relancer la mairie')
  assert.deepEqual([task?.fields['who'], task?.fields['dueDay']], ['Marie', '2024-04-12'])
  assert.deepEqual(told('Paul contactera l’imprimeur.'), ['task: Contacter l’imprimeur'])
  assert.deepEqual(told('À voir avec la commune pour les clés.'), [
    'task: Voir avec la commune pour les clés',
  ])
})

test('what somebody told at the meeting is no task', () => {
  assert.deepEqual(
    told(
      'Marie présente le bilan. Paul explique les comptes. Léa rappelle que la salle est fermée.',
    ),
    [],
  )
})

test('a decision is recognised by its verb, its vote or its answer', () => {
  assert.deepEqual(told('Il est décidé d’acheter un broyeur.'), ['decision: Acheter un broyeur'])
  assert.deepEqual(told('La cotisation passe à 12 €. Voté à l’unanimité.'), [
    'decision: La cotisation passe à 12 €',
  ])
  assert.deepEqual(told('Achat d’une balance : oui.'), ['decision: Achat d’une balance\u00a0: oui'])
})

test('an idea may be a question or a wish', () => {
  assert.deepEqual(told('Et si on ouvrait le samedi ?'), [
    'idea: Et si on ouvrait le samedi\u202f?',
  ])
  assert.deepEqual(told('Il faudrait repeindre le portail.'), ['idea: Repeindre le portail'])
})

test('a thing said is kept without the names of those who were there', () => {
  const [voice] = found('On a entendu : « Sans Marie, on ne ferait rien ici. »')
  assert.equal(voice?.kind, 'voice')
  assert.ok(!String(voice?.fields['saying']).includes('Marie'))
})

test('a title in quotes is not something said', () => {
  assert.deepEqual(
    told('Le projet « Bocaux du cru » avance.').filter(t => t.startsWith('voice')),
    [],
  )
})

test('an address is a reference with its own', () => {
  const [reference] = found('Voir le site des réparateurs : https://exemple.fr/guide.')
  assert.deepEqual(
    [reference?.kind, reference?.fields['url']],
    ['reference', 'https://exemple.fr/guide'],
  )
})

test('the agenda and what an organisation is for are left alone', () => {
  assert.deepEqual(
    told('Ordre du jour :\n1. Contacter la mairie\n2. Il faudrait décider du budget'),
    [],
  )
  assert.deepEqual(told('Objectif : créer du lien et réparer les objets.'), [])
})

test('a table of tasks is read by its columns', () => {
  const [task] = found(
    '| Qui | Quoi | Quand |\n|---|---|---|\n| Paul | réserver la salle | 15/04 |',
  )
  assert.deepEqual(
    [task?.title, task?.fields['who'], task?.fields['dueDay']],
    ['Réserver la salle', 'Paul', '2024-04-15'],
  )
})
