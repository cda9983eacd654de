import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { deal, deed } from './model/records.ts'

/** The last yes to a story: of a member whose other holds a ticket, and of who has no screen. */

let box: TestBox
let mathieu: Member
let trailer: string
const then = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const row = () => box.engine.read.list(deal, {}, 'home')[0]!
const news = async (who: Browser): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join('\n')
const told = () => box.engine.read.list(deed).map(one => [one.title, one.who, one.thanks])
const STORY = 'La remorque a servi aux foins'

beforeEach(async () => {
  box = testBox()
  box.territory()
  mathieu = await box.member('Mathieu')
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'ici' }
  trailer = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
})

test('the last yes names whoever agreed, and keeps what was ticked and written', async () => {
  const typed = { annonce: trailer, firstName: 'Ginette', reach: '04 77 00 11 22' }
  const asked = await box.visitor().post('/arrangements/interet', typed)
  const ticket = /\/billet\/[0-9a-z]+/.exec(asked.location)![0]
  const ginette = box.visitor()
  const at = `/arrangements/${row().id}`
  await then(ginette, `${ticket}/proposer`, { when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  const yes = { says: 'thank', tell: '1', named: '1', thanks: 'Merci pour les bugnes' }
  await then(mathieu, `${at}/repondre`, { ...yes, story: STORY })
  await then(ginette, `${ticket}/repondre`, { says: 'thank', tell: '1' })
  assert.deepEqual(told(), [])
  assert.match(
    await news(mathieu),
    /^Ginette \(sans carte\) veut bien aussi qu’on raconte .* : il manque votre dernier oui/,
  )
  const page = await mathieu.get(at)
  assert.match(page.text, /D’accord aussi : Ginette\. Lisez ce qui se lira/)
  assert.doesNotMatch(page.text, /— ?veut bien|À vous\s+veut bien/)
  assert.equal(page.text.match(/veut bien qu’on le raconte/g)?.length, 1)
  assert.match(page.body, /<textarea[^>]*name="thanks"[^>]*>\n?Merci pour les bugnes</)
  for (const name of ['tell', 'named'])
    assert.match(page.body, new RegExp(`name="${name}"\\s+value="1" checked`))
  await mathieu.fill(page, `${at}/repondre`, { says: 'thank' })
  assert.deepEqual(told(), [[STORY, 'Mathieu', ['«\u00a0Merci pour les bugnes\u00a0» — Mathieu']]])
})

test('a sentence that the other changed is ticked again by hand; the thank-you stays', async () => {
  const elodie = await box.member('Élodie')
  const at = (await elodie.post('/arrangements/interet', { annonce: trailer })).location
  await then(elodie, `${at}/proposer`, { when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  const yes = { says: 'thank', tell: '1' }
  await then(mathieu, `${at}/repondre`, { ...yes, story: STORY, thanks: 'Merci bien' })
  await then(elodie, `${at}/repondre`, { ...yes, story: 'On a rentré les foins' })
  const page = await mathieu.get(at)
  assert.doesNotMatch(page.body, /name="(?:tell|named)"\s+value="1" checked/)
  assert.match(page.body, />\n?Merci bien<\/textarea>/)
  const kept = { from: at, says: 'thank', thanks: 'Merci bien' }
  assert.equal((await mathieu.post(`${at}/repondre`, kept)).status, 422, 'no tick is no answer')
})

test('who writes for somebody says that these heard the sentence, and it is told as noted', async () => {
  const { who: marius, id: relay } = await relayIn(box, 'Marius', { when: 'le mardi' })
  await then(marius, '/habitants/accueillir', { name: 'Lucien', how: 'relay', relay })
  const [lucien] = box.read.all("SELECT id FROM member_home WHERE name = 'Lucien'")
  const asked = { annonce: trailer, for: String(lucien!['id']) }
  const at = await then(marius, '/arrangements/interet', asked)
  await then(marius, `${at}/proposer`, { party: '0', when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  await then(mathieu, `${at}/repondre`, { says: 'done' })
  await then(mathieu, `${at}/repondre`, { says: 'thank', tell: '1', story: STORY })
  const page = await marius.get(at)
  assert.match(page.text, /Lucien a lu ou entendu cette phrase, et veut bien qu’on la raconte/)
  assert.doesNotMatch(page.text, /On peut le raconter/)
  await then(marius, `${at}/repondre`, { says: 'thank', tell: '1', named: '1', party: '0' })
  assert.deepEqual(told(), [[STORY, 'Lucien', []]])
  assert.match(await news(mathieu), /avec l’accord de Lucien .*, noté par son relais/)
})

test('who would rather not have it told is not asked again, and who said yes reads it', async () => {
  const solange = await box.member('Solange')
  await then(solange, '/arrangements/interet', { annonce: trailer })
  const at = `/arrangements/${row().id}`
  await then(solange, `${at}/proposer`, { when: 'samedi' })
  await then(mathieu, `${at}/repondre`, { says: 'yes' })
  for (const who of [mathieu, solange]) await then(who, `${at}/repondre`, { says: 'done' })
  await then(solange, `${at}/repondre`, { says: 'thank', tell: '1', story: STORY })
  await then(solange, `${at}/vu`, {})
  await then(mathieu, `${at}/repondre`, { says: 'keep' })
  assert.match(await news(solange), /Mathieu préfère qu’on ne raconte pas ce qui s’est fait/)
  const own = await mathieu.get(at)
  assert.match(own.text, /Noté : ce n’est pas raconté\. Finalement, le raconter/)
  assert.doesNotMatch(own.text, /Non, ne pas le raconter/)
  assert.doesNotMatch(own.body, /<details open/)
  assert.equal(await news(mathieu), '')
  await mathieu.fill(own, `${at}/repondre`, { says: 'thank', tell: '1' })
  assert.equal(told().length, 1, 'folded, and still there')
})
