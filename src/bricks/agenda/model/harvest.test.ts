import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
import { agendaHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie, Paul\n\n'
const found = (said: string) => harvestPage(head + said, [agendaHarvest]).candidates

test('the next meeting has its day and hour, and never a home as its place', () => {
  const [next] = found('Prochaine réunion le mardi 2 avril à 20h chez Marie.')
  assert.equal(next?.title, 'Prochaine réunion')
  assert.deepEqual(
    [next?.fields['startsOn'], next?.fields['startsAt'], next?.fields['where']],
    ['2024-04-02', '20:00', undefined],
  )
})

test('what is to come is an event; what is past, or only a term, is not', () => {
  const [feast] = found('La fête du pain aura lieu le samedi 8 juin à 10h, salle des fêtes.')
  assert.deepEqual([feast?.fields['startsOn'], feast?.fields['startsAt']], ['2024-06-08', '10:00'])
  assert.deepEqual(found('La fête du 10 février s’est bien passée.'), [])
  assert.deepEqual(found('Envoyer les affiches de la fête avant le 12 avril.'), [])
})

test('an event keeps the roof under which it takes place, and takes no village for one', () => {
  const whereOf = (said: string) => found(said)[0]?.fields['where']
  const market = 'Le marché de Noël aura lieu le samedi 6 avril à 10h sous'
  assert.equal(whereOf(`${market} la halle.`), 'Halle')
  assert.equal(whereOf(`${market} le préau.`), 'Préau')
  assert.equal(whereOf(`${market} le nom de Marché d’hiver.`), undefined)
})
