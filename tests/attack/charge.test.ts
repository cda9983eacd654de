import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import type { Draft } from '../../src/contract/decision.ts'
import { letter, proposal } from '../../src/contract/records/own-records.ts'
import { Kept } from '../../src/core/kept.ts'
import { newBox } from '../../src/log/box.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { cardOf, type Member, type TestBox, testBox } from '../support/test-box.ts'
import { borrowing, tool, tools, toolWord, type Wanted } from '../support/tools-brick.ts'

/**
 * Two things and two people in charge, through HTTP: what the column `charge` of the table of
 * permissions gives, an act for each of its cells, and what nobody in charge ever reads.
 */

/** Of who borrows a thing: a name, a number, a word. */
const OF_TILLER = ['Fulgence', '06 71 22 33 44', 'vrixolame'] as const
const OF_SAW = ['Zénobie', '06 39 98 01 01', 'quernelade'] as const

let box: TestBox
let kept: Kept
let [saw, tiller, ofSaw, ofTiller, wordOfTiller, wordOfSaw] = ['', '', '', '', '', '']
let paul: Member
let lea: Member
const borrowed = (thing: string, [name, phone, said]: readonly [string, string, string]) => {
  const who = box.welcome({ name, how: 'phone', phone })
  const fields = { tool: thing, borrower: who, note: 'deux jours', phone, said: `chez ${said}` }
  return [
    box.bring('borrowing', fields, 'home'),
    box.bring('tool-word', { tool: thing, member: who, said: `un mot de ${said}` }, 'home'),
  ] as const
}
beforeEach(async () => {
  // Pages are kept: none of them is read by who may not.
  kept = new Kept(8 * 1024 * 1024)
  box = testBox({ bricks: [...bricks, tools], kept })
  box.territory()
  ;[saw = '', tiller = ''] = ['Scie', 'Motoculteur'].map(title => box.bring('tool', { title }))
  ;[ofSaw, wordOfSaw] = borrowed(saw, OF_SAW)
  ;[ofTiller, wordOfTiller] = borrowed(tiller, OF_TILLER)
  paul = await box.member('Paul')
  lea = await box.member('Léa')
  for (const [person, over] of [
    [paul.id, saw],
    [lea.id, tiller],
  ] as const)
    await box.keeper.send('/charges', { over, person }, '/charges')
})
afterEach(() => box[Symbol.dispose]())
const does = (who: Browser, wanted: Wanted): Promise<Answer> =>
  who.post('/outils/faire', { decided: JSON.stringify(wanted) })
const writes = async (
  who: Browser,
  type: string,
  record: string,
  fields: Draft['fields'],
): Promise<boolean> => (await does(who, { drafts: [{ type, record, fields }] })).status === 303
const waiting = () => box.read.count(proposal, { where: "state = 'waiting'" }, 'home')

test('read: whoever is in charge reads what everybody reads', async () => {
  assert.equal((await paul.get(`/outils/${tiller}`)).status, 200)
})

test('send: what they send shows at once', async () => {
  await paul.send('/annonces/proposer', { title: 'prête un étau', reachBy: 'word', accord: 'ici' })
  assert.equal(waiting(), 0)
  assert.match((await box.visitor().get('/annonces')).text, /un étau/)
})

test('change: over their thing and what leads to it; nothing of another’s', async () => {
  assert.ok(await writes(paul, 'tool', saw, { title: 'Scie à bûches' }))
  assert.ok(await writes(paul, 'borrowing', ofSaw, { note: 'trois jours' }))
  assert.ok(!(await writes(paul, 'tool', tiller, { title: 'À moi' })))
  assert.ok(!(await writes(paul, 'borrowing', ofTiller, { note: 'à moi' })))
  assert.ok(!(await writes(paul, 'borrowing', ofTiller, { tool: saw })))
  assert.ok(!(await writes(lea, 'borrowing', ofSaw, { note: 'à moi' })))
  assert.equal(box.read.one(tool, tiller)?.title, 'Motoculteur')
  assert.equal(box.read.one(borrowing, ofTiller, 'home')?.note, 'deux jours')
})

