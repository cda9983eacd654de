import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pair } from '../../../../tests/exchange/mail.ts'
import {
  bothWays,
  bring,
  carry,
  idIn,
  KEEPER,
  NOW,
  only,
  type Person,
  pageIn,
  refusedBy,
  says,
  stateIn,
  TODAY,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { acts, interested, thread, turned } from '../../../../tests/exchange/villages-threads.ts'
import type { Input } from '../../../core/form/input.ts'
import { fr } from '../words/fr.ts'
import { isAwaited, openDealsOf } from './awaited.ts'
import { wholeFrom, wholeOf } from './read.ts'
import { deal } from './records.ts'

/** Words between two boxes about a notice of one of them. */

test('a thread begins by a word on a notice of another box, and goes on by letters', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe, bed } = here
  const id = interested(here)
  assert.deepEqual([stateIn(sail), thread(sail)], ['talking', ['> Ça m’intéresse.']])
  acts(sail, lucie, 'word', { said: 'Le matelas va avec ?' })
  assert.equal(interested(here, { said: 'Et les draps ?' }), id, 'the same thread')
  await carry(sail, boen)
  assert.deepEqual(thread(boen), [
    '< Ça m’intéresse.',
    '< Le matelas va avec ?',
    '< Et les draps ?',
  ])
  const row = only(boen)
  assert.deepEqual(
    [row?.state, row?.about, row?.guest, row?.unseen],
    ['talking', [bed], 'Lucie', ['0']],
  )
  acts(boen, barnabe, 'word', { said: 'Oui, et les draps.' })
  await carry(boen, sail)
  assert.equal(thread(sail).at(-1), '< Oui, et les draps.')
  assert.deepEqual(only(sail)?.unseen, ['0'], 'it is news for Lucie')
  acts(sail, lucie, 'proposeIn', { when: 'samedi', where: 'devant l’église' })
  assert.equal(stateIn(sail), 'talking', 'Boën decides')
  await bothWays(sail, boen)
  for (const engine of [sail, boen])
    assert.deepEqual(
      [only(engine)?.state, only(engine)?.when, only(engine)?.where],
      ['proposed', 'samedi', 'devant l’église'],
    )
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  acts(sail, lucie, 'late')
  await carry(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  assert.deepEqual(turned(thread(sail)), thread(boen))
})

test('a relay begins a thread of its own for the namesake of somebody else’s', async () => {
  const { sail, bed } = await villages()
  const [rosa, odile] = ['Rosa', 'Odile'].map(
    (name): Person => ({ by: 'relay', me: bring(sail, 'member', { name }) }),
  ) as [Person, Person]
  const writes = (who: Person, command: string, more: Input = {}): string =>
    idIn(turn(sail, who, command, { annonce: bed, forName: 'Huguette', named: '1', ...more }))
  const first = writes(rosa, 'deals.interest')
  const second = writes(odile, 'deals.interest', { said: 'Pour une autre Huguette' })
  assert.notEqual(second, first)
  assert.equal(writes(rosa, 'deals.interest', { said: 'Merci' }), first)
  assert.equal(writes(odile, 'deals.propose', { what: 'Un lit', when: 'samedi' }), second)
})

test('the keeper says no word in the thread of a member with another box', async () => {
  const here = await villages()
  const { sail, boen, lucie, bed } = here
  const id = interested(here)
  const said = { annonce: bed, for: lucie.me!, said: 'zwyntrolubak' }
  const by = idIn(turn(sail, KEEPER, 'deals.interest', said))
  assert.notEqual(by, id, 'what the keeper notes for somebody is a thread of its own')
  assert.deepEqual(
    wholeOf(sail.read, id)?.said.map(one => one.said),
    ['Ça m’intéresse.'],
  )
  await carry(sail, boen)
  assert.deepEqual(
    boen.read.list(deal, {}, 'home').map(row => wholeFrom(boen.read, row).said.length),
    [1, 1],
  )
})

