import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Kept } from '../../src/core/kept.ts'
import { type Browser, browserAt } from '../support/browser.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { linesOn } from '../support/waiting-acts.ts'

/** What a server that keeps its pages keeps of what is gone: nothing. */

const keepingBox = (): TestBox => testBox({ kept: new Kept(8 * 1024 * 1024) })
/** The same person, before a server that keeps nothing. */
function anew(box: TestBox, who: Browser): Browser {
  const fresh = browserAt(box.appOver(box.sourceAnew()), 'here')
  for (const cookie of who.cookies) fresh.cookies.set(...cookie)
  return fresh
}

const GOES: Readonly<Record<string, (box: TestBox, who: Browser, id: string) => unknown>> = {
  'is forgotten with its person': (_, who) => who.post('/moi/oublier', {}),
  'is taken off': (_, who, id) => who.post('/moi/retirer', { type: 'offer', id, from: '/moi' }),
  'is written over': (box, _, id) =>
    box.bringAll({
      type: 'offer',
      id,
      fields: { title: 'je prête un perroquet' },
      space: 'home',
    }),
}
for (const [how, goes] of Object.entries(GOES))
  test(`a notice that is read by card shows to no other card once it ${how}`, async () => {
    using box = keepingBox()
    box.territory()
    const phone = '06 71 22 33 44'
    const mathieu = await box.memberOf(box.welcome({ name: 'Mathieu', how: 'phone', phone }))
    const nadia = await box.member('Nadia')
    await box.doneBy(mathieu, '/annonces/proposer', {
      ...{ title: 'je prête un canari', who: 'Mathieu', reachBy: 'phone', phone },
      ...{ demande: 'portee', accord: 'carte' },
    })
    const [row] = box.read.all('SELECT id FROM offer_home WHERE shownByCard = 1')
    const id = String(row?.['id'])
    const said = { about: id, says: 'yes', said: 'oui, prêté', who: 'Nadia', from: '/' }
    await nadia.post('/a-confirmer/dire', said)
    const karim = await box.member('Karim')
    assert.match((await karim.get('/')).text, /canari/)
    await goes(box, mathieu, id)
    const now = (await karim.get('/')).text
    assert.doesNotMatch(now, /canari/)
    assert.equal(now, (await anew(box, karim).get('/')).text)
  })

test('who holds a card reads every section of the first page, kept too', async () => {
  using box = keepingBox()
  box.territory()
  const [paul, karim] = [await box.member('Paul'), await box.member('Karim')]
  for (const accord of ['voisins', 'carte'])
    await box.doneBy(paul, '/annonces/proposer', {
      title: `je prête un canari, ${accord}`,
      ...{ who: 'Paul', reachBy: 'word', accord },
    })
  assert.match((await karim.get('/')).text, /un canari, carte/)
  assert.deepEqual(box.read.unread(), [])
})

test('a line that goes by the keeper says the name of now', async () => {
  using box = keepingBox()
  const territory = box.territory()
  const odile = await box.member('Odile')
  const { location } = await odile.post('/annonces/proposer', {
    title: 'je descends à Montbrison tous les jeudis',
    ...{ reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' },
  })
  const annonce = /[0-9a-z]{26}/.exec(location)![0]
  await box.leadsTo(box.visitor(), '/arrangements/interet', {
    annonce,
    ...{ firstName: 'Ginette', reach: '04 77 24 11 22', day: '2026-12-10 08:30' },
  })
  const at = /\/arrangements\/([0-9a-z]{26})/.exec((await odile.get('/arrangements')).body)!
  await box.leadsTo(odile, `${at[0]}/repondre`, { says: 'yes' })
  box.bringAll({ type: 'deal', id: at[1]!, fields: { reach: null } })
  await odile.post(`${at[0]}/repondre`, { says: 'not' })
  const told = async (who: Browser) => (await linesOn(who)).map(({ text }) => text).join(' | ')
  assert.match(await told(odile), /Anaïs/)
  box.bringAll({ type: 'territory', id: territory, fields: { keptBy: 'Brigitte, au local' } })
  const now = await told(odile)
  assert.match(now, /Brigitte/)
  assert.equal(now, await told(anew(box, odile)))
})
