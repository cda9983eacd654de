import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../../tests/support/browser.ts'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import type { Kit } from '../../../contract/kit.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { piecesOf } from '../model/pieces.ts'
import { MET } from '../model/reading-again.ts'
import { fr } from '../words/fr.ts'
import { agreementPrint } from './agreement-strips.ts'
import { readingPage } from './reading.ts'
import { stripFound } from './strip-found.ts'

const CHAT = `12/11/2026, 18:30 - Nadine a créé le groupe « Entraide du vallon »
12/11/2026, 18:42 - Nadine: Bonsoir, qui aurait une fendeuse à prêter ?
12/11/2026, 18:44 - Odile R.: j'ai des pommes à donner
12/11/2026, 18:51 - Odile R.: venez avec vos sacs
13/11/2026, 08:05 - +33 6 39 98 55 12: je cherche un broyeur
13/11/2026, 08:12 - +33 6 39 98 55 44: je cherche une remorque
13/11/2026, 08:20 - Nadine: chantier samedi à 14h au lavoir`

test('a message of a number that nobody named says how it ends, and no more of it', {
  skip: lacking('need', 'offer'),
}, () => {
  using box = testBox()
  const file = { hash: 'a'.repeat(64), name: 'chat.txt', size: 9, type: 'text/plain' }
  const of = box.bring('harvest', { title: 'Entraide', state: 'open', text: [file] }, 'home')
  const kit: Kit = box.kit(`/cueillette/${of}`, { by: 'keeper', params: { id: of } })
  const leaf = readingPage.show({ ...kit, textOf: () => CHAT }, box.read, fr)
  assert.ok(leaf && 'body' in leaf)
  const said = leaf.body.html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
  assert.match(said, /Odile R\. · le 12 novembre/)
  assert.match(said, /un numéro qui finit par 12 · le 13 novembre/)
  assert.match(said, /un numéro qui finit par 44 · le 13 novembre/)
  assert.doesNotMatch(said, /39 98/)
})

/** The chat, brought home. */
function gathered(box: TestBox): string {
  const file = { hash: 'a'.repeat(64), name: 'chat.txt', size: CHAT.length, type: 'text/plain' }
  const gathered = JSON.stringify({ found: harvested(CHAT), text: file, url: null })
  return box.done('harvest.gather', { gathered }).next?.split('/').at(-1) ?? ''
}
function keepAll(box: TestBox, of: string): void {
  const all = piecesOf(box.read, of).filter(one => !one.person)
  box.done('harvest.keepPiece', { id: of, morceau: all.map(one => one.id).join(' ') })
}
/** The page of strips, once all is kept and the codes are given. */
function stripsOf(box: TestBox, of: string): string {
  keepAll(box, of)
  box.done('harvest.giveCodes', { id: of })
  return textOf(box.page(`/cueillette/${of}/accord`, { by: 'keeper' }))
}
/** The address of what is shown. */
const show = (box: TestBox, of: string): string =>
  box.done('harvest.showHarvest', { id: of }).next ?? ''

test('who writes under a number alone has a strip of their own lines, and is shown under a name alone', {
  skip: lacking('need', 'offer', 'actor'),
}, async () => {
  using box = testBox()
  const of = gathered(box)
  const strips = stripsOf(box, of)
  assert.match(strips, /Un numéro qui finit par 12 .*« [^»]*broyeur[^»]* »/i)
  assert.doesNotMatch(strips, /39\s?98|[?!] ?\. Votre nom/)
  const person = piecesOf(box.read, of).find(
    ({ piece, of: type }) =>
      type === 'actor' &&
      box.read.one(box.read.types.get('actor')!, piece!, 'home')?.['name'] === '…12',
  )
  const input = { id: person!.id, answer: 'yes' }
  const asked = box.turn('harvest.agree', input)
  assert.ok(!asked.done && 'field' in asked && asked.field === 'name')
  box.done('harvest.agree', { ...input, name: 'Josette' })
  box.done('harvest.showHarvest', { id: of })
  const visitor = box.visitor()
  const read = [(await visitor.get('/annuaire')).text, (await visitor.get('/annonces')).text].join()
  assert.match(read, /Josette/)
  assert.doesNotMatch(read, /…12|…44|finit par/)
})

