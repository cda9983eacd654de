import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pair, valuesIn } from '../../../../tests/exchange/mail.ts'
import {
  agree,
  asks,
  bothWays,
  carry,
  idIn,
  KEEPER,
  NOW,
  only,
  pageIn,
  refusedBy,
  says,
  shown,
  stateIn,
  turn,
  villages,
} from '../../../../tests/exchange/villages.ts'
import { fr } from '../words/fr.ts'
import { deal } from './records.ts'

/** A deal on a notice of another box: asked here, decided there. */

test(
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

test(
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

test(
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

test(
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

test('what is lent may be many people’s: both are told yes', async () => {
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

test('what goes with the asking is what was ticked and written, and nothing else of that person', async () => {
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
})

test('the page on which one asks says what leaves, and of nothing that leaves that it stays', async () => {
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
})

test(
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

test(
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