test('what fell through is proposed again in the same thread, from both sides', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await bothWays(sail, boen)
  acts(boen, barnabe, 'proposeIn', { when: 'samedi' })
  await carry(boen, sail)
  says(sail, lucie, { says: 'no' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['fallen', 'fallen'])
  acts(boen, barnabe, 'proposeIn', { when: 'lundi', where: 'au lavoir' })
  await carry(boen, sail)
  assert.deepEqual([stateIn(sail), only(sail)?.when], ['proposed', 'lundi'])
  says(sail, lucie, { says: 'no' })
  await bothWays(sail, boen)
  acts(sail, lucie, 'proposeIn', { when: 'mardi' })
  assert.equal(
    refusedBy(turn(sail, lucie, 'deals.proposeIn', { id: only(sail)?.id ?? '', when: 'mercredi' })),
    fr.notNow,
    'one proposal is on its way',
  )
  await bothWays(sail, boen)
  assert.deepEqual(
    [stateIn(boen), only(boen)?.when, only(boen)?.where],
    ['proposed', 'mardi', null],
  )
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  assert.deepEqual(
    [sail, boen].map(engine => engine.read.count(deal, {}, 'home')),
    [1, 1],
  )
  assert.deepEqual(turned(thread(sail)), thread(boen))
})

test('another moment says where too, and both sides know where to meet', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  acts(sail, lucie, 'proposeIn', { when: 'samedi' })
  await carry(sail, boen)
  says(boen, barnabe, { says: 'other', when: 'dimanche', where: 'au pont' })
  await carry(boen, sail)
  for (const engine of [sail, boen])
    assert.deepEqual([only(engine)?.when, only(engine)?.where], ['dimanche', 'au pont'])
})

test('between two boxes what was agreed is moved, and a no keeps it on both sides', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await bothWays(sail, boen)
  acts(sail, lucie, 'proposeIn', { when: 'samedi', where: 'au pont' })
  await bothWays(sail, boen)
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  const stands = (state: string, when: string, where: string): void => {
    for (const engine of [sail, boen])
      assert.deepEqual(
        [only(engine)?.state, only(engine)?.when, only(engine)?.where],
        [state, when, where],
      )
  }
  stands('agreed', 'samedi', 'au pont')
  says(boen, barnabe, { says: 'other', when: 'dimanche', where: 'au bar' })
  await carry(boen, sail)
  stands('proposed', 'dimanche', 'au bar')
  assert.equal(wholeFrom(sail.read, only(sail)!).stands?.when, 'samedi')
  says(sail, lucie, { says: 'no' })
  await bothWays(sail, boen)
  stands('agreed', 'samedi', 'au pont')
  says(sail, lucie, { says: 'other', when: 'lundi', where: 'au lavoir' })
  await bothWays(sail, boen)
  stands('proposed', 'lundi', 'au lavoir')
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  stands('agreed', 'lundi', 'au lavoir')
  assert.deepEqual(turned(thread(sail)), thread(boen))
})

test('a no to a moment that was taken back meanwhile cancels nothing', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await bothWays(sail, boen)
  acts(sail, lucie, 'proposeIn', { when: 'samedi' })
  await bothWays(sail, boen)
  says(boen, barnabe, { says: 'yes' })
  says(boen, barnabe, { says: 'other', when: 'dimanche' })
  await carry(boen, sail)
  says(sail, lucie, { says: 'no' })
  says(boen, barnabe, { says: 'no' })
  await bothWays(sail, boen)
  for (const engine of [sail, boen])
    assert.deepEqual([only(engine)?.state, only(engine)?.when], ['agreed', 'samedi'])
})

