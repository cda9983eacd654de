import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../tests/support/test-box.ts'
import type { Asking } from '../../tests/support/test-engine.ts'
import { guardOf } from '../contract/records/guarded.ts'

/** The keeper says where they are found too: « Anaïs, au local ». */
const KEPT_BY = ['Anaïs, au local', 'Anaïs, 12 rue du Four', 'nous, du comité']
/** What each says of somebody, in words that the place of a keeper may have in common. */
const TOLD = [
  'Prête ma remorque, sauf du 3 au 20 décembre, nous sommes absents',
  'Au 12 rue des Lilas, on part en août',
  'La porte n’est jamais fermée à clé',
  'Passez au 12 rue des Lilas, la dame vit seule',
]

for (const keptBy of KEPT_BY)
  test(`the keeper is asked, whatever words say where they are found: ${keptBy}`, () => {
    using box = testBox()
    box.territory({ keptBy })
    const idea = box.bring('idea', { title: 'Un four partagé', state: 'open', threshold: 5 })
    for (const said of TOLD) {
      const forms = {
        'offers.offer': { title: said, who: 'Léa', reachBy: 'word', accord: 'voisins' },
        'wall.write': { said, who: '' },
        'meetings.answer': { id: idea, answer: 'help', saying: said, firstName: 'Léa' },
        'plain.write': { type: 'event', title: said, startsOn: '2027-01-03' },
      }
      for (const [command, input] of Object.entries(forms)) {
        const answer = box.turn(command, input, { by: 'keeper', typed: true })
        assert.ok(!answer.done && 'seen' in answer && answer.seen, `${command}: ${said}`)
      }
    }
  })

test('the keeper is asked about somebody told in the place of a first name', () => {
  using box = testBox()
  const idea = box.bring('idea', { title: 'Un four partagé', state: 'open', threshold: 5 })
  const answer = (firstName: string) =>
    box.turn(
      'meetings.answer',
      { id: idea, answer: 'help', saying: 'Porter le bois', firstName },
      { by: 'keeper', typed: true },
    )
  for (const name of ['Le voisin du dessus boit', 'La dame du bout']) {
    const asked = answer(name)
    assert.ok(!asked.done && 'seen' in asked && asked.seen, name)
  }
  assert.ok(answer('La mamie de Léo').done)
})

test('what says that a house stands empty or open waits, from a member and on the wall', () => {
  using box = testBox()
  const lea: Asking = { by: 'neighbour', me: box.welcome({ name: 'Léa' }), typed: true }
  for (const said of TOLD) {
    const notice = { title: said, reachBy: 'word', accord: 'voisins' }
    box.done('offers.offer', notice, lea)
    for (const as of [lea, { by: 'visitor', typed: true } as const])
      box.done('wall.write', { said: `${said}, ${as.by}`, who: '' }, as)
  }
  assert.deepEqual(box.read.all('SELECT title FROM offer'), [])
  assert.deepEqual(box.read.all("SELECT said FROM wall_message_home WHERE state = 'shown'"), [])
})

test('a short text is read among the same names of the page as a long one', () => {
  using box = testBox()
  box.bring('actor', { name: 'Élodie Martin', kind: 'person' })
  box.bring('actor', { name: 'Les Amis de Josette Perrin', kind: 'group' })
  const found = (text: string, more = '') =>
    guardOf(box.read, box.types)(text + more).map(one => one.said)
  const long = ', avec des chaises pliantes et une grande table'
  for (const text of [
    'Élodie Martin',
    'É. Martin',
    'Martin',
    'Josette Perrin',
    'Paul',
    'Paul Martin',
  ])
    assert.deepEqual(found(text), found(text, long), text)
  assert.deepEqual(found('Élodie Martin'), [])
  assert.deepEqual(found('Josette Perrin'), ['Josette Perrin'])
  assert.deepEqual(guardOf(box.read, box.types, [], { isName: true })('Paul'), [])
})