test('seePrivate: over their thing alone, and nowhere that somebody may listen', async () => {
  const reads = async (who: Browser, id: string): Promise<string> =>
    (await who.get(`/outils/${id}`)).text
  const heard = await box.memberOf(paul.id, 'wifi')
  for (const canary of OF_SAW) {
    assert.ok((await reads(paul, saw)).includes(canary), canary)
    for (const who of [lea, heard, box.visitor()])
      assert.ok(!(await reads(who, saw)).includes(canary), canary)
  }
  for (const canary of OF_TILLER) assert.ok(!(await reads(paul, tiller)).includes(canary), canary)
})

test('a closed card, a member who left: their charge does nothing until they come back', async () => {
  const tries = async (who: Browser): Promise<boolean> => {
    const isRead = (await who.get(`/outils/${saw}`)).text.includes(OF_SAW[2])
    const isWritten = await writes(who, 'borrowing', ofSaw, { note: `note ${box.newId()}` })
    assert.equal(isRead, isWritten)
    return isRead
  }
  const is = (state: string) =>
    box.bringAll({ type: 'member', id: paul.id, fields: { state }, space: 'home' })
  assert.ok(await tries(paul))
  await box.keeper.post('/carte-habitant/reprendre', { member: paul.id })
  assert.ok(!(await tries(paul)))
  const again = await box.withCard(await cardOf(box.keeper, paul.id))
  assert.ok(await tries(again))
  is('left')
  assert.ok(!(await tries(again)))
  is('here')
  assert.ok(await tries(await box.withCard(await cardOf(box.keeper, paul.id))))
})

test('a charge gives nothing before its first day, nor after its last', async () => {
  const reads = async () => (await paul.get(`/outils/${saw}`)).text.includes(OF_SAW[2])
  const day = (n: number): string => box.today(box.now() + n * 86_400_000)
  const nextDay = async (): Promise<void> => {
    box.later(86_400_000)
    kept.tick(box.now(), () => box.today(box.now()))
    // A visit at the box ends by itself.
    paul = await box.memberOf(paul.id)
  }
  const since = day(1)
  const more = { over: saw, person: paul.id, since, until: day(2) }
  await box.keeper.send('/charges', more, '/charges')
  assert.ok(!(await reads()))
  await nextDay()
  assert.ok(await reads())
  await nextDay()
  assert.ok(await reads())
  await nextDay()
  assert.ok(!(await reads()))
})

test('seeByCard: they read what is shown to people who hold a card', async () => {
  const mathieu = await box.member({ name: 'Mathieu', how: 'word' })
  await mathieu.send('/annonces/proposer', {
    title: 'prête un canari',
    reachBy: 'word',
    demande: 'portee',
    accord: 'carte',
  })
  assert.match((await paul.get('/annonces')).text, /un canari/)
  assert.ok(!(await box.visitor().get('/annonces')).text.includes('un canari'))
})

test('speakFor: what they key in another’s name waits for nobody, over their thing alone', async () => {
  const zoe = box.welcome({ name: 'Zoé' })
  const keys = (thing: string) => {
    const id = box.newId()
    const fields = { note: 'un jour', who: 'Zoé', tool: thing, borrower: zoe, keyedBy: paul.id }
    return writes(paul, 'borrowing', id, fields).then(isDone => isDone && id)
  }
  const id = await keys(saw)
  assert.ok(id !== false && box.read.one(borrowing, id)?.who === 'Zoé')
  assert.equal(waiting(), 0)
  assert.equal(await keys(tiller), false)
})

test('passOn: they hand over words about their thing alone', async () => {
  assert.ok(await writes(paul, 'tool-word', wordOfSaw, { handedOn: '2026-12-05' }))
  assert.equal(box.read.one(toolWord, wordOfSaw, 'home')?.handedOn, '2026-12-05')
  assert.ok(!(await writes(paul, 'tool-word', wordOfTiller, { handedOn: '2026-12-05' })))
})

test('keep, seeHealth, unplug: no page and no act of the keeper is theirs', async () => {
  for (const path of ['/charges', '/habitants', '/a-montrer', '/borne', '/tenir'])
    assert.equal((await paul.get(path)).status, 403, path)
  for (const path of ['/charges', '/borne/eteindre', '/borne/sauvegarder'])
    assert.ok((await paul.post(path, { over: tiller, person: paul.id, oui: '1' })).status >= 400)
  assert.ok(!(await writes(paul, 'tool', tiller, { title: 'À moi' })), 'no charge was given')
})

