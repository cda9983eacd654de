import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packedFrom, pair, valuesIn } from '../../../../tests/exchange/mail.ts'
import { arrives } from '../../../../tests/exchange/met.ts'
import {
  agree,
  asks,
  bothWays,
  carry,
  clock,
  idIn,
  KEEPER,
  NOW,
  newId,
  only,
  others,
  pageIn,
  refusedBy,
  says,
  shown,
  stateIn,
  TODAY,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { runs, testOnce } from '../../../../tests/support/pass.ts'
import { openLetters } from '../../../engine/letters/incoming.ts'
import { encryptLetters } from '../../../engine/letters/outgoing.ts'
import { deals } from '../brick.ts'
import { fr } from '../words/fr.ts'
import { actsText, readActs, readOldActs } from './acts.ts'
import { deal, dealAnswer, deed } from './records.ts'

testOnce(
  'a deal on a notice of another box is shown as asked, decided there by its author, and both ' +
    'see that it is agreed, then done',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    asks(here)
    assert.match(pageIn(sail, lucie), /Demandé à Boën/)
    await carry(sail, boen)
    assert.match(pageIn(boen, barnabe), /Lucie, de Sail/)
    assert.ok(pageIn(boen, barnabe).includes('samedi'))
    says(boen, barnabe, { says: 'yes' })
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['proposed', 'agreed'])
    await carry(boen, sail)
    assert.equal(stateIn(sail), 'agreed')
    assert.ok(!pageIn(sail, lucie).includes('Demandé à Boën'))
    says(sail, lucie, { says: 'done' })
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['agreed', 'agreed'], 'Boën decides')
    await bothWays(sail, boen)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['done', 'done'])
  },
)

testOnce(
  'nobody of Boën says yes for Lucie, nor anybody of Sail for Barnabé: neither a keeper, nor ' +
    'a box',
  async () => {
    const here = await villages()
    const { sail, boen } = here
    const id = asks(here)
    assert.equal(
      refusedBy(turn(sail, KEEPER, 'deals.answer', { id, party: '1', says: 'yes' })),
      fr.notYours,
    )
    await carry(sail, boen)
    assert.equal(
      refusedBy(
        turn(boen, KEEPER, 'deals.answer', { id: only(boen)?.id ?? '', party: '1', says: 'no' }),
      ),
      fr.notYours,
    )
    await bothWays(sail, boen)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['proposed', 'proposed'])
  },
)

testOnce(
  'another moment is proposed, and agreed on by the other: the first yes is worth nothing by ' +
    'then',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    asks(here)
    await carry(sail, boen)
    assert.equal(
      refusedBy(turn(boen, barnabe, 'deals.answer', { id: only(boen)?.id ?? '', says: 'other' })),
      fr.sayWhen,
    )
    says(boen, barnabe, { says: 'other', when: 'dimanche' })
    await carry(boen, sail)
    assert.deepEqual([stateIn(sail), only(sail)?.when], ['proposed', 'dimanche'])
    assert.match(pageIn(sail, lucie), /value="yes"/)
    says(sail, lucie, { says: 'other', when: 'lundi soir' })
    await bothWays(sail, boen)
    assert.deepEqual([stateIn(boen), only(boen)?.when], ['proposed', 'lundi soir'])
    says(boen, barnabe, { says: 'yes' })
    await carry(boen, sail)
    assert.deepEqual([stateIn(sail), only(sail)?.when], ['agreed', 'lundi soir'])
  },
)

testOnce(
  'one bed, two takers, one of each village: Boën decides, and whoever comes second is told ' +
    'that it is taken',
  async () => {
    const here = await villages()
    const { sail, boen, bed, zoe, barnabe } = here
    const near = idIn(turn(boen, zoe, 'deals.propose', { annonce: bed, what: 'prendre le lit' }))
    asks(here)
    await carry(sail, boen)
    says(boen, barnabe, { says: 'yes' }, near)
    await carry(boen, sail)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['taken', 'taken'])
    assert.ok(pageIn(sail, here.lucie).includes(fr.whys.taken))
    const late = await villages()
    const first = idIn(
      turn(late.boen, late.zoe, 'deals.propose', { annonce: late.bed, what: 'prendre le lit' }),
    )
    says(late.boen, late.barnabe, { says: 'yes' }, first)
    asks(late)
    await bothWays(late.sail, late.boen)
    assert.equal(stateIn(late.sail), 'taken')
    assert.equal(late.boen.read.count(deal, {}, 'home'), 1, 'nothing is kept of who came too late')
  },
)

