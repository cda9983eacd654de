import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { givenBy, partThreadsOf } from '../../../tests/support/part-sides.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A part and the moment at which it is handed over: one yes for both, and what is done stays. */

let box: TestBox
let odile: Member
let bruno: Member
let notice = ''
let at = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  odile = await box.member('Odile')
  bruno = await box.member('Bruno')
  notice = await givenBy(box, odile, 'donne des pommes')
  await takes('100 kg')
  at = `/arrangements/${partThreadsOf(box)[0]!.id}`
})
const post = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const page = async (who: Pick<Browser, 'get'>, path = at): Promise<string> =>
  (await who.get(path)).text
const count = () => page(box.visitor(), `/annonces/${notice}`)
const takes = (n: string) =>
  post(bruno, `/repondre/${notice}`, { combien: n, from: `/annonces/${notice}` })
const part = () => String(box.read.all('SELECT id FROM response')[0]?.['id'])
const agreed = (): unknown => box.read.all('SELECT partsAgreed FROM offer')[0]?.['partsAgreed']
const says = (who: Browser, one: string) => post(who, `${at}/repondre`, { says: one })
const declines = async () => {
  const fields = { annonce: notice, part: part(), thread: at.slice(-26), from: at }
  return (await odile.post('/arrangements/part/pas-cette-fois', fields)).status
}
const DECLINE = /part\/pas-cette-fois/

test('a part that was handed over is declined no more, on any page', async () => {
  await post(odile, `${at}/proposer`, { when: 'samedi 10 h' })
  await says(bruno, 'yes')
  for (const path of [at, `/annonces/${notice}`])
    assert.match((await odile.get(path)).body, DECLINE)
  for (const who of [bruno, odile]) {
    await says(who, 'done')
    for (const path of [at, `/annonces/${notice}`])
      assert.doesNotMatch((await odile.get(path)).body, DECLINE, path)
    assert.equal(await declines(), 422)
    if (who === odile) continue
    await says(odile, 'not')
    assert.match((await odile.get(at)).body, DECLINE, 'it is not done yet')
    await says(bruno, 'done')
  }
  assert.match(await count(), /Il en reste 300 kg\./)
  assert.deepEqual(box.faults, [])
})

test('more that is asked of what is agreed leaves no doubt that it stands', async () => {
  await post(odile, `${at}/proposer`, { when: 'samedi 10 h' })
  await says(bruno, 'yes')
  await takes('200 kg')
  for (const who of [odile, bruno]) {
    const text = await page(who)
    assert.match(text, /J’en prendrais plutôt 200 kg/)
    assert.doesNotMatch(text, /Un mot ne change rien à ce qui est convenu/)
  }
  await post(bruno, `${at}/mot`, { said: 'J’en prendrais plutôt 200 kg. Ou rien du tout ?' })
  assert.match(await page(bruno), /Un mot ne change rien à ce qui est convenu/)
})

test('more that is asked once it is done is declined alone: what was handed over counts', async () => {
  await post(odile, `${at}/proposer`, { when: 'samedi 10 h' })
  await says(bruno, 'yes')
  await says(odile, 'done')
  await takes('300 kg')
  assert.match(await page(odile), /Part : 100 kg ; demandé en tout : 300 kg/)
  assert.equal(await declines(), 303)
  assert.match(await count(), /Pris : 100 kg sur 400 kg\. Il en reste 300 kg\./)
  assert.equal(await declines(), 422)
  assert.match(await count(), /Pris : 100 kg/)
})

test('the first act is never to turn down what is agreed', async () => {
  const order = async () => {
    const { body } = await odile.get(at)
    return [...body.matchAll(/<button[^>]*>\s*([^<]+?)\s*<\/button>/g)].map(([, said]) => said!)
  }
  const before = await order()
  const isFirst = (all: readonly string[], one: string, other: string): boolean =>
    all.some(said => said.includes(one)) &&
    all.findIndex(said => said.includes(one)) < all.findIndex(said => said.includes(other))
  assert.ok(isFirst(before, 'D’accord pour', 'Pas cette fois'), before.join())
  await post(odile, `${at}/proposer`, { when: 'samedi 10 h' })
  await says(bruno, 'yes')
  const after = await order()
  assert.ok(isFirst(after, 'Dire un autre moment', 'Pas cette fois'), after.join())
  const unfolded = (await odile.get(at)).body.replace(/<details[\s\S]*?<\/details>/g, '')
  assert.doesNotMatch(unfolded, DECLINE)
})

test('once a moment is proposed for a part, one yes agrees to both', async () => {
  await post(bruno, `${at}/proposer`, { when: 'samedi 10 h' })
  const asked = await odile.get(at)
  assert.equal(asked.text.match(/D’accord/g)?.length, 1, asked.text)
  assert.match(asked.text, /D’accord pour 100 kg, à ce moment Pas à ce moment/)
  assert.match(await page(bruno), /on attend la réponse d’Odile/)
  await says(odile, 'yes')
  assert.match(await page(bruno), /Convenu/)
  assert.match(String(agreed()), new RegExp(part()))
  await post(odile, `${at}/revenir`, {})
  assert.equal(agreed(), null, 'taken back, it agrees to neither')
  await says(odile, 'yes')
  // The yes is to that much: more is asked anew.
  await takes('200 kg')
  assert.match(await page(odile), /Part : 100 kg ; demandé en tout : 200 kg/)
  assert.match(await count(), /Pris : 100 kg/)
  assert.deepEqual(box.faults, [])
})

