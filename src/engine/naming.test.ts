import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../tests/support/test-box.ts'

/** The keeper says where they are found too: « Anaïs, au local ». */
const KEPT_BY = ['Anaïs, au local', 'Anaïs, 12 rue du Four', 'nous, du comité']
/** What each says of somebody, in words that the place of a keeper may have in common. */
const TOLD = [
  'Prête ma remorque, sauf du 3 au 20 décembre, nous sommes absents',
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