testOnce('what is lent may be many people’s: both are told yes', async () => {
  const here = await villages('lend')
  const { sail, boen, bed, zoe, barnabe } = here
  const near = idIn(turn(boen, zoe, 'deals.propose', { annonce: bed, what: 'emprunter le lit' }))
  asks(here)
  await carry(sail, boen)
  const far = boen.read.list(deal, { where: 'box IS NOT NULL' }, 'home')[0]?.id ?? ''
  for (const id of [near, far]) says(boen, barnabe, { says: 'yes' }, id)
  await carry(boen, sail)
  assert.equal(stateIn(sail), 'agreed')
})

testOnce(
  'what goes with the asking is what was ticked and written, and nothing else of that person',
  async () => {
    for (const [more, name, phone] of [
      [{}, null, null],
      [{ named: '1' }, 'Lucie', null],
      [{ phone: '06 71 22 33 44' }, null, '06 71 22 33 44'],
    ] as const) {
      const here = await villages()
      asks(here, more)
      await carry(here.sail, here.boen)
      const row = only(here.boen)
      assert.deepEqual([row?.guest || null, row?.phone], [name, phone])
      assert.equal(valuesIn(here.boen).includes('Lucie'), name !== null)
      assert.ok(!valuesIn(here.boen).includes(here.lucie.me!), 'nor who they are here')
    }
  },
)

testOnce(
  'the page on which one asks says what leaves, and of nothing that leaves that it stays',
  async () => {
    const { sail, boen, bed, lucie, zoe } = await villages()
    const page = shown(sail, lucie, '/arrangements/nouveau', { query: { annonce: bed } })
    assert.ok(
      page.includes('name="phone"') && page.includes('name="when"') && !/Reste ici/.test(page),
    )
    assert.match(
      shown(boen, zoe, '/arrangements/nouveau', { query: { annonce: bed } }),
      /Reste ici/,
      'at home nothing leaves',
    )
  },
)

testOnce(
  'a box that is not recognised is asked nothing: the page says whom to call, and nothing is ' +
    'written',
  async () => {
    const here = await villages()
    const { sail, boen, bed, lucie } = here
    pair(sail, boen, { paired: undefined, heardAt: NOW })
    const answer = turn(sail, lucie, 'deals.propose', { annonce: bed, what: 'prendre le lit' })
    assert.equal(refusedBy(answer), fr.notRecognised('Boën', '04 77 00 00 00'))
    assert.equal(sail.read.count(deal, {}, 'home'), 0)
    const page = shown(sail, lucie, '/arrangements/nouveau', { query: { annonce: bed } })
    assert.ok(page.includes('04 77 00 00 00') && !page.includes('<form'))
  },
)

testOnce(
  'it is told once, by the box that decides, when both agreed and somebody there read it; one ' +
    'of the two is enough to take it back',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    asks(here)
    await carry(sail, boen)
    says(boen, barnabe, { says: 'yes' })
    says(boen, barnabe, { says: 'done' })
    says(boen, barnabe, { says: 'thank', tell: '1', named: '1' })
    await carry(boen, sail)
    says(sail, lucie, { says: 'thank', tell: '1', named: '1', thanks: 'Le petit y dort déjà.' })
    await carry(sail, boen)
    assert.equal(boen.read.count(deed), 0, 'a letter shows nothing by itself')
    assert.match(pageIn(boen, barnabe), /Lucie, de Sail, veut bien qu’on le raconte/)
    says(boen, barnabe, { says: 'thank', tell: '1', named: '1' })
    await carry(boen, sail)
    for (const engine of [sail, boen])
      assert.equal(engine.read.list(deed)[0]?.who, 'Barnabé et Lucie')
    assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [1, 1])
    assert.match(pageIn(sail, lucie), /C’est raconté/)
    says(sail, lucie, { says: 'keep' })
    await bothWays(sail, boen)
    assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [0, 0])
  },
)

testOnce(
  'an agreement to be told that is taken back on another page of the box reaches the one that ' +
    'tells',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    asks(here)
    await carry(sail, boen)
    for (const more of [{ says: 'yes' }, { says: 'done' }]) says(boen, barnabe, more)
    await carry(boen, sail)
    says(sail, lucie, { says: 'thank', tell: '1', named: '1' })
    await carry(sail, boen)
    says(boen, barnabe, { says: 'thank', tell: '1' })
    await carry(boen, sail)
    assert.equal(sail.read.count(deed), 1)
    assert.ok(
      turn(sail, KEEPER, 'others.untell', { deal: only(sail)?.id ?? '', member: lucie.me! }).done,
    )
    await bothWays(sail, boen)
    assert.deepEqual([sail.read.count(deed), boen.read.count(deed)], [0, 0])
    assert.ok(!valuesIn(boen).includes('et Lucie'))
  },
)

