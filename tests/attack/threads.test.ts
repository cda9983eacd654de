import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deals } from '../../src/bricks/deals/brick.ts'
import { wholeFrom } from '../../src/bricks/deals/model/read.ts'
import { openLetters } from '../../src/engine/letters/incoming.ts'
import { encryptLetters } from '../../src/engine/letters/outgoing.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { append } from '../../src/log/append.ts'
import { showAll } from '../../src/projection/tables.ts'
import { carry, recognise, valuesIn } from '../exchange/mail.ts'
import { clock, newId, only, turn, villages } from '../exchange/villages.ts'
import type { Browser } from '../support/browser.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs } from '../support/pass.ts'
import { type Member, type TestBox, testBox } from '../support/test-box.ts'

/**
 * Somebody else's thread, ticket and word: every act of a thread as everybody who has nothing to do
 * there, and the letters of a box that lies.
 */

type Talk = Readonly<{
  box: TestBox
  elodie: Member
  mathieu: Member
  relay: Member
  visitor: Browser
  /** The thread of two members, and that of a visitor, with the address of its ticket. */
  thread: string
  visited: string
  ticket: string
}>
const idIn = (location: string): string => /[0-9a-z]{26}/.exec(location)?.[0] ?? ''

async function talked(): Promise<Talk> {
  const box = testBox()
  box.territory()
  const [elodie, mathieu, relay] = [
    await box.member('Élodie'),
    await box.member('Mathieu'),
    await box.member('Rosa'),
  ]
  const found = { name: 'Rosa', where: 'au bar', yes: '1' }
  await box.keeper.post(`/habitants/${relay.id}/relais`, found)
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const annonce = idIn((await mathieu.post('/annonces/proposer', sent)).location)
  const said = 'zwyntrolubak'
  const thread = idIn((await elodie.post('/arrangements/interet', { annonce, said })).location)
  box.later(1_000)
  const visitor = box.visitor()
  const asked = { annonce, firstName: 'Huguette', reach: '04 77 00 11 22', said }
  const ticket = (await visitor.post('/arrangements/interet', asked)).location.split('?')[0]!
  const visited = String(
    box.engine.read.all('SELECT id FROM deal_home WHERE visitor IS NOT NULL')[0]?.['id'],
  )
  box.later(1_000)
  for (const id of [thread, visited])
    assert.equal((await mathieu.post(`/arrangements/${id}/mot`, { said })).status, 303)
  return { box, elodie, mathieu, relay, visitor, thread, visited, ticket }
}

/** Every row of threads, as text. */
const rowsOf = ({ box }: Talk): string =>
  JSON.stringify(
    ['deal', 'deal_answer', 'word'].map(table =>
      box.engine.read.all(`SELECT * FROM ${table}_home ORDER BY id`),
    ),
  )
/** Every act of a thread, with what somebody could type. A new command is among them at once. */
function postsOn(talk: Talk, id: string, under: string): readonly (readonly [string, object])[] {
  const words = talk.box.engine.read
    .all('SELECT id FROM deal_answer_home WHERE deal = ?', id)
    .map(row => String(row['id']))
  const says = ['yes', 'other', 'no', 'done', 'not', 'keep', 'thank', 'doneClosed']
  const shown = { tell: '1', story: 'Fait', shown: 'x' }
  const typed = { id, said: 'moi', when: 'lundi', where: 'ici', ...shown }
  const more = (path: string): readonly object[] =>
    path.endsWith('repondre')
      ? says.map(one => ({ says: one }))
      : /signal/.test(path)
        ? words.map(word => ({ word, judged: 'hidden' }))
        : [{}]
  return deals.commands.flatMap(({ path, byTicket }) => {
    const paths = path.includes('/:id')
      ? [...words, id].map(one => path.replace('/arrangements/:id', under).replace(':id', one))
      : byTicket === undefined
        ? []
        : [`${under}/${byTicket}`]
    return [...new Set(paths)].flatMap(one =>
      ['', '0', '1'].flatMap(party =>
        more(one).map(input => [one, { ...typed, party, ...input }] as const),
      ),
    )
  })
}

test('nobody else writes in a thread, ends it, puts it away or tells of a word of it', async () => {
  const talk = await talked()
  const zoe = await talk.box.member('Zoé')
  for (const id of [talk.thread, talk.visited]) {
    const before = rowsOf(talk)
    const posts = postsOn(talk, id, `/arrangements/${id}`)
    assert.ok(posts.length > 50)
    for (const [called, who] of [
      ['another member', zoe],
      ['a relay', talk.relay],
      ['a visitor', talk.box.visitor()],
      ['the holder of a ticket, without it', talk.visitor],
    ] as const)
      for (const [path, input] of posts) {
        const { status } = await who.post(path, input as Record<string, string>)
        assert.notEqual(status, 303, `${called}: ${path} ${JSON.stringify(input)}`)
      }
    assert.equal(rowsOf(talk), before)
  }
  assert.deepEqual(talk.box.faults, [])
})

