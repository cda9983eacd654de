import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A relay writes for the people whom they carry words to, as well as for themselves. */

let box: TestBox
let henri: Member
let hugo: Member
let relay: string
const memberId = (name: string): string =>
  String(box.read.all('SELECT id FROM member_home WHERE name = ?', name)[0]!['id'])
beforeEach(async () => {
  box = testBox()
  box.territory()
  henri = await box.member('Henri')
  ;({ who: hugo, id: relay } = await relayIn(box, 'Hugo', { when: 'le mardi' }))
  await hugo.post('/habitants/accueillir', { name: 'Lucienne', how: 'relay', relay })
})
const lent = { title: 'je prête une brouette', accord: 'ici' }
const reached = (title: string) =>
  box.read.all('SELECT reach, reachBy, relay FROM offer WHERE title LIKE ?', `%${title}%`)[0]

test('in the name of somebody whom this box knows, how they are reached is not asked', async () => {
  const theirs = { for: memberId('Lucienne'), ...lent }
  for (const [title, way] of Object.entries({
    'une brouette': {},
    'une échelle': { reachBy: 'usual' },
    'un tamis': { reachBy: 'relay' },
  })) {
    const sent = await hugo.send('/annonces/proposer', {
      ...theirs,
      title: `je prête ${title}`,
      ...way,
    })
    assert.equal(sent.status, 303, sent.text)
    assert.equal(reached(title)?.['relay'], relay, title)
    assert.match(String(reached(title)?.['reach']), /Hugo.*au bar, le mardi/)
  }
})

test('what is filled in beside the name is meant', async () => {
  const theirs = { for: memberId('Lucienne'), ...lent }
  const phone = { reachBy: 'phone', phone: '04 77 24 11 22' }
  await box.keeper.send('/annonces/proposer', { ...theirs, ...phone })
  assert.deepEqual(
    [reached('brouette')?.['reachBy'], reached('brouette')?.['relay']],
    ['phone', null],
  )
})

test('a telephone that its person does not show is in no notice that somebody writes for them', async () => {
  await box.keeper.post('/habitants/accueillir', {
    name: 'Rosa',
    how: 'phone',
    phone: '04 77 24 33 44',
  })
  const sent = { for: memberId('Rosa'), ...lent }
  assert.equal((await box.keeper.send('/annonces/proposer', sent)).status, 303)
  assert.equal(reached('brouette')?.['reachBy'], 'word')
  assert.doesNotMatch((await box.visitor().get('/annonces')).text, /33\s44/)
})

test('a relay who wrote for themselves still writes for others, from the notice', async () => {
  const { location } = await henri.post('/annonces/proposer', { ...lent, reachBy: 'word' })
  const path = location.split('?')[0]!
  const link =
    /href="\/arrangements\/interet\?annonce=[0-9a-z]+&amp;pour=autre">Pour quelqu’un d’autre</
  assert.match((await hugo.get(path)).body, link)
  await hugo.post('/arrangements/interet', { annonce: path.split('/').at(-1)! })
  const after = await hugo.get(path)
  assert.match(after.body, link)
  const other = { for: memberId('Lucienne'), said: 'Lucienne aussi en voudrait.' }
  const sent = await hugo.send(
    link.exec(after.body)![0].split('"')[1]!,
    other,
    '/arrangements/interet',
  )
  assert.equal(sent.status, 303, sent.text)
  assert.match((await henri.get('/')).text, /Lucienne/)
})

/** Whose number a relay types, and whether it shows at once. */
const NUMBERS: Readonly<Record<string, readonly [number: string, shows: boolean]>> = {
  'of the relay': ['04 77 24 00 11', true],
  'to which she agreed': ['04 77 24 12 34', true],
  'to which she did not agree': ['04 77 24 12 34', false],
  'that this box does not know': ['04 77 24 99 88', false],
}
const numbered = (phone: string) => ({ reachBy: 'phone', phone, accord: 'ici' })
const ACTS: Readonly<Record<string, (odette: string, phone: string) => Promise<unknown>>> = {
  'a notice in her name': (odette, phone) =>
    hugo.send('/annonces/chercher', { title: 'cherche un bras', for: odette, ...numbered(phone) }),
  'a notice for a name': (_, phone) =>
    hugo.send('/annonces/chercher', {
      title: 'cherche un bras',
      who: 'Odette',
      ...numbered(phone),
    }),
  'a slip': (odette, phone) =>
    hugo.post('/annonces/saisie', {
      ...{ kind: 'need', title: 'cherche un bras', who: 'Odette', for: odette },
      ...numbered(phone),
    }),
  'a sentence': (odette, phone) =>
    hugo.send('/annonces/chercher', {
      ...{ title: `cherche un bras, appeler le ${phone}`, for: odette, reachBy: 'word' },
      accord: 'ici',
    }),
  'a correction': async (odette, phone) => {
    const sent = { title: 'cherche un bras', for: odette, reachBy: 'word', accord: 'ici' }
    const { location } = await hugo.send('/annonces/chercher', sent)
    const id = /[0-9a-z]{26}/.exec(location)![0]
    const title = `cherche un bras, le ${phone}`
    await hugo.post('/moi/corriger', { type: 'need', id, title, who: 'Odette' })
  },
}
for (const [whose, [phone, shows]] of Object.entries(NUMBERS))
  for (const [what, does] of Object.entries(ACTS)) {
    // Of a name alone nobody knows whose agreement it would be.
    const isShown = shows && !(what === 'a notice for a name' && whose === 'to which she agreed')
    test(`a relay types ${what}, with a number ${whose}`, async () => {
      const own = { how: 'phone', phone: '04 77 24 00 11' }
      await box.keeper.post(`/habitants/${hugo.id}/joindre`, own)
      const file = { name: 'Odette', through: 'Hugo', how: 'phone', phone: '04 77 24 12 34' }
      const agreed = whose === 'to which she agreed' ? { uses: 'phone-shown' } : {}
      const odette = box.welcome({ ...file, ...agreed })
      box.later(1_000)
      await does(odette, phone)
      const isRead = async () =>
        new RegExp(phone.replaceAll(' ', '\\s')).test(
          (await box.visitor().get('/annonces?texte=bras')).text +
            box.read
              .all('SELECT title, reach FROM need')
              .map(row => JSON.stringify(row))
              .join(),
        )
      assert.equal(await isRead(), isShown)
      const waits = box.read.all("SELECT held FROM proposal_home WHERE state = 'waiting'")
      assert.equal(waits.length, isShown ? 0 : 1)
      if (!isShown) assert.match(String(waits[0]!['held']), /number/)
      assert.deepEqual(box.faults, [])
    })
  }

test('what a relay corrects while it waits goes on waiting for what it waited for', async () => {
  const odette = box.welcome({ name: 'Odette', through: 'Hugo' })
  box.later(1_000)
  const sent = { title: 'cherche un bras', for: odette, ...numbered('04 77 24 99 88') }
  await hugo.send('/annonces/chercher', sent)
  const held = () =>
    box.read.all("SELECT held, piece FROM proposal_home WHERE state = 'waiting'")[0]!
  const { held: before, piece } = held()
  assert.equal(before, '["number"]')
  const title = 'cherche un bras pour le bois de Lucienne'
  const { status } = await hugo.post('/moi/corriger', { type: 'need', id: String(piece), title })
  assert.equal(status, 303)
  assert.match(String(box.read.all('SELECT title FROM need_home')[0]!['title']), /Lucienne/)
  assert.equal(held()['held'], before)
})
