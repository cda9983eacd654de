import assert from 'node:assert/strict'
import { test } from 'node:test'
import { valuesIn } from '../../../../tests/exchange/mail.ts'
import {
  agree,
  asks,
  bothWays,
  carry,
  clock,
  KEEPER,
  only,
  pageIn,
  says,
  stateIn,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { encryptLetters } from '../../../engine/letters/outgoing.ts'
import { deal, deed } from './records.ts'

/** What is told of a deal of two boxes, and what goes of it when one side forgets. */

test(
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

test(
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

test(
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

test(
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

test(
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

test('a deal that was forgotten there is answered honestly, and does not come back', async () => {
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
})