test('ask: they write to another box, as any member does', async () => {
  const peer = newBox().name
  box.log.db.exec('BEGIN')
  setPeerMark(box.log, peer, { called: 'Boën', paired: true })
  box.log.db.exec('COMMIT')
  const letters = [{ to: peer, about: ofSaw, brick: 'tools', command: 'do', input: {} }]
  assert.equal((await does(paul, { drafts: [], letters })).status, 303)
  assert.equal(box.read.count(letter, {}, 'home'), 1)
})

/** Every address that a page leads to, from those where people begin. */
async function pagesRead(who: Browser): Promise<readonly Answer[]> {
  const known = new Set([
    ...['/', '/moi', '/moi/ecrits', '/mes-mots', '/arrangements', '/annonces', '/annuaire'],
    ...['/agenda', '/carte', '/idees', '/mur', '/relais', '/bientot', '/donnees', '/charges'],
    ...[saw, tiller].flatMap(id => [`/outils/${id}`, `/charges?over=${id}`]),
    ...[ofTiller, wordOfTiller].flatMap(id => [`/outils/${id}`, `/oublier/${id}`]),
    // A search says the words back: these stand beside the canaries.
    ...['motoculteur', 'deux+jours', 'chez', 'un+mot', 'emprunt'].map(q => `/chercher?q=${q}`),
    ...['/moi/tout.json', '/donnees/borrowing.json', '/donnees/borrowing.csv'],
    ...['/donnees/tool-word.json', '/donnees/charge.json', '/donnees/charge.csv'],
  ])
  const read: Answer[] = []
  for (const path of known) {
    const answer = await who.get(path)
    read.push(answer)
    if (known.size > MOST_READ) continue
    for (const [, href = ''] of answer.body.matchAll(/ href="(\/[^"#]*)/g))
      if (!/^\/(imprimer|fichiers|sortir|langue)/.test(href))
        known.add(href.replaceAll('&amp;', '&'))
  }
  return read
}
const MOST_READ = 400

test('law: in charge of one thing, nobody reads a name, a number or a word of another’s', async () => {
  const tells = (all: readonly Answer[], canaries: readonly string[]): readonly string[] =>
    canaries.filter(one =>
      all.some(({ body }) => body.replaceAll(/ value="[^"]*"/g, '').includes(one)),
    )
  const pages = await pagesRead(paul)
  assert.deepEqual(tells(pages, OF_TILLER), [])
  assert.deepEqual(tells(pages, OF_SAW), [...OF_SAW], 'who is in charge reads their own')
  const wanted: readonly Wanted[] = [
    { drafts: [{ type: 'borrowing', record: ofTiller, fields: { note: 'à moi' } }] },
    { drafts: [{ type: 'borrowing', record: ofTiller, fields: { tool: saw } }] },
    { drafts: [{ type: 'tool-word', record: wordOfTiller, fields: { tool: saw } }] },
    { drafts: [], forget: [{ type: 'borrowing', record: ofTiller }] },
  ]
  const posts = [
    ...(await Promise.all(wanted.map(one => does(paul, one)))),
    await paul.post('/ecrire', { type: 'borrowing', id: ofTiller, note: 'à moi' }),
    await paul.post('/moi/ecrits/corriger', { type: 'borrowing', id: ofTiller, note: 'à moi' }),
    await paul.post(`/charges/${ofTiller}/rendre`, {}),
  ]
  assert.ok(posts.every(({ status }) => status >= 400))
  assert.deepEqual(tells(posts, OF_TILLER), [])
  assert.deepEqual(tells(await pagesRead(paul), OF_TILLER), [], 'after all that they tried')
})

test('law: once it is given back, its person reads and writes nothing of the thing any more', async () => {
  await writes(paul, 'tool-word', wordOfSaw, { handedOn: '2026-12-05' })
  const page = await paul.get('/moi')
  const [, path = ''] = /action="(\/charges\/\w+\/rendre)"/.exec(page.body) ?? []
  await paul.fill(page, path)
  const pages = await pagesRead(paul)
  for (const canary of OF_SAW) assert.ok(!pages.some(({ body }) => body.includes(canary)), canary)
  assert.ok(!(await writes(paul, 'borrowing', ofSaw, { note: 'encore' })))
})