test('where only a number is known, no strip and no list takes it for a name', {
  skip: lacking('need', 'offer', 'actor'),
}, async () => {
  using box = testBox()
  const of = gathered(box)
  const at = `/cueillette/${of}`
  const strips = stripsOf(box, of)
  assert.match(strips, /À rendre à la personne qui tient la page\. /, 'nobody is named as keeper')
  assert.match(strips, /Votre nom et comment vous joindre :/)
  assert.match(strips, /Mon nom, si je dis oui/)
  const kit = box.kit(`/imprimer/accord/${of}`, { by: 'keeper', params: { id: of } })
  const sheet = JSON.stringify(agreementPrint.make(kit, box.read, fr))
  assert.match(sheet, /Vous avez écrit dans une conversation\u202f; on n’y lit que votre numéro/)
  assert.match(sheet, /Ce qu’elle dit de vous est affiché/)
  assert.match(sheet, /Mon nom, si je dis oui/)
  const [, digits] = /numéro qui finit par 12 · bande accord (\d\d\s\d\d)/.exec(strips) ?? []
  const found = stripFound(kit, box.read, fr, digits?.replace(/\s/, '') ?? '')
  const people = textOf(box.page(at, { by: 'keeper' }))
  const listed = String(found?.items.map(one => one.html))
  for (const text of [strips, sheet, listed, people])
    assert.match(text, /Un numéro qui finit par 12/)
  assert.doesNotMatch([strips, sheet].join(), /Votre nom \(«\s?Un numéro/)
  for (const text of [strips, sheet, listed]) assert.doesNotMatch(text, /…12/)
})

test('of a chat that is shown, no visitor reads the number of who wrote', {
  skip: lacking('need', 'offer', 'meeting'),
}, async () => {
  using box = testBox()
  const of = gathered(box)
  keepAll(box, of)
  const at = show(box, of)
  assert.match(at, /^\/idees\/reunions\//)
  const visitor = box.visitor()
  const texts = []
  for (const address of ['/', at]) texts.push((await visitor.get(address)).body)
  assert.match(texts.join(''), /broyeur/)
  assert.match(texts.join(''), /remorque/)
  assert.doesNotMatch(texts.join(''), /39\s?98|finit par (?:12|44)/)
})

test('a chat is no meeting: the first page tells the real one, and the diagnosis counts it alone', {
  skip: lacking('need', 'offer', 'meeting', 'goal-story'),
}, async () => {
  using box = testBox({ at: Date.UTC(2026, 10, 14, 12) })
  box.territory({ communes: ['42195'] })
  const evening = { title: 'Soirée du comité', where: 'salle des fêtes', date: '2026-11-12' }
  const met = box.bring('meeting', { ...evening, commune: '42195' })
  box.bring('idea', { title: 'Un four commun', notedAt: met })
  const of = gathered(box)
  keepAll(box, of)
  const at = show(box, of)
  const home = (await box.visitor().get('/')).body
  assert.match(home, new RegExp(`/idees/reunions/${met}`))
  assert.ok(!home.includes(at))
  const told = (await box.visitor().get('/diagnostic')).text
  assert.match(told, /Une réunion \(12 novembre\)/)
  assert.match(told, /réunions racontées 1 /)
})

test('law 11: a chat is shown under words of ours, unless the keeper typed a title', {
  skip: lacking('need', 'offer', 'meeting'),
}, async () => {
  for (const typed of [undefined, 'Entraide, les outils']) {
    using box = testBox({ at: Date.UTC(2026, 10, 14, 12) })
    const of = gathered(box)
    const page = () => textOf(box.page(`/cueillette/${of}`, { by: 'keeper' }))
    assert.match(page(), /Entraide du vallon/)
    if (typed)
      box.done('harvest.mendMeeting', {
        id: of,
        [MET.title]: typed,
        [MET.date]: '2026-11-12',
        [MET.people]: 'Nadine\nOdile R.',
      })
    keepAll(box, of)
    const own = 'Ce qu’on s’est écrit, le 12 novembre 2026'
    const said = /une page titrée « Ce qu’on s’est écrit, le 12 novembre 2026 »/
    assert[typed ? 'doesNotMatch' : 'match'](page(), said)
    const at = show(box, of)
    const visitor = box.visitor()
    for (const address of ['/', '/idees', at])
      assert.doesNotMatch((await visitor.get(address)).text, /vallon/)
    const { text } = await visitor.get(at)
    assert.ok(text.includes(typed ?? own), text)
  }
})

test('no list of who was there holds the end of a number, and it stays known when read again', () => {
  const { people } = harvested(CHAT).meeting
  assert.deepEqual(people, ['Nadine', 'Odile R.'])
  const again = notesPage(CHAT, undefined, { people }).head.people.map(one => one.name)
  assert.deepEqual(again, ['Nadine', 'Odile R.', '…12', '…44'])
})
