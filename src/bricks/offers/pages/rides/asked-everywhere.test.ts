import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../../../tests/support/test-box.ts'

/** Each form that makes a notice of a sentence has a field for each question that it asks. */

const WORD = { reachBy: 'word', accord: 'ici' }
const SLIP = { who: 'Ginette', accord: 'ici' }
const KEYED = '/annonces/saisie'
type Form = Readonly<{ path: string; at?: string; fields: Readonly<Record<string, string>> }>
const FORMS: readonly Form[] = [
  { path: '/annonces/chercher', fields: WORD },
  { path: '/annonces/chercher', at: '/annonces/chercher?coup-de-main=1', fields: WORD },
  { path: '/annonces/proposer', fields: WORD },
  { path: KEYED, fields: { ...SLIP, kind: 'need', reachBy: 'word' } },
  {
    path: KEYED,
    at: `${KEYED}?papier=annonces`,
    fields: { ...SLIP, papier: 'annonces', kind: 'need', reach: '04 77 24 11 22' },
  },
]
const nameOf = ({ path, at = path, fields }: Form) =>
  `${at}${fields['papier'] === undefined ? '' : ', printed'}`

/** Sent, with no field that its mistakes point at lacking in the page. */
async function sent(who: Browser, form: Form, more: Readonly<Record<string, string>>) {
  const page = await who.post(form.path, { ...form.fields, from: form.at ?? form.path, ...more })
  for (const [, id] of page.body.matchAll(/href="#(f-[^"]+)"/g))
    assert.ok(page.body.includes(`id="${id}"`), `${nameOf(form)}: no ${id} in the page`)
  assert.equal(new Set(idsOf(page.body)).size, idsOf(page.body).length, nameOf(form))
  return page
}
const idsOf = (body: string): readonly string[] =>
  [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
const rides = (box: TestBox, table: 'offer' | 'need') =>
  box.read.all(`SELECT title FROM ${table}_home WHERE mode = 'ride'`).length +
  box.read.all(`SELECT title FROM "${table}" WHERE mode = 'ride'`).length

for (const form of FORMS)
  test(`${nameOf(form)}: what may be a ride is asked about, and taken as it is answered`, async () => {
    using box = testBox()
    box.territory({ communes: ['42195', '42019'] })
    const title = 'je cherche une place pour le marché de Boën jeudi matin'
    const asked = await sent(box.keeper, form, { title })
    assert.equal(asked.status, 422, nameOf(form))
    assert.match(asked.text, /Une place dans une voiture, pour y aller \?/)
    assert.match(asked.body, /name="trajet"\s+value="oui"/)
    assert.equal((await box.keeper.fill(asked, form.path, { trajet: 'oui' })).status, 303)
    assert.equal(rides(box, 'need') + rides(box, 'offer') > 0, true, nameOf(form))
  })

for (const form of FORMS)
  test(`${nameOf(form)}: the day of a ride that says none is asked once`, async () => {
    using box = testBox()
    box.territory({ communes: ['42195', '42019'] })
    const title = 'je descends à Montbrison'
    const asked = await sent(box.keeper, form, { title })
    assert.equal(asked.status, 422, nameOf(form))
    assert.match(asked.body, /name="until"/)
    const told = await box.keeper.fill(asked, form.path, { until: '2026-12-10' })
    assert.equal(told.status, 303, told.text)
    assert.equal(rides(box, 'need') + rides(box, 'offer') > 0, true, nameOf(form))
  })

for (const form of FORMS)
  test(`${nameOf(form)}: a form sent empty points at fields that it has`, async () => {
    using box = testBox()
    box.territory({ communes: ['42195', '42019'] })
    const bare = { papier: form.fields['papier'] ?? '', kind: 'need', from: form.at ?? form.path }
    const page = await sent(box.keeper, { ...form, fields: bare }, { title: '', demande: 'portee' })
    assert.equal(page.status, 422, nameOf(form))
    assert.match(page.body, /href="#f-/)
  })
