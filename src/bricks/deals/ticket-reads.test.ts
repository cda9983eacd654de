import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What is read of the sale of somebody without a card, while several people ask for it. */

let box: TestBox
let ines: Member
let tom: Member
let offer = ''
let ticket = ''
let lina: ReturnType<TestBox['visitor']>
const post = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const press = async (act: string, fields: Record<string, string> = {}, which?: string) => {
  box.later(1_000)
  const page = await lina.get(ticket)
  const isIts = ({ fields: own }: Readonly<{ fields: object }>): boolean =>
    which === undefined || JSON.stringify(own).includes(which)
  const answer = await lina.fill(page, `${ticket}/${act}`, fields, isIts)
  assert.equal(answer.status, 303, answer.text)
  return lina.get(answer.location)
}

beforeEach(async () => {
  box = testBox()
  box.territory()
  ines = await box.member('Inès')
  tom = await box.member('Tom')
  const sold = { title: 'vend un coffre', mode: 'sell', priceCents: '120', who: 'Lina' }
  const sent = await sentNotice(box, { ...sold, phone: '06 39 98 00 11' }, '/annonces/proposer')
  ;({ by: lina, at: ticket, notice: offer } = sent)
})
const begin = (who: Member) => post(who, '/arrangements/interet', { annonce: offer })

test('who talks of a thing that is agreed with somebody else reads that it is reserved', async () => {
  const [hers, his] = [await begin(ines), await begin(tom)]
  await post(ines, `${hers}/proposer`, { when: 'samedi 21 h' })
  assert.doesNotMatch((await tom.get(his)).text, /Réservé/)
  await press('repondre', { says: 'yes' })
  assert.match((await tom.get(his)).text, /Réservé : c’est convenu avec quelqu’un d’autre/)
  assert.doesNotMatch((await ines.get(hers)).text, /Réservé/)
  assert.doesNotMatch((await lina.get(ticket)).text, /Réservé : c’est convenu avec quelqu’un d/)
})

test('on a ticket of several talks no two buttons are heard the same', async () => {
  await begin(ines)
  await begin(tom)
  const { body } = await lina.get(ticket)
  const heard = [...body.matchAll(/<button(?: [^>]*aria-label="([^"]*)")?[^>]*>([^<]*)/g)]
    .map(([, label, words]) => label ?? words!.trim())
    .filter(words => /^(?:Envoyer ce mot|Pas cette fois|Finir)/.test(words))
  assert.deepEqual([...new Set(heard)], heard)
  assert.equal(heard.filter(words => words.startsWith('Pas cette fois')).length, 2)
})

test('a ticket can take its answer back on the very page that follows it', async () => {
  const hers = await begin(ines)
  await post(ines, `${hers}/proposer`, { when: 'samedi 21 h' })
  const page = await press('repondre', { says: 'yes' })
  assert.ok(page.body.includes(`${ticket}/revenir`))
})

test('while a correction waits, the ticket says first what others said since', async () => {
  await begin(ines)
  const page = await lina.get(`${ticket}/corriger`)
  box.later(1_000)
  assert.equal((await lina.fill(page, `${ticket}/corriger`, { priceCents: '90' })).status, 303)
  const { text } = await lina.get(ticket)
  assert.match(text, /Votre correction attend d’être lue/)
  assert.doesNotMatch(text, /Affiché\. Votre correction/)
  assert.match(text, /Affiché, et quelqu’un a répondu\. Votre correction attend/)
})
