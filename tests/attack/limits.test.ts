import assert from 'node:assert/strict'
import { newCard } from '../../src/bricks/members/server/cards.ts'
import { formsIn } from '../support/forms.ts'
import { testAll, testOnce } from '../support/pass.ts'
import { testBox } from '../support/test-box.ts'

testAll(
  'refused forms of sixteen addresses stop nobody; written ones stop neither a member nor a ' +
    'newcomer',
  async () => {
    using box = testBox()
    const crowd = Array.from({ length: 16 }, () => box.visitor('wifi'))
    for (const one of crowd)
      for (let n = 0; n < 31; n++)
        assert.notEqual((await one.post('/mur/gene', { id: 'x' })).status, 429)
    const notice = { title: 'Je propose une échelle', who: 'Louise', reach: 'au bar, le samedi' }
    let refused = 0
    for (const one of crowd)
      for (let n = 0; n < 31; n++)
        if (
          (await one.post('/annonces/proposer', { ...notice, title: `${notice.title} ${n}` }))
            .status === 429
        )
          refused++
    assert.ok(refused >= 16, 'each is stopped in turn')
    assert.equal(
      (await box.visitor('wifi').post('/annonces/proposer', notice)).status,
      303,
      'a newcomer',
    )
    const elodie = box.welcome({ name: 'Élodie', role: 'neighbour' })
    const card = await newCard(box.local, elodie, box.now())
    const member = box.visitor('wifi')
    await member.post('/entrer/carte', { number: card.number, words: card.words.join(' ') })
    assert.equal((await member.post('/annonces/proposer', notice)).status, 303, 'a member')
    assert.equal(
      (await box.visitor('here').post('/annonces/proposer', notice)).status,
      303,
      'the box’s own computer',
    )
  },
)

testAll('the box’s own computer serves a whole evening', async () => {
  using box = testBox()
  const bar = box.visitor('here')
  for (let n = 0; n < 80; n++) {
    const answer = await bar.post('/annonces/chercher', {
      title: `Je cherche une échelle ${n}`,
      who: `Louise ${n}`,
      reach: 'au bar',
    })
    assert.equal(answer.status, 303)
  }
})

testOnce('who must wait has their words on the page, with the button that sends them', async () => {
  using box = testBox()
  const person = box.visitor('wifi')
  const notice = {
    title: 'Je propose une échelle',
    who: 'Louise',
    reach: 'au bar, le samedi',
    from: '/annonces/proposer',
  }
  let answer = await person.post('/annonces/proposer', notice)
  for (let n = 0; n < 40 && answer.status !== 429; n++)
    answer = await person.post('/annonces/proposer', {
      ...notice,
      title: `Une échelle ${n} à prêter`,
    })
  assert.equal(answer.status, 429)
  const [form] = formsIn(answer).filter(one => one.action === '/annonces/proposer')
  assert.ok(form)
  assert.match(answer.text, /Une échelle \d+ à prêter/)
  assert.match(answer.text, /souffle/)
  box.later(11 * 60_000)
  assert.equal((await person.post(form.action, form.fields)).status, 303)
})