testOnce(
  'who did not agree to be named stands nowhere in what is told, though their box said their ' +
    'name here',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    asks(here, { named: '1', what: 'Barnabé donne le lit à Lucie' })
    await carry(sail, boen)
    says(boen, barnabe, { says: 'yes' })
    await carry(boen, sail)
    says(sail, lucie, { says: 'done' })
    await bothWays(sail, boen)
    says(sail, lucie, { says: 'thank', tell: '1' })
    await carry(sail, boen)
    says(boen, barnabe, { says: 'thank', tell: '1', named: '1' })
    const [told] = boen.read.list(deed)
    assert.ok(told && !JSON.stringify(told).includes('Lucie'), JSON.stringify(told))
  },
)

testOnce(
  'while it waits it may be asked no more: it goes here, from what is carried, and there if ' +
    'it had come',
  async () => {
    for (const hasCome of [false, true]) {
      const here = await villages()
      const { sail, boen, lucie } = here
      const id = asks(here, {
        named: '1',
        phone: '06 71 22 33 44',
        what: 'prendre le lit zwyntrolubak',
      })
      if (hasCome) await carry(sail, boen)
      else await encryptLetters(sail, clock)
      assert.ok(turn(sail, lucie, 'deals.stopAsking', { id }).done)
      for (const secret of ['zwyntrolubak', 'YWdl'])
        assert.ok(!valuesIn(sail).includes(secret), secret)
      assert.equal(valuesIn(sail).split('06 71 22 33 44').length, 2, 'her own file alone')
      await bothWays(sail, boen)
      for (const secret of ['06 71 22 33 44', 'Lucie'])
        assert.ok(!valuesIn(boen).includes(secret), secret)
      assert.equal(sail.read.count(deal, {}, 'home'), 0)
      assert.equal(stateIn(boen), hasCome ? 'takenBack' : undefined)
    }
  },
)

testOnce(
  'when a person is forgotten with their deals, what their letters said of them is gone from ' +
    'the other box too',
  async () => {
    const here = await villages()
    const { sail, boen, lucie } = here
    await agree(here)
    says(sail, lucie, { says: 'done' })
    await bothWays(sail, boen)
    says(sail, lucie, { says: 'thank', tell: '1', thanks: 'zwyntrolubak' })
    await carry(sail, boen)
    assert.ok(valuesIn(boen).includes('zwyntrolubak') && valuesIn(boen).includes('Lucie'))
    assert.ok(turn(sail, KEEPER, 'others.erase', { type: 'deal', id: only(sail)?.id ?? '' }).done)
    await bothWays(sail, boen)
    for (const secret of ['zwyntrolubak', 'Lucie'])
      assert.ok(!valuesIn(boen).includes(secret), secret)
    assert.equal(only(boen)?.state, 'done', 'what Barnabé did stays his')
  },
)

testOnce(
  'a deal that was forgotten there is answered honestly, and does not come back',
  async () => {
    const here = await villages()
    const { sail, boen, lucie } = here
    await agree(here)
    assert.ok(turn(boen, KEEPER, 'others.erase', { type: 'deal', id: only(boen)?.id ?? '' }).done)
    says(sail, lucie, { says: 'done' })
    await bothWays(sail, boen)
    await bothWays(sail, boen)
    assert.deepEqual([stateIn(sail), boen.read.count(deal, {}, 'home')], ['gone', 0])
    const closed = await villages()
    assert.ok(turn(closed.boen, KEEPER, 'others.erase', { type: 'offer', id: closed.bed }).done)
    asks(closed)
    await bothWays(closed.sail, closed.boen)
    assert.equal(stateIn(closed.sail), 'gone')
  },
)

testOnce(
  'what came too late changes nothing: Boën said that it was not done before Sail’s word that ' +
    'it was',
  async () => {
    const here = await villages()
    const { sail, boen, lucie, barnabe } = here
    await agree(here)
    says(sail, lucie, { says: 'done' })
    says(boen, barnabe, { says: 'not' })
    await bothWays(sail, boen)
    assert.deepEqual([stateIn(sail), stateIn(boen)], ['fallen', 'fallen'])
    assert.ok(
      !pageIn(sail, lucie).includes('Demandé'),
      'it was read there, and nothing waits any more',
    )
  },
)

/** What the two say to each other in order, with the bundle that each made after each word. */
async function lived() {
  const here = await villages()
  const { sail, boen, lucie, barnabe } = here
  const [toBoen, toSail]: [Buffer[], Buffer[]] = [[], []]
  const step = async (): Promise<void> => {
    await bothWays(sail, boen)
    toBoen.push(await packedFrom(sail))
    toSail.push(await packedFrom(boen))
  }
  asks(here)
  await step()
  says(boen, barnabe, { says: 'other', when: 'dimanche' })
  await step()
  says(sail, lucie, { says: 'yes' })
  await step()
  says(sail, lucie, { says: 'done' })
  await step()
  return { ...here, toBoen, toSail }
}
const whole = (engine: OpenEngine) => {
  const row = only(engine)
  return [
    row?.state,
    row?.when,
    row?.doneOn,
    row?.heard?.length,
    readActs(row?.said ?? null)?.map(act => act.says),
  ]
}

