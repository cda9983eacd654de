import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { handAll, toHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/** Whoever writes for several reads for whom each line is, and whom it asks. */

let box: TestBox
let bernard: Member
let marius: Member
let ride: string
const then = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const news = async (who: Browser): Promise<readonly string[]> =>
  (await linesOn(who)).map(({ text }) => text)
const known = (name: string): string =>
  String(box.read.all('SELECT id FROM member_home WHERE name = ?', name)[0]!['id'])
/** Marius answers the notice for one of his people; at what address. */
const forWhom = (name: string): Promise<string> =>
  then(marius, '/arrangements/interet', { annonce: ride, for: known(name) })

beforeEach(async () => {
  box = testBox()
  box.territory()
  bernard = await box.member('Bernard')
  const { who, id: relay } = await relayIn(box, 'Marius', { when: 'le mardi' })
  marius = who
  for (const name of ['Lucien', 'Ginette'])
    await then(marius, '/habitants/accueillir', { name, how: 'relay', relay })
  const sent = { title: 'je prête mon broyeur', reachBy: 'word', accord: 'ici' }
  ride = /[0-9a-z]{26}/.exec((await bernard.post('/annonces/proposer', sent)).location)![0]
})

test('a yes, a no and a word say for whom they are to be told', async () => {
  const [lucien, ginette] = [await forWhom('Lucien'), await forWhom('Ginette')]
  for (const at of [lucien, ginette])
    await then(marius, `${at}/proposer`, { party: '0', when: 'jeudi 3, 8 h' })
  await then(bernard, `${lucien}/repondre`, { says: 'yes' })
  await then(bernard, `${ginette}/repondre`, { says: 'no' })
  const lines = await news(marius)
  assert.ok(
    lines.includes('à dire à Lucien : Bernard est d’accord : c’est convenu (« jeudi 3, 8 h »)'),
    lines.join('\n'),
  )
  assert.match(lines.join('\n'), /à dire à Ginette : Bernard ne peut pas, cette fois/)
  assert.match(
    (await marius.get(lucien)).text,
    /À dire à Lucien : Bernard est d’accord[^.]*\. C’est dit/,
  )
  await then(bernard, `${ginette}/mot`, { said: 'Une autre fois.' })
  const told = (await news(marius)).join('\n')
  assert.match(told, /à dire à Ginette : Bernard .*: « Une autre fois\. »/)
  assert.doesNotMatch((await news(bernard)).join(), /dire à/)
  const wifi = await box.memberOf(marius.id, 'wifi')
  assert.doesNotMatch((await news(wifi)).join(), /Lucien|Ginette|Bernard/)
})

test('what is handed over is told: its line goes with the slip, and not before', async () => {
  const at = await forWhom('Lucien')
  await then(marius, `${at}/proposer`, { party: '0', when: 'jeudi 3, 8 h' })
  await then(bernard, `${at}/repondre`, { says: 'yes' })
  assert.match((await news(marius)).join(), /à dire à Lucien/)
  assert.equal(toHand(box).length, 1)
  await handAll(box, marius)
  assert.doesNotMatch((await news(marius)).join(), /à dire à Lucien/)
  await then(bernard, `${at}/repondre`, { says: 'not' })
  assert.match((await news(marius)).join(), /à dire à Lucien/, 'what follows is news')
  assert.deepEqual(box.faults, [])
})

test('a line says whose answer is awaited, and nobody who is asked waits', async () => {
  const at = await forWhom('Lucien')
  await then(bernard, `${at}/proposer`, { when: 'jeudi 10 décembre, 8 h' })
  assert.match(
    (await news(marius)).join(),
    /^Bernard attend la réponse de Lucien \(« jeudi 10 décembre, 8 h »\)/,
  )
  const list = (await marius.get('/arrangements')).text
  assert.match(list, /la réponse de Lucien est attendue/)
  assert.doesNotMatch(list, /votre réponse/)
})

test('whoever proposes something to somebody for whom they write asks them for the answer', async () => {
  const own = { title: 'je prête une échelle', reachBy: 'word', accord: 'ici' }
  ride = /[0-9a-z]{26}/.exec((await marius.post('/annonces/proposer', own)).location)![0]
  const at = await forWhom('Lucien')
  await then(marius, `${at}/proposer`, { party: '1', when: 'jeudi 10 décembre, 8 h' })
  const lines = (await news(marius)).join()
  assert.match(lines, /demandez à Lucien sa réponse \(« jeudi 10 décembre, 8 h »\)/)
  assert.doesNotMatch(lines, /attend/)
})

test('it is asked of whom what was done may be told', async () => {
  const at = await forWhom('Lucien')
  await then(marius, `${at}/proposer`, { party: '0', when: 'jeudi 10 décembre, 8 h' })
  await then(bernard, `${at}/repondre`, { says: 'yes' })
  await then(bernard, `${at}/repondre`, { says: 'done' })
  await then(marius, `${at}/vu`)
  assert.match(
    (await news(marius)).join(),
    /^demandez à Lucien si l’on peut raconter ce qui s’est fait \(« je prête mon broyeur »\)$/,
  )
})

test('who answers for somebody else sends nothing in their own name', async () => {
  const { body } = await marius.get(`/annonces/${ride}`)
  const [, href] = /href="([^"]+)">Pour quelqu’un d’autre</.exec(body) ?? []
  const from = href!.replace('&amp;', '&')
  const { body: form } = await marius.get(from)
  assert.doesNotMatch(form, />pour moi</)
  const send = (change: Readonly<Record<string, string>>) =>
    marius.send(from, { said: 'Pour samedi ?', ...change }, '/arrangements/interet')
  const refused = await send({})
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dites pour qui/)
  assert.match(refused.body, /name="pour" value="autre"/)
  assert.equal(box.read.all('SELECT 1 FROM deal_home').length, 0)
  assert.equal((await send({ for: known('Ginette') })).status, 303)
  assert.match((await news(bernard)).join('\n'), /Ginette/)
})
