import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** The one short form: what is known is not asked again, what is filled in is chosen. */

const skip = lacking('member', 'offer', 'theme')
const NUMBER = '04 77 00 11 22'
let box: TestBox
before(() => {
  box = testBox()
  box.territory({ communes: ['42195', '42313'] })
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.bring('commune', { code: '42313', name: 'Trelins' })
  box.bring('theme', { label: 'Transports', synonyms: 'covoiturage' })
  box.bring('theme', { label: 'Outils', synonyms: 'remorque, scie' })
})
after(() => box?.[Symbol.dispose]())

const newest = (table: string): Record<string, unknown> =>
  box.read.all(`SELECT * FROM "${table}" ORDER BY id DESC LIMIT 1`)[0] ?? {}
const FORM = '/annonces/proposer'

test('a number typed is the way, no round chosen; so is any one thing that is filled in', {
  skip,
}, async () => {
  for (const [filled, way, reach] of [
    [{ phone: NUMBER }, 'phone', /^04 77 00 11 22$/],
    [{ through: 'par Marius, au bar' }, 'relay', /^par Marius, au bar$/],
    [{ foundAt: 'aux Granges' }, 'word', /^laissez un mot à /],
  ] as const) {
    box.later(1_000)
    const sent = { title: `je prête une scie ${way}`, who: 'Josette', accord: 'ici', ...filled }
    const answer = await box.visitor().post(FORM, sent)
    assert.equal(answer.status, 303, way)
    assert.equal(newest('offer_home')['reachBy'], way)
    assert.match(String(newest('offer_home')['reach']), reach)
  }
})

test('two things filled in and none chosen are asked; what is no telephone is refused in words', {
  skip,
}, async () => {
  const sent = { title: 'je prête une scie', who: 'Josette', accord: 'ici' }
  const two = await box.visitor().post(FORM, { ...sent, phone: NUMBER, through: 'par Marius' })
  assert.equal(two.status, 422)
  assert.match(two.text, /Dites comment vous joindre/)
  const police = await box.visitor().post(FORM, { ...sent, phone: '17', from: FORM })
  assert.equal(police.status, 422)
  assert.match(police.text, /« 17 » n’est pas le téléphone de quelqu’un/)
  assert.match(police.body, /id="f-phone"[^>]*value="17"[^>]*aria-describedby="[^"]*f-phone-e"/)
})

test('each mistake stands at its field, which names it, and the page’s title says that some do', {
  skip,
}, async () => {
  const answer = await box.visitor().post(FORM, { demande: 'portee', from: FORM })
  assert.match(answer.body, /<title>À corriger/)
  for (const field of ['title', 'who', 'reachBy', 'accord']) {
    assert.ok(answer.body.includes(`href="#f-${field}"`), field)
    assert.match(
      answer.body,
      new RegExp(`id="f-${field}"[^>]*aria-describedby="[^"]*f-${field}-e`),
      field,
    )
  }
})

test('what is known of a member is one line, and nothing of it is asked again', {
  skip,
}, async () => {
  const id = box.welcome({
    name: 'Josette',
    how: 'phone',
    phone: NUMBER,
    commune: '42195',
    uses: ['phone-shown'],
    agreed: '1',
  })
  const josette = await box.memberOf(id)
  box.later(1_000)
  const page = await josette.get(FORM)
  assert.match(page.text, /Josette, Sail-sous-Couzan, comme d’habitude : 04 77 00 11 22 : changer/)
  assert.doesNotMatch(page.body, /<details class="known" open/)
  const sent = await josette.fill(page, FORM, { title: 'je prête ma scie', accord: 'ici' })
  assert.equal(sent.status, 303)
  const row = newest('offer_home')
  assert.deepEqual(
    [row['reachBy'], row['reach'], row['commune']],
    ['phone', NUMBER, '42195'],
    'one field and one round are enough',
  )
  box.later(1_000)
  // What she types inside the line is meant.
  const other = await josette.fill(page, FORM, {
    title: 'je prête ma bêche',
    accord: 'ici',
    through: 'par Marius, au bar',
  })
  assert.equal(other.status, 303)
  assert.equal(newest('offer_home')['reachBy'], 'relay')
  const wifi = await box.memberOf(id, 'wifi')
  const heard = (await wifi.get(FORM)).text
  assert.match(heard, /Josette, comme d’habitude : changer/)
  assert.doesNotMatch(heard, /04 77 00 11 22|Sail-sous-Couzan : changer/)
})

test('the quick form and the slip are filed under what their sentence says', { skip }, async () => {
  const themes = (row: Record<string, unknown>): readonly string[] =>
    JSON.parse(String(row['themes'] ?? '[]')).map(
      (id: string) => box.read.all('SELECT label FROM theme WHERE id = ?', id)[0]?.['label'],
    )
  const sent = { who: 'Rosa', phone: NUMBER, accord: 'ici' }
  box.later(1_000)
  await box.visitor().post(FORM, { ...sent, title: 'je prête ma remorque, à Trelins' })
  assert.deepEqual(themes(newest('offer_home')), ['Outils'])
  assert.equal(newest('offer_home')['commune'], '42313')
  box.later(1_000)
  const ride = 'je descends de Trelins à Boën mardi matin, une place'
  await box.visitor().post(FORM, { ...sent, title: ride })
  assert.deepEqual(themes(newest('offer_home')), ['Transports'])
  assert.equal(newest('offer_home')['commune'], '42313', 'of a ride, where it begins')
  box.later(1_000)
  await box.keeper.post('/annonces/saisie', {
    papier: 'annonces',
    kind: 'need',
    who: 'Léo',
    title: 'je cherche une scie à Sail',
    reach: 'au bar',
    accord: 'ici',
  })
  assert.deepEqual(themes(newest('need_home')), ['Outils'])
  assert.equal(newest('need_home')['commune'], '42195')
})
