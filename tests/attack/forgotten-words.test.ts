import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, Browser } from '../support/browser.ts'
import { GONE, planted, STAYS, wordsLeftIn } from '../support/planted-words.ts'
import { showSent } from '../support/show-sent.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { newest } from '../support/waiting-people.ts'

/**
 * What somebody typed, each time that they or the keeper erase it for good: no row of the box holds
 * it any more, whatever others did with it since. Law 10.
 */

type Fields = Readonly<Record<string, string>>
const NOTICE: Fields = {
  ...{ who: GONE.name, reachBy: 'phone', phone: GONE.phone, accord: 'voisins' },
  ...{ detail: planted('detail'), where: planted('where') },
}
/** What is sent, and what others do about it beside words and statements. */
const SENT: Readonly<Record<string, Readonly<{ type: string; path: string; fields: Fields }>>> = {
  'an offer': {
    type: 'offer',
    path: '/annonces/proposer',
    fields: { ...NOTICE, title: `donne ${planted('foin')}`, amount: '400 kg', mode: 'give' },
  },
  'a need': {
    type: 'need',
    path: '/annonces/chercher',
    fields: { ...NOTICE, title: `cherche ${planted('remorque')}` },
  },
  'an idea': {
    type: 'idea',
    path: '/idees/proposer',
    fields: { title: `un four, ${planted('four')}`, detail: planted('detail') },
  },
  'a date': {
    type: 'event',
    path: '/agenda/proposer',
    fields: {
      ...{ title: `un chantier, ${planted('chantier')}`, startsOn: '2026-12-19' },
      ...{ where: planted('where'), detail: planted('detail') },
    },
  },
}

const done = (answer: Answer): Answer => {
  assert.equal(answer.status, 303, answer.text)
  return answer
}
/** Sent, shown, and corrected once; `by`: with their card or a ticket. */
async function sentAndShown(box: TestBox, what: keyof typeof SENT, by: Browser) {
  const { type, path, fields } = SENT[what]!
  const at = done(await by.post(path, fields)).location.split('?')[0]!
  const [waits] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
  if (waits) done(await showSent(box.keeper, String(waits['id'])))
  box.later(1_000)
  return { type, fields, at, id: newest(box, type, 'commons') }
}
/** All that others say of it. */
async function othersSay(box: TestBox, type: string, id: string): Promise<void> {
  const other = await box.member({ name: STAYS.name, how: 'phone', phone: STAYS.phone })
  const visitor = box.visitor()
  const from = { sender: STAYS.name, reach: STAYS.phone, said: 'Bonjour' }
  if (type === 'offer' || type === 'need')
    for (const who of [other, visitor]) {
      done(await who.post('/mot', { annonce: id, ...from }))
      const said = { annonce: id, firstName: STAYS.name, ...from }
      done(await who.post('/arrangements/interet', said))
    }
  if (type === 'offer' || type === 'need') {
    const left = 'SELECT id FROM word_home WHERE writer = ? AND about = ?'
    const [word] = box.read.all(left, other.id, id)
    done(await other.post('/moi/retirer', { type: 'word', id: String(word!['id']) }))
  }
  if (type === 'offer') {
    const title = `${GONE.name}, ${STAYS.name}, Rosa`
    box.bring('loop', { title, offers: [id], needs: [], state: 'asked' })
  }
  if (type === 'event') {
    const moved = { day: '2026-12-19', fate: 'moved', on: '2026-12-20' }
    const told = { where: `chez ${GONE.name}, ${planted('moulin')}`, why: planted('pluie') }
    box.bring('event-date', { event: id, ...moved, ...told })
    const part = { kind: 'post', title: `aider ${GONE.name}, ${planted('poste')}` }
    for (const isOff of [false, true]) {
      const record = box.bring('event-part', { event: id, ...part })
      if (isOff) box.done('plain.remove', { type: 'event-part', id: record })
    }
  }
  done(await other.post('/a-confirmer/dire', { about: id, says: 'changed', said: 'Plus tard' }))
  if (type !== 'need')
    done(await other.post(`/repondre/${id}`, { answer: 'help', combien: '20 kg', saying: 'Oui' }))
  box.later(1_000)
}

for (const what of Object.keys(SENT)) {
  test(`${what} that is taken back by its ticket leaves no word, name or number`, async () => {
    const box = testBox()
    box.territory()
    const by = box.visitor()
    const { type, fields, at, id } = await sentAndShown(box, what, by)
    await othersSay(box, type, id)
    const title = `${fields['title']}, ${planted('suite')}`
    done(await by.send(`${at}/corriger`, { title }))
    const mended = { id: newest(box, 'proposal'), title: `${title} ${planted('repris')}` }
    done(await box.keeper.post('/a-montrer/corriger', mended))
    assert.ok(wordsLeftIn(box).length > 10)
    done(await by.post(`${at}/reprendre`, {}))
    assert.deepEqual(wordsLeftIn(box), [])
    assert.deepEqual(box.faults, [])
  })

  test(`${what} of a member who is forgotten leaves no word, name or number`, async () => {
    const box = testBox()
    box.territory()
    const by = await box.member({ name: GONE.name, how: 'phone', phone: GONE.phone })
    const { type, fields, id } = await sentAndShown(box, what, by)
    await othersSay(box, type, id)
    const title = `${fields['title']}, ${planted('suite')}`
    done(await by.post('/moi/corriger', { ...fields, type, id, title }))
    assert.ok(wordsLeftIn(box).length > 10)
    done(await by.post('/moi/oublier', {}))
    assert.deepEqual(wordsLeftIn(box), [])
    assert.deepEqual(box.faults, [])
  })

  test(`${what} that the keeper erases for good leaves no word`, async () => {
    const box = testBox()
    box.territory()
    const { type, id } = await sentAndShown(box, what, box.visitor())
    await othersSay(box, type, id)
    box.done('plain.forget', { type, id })
    // Who it is between stays with what they say to each other.
    assert.deepEqual(wordsLeftIn(box, /zwyntr(?!ude)/iu), [])
    assert.deepEqual(box.faults, [])
  })
}

test('the former words of a notice go from the threads about it, and its words of now stay', async () => {
  const box = testBox()
  box.territory()
  const by = await box.member(STAYS.name)
  const title = `prête ${planted('remorque')}`
  const sent = { title, reachBy: 'word', accord: 'voisins' }
  const id = /[0-9a-z]{26}/.exec(done(await by.post('/annonces/proposer', sent)).location)![0]
  const other = await box.member('Rosa')
  done(await other.post('/arrangements/interet', { annonce: id, said: 'Bonjour' }))
  const thread = `/arrangements/${newest(box, 'deal')}`
  done(await by.post('/moi/corriger', { type: 'offer', id, title: 'prête son vélo' }))
  done(
    await box.visitor().post('/arrangements/interet', {
      annonce: id,
      firstName: 'Odile',
      reach: STAYS.phone,
      said: 'Bonjour',
    }),
  )
  box.done('plain.forget', { type: 'offer', id, past: '1' })
  assert.deepEqual(wordsLeftIn(box), [])
  assert.match((await other.get(thread)).text, /prête son vélo/)
  const titles = box.read.all('SELECT what FROM deal_home').map(({ what }) => String(what))
  assert.match(titles.toSorted().join(', '), /^Plovine\s: «\sprête son vélo\s», null$/)
  assert.deepEqual(box.faults, [])
})