test('beside more that is asked, each yes says what it answers', async () => {
  await post(odile, '/arrangements/part/d-accord', { annonce: notice, part: part() })
  await takes('200 kg')
  await post(bruno, `${at}/proposer`, { when: 'samedi 10 h' })
  assert.match(await page(odile), /D’accord pour 200 kg.*D’accord pour ce moment/)
  await says(odile, 'yes')
  assert.match(await page(odile), /D’accord pour 200 kg/)
  assert.match(await count(), /Pris : 100 kg/)
})

test('a part that is agreed before its moment says so', async () => {
  assert.match(await page(bruno), /Rien n’est encore convenu pour la remise/)
  await post(odile, '/arrangements/part/d-accord', { annonce: notice, part: part() })
  for (const who of [odile, bruno]) {
    assert.match(await page(who), /C’est d’accord pour la part ; le moment reste à fixer/)
    assert.doesNotMatch(await page(who), /Rien n’est encore convenu/)
  }
})

test('a ticket agrees to a part with its moment, and declines it no more once it is done', async () => {
  const given = { title: 'donne du bois', amount: '40 stères', mode: 'give', who: 'Léa' }
  const way = { reachBy: 'word', foundAt: 'au four' }
  const sent = await sentNotice(box, { ...given, ...way }, '/annonces/proposer')
  await post(bruno, `/repondre/${sent.notice}`, { combien: '5 stères' })
  const thread = partThreadsOf(box).at(-1)!.id
  await post(bruno, `/arrangements/${thread}/proposer`, { when: 'samedi 10 h' })
  const press = async (said: string) => {
    box.later(1_000)
    const answer = await sent.by.fill(await sent.by.get(sent.at), `${sent.at}/repondre`, {
      says: said,
    })
    assert.equal(answer.status, 303, answer.text)
  }
  assert.match(await page(sent.by, sent.at), /D’accord pour 5 stères, à ce moment/)
  await press('yes')
  assert.match((await sent.by.get(sent.at)).body, /\/pas-cette-fois"/)
  await press('done')
  assert.doesNotMatch((await sent.by.get(sent.at)).body, /\/pas-cette-fois"/)
  assert.match(await page(box.visitor(), `/annonces/${sent.notice}`), /Il en reste 35 stères/)
  assert.deepEqual(box.faults, [])
})

test('what is done in words alone leaves its count: nobody is asked to close what is left', async () => {
  const zoe = await box.member('Zoé')
  const words = await post(zoe, '/arrangements/interet', { annonce: notice, said: 'Et moi 50 ?' })
  await post(zoe, `${words}/proposer`, { when: 'samedi 10 h' })
  const CLOSES = /fermer aussi l’annonce|Fermer cette annonce|annonces\/fermer|doneClosed/
  for (const says of ['yes', 'done']) {
    await post(odile, `${words}/repondre`, { says })
    assert.doesNotMatch((await odile.get(words)).body, CLOSES, says)
  }
  await post(odile, `${words}/revenir`, {})
  await takes('400 kg')
  assert.match((await odile.get(words)).body, CLOSES, 'nothing is left')
  assert.deepEqual(box.faults, [])
})

test('a word to who says how much there is leads to how much: the word alone says that it counts none', async () => {
  const zoe = await box.member('Zoé')
  for (const who of [zoe, box.visitor()]) {
    assert.match(await page(who, `/annonces/${notice}`), /Écrire sans dire combien/)
    const form = await who.get(`/arrangements/interet?annonce=${notice}`)
    assert.match(form.body, new RegExp(`href="/repondre/${notice}"`))
    assert.match(form.text, /Dire combien vous en prendriez/)
  }
  const bench = box.bring('offer', { title: 'Odile donne un banc', who: 'Odile', mode: 'give' })
  const other = await zoe.get(`/arrangements/interet?annonce=${bench}`)
  assert.doesNotMatch(other.text, /Dire combien/)
})

test('another moment that is taken back takes its yes to the part along', async () => {
  await post(bruno, `${at}/proposer`, { when: 'samedi 10 h' })
  await post(odile, `${at}/repondre`, { says: 'other', when: 'dimanche 10 h' })
  assert.notEqual(agreed(), null)
  await says(odile, 'no')
  assert.equal(agreed(), null)
  assert.match(await page(odile), /D’accord pour 100 kg, à ce moment/)
})

test('who declines a part with a moment of their own in wait lets both fall, and says so', async () => {
  for (const path of [at, `/annonces/${notice}`]) {
    await post(bruno, `${at}/proposer`, { when: 'samedi 10 h' })
    await post(odile, `${at}/repondre`, { says: 'other', when: 'dimanche 10 h' })
    const shown = await odile.get(path)
    box.later(1_000)
    const declined = await odile.fill(shown, '/arrangements/part/pas-cette-fois')
    assert.equal(declined.status, 303, declined.text)
    assert.equal(agreed(), null)
    const told = await page(bruno)
    assert.match(told, /« Pas cette fois, pour 100 kg\. »/)
    assert.doesNotMatch(told, /D’accord pour ce moment|on attend la réponse/)
    assert.doesNotMatch(await count(), /Pris : 100 kg/)
    const back = { annonce: notice, part: part(), thread: at.slice(-26) }
    await post(odile, '/arrangements/part/finalement', back)
    assert.match(String(agreed()), new RegExp(part()))
  }
  assert.deepEqual(box.faults, [])
})

test('a part that is declined keeps no moment, though another one was asked instead', async () => {
  await post(odile, `${at}/proposer`, { when: 'samedi 10 h' })
  await says(bruno, 'yes')
  await post(bruno, `${at}/repondre`, { says: 'other', when: 'dimanche 10 h' })
  assert.equal(await declines(), 303)
  assert.equal(partThreadsOf(box)[0]?.state, 'fallen')
  assert.deepEqual(box.faults, [])
})
