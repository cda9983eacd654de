import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bring,
  idIn,
  KEEPER,
  NOW,
  refusedBy,
  TODAY,
  turn,
} from '../../../tests/exchange/villages.ts'
import {
  finished,
  proposed,
  says,
  shown,
  stateOf,
  village,
} from '../../../tests/support/deal-village.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { deal, dealAnswer, deed } from './model/records.ts'
import { fr } from './words/fr.ts'

/** A deal is proposed, answered and done; who may say so, and who reads it. */

test(
  'a deal is proposed from a notice, agreed through the relay who wrote it, done, told with ' +
    'everybody’s yes, and the record says who keyed what',
  () => {
    const here = village()
    const { engine, ondine, odile } = here
    const id = proposed(here)
    assert.equal(stateOf(here, id), 'proposed')
    assert.ok(says(here, odile, id, 1, { says: 'yes' }).done)
    assert.equal(stateOf(here, id), 'agreed')
    assert.ok(says(here, ondine, id, 0, { says: 'done' }).done)
    assert.ok(
      says(here, ondine, id, 0, {
        says: 'thank',
        tell: '1',
        named: '1',
        story: 'La terre d’Ondine a été retournée',
        thanks: 'Merci Barnabé, la terre est prête.',
      }).done,
    )
    assert.equal(engine.read.count(deed), 0, 'one yes is not everybody’s')
    assert.ok(says(here, odile, id, 1, { says: 'thank', tell: '1', named: '1' }).done)
    const [told] = engine.read.list(deed)
    assert.deepEqual(
      [told?.title, told?.who, told?.doneOn, told?.commune, told?.thanks],
      [
        'La terre d’Ondine a été retournée',
        'Ondine et Barnabé',
        TODAY,
        '42195',
        [fr.thanked('Merci Barnabé, la terre est prête.', 'Ondine')],
      ],
    )
    const answers = engine.read
      .list(dealAnswer, { order: 'id' }, 'home')
      .map(one => [one.says, one.saidBy, one.keyedBy])
    assert.deepEqual(answers, [
      ['yes', 'self', null],
      ['yes', 'relay', odile.me],
      ['done', 'self', null],
      ['tell', 'self', null],
      ['tell', 'relay', odile.me],
    ])
  },
)

test('who was not asked may neither answer nor read: a neighbour, another relay, a visitor', () => {
  const here = village()
  const { engine, zoe, paul, ondine, odile } = here
  const id = proposed(here)
  for (const who of [zoe, paul]) {
    for (const party of [0, 1] as const)
      assert.equal(refusedBy(says(here, who, id, party, { says: 'yes' })), fr.notYours)
    assert.equal(shown(here, who, '/arrangements/:id', { id }), undefined)
    assert.ok(!shown(here, who, '/arrangements')?.includes('motobineuse'))
  }
  assert.equal(
    refusedBy(says(here, ondine, id, 1, { says: 'yes' })),
    fr.notYours,
    'nobody says yes for the other',
  )
  assert.equal(
    refusedBy(says(here, odile, id, 0, { says: 'no' })),
    fr.notYours,
    'a relay speaks for those whom they wrote down',
  )
  assert.ok(!says(here, { by: 'visitor' }, id, 1, { says: 'yes' }).done)
  assert.equal(stateOf(here, id), 'proposed')
  assert.ok(says(here, KEEPER, id, 1, { says: 'yes' }).done)
  assert.equal(engine.read.list(dealAnswer, { order: 'id DESC' }, 'home')[0]?.saidBy, 'keeper')
})

test(
  'nothing is done before it is agreed, only a new proposal moves what fell through, and an ' +
    'empty answer is asked again',
  () => {
    const here = village()
    const id = proposed(here)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'done' })), fr.notNow)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'yes' })), fr.notNow)
    assert.equal(refusedBy(says(here, here.ondine, id, 0, { says: 'peut-être' })), fr.notNow)
    assert.ok(says(here, here.odile, id, 1, { says: 'no' }).done)
    assert.equal(refusedBy(says(here, here.odile, id, 1, { says: 'yes' })), fr.notNow)
    const other = finished(here)
    assert.equal(other, id, 'proposed again in the thread of the two')
    assert.equal(refusedBy(says(here, here.ondine, other, 0, { says: 'thank' })), fr.tickOrThank)
  },
)