test('nobody else is answered otherwise than of a thread that never was', async () => {
  const talk = await talked()
  const [zoe, none] = [await talk.box.member('Zoé'), '0'.repeat(26)]
  const typed = { when: 'jeudi 10 décembre' }
  for (const id of [talk.thread, talk.visited])
    assert.equal((await talk.mathieu.post(`/arrangements/${id}/proposer`, typed)).status, 303)
  for (const [called, who, own, under] of [
    ['another member', zoe, talk.thread, '/arrangements'],
    ['a relay', talk.relay, talk.visited, '/arrangements'],
    ['a visitor', talk.box.visitor(), talk.thread, '/arrangements'],
    ['the holder of another ticket', talk.visitor, talk.thread, talk.ticket],
  ] as const) {
    const of = (id: string) => postsOn(talk, id, under === talk.ticket ? under : `${under}/${id}`)
    for (const [path, input] of of(own)) {
      const asked = input as Record<string, string>
      const { status, text } = await who.post(path, asked)
      const other = await who.post(path.replace(own, none), { ...asked, id: none })
      const said = `${called}: ${path} ${JSON.stringify(input)}`
      assert.deepEqual([status, text], [other.status, other.text], said)
    }
  }
})

test('a ticket opens its own thread alone, whatever else its holder names', async () => {
  const talk = await talked()
  const before = rowsOf(talk)
  for (const [path, input] of postsOn(talk, talk.thread, talk.ticket)) {
    const { status } = await talk.visitor.post(path, input as Record<string, string>)
    assert.notEqual(status, 303, `${path} ${JSON.stringify(input)}`)
  }
  assert.equal(rowsOf(talk), before)
  assert.deepEqual(talk.box.faults, [])
})

test('the keeper says nothing in a thread of two who speak for themselves, nor reads it', async () => {
  const talk = await talked()
  const before = JSON.stringify(
    talk.box.engine.read.all("SELECT * FROM deal_answer_home WHERE says IN ('word', 'insult')"),
  )
  for (const command of ['mot', 'retard', 'finir', 'ranger', 'signaler'])
    for (const party of ['', '0', '1']) {
      const path = `/arrangements/${talk.thread}/${command}`
      const { status } = await talk.box.keeper.post(path, { party, said: 'moi', word: '' })
      assert.notEqual(status, 303, path)
    }
  const after = JSON.stringify(
    talk.box.engine.read.all("SELECT * FROM deal_answer_home WHERE says IN ('word', 'insult')"),
  )
  assert.equal(after, before)
  const page = (await talk.box.keeper.get(`/arrangements/${talk.thread}`)).body
  assert.ok(!page.includes('zwyntrolubak'))
})

type Lie = Readonly<{ about: string; command: string; input: object }>
/** A letter that no command of ours would write. */
function sendsLetter(
  { log, tables }: OpenEngine,
  box: string,
  { about, command, input }: Lie,
): void {
  const said = { box, brick: 'deals', command, input: JSON.stringify(input), about, state: 'asked' }
  const fields = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, { value, over: [] }]),
  )
  const record = { type: 'letter', record: newId(), space: 'home' as const, fields }
  inOwnTransaction({ log, tables } as OpenEngine, () =>
    showAll(tables, log, append(log, [record], { now: clock.now(), sure: true, by: 'keeper' })),
  )
}

/** A paired box that writes any letter about a thread. */
async function lies() {
  const here = await villages()
  const { sail, boen, bed, lucie, barnabe } = here
  const said = { annonce: bed, named: '1', said: 'Bonjour' }
  const answer = turn(sail, lucie, 'deals.interest', said)
  assert.ok(answer.done)
  await carry(sail, boen, clock)
  const own = only(boen)!.id
  for (const text of ['Oui', 'plovitrusk']) {
    const word = turn(boen, barnabe, 'deals.word', { id: own, said: text })
    assert.ok(word.done, JSON.stringify(word))
  }
  await carry(boen, sail, clock)
  return { ...here, own, peer: only(sail)!.id }
}
const act = (more: object) => ({
  ...{ id: newId(), says: 'word', said: 'x', on: '2026-12-05', named: false },
  ...{ thanks: null, when: null },
  ...more,
})

