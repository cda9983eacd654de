import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn } from '../../../tests/exchange/web-villages.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** What a driver asks, takes back or says no to leaves what stood before it. */
async function village(days = 'tous les jeudis') {
  const box = testBox()
  box.territory()
  const [claire, paul] = [await box.member('Claire'), await box.member('Paul')]
  const title = `je descends à Montbrison ${days}`
  const sent = { title, heure: '8 h', places: '2', reachBy: 'word', accord: 'ici' }
  const annonce = idIn(await box.leadsTo(claire, '/annonces/proposer', sent))
  const at = await box.leadsTo(paul, '/arrangements/interet', { annonce })
  const act = async (who: typeof paul, does: string, fields: Record<string, string>) => {
    box.later(1_000)
    await box.leadsTo(who, `${at}/${does}`, fields)
  }
  return { box, claire, paul, at, act }
}

test('who takes back another moment has the one before it to answer', async () => {
  const { box, claire, paul, at, act } = await village()
  using _ = box
  await act(paul, 'proposer', { when: 'jeudi 10 décembre, 7 h 45', where: 'au bar' })
  await act(claire, 'repondre', { says: 'other', when: 'jeudi 10 décembre, 9 h', where: 'ici' })
  await act(claire, 'repondre', { says: 'no' })
  const page = (await claire.get(at)).text
  assert.match(page, /on attend votre réponse.*7 h 45, au bar/)
  assert.doesNotMatch(page, /Vous avez dit non/)
  assert.match((await paul.get(at)).text, /Claire ne demande plus d’autre moment.*7 h 45/)
  await act(claire, 'repondre', { says: 'yes' })
  assert.match((await paul.get(at)).text, /Convenu\..*jeudi 10 décembre, 7 h 45, au bar/)
  assert.deepEqual(box.faults, [])
})

test('who takes back what they proposed first has nothing left to answer', async () => {
  const { box, paul, at, act } = await village()
  using _ = box
  await act(paul, 'proposer', { when: 'jeudi 10 décembre, 7 h 45' })
  await act(paul, 'repondre', { says: 'no' })
  assert.match((await paul.get(at)).text, /Vous avez retiré votre proposition/)
})

test('a ride with a seat left is not said to be closed; a full one is', async () => {
  const { box, claire, at, paul, act } = await village('jeudi 10 décembre')
  using _ = box
  await act(paul, 'proposer', { when: 'jeudi 10 décembre, 8 h' })
  await act(claire, 'repondre', { says: 'yes' })
  const { text } = await claire.get(at)
  assert.match(text, /Je ne prends plus personne/)
  assert.doesNotMatch(text, /L’annonce peut être fermée/)
  const annonce = idIn(/\/annonces\/[0-9a-z]{26}/.exec((await paul.get(at)).body)![0])
  const zoe = await box.member('Zoé')
  const other = await box.leadsTo(zoe, '/arrangements/interet', { annonce })
  await box.leadsTo(zoe, `${other}/proposer`, { when: 'jeudi 10 décembre, 8 h' })
  box.later(1_000)
  await box.leadsTo(claire, `${other}/repondre`, { says: 'yes' })
  assert.match((await claire.get(at)).text, /L’annonce peut être fermée/)
})

test('*pas cette fois* says so, instead of that nothing is proposed yet', async () => {
  const { box, claire, at, paul } = await village()
  using _ = box
  box.later(1_000)
  await claire.fill(await claire.get(at), `${at}/mot`, {}, ({ fields }) => {
    return String(fields['said']).startsWith('Ce ne sera pas possible')
  })
  assert.match((await paul.get(at)).text, /Claire ne peut pas, cette fois/)
  assert.match((await claire.get(at)).text, /Vous avez dit non, cette fois/)
  for (const who of [claire, paul])
    assert.doesNotMatch((await who.get(at)).text, /rien n’est encore proposé/)
})