test('law 4: bundles doubled, late and in any order bring the same end', async () => {
  const { sail, boen, toBoen, bed, barnabe } = await lived()
  assert.deepEqual([stateIn(sail), stateIn(boen)], ['done', 'done'])
  const [said] = boen.read.list(dealAnswer, {}, 'home')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ which: fc.nat({ max: 3 }), opens: fc.boolean() }), { maxLength: 5 }),
      async steps => {
        const there = openEngine([deals, others], boen.log.box)
        pair(there, sail, { paired: true, called: 'Sail' })
        const records = [
          { type: 'member', id: barnabe.me!, fields: { name: 'Barnabé' } },
          {
            type: 'offer',
            id: bed,
            fields: { title: 'Un lit d’enfant', who: 'Barnabé', mode: 'give', author: barnabe.me! },
          },
        ]
        assert.ok(turn(there, KEEPER, 'plain.bring', { records: JSON.stringify(records) }).done)
        // Whatever came before, the first letter asks; Barnabé answers at one moment, by the act
        // that the letters of Sail answer; the last bundle says all.
        await arrives(there, toBoen[0]!, NOW)
        await openLetters(there, clock)
        const asked = only(there)!.id
        const before = readActs(only(there)!.said)!.map(act => ({ ...act, place: act.id }))
        const { id, member, says, when, on } = said!
        const fields = { deal: asked, member: member!, says: says!, when: when!, on: on! }
        const other = [
          { type: 'deal-answer', id, fields },
          { type: 'deal', id: asked, fields: { when: when!, said: actsText(before) } },
        ]
        assert.ok(turn(there, KEEPER, 'plain.bring', { records: JSON.stringify(other) }).done)
        for (const { which, opens } of [...steps, { which: 3, opens: true }]) {
          await arrives(there, toBoen[which]!, NOW)
          if (opens) await openLetters(there, clock)
        }
        assert.deepEqual(whole(there), whole(boen))
      },
    ),
    runs(4, 20, 200),
  )
})

testOnce(
  'law 4: what the box that decides told, late and doubled, leaves the last of it',
  async () => {
    const { sail, boen, toSail, lucie } = await lived()
    const before = whole(sail)
    for (const bytes of [...toSail.toReversed(), ...toSail]) {
      await arrives(sail, bytes, NOW)
      await openLetters(sail, clock)
    }
    assert.deepEqual(whole(sail), before)
    assert.equal(boen.read.count(dealAnswer, {}, 'home'), 1)
    assert.ok(!pageIn(sail, lucie).includes('Demandé'))
  },
)

testOnce('a hostile letter about deals: nothing of it is taken that a form would not hold', () => {
  const act = { id: newId(), says: 'yes', on: TODAY, named: false, thanks: null, when: null }
  for (const reads of [readActs, readOldActs]) assert.equal(reads(JSON.stringify([act]))?.length, 1)
  for (const bad of [
    'null',
    '{}',
    '[null]',
    '[[]]',
    JSON.stringify([{ ...act, id: 'x' }]),
    JSON.stringify([{ ...act, says: 'seize' }]),
    JSON.stringify([{ ...act, on: '2026-13-45' }]),
    JSON.stringify([{ ...act, thanks: 'x'.repeat(301) }]),
    JSON.stringify([{ ...act, thanks: { a: 1 } }]),
    JSON.stringify([{ ...act, place: 'devant' }]),
    JSON.stringify([act, act]),
    JSON.stringify(Array.from({ length: 81 }, () => ({ ...act, id: newId() }))),
    ' '.repeat(40_000),
  ])
    for (const reads of [readActs, readOldActs])
      assert.equal(reads(bad), undefined, bad.slice(0, 80))
  for (const more of [
    { says: 'word' },
    { says: 'word', said: '  ' },
    { says: 'word', said: 'x'.repeat(601) },
    { says: 'word', said: ['a'] },
    { says: 'propose', when: 'x'.repeat(121) },
    { says: 'propose', where: 'x'.repeat(121) },
    { says: 'tell', story: 'x'.repeat(201) },
    { says: 'insult' },
    { says: 'insult', reports: 'him' },
    { says: 'back' },
  ])
    assert.equal(readActs(JSON.stringify([{ ...act, ...more }])), undefined, JSON.stringify(more))
  for (const says of ['word', 'late', 'propose', 'end', 'insult'])
    assert.equal(readOldActs(JSON.stringify([{ ...act, says, said: 'a' }])), undefined, says)
  fc.assert(
    fc.property(fc.json(), text => readActs(text) === undefined || readActs(text)!.length === 0),
  )
})
