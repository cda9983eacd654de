import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../tests/support/test-box.ts'

const KEPT_BY = 'Anaïs et Malo, au local le mercredi'

test('who reads first is named without their hours: no day is promised', async () => {
  using box = testBox()
  box.territory({ keptBy: KEPT_BY, reach: 'au local' })
  const [idea, offer] = [
    box.bring('idea', { title: 'Une épicerie tenue à plusieurs', state: 'open' }),
    box.bring('offer', { title: 'Paul prête sa scie à ruban', who: 'Paul', reach: 'au local' }),
  ]
  const visitor = box.visitor()
  const asked = [`/idees/idee/${idea}`, `/a-confirmer?annonce=${offer}`, '/annonces/proposer']
  for (const path of asked) {
    const { text } = await visitor.get(path)
    assert.match(text, /(?:lue? par |la page \()Anaïs et Malo/, path)
    assert.doesNotMatch(text, /(?:lue? par |la page \()Anaïs et Malo, au/, path)
  }
  const answer = { answer: 'in', firstName: 'Ginette', reach: 'au bar' }
  const sent = await visitor.send(`/idees/idee/${idea}`, answer, `/repondre/${idea}`)
  const thanks = await visitor.get(sent.location)
  assert.match(thanks.text, /Merci/)
  assert.doesNotMatch(thanks.text, /lu par Anaïs et Malo, au/)
})