test('a box that lies moves no thread but by what its own side may say', async () => {
  const { sail, boen, own, peer, barnabe, bed } = await lies()
  const held = boen.read.all('SELECT id, member, says, said FROM deal_answer_home ORDER BY id')
  const mine = held.map(row => String(row['id']))
  const word = fc.constantFrom(...mine, newId())
  const any = fc.record({
    id: fc.oneof(word, fc.constant(newId())),
    says: fc.constantFrom('word', 'late', 'propose', 'end', 'insult', 'yes', 'no', 'tell', 'back'),
    said: fc.oneof(fc.string(), fc.constant(null)),
    reports: word,
    yours: fc.boolean(),
    place: word,
    when: fc.option(fc.string({ maxLength: 10 })),
    judged: fc.constantFrom('hidden', 'stands'),
    member: word,
    key: word,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(any, { maxLength: 4 }),
      fc.constantFrom('words', 'says', 'toldWords', 'told'),
      fc.constantFrom(own, peer, newId()),
      async (acts, command, about) => {
        const input = { notice: '', yours: own, state: 'done', acts: JSON.stringify(acts) }
        sendsLetter(sail, boen.log.box.name, { about, command, input })
        await encryptLetters(sail, clock)
        await carry(sail, boen, clock)
        const after = boen.read.all(
          'SELECT id, member, says, said FROM deal_answer_home ORDER BY id',
        )
        assert.deepEqual(after, held, 'no act of anybody here is written or changed')
        const { id, parties, about: notices, box, peer: theirs } = only(boen)!
        assert.deepEqual([id, box, theirs], [own, sail.log.box.name, peer])
        assert.deepEqual([parties, notices], [[barnabe.me], [bed]])
        const failed = "SELECT why FROM arrival_home WHERE why = 'failed'"
        assert.deepEqual(boen.read.all(failed), [], 'no fault of ours')
      },
    ),
    runs(12, 40, 400),
  )
})

test('a box hides no word but one that was said to it, and none by a word of its own', async () => {
  const { sail, boen, own, peer } = await lies()
  const [one] = boen.read.all("SELECT id FROM deal_answer_home WHERE said = 'plovitrusk'")
  const report = act({ says: 'insult', said: undefined, reports: String(one!['id']) })
  const away = act({ says: 'insult', said: undefined, reports: newId() })
  const input = { acts: JSON.stringify([report, away]) }
  sendsLetter(sail, boen.log.box.name, { about: peer, command: 'words', input })
  await encryptLetters(sail, clock)
  await carry(sail, boen, clock)
  const said = String(only(boen)?.said)
  assert.ok(said.includes(report.id) && !said.includes(away.id))
  assert.ok(valuesIn(boen).includes('plovitrusk'), 'hidden is not forgotten')
  assert.equal(only(boen)?.id, own)
})

test('a third box says nothing in a thread of two others, though it knows both ids', async () => {
  const first = await lies()
  const other = await villages()
  const before = JSON.stringify(first.boen.read.all('SELECT * FROM deal_home'))
  const input = { acts: JSON.stringify([act({})]), yours: first.own, state: 'agreed' }
  // Mallory is paired with Boën too.
  recognise(other.sail, first.boen, ['Mallory', 'Boën'])
  for (const command of ['words', 'says', 'told', 'toldWords'])
    for (const about of [first.own, first.peer])
      sendsLetter(other.sail, first.boen.log.box.name, { about, command, input })
  await encryptLetters(other.sail, clock)
  await carry(other.sail, first.boen, clock)
  await openLetters(first.boen, clock)
  assert.equal(JSON.stringify(first.boen.read.all('SELECT * FROM deal_home')), before)
})

test('a box that says ten thousand words is heard for one side of a thread, and no more', async () => {
  const { sail, boen, own, peer } = await lies()
  const held = String(only(boen)?.said).length
  for (let letter = 0; letter < 130; letter++) {
    const acts = Array.from({ length: 78 }, () => act({ said: 'x'.repeat(200) }))
    sendsLetter(sail, boen.log.box.name, {
      about: peer,
      command: 'words',
      input: { acts: JSON.stringify(acts) },
    })
    if (letter % 65 === 64) {
      await encryptLetters(sail, clock)
      await carry(sail, boen, clock)
    }
  }
  const row = only(boen)!
  assert.ok(String(row.said).length > held, 'it is heard')
  assert.ok((row.heard ?? []).length <= 200 && String(row.said).length < 30_000)
  assert.equal(wholeFrom(boen.read, row).said.filter(({ key }) => key === '@').length, 40)
  assert.deepEqual(boen.read.all("SELECT why FROM arrival_home WHERE why = 'failed'"), [])
  // Who lives here still answers, and ends it.
  const end = turn(boen, { by: 'neighbour', me: row.parties![0]! }, 'deals.end', { id: own })
  assert.ok(end.done, JSON.stringify(end))
})

test('who ended a conversation is told of no word that the other box still says', async () => {
  const { sail, boen, own, lucie, peer } = await lies()
  const ended = turn(sail, lucie, 'deals.end', { id: peer })
  assert.ok(ended.done, JSON.stringify(ended))
  await carry(sail, boen, clock)
  await carry(boen, sail, clock)
  const seen = turn(sail, lucie, 'deals.see', { id: peer })
  assert.ok(seen.done, JSON.stringify(seen))
  const { said, heard } = only(sail)!
  const more = [...JSON.parse(String(said)), act({ said: 'krosmivelt' })]
  sendsLetter(boen, sail.log.box.name, {
    about: own,
    command: 'toldWords',
    input: { yours: peer, state: 'ended', heard: heard ?? [], acts: JSON.stringify(more) },
  })
  await encryptLetters(boen, clock)
  await carry(boen, sail, clock)
  assert.ok(!String(only(sail)?.said).includes('krosmivelt'))
  assert.equal(only(sail)?.unseen, null)
})