test('no more is written than a letter takes, and the other side gets all of it', async () => {
  const here = await villages()
  const { sail, boen, lucie } = here
  interested(here)
  const long = (n: number) => `${n} ${'« »"\\'.repeat(119)}`.slice(0, 600)
  let n = 0
  for (; ; n++) {
    const answer = turn(sail, lucie, 'deals.word', { id: only(sail)?.id ?? '', said: long(n) })
    if (answer.done) continue
    assert.equal(refusedBy(answer), fr.longEnough)
    break
  }
  assert.ok(n > 10)
  await bothWays(sail, boen)
  assert.equal(thread(boen).length, n + 1)
  assert.deepEqual(turned(thread(boen)), thread(sail))
  assert.equal(only(sail)?.heard?.length, n + 1)
})

test('words never take the room of an answer, nor answers that of the end', async () => {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  const id = interested(here)
  await bothWays(sail, boen)
  const written = () => turn(sail, lucie, 'deals.word', { id, said: 'Un mot.' })
  while (written().done);
  assert.equal(refusedBy(written()), fr.longEnough)
  acts(boen, barnabe, 'proposeIn', { when: 'samedi' })
  await bothWays(boen, sail)
  says(sail, lucie, { says: 'yes' })
  await bothWays(sail, boen)
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'])
  for (let n = 0; ; n++) {
    assert.ok(n < 20)
    const said = n === 0 ? { says: 'done' } : { says: 'thank', ...(n % 2 ? { tell: '1' } : {}) }
    const answer = turn(sail, lucie, 'deals.answer', { id, thanks: `Merci ${n}`, ...said })
    await bothWays(sail, boen)
    assert.equal(stateIn(boen), stateIn(sail))
    if (answer.done) continue
    assert.equal(refusedBy(answer), fr.longEnough)
    break
  }
  acts(sail, lucie, 'end')
  await bothWays(sail, boen)
  assert.equal(thread(boen).at(-1), '< end')
  const word = { id: only(boen)?.id ?? '', said: 'Venez-vous ?' }
  assert.equal(refusedBy(turn(boen, barnabe, 'deals.word', word)), fr.saidNoMore)
  assert.deepEqual(turned(thread(boen)), thread(sail))
})

test('a box that is not recognised is written no word, and nobody of a visitor writes one', async () => {
  const here = await villages()
  const { sail, boen, bed, lucie, barnabe } = here
  assert.equal(
    refusedBy(
      turn(sail, { by: 'visitor' }, 'deals.interest', {
        annonce: bed,
        firstName: 'Zoé',
        reach: 'ici',
      }),
    ),
    fr.notDecidedHere,
  )
  interested(here)
  await carry(sail, boen)
  for (const [engine, other] of [
    [sail, boen],
    [boen, sail],
  ] as const)
    pair(engine, other, { paired: undefined, heardAt: NOW })
  for (const [engine, who] of [
    [sail, lucie],
    [boen, barnabe],
  ] as const) {
    const answer = turn(engine, who, 'deals.word', {
      id: only(engine)?.id ?? '',
      said: 'Bonjour',
    })
    assert.ok('refused' in answer, JSON.stringify(answer))
  }
})

test('a thread with a box that is recognised no more awaits nobody, and can be left', async () => {
  const here = await villages('lend')
  const { sail, boen, lucie, barnabe } = here
  interested(here)
  await carry(sail, boen)
  acts(boen, barnabe, 'proposeIn', { when: 'jeudi' })
  await carry(boen, sail)
  const { me = '' } = lucie
  const awaits = () => openDealsOf(sail.read, me, TODAY).some(one => isAwaited(one, lucie))
  assert.ok(awaits())
  pair(sail, boen, { paired: undefined, heardAt: NOW })
  assert.ok(!awaits(), 'Barnabé awaits nothing of who can say nothing to him')
  acts(sail, lucie, 'end')
  assert.deepEqual([stateIn(sail), openDealsOf(sail.read, me, TODAY)], ['ended', []])
  assert.match(pageIn(sail, lucie), /jeudi/, 'what was said in it stays')
})
