import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What two people agreed is derived from their thread: the notice says so, nothing meets it. */
let box: TestBox
let lucie: Member
let rene: Member
const act = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const writes = async (who: Member, kind: string, title: string, more = {}): Promise<string> => {
  const way = { title, reachBy: 'word', accord: 'ici', ...more }
  return /[0-9a-z]{26}/.exec(await act(who, `/annonces/${kind}`, way))![0]
}
beforeEach(async () => {
  box = testBox()
  box.territory()
  lucie = await box.member('Lucie')
  rene = await box.member('René')
})
async function agreed(annonce: string): Promise<string> {
  const at = await act(rene, '/arrangements/interet', { annonce })
  await act(rene, `${at}/proposer`, { when: 'samedi 12 décembre' })
  await act(lucie, `${at}/repondre`, { says: 'yes' })
  return at
}
const everywhere = async (id: string): Promise<readonly string[]> => {
  const pages = ['/', '/annonces', `/annonces/${id}`]
  const read = [box.visitor(), rene, lucie].flatMap(who => pages.map(path => who.get(path)))
  return (await Promise.all(read)).map(({ text }) => text)
}

test('a thing that is promised is said reserved, without a name, until it falls through', async () => {
  const id = await writes(lucie, 'proposer', 'je vends une commode', { priceCents: '30' })
  for (const text of await everywhere(id)) assert.doesNotMatch(text, /réservé/i)
  const at = await agreed(id)
  for (const text of await everywhere(id)) assert.match(text, /réservé/i)
  assert.doesNotMatch((await box.visitor().get(`/annonces/${id}`)).text, /René/)
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Ça m’intéresse/)
  await act(lucie, `${at}/repondre`, { says: 'other', when: 'dimanche 13 décembre' })
  assert.match((await box.visitor().get('/annonces')).text, /réservé/, 'the first stands')
  await act(rene, `${at}/repondre`, { says: 'no' })
  await act(rene, `${at}/repondre`, { says: 'not' })
  for (const text of await everywhere(id)) assert.doesNotMatch(text, /réservé/i)
  assert.deepEqual(box.faults, [])
})

test('what is lent, or shared out, is reserved by nobody', async () => {
  for (const title of ['je prête ma remorque', 'je donne 40 kg de pommes']) {
    const id = await writes(lucie, 'proposer', title)
    await agreed(id)
    for (const text of await everywhere(id)) assert.doesNotMatch(text, /réservé/i, title)
  }
})

test('what was arranged meets nothing any more: on no page, for nobody; it comes back with it', async () => {
  const need = await writes(rene, 'chercher', 'je cherche une commode')
  const id = await writes(lucie, 'proposer', 'je donne une commode en chêne')
  const pages = [`/annonces/${id}`, `/annonces/${need}`, '/']
  const meets = /répond|qui cherche|Pourrait|peut servir|Qui pourrait/
  const texts = async () =>
    Promise.all([box.visitor(), rene, lucie].flatMap(who => pages.map(path => who.get(path))))
  assert.ok((await texts()).some(({ text }) => meets.test(text)))
  const at = await agreed(id)
  for (const { text } of await texts()) assert.doesNotMatch(text, meets)
  await act(rene, `${at}/repondre`, { says: 'not' })
  assert.ok((await texts()).some(({ text }) => meets.test(text)))
})

test('a need of one time that somebody answers is said found, without a name, until it falls', async () => {
  const id = await writes(lucie, 'chercher', 'je cherche une place pour Montbrison jeudi')
  for (const text of await everywhere(id)) assert.doesNotMatch(text, /c’est trouvé/i)
  const at = await agreed(id)
  for (const text of await everywhere(id)) assert.match(text, /c’est trouvé/i)
  assert.doesNotMatch((await box.visitor().get(`/annonces/${id}`)).text, /René/)
  await act(rene, `${at}/repondre`, { says: 'not' })
  for (const text of await everywhere(id)) assert.doesNotMatch(text, /c’est trouvé/i)
  assert.deepEqual(box.faults, [])
})
