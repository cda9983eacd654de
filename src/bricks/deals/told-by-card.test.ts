import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import type { FormRead } from '../../../tests/support/forms.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What was done of a notice that is read by card is told to who holds a card, and nobody else. */

const CANARY = 'zwyntrolubak'
let box: TestBox
let simon: Member
let bernard: Member
let at: string
const then = (who: Browser, fields: Readonly<Record<string, string>>) =>
  box.doneBy(who, `${at}/repondre`, { from: at, ...fields })
const tells = { says: 'thank', tell: '1', named: '1' }

async function done(accord: string): Promise<void> {
  const sent = { title: 'je prête ma bétaillère', reachBy: 'word', accord }
  await bernard.post('/annonces/proposer', sent)
  const [row] = box.read.all('SELECT id FROM offer_home WHERE author = ?', bernard.id)
  const annonce = String(row!['id'])
  at = (await simon.post('/arrangements/interet', { annonce })).location
  box.later(1_000)
  await simon.post(`${at}/proposer`, { when: 'samedi' })
  await then(bernard, { says: 'yes' })
  for (const who of [simon, bernard]) await then(who, { says: 'done' })
}
beforeEach(async () => {
  box = testBox()
  box.territory()
  simon = await box.member('Simon')
  bernard = await box.member('Bernard')
})

test('it is said before the yes; its story, its names and its day reach who holds a card alone', async () => {
  await done('carte')
  const form = (await simon.get(at)).text
  assert.match(form, /ne se lit qu’avec une carte : ce que vous racontez aussi/)
  assert.doesNotMatch(form, /même sans carte|villages voisins/)
  await then(simon, { ...tells, story: `Le foin est rentré, ${CANARY}` })
  await then(bernard, tells)
  const wide = box.log.sql.all(
    "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
  )
  assert.ok(!JSON.stringify(wide).includes(CANARY), 'it never leaves this box')
  const [deed] = box.read.all('SELECT id FROM deed_home WHERE shownByCard = 1')
  const paths = ['/', '/faits', `/faits/${String(deed!['id'])}`, '/chercher?q=foin']
  for (const path of [...paths, '/faits.csv', '/donnees', '/diagnostic', '/annonces']) {
    assert.ok(!(await box.visitor().get(path)).body.includes(CANARY), path)
    const wifi = await (await box.memberOf(simon.id, 'wifi')).get(path)
    assert.ok(!wifi.body.includes(CANARY), `${path}, on the Wi-Fi`)
  }
  const ninon = await box.member('Ninon')
  for (const path of paths)
    assert.match((await ninon.get(path)).text, new RegExp(CANARY), `${path}, with a card`)
  assert.match((await simon.get(at)).text, new RegExp(`C’est raconté : Le foin.*${CANARY}`))
  await then(bernard, { says: 'keep' })
  for (const who of [ninon, simon]) assert.ok(!(await who.get('/faits')).body.includes(CANARY))
  const gone = box.log.sql.all(
    'SELECT 1 FROM write JOIN piece USING (entry, change, field) ' +
      "WHERE type = 'deed' AND instr(value, ?)",
    CANARY,
  )
  assert.deepEqual(gone, [])
  assert.deepEqual(box.faults, [])
})

test('of a notice that everybody reads, everybody does, and it is said so before the yes', async () => {
  await done('voisins')
  assert.match((await simon.get(at)).text, /tout le monde le lira .*même sans carte/)
  await then(simon, { ...tells, story: `Le foin est rentré, ${CANARY}` })
  await then(bernard, tells)
  assert.match((await box.visitor().get('/faits')).text, new RegExp(CANARY))
})

test('who would rather not tell it says so in one press, and is asked no more', async () => {
  await done('voisins')
  const asked = /raconter/
  assert.match((await simon.get('/')).text, asked)
  const refused = await simon.post(`${at}/repondre`, { from: at, says: 'thank' })
  assert.match(refused.text, /ou dites de ne pas le raconter/)
  const page = await simon.get(at)
  const isNo = ({ fields }: FormRead): boolean => !('thanks' in fields)
  assert.match(page.text, /Non, ne pas le raconter/)
  box.later(1_000)
  const said = await simon.fill(page, `${at}/repondre`, { says: 'keep' }, isNo)
  assert.equal(said.status, 303)
  assert.doesNotMatch((await simon.get('/')).text, asked)
  assert.equal(box.read.all('SELECT 1 FROM deed').length, 0)
  assert.deepEqual(box.faults, [])
})

test('a yes that is posted over http tells it to cards alone too', async () => {
  await done('carte')
  await then(simon, { ...tells, story: `Le foin est rentré, ${CANARY}` })
  const wifi = await box.memberOf(bernard.id, 'wifi')
  box.later(1_000)
  await wifi.post(`${at}/repondre`, { from: at, ...tells })
  assert.deepEqual(box.read.all('SELECT title FROM deed'), [])
  for (const path of ['/', '/faits'])
    assert.ok(!(await box.visitor().get(path)).body.includes(CANARY))
  assert.match((await simon.get('/faits')).text, new RegExp(CANARY))
})