test(
  'the same deal is not proposed twice; one’s own notice asks with whom; a closed one asks ' +
    'nothing',
  () => {
    const here = village()
    const { engine, about, ondine, odile } = here
    const id = proposed(here)
    assert.equal(proposed(here), id)
    assert.equal(engine.read.count(deal, {}, 'home'), 1)
    const own = bring(engine, 'need', {
      title: 'Ondine cherche une échelle',
      who: 'Ondine',
      author: ondine.me!,
      hand: true,
    })
    const asked = { annonce: own, what: 'tenir l’échelle' }
    assert.equal(refusedBy(turn(engine, ondine, 'deals.propose', asked)), fr.sayWith)
    const withZoe = idIn(turn(engine, ondine, 'deals.propose', { ...asked, withName: 'Zoé' }))
    const row = engine.read.one(deal, withZoe, 'home')
    assert.deepEqual([row?.parties, row?.names, row?.mode], [[ondine.me], ['Zoé'], 'hand'])
    assert.equal(
      refusedBy(turn(engine, KEEPER, 'deals.propose', { annonce: about, what: 'prêter' })),
      fr.sayFor,
    )
    const byName = idIn(
      turn(engine, odile, 'deals.propose', { annonce: about, what: 'prêter', forName: 'Gaston' }),
    )
    assert.deepEqual(engine.read.one(deal, byName, 'home')?.keyedBy, [odile.me])
    const closed = bring(engine, 'offer', { title: 'Rien', who: 'Paul', state: 'closed' })
    assert.equal(
      refusedBy(turn(engine, ondine, 'deals.propose', { annonce: closed, what: 'rien' })),
      fr.noticeGone,
    )
  },
)

test('once somebody has spoken for themselves, no relay speaks for them in that deal', () => {
  const here = village()
  const id = proposed(here)
  assert.ok(says(here, { by: 'neighbour', me: here.barnabe }, id, 1, { says: 'yes' }).done)
  assert.equal(refusedBy(says(here, here.odile, id, 1, { says: 'not' })), fr.notYours)
})

test(
  'over http a page of deals shows no name, no sentence and no day of anybody; where nobody ' +
    'listens it does',
  () => {
    const here = village()
    const id = proposed(here, 'labourer chez Ondine avant la Sainte-Catherine')
    says(here, here.odile, id, 1, { says: 'yes' })
    for (const who of [here.ondine, here.odile, KEEPER]) {
      for (const [path, asked] of [
        ['/arrangements', {}],
        ['/arrangements/:id', { id }],
      ] as const) {
        const open = shown(here, who, path, { ...asked, isPrivate: false }) ?? ''
        const read = open
          .replaceAll(/<input[^>]*>/g, '')
          .replaceAll('Barnabé prête sa motobineuse', '')
        assert.ok(!/Sainte-Catherine|Ondine|Barnab|Odile|samedi/.test(read), `${path}: ${read}`)
        assert.ok(open.includes('motobineuse'), 'the notice is everybody’s')
        const near = shown(here, who, path, asked) ?? ''
        const isRead = near.includes('Sainte-Catherine') && near.includes('samedi')
        assert.equal(isRead, who !== KEEPER, 'the keeper reads who, and no word of it')
      }
      assert.ok(
        shown(here, who, '/arrangements/:id', { id, isPrivate: false })?.includes('/repondre'),
        'they may answer all the same',
      )
    }
  },
)

test('a refused form comes back filled in, and the pages speak English', () => {
  const here = village()
  const page =
    shown(here, here.ondine, '/arrangements/nouveau', { query: { annonce: here.about } }) ?? ''
  assert.ok(page.includes('value="Barnabé prête sa motobineuse"'))
  assert.ok(
    !page.includes('withName') && !page.includes('forName'),
    'with whom is known, and a neighbour writes for themselves',
  )
  assert.ok(
    shown(here, here.odile, '/arrangements/nouveau', { query: { annonce: here.about } })?.includes(
      'forName',
    ),
  )
  assert.equal(
    shown(here, here.ondine, '/arrangements/nouveau', { query: { annonce: 'rien' } }),
    undefined,
  )
  const id = finished(here)
  assert.ok(
    shown(here, here.ondine, '/arrangements/:id', { id, lang: 'en' })?.includes('May it be told?'),
  )
  assert.ok(shown(here, here.zoe, '/faits')?.includes(fr.noDeed))
})

test('the keeper is told of the answers that nobody else can note', () => {
  const here = village()
  const { engine, ondine } = here
  proposed(here)
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  const waits = () => kitFor(source, { path: '/tenir', lang: 'fr', by: 'keeper' }).waits()
  const deals = () => waits().filter(({ list }) => list === '/arrangements')
  assert.equal(deals().length, 0, 'his relay can')
  const about = bring(engine, 'offer', { title: 'Gaston donne des œufs', who: 'Gaston' })
  const answer = turn(engine, ondine, 'deals.propose', { annonce: about, what: 'prendre six œufs' })
  assert.equal(answer.done && answer.said, fr.proposedUnknown)
  assert.deepEqual(
    deals().map(({ n, sentence }) => [n, sentence]),
    [[1, fr.waitsForKeeper(1, [])]],
  )
  assert.ok(says(here, KEEPER, idIn(answer), 1, { says: 'yes' }).done)
  assert.equal(deals().length, 0)
})
