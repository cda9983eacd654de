import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCommune } from '../../../text/guard/lexicon.ts'
import { type PlacedPiece, whereabouts } from './whereabouts.ts'

const known = [
  { code: '42195', name: 'Sail-sous-Couzan' },
  { code: '42164', name: 'Palogneux' },
  { code: '42248', name: 'Saint-Just-en-Bas' },
  { code: '42019', name: 'Boën-sur-Lignon' },
]
const of = (piece: Partial<PlacedPiece>) =>
  whereabouts(
    { kind: 'event', title: 'Atelier', fields: {}, words: '', ...piece },
    known,
    isCommune,
  )

test('a thing is in the commune that its place, its title or its sentence says', () => {
  assert.deepEqual(of({ fields: { where: 'Salle des fêtes de Sail' } }), { commune: '42195' })
  assert.deepEqual(of({ kind: 'place', title: 'Four à pain de Palogneux' }), { commune: '42164' })
  assert.deepEqual(of({ kind: 'place', title: 'École de Saint-Just-en-Bas' }), {
    commune: '42248',
  })
  assert.deepEqual(of({ words: 'Atelier mardi à 10 h, église de Palogneux' }), {
    commune: '42164',
  })
  assert.deepEqual(
    of({ kind: 'need', title: 'Un lieu', words: 'À Palogneux, il manque un lieu' }),
    {
      commune: '42164',
    },
  )
  assert.deepEqual(of({ fields: { where: 'Salle des fêtes' } }), {})
})

test('nobody is told where a thing is when its words name two communes, or one far away', () => {
  assert.deepEqual(of({ title: 'Marche de Sail à Palogneux' }), { elsewhere: true })
  assert.deepEqual(of({ words: 'Concert samedi à 20 h à Montbrison' }), { elsewhere: true })
})

test('one who is driven to a commune is not there', () => {
  const words = 'On cherche quelqu’un pour emmener les jeunes à Boën le mercredi'
  assert.deepEqual(of({ kind: 'need', title: 'Quelqu’un pour emmener les jeunes', words }), {})
})

test('law 11: a sentence that says where somebody lives gives its commune to no notice', () => {
  const words = 'Simone, à Palogneux, cherche une brouette'
  assert.equal(of({ kind: 'need', title: 'Une brouette', words }).commune, undefined)
  assert.deepEqual(of({ words: 'Simone de Palogneux tient un atelier samedi à 14 h' }), {})
})
