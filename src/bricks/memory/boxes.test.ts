import assert from 'node:assert/strict'
import { carry as carried, packedFrom, recognise } from '../../../tests/exchange/mail.ts'
import { arrives } from '../../../tests/exchange/met.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { testOnce } from '../../../tests/support/pass.ts'
import { statementsIn } from '../../../tests/support/statements.ts'
import { type Asking, type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import { newBox } from '../../log/box.ts'

/** A deed that was told on one box, in the thread of its notice on each other one. */

const test = (title: string, body: () => Promise<void>) =>
  testOnce(title, { skip: lacking('offer', 'need', 'deal', 'deed', 'member', 'meeting') }, body)

const read = (html: string | undefined): string =>
  (html ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const thread = (box: TestEngine, id: string): string => read(box.page(`/fil/${id}`))

/** Lucie lives in Sail, Barnabé in Boën; Noirétable met Boën and neither of them. */
function villages(who: string | null = 'Barnabé') {
  const [sail, boen, third] = ['Sail', 'Boën', 'Noirétable'].map(name => {
    const box = testEngine({ bricks, key: newBox() })
    const at = { village: '42195', communes: ['42195'] }
    box.bring('territory', { name, ...at, keptBy: `Anaïs de ${name}`, reach: 'au local' })
    return box
  }) as [TestEngine, TestEngine, TestEngine]
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  recognise(third.engine, boen.engine, ['Noirétable', 'Boën'])
  const lucie = sail.bring('member', { name: 'Lucie', state: 'here' }, 'home')
  const barnabe = boen.bring('member', { name: 'Barnabé', state: 'here' }, 'home')
  const bed = boen.bring('offer', {
    title: 'Un lit d’enfant',
    ...(who === null ? {} : { who }),
    mode: 'lend',
    reach: 'au marché',
  })
  if (who !== null)
    boen.bringAll({ type: 'offer', id: bed, fields: { author: barnabe }, space: 'home' })
  const person = (me: string): Asking => ({ by: 'neighbour', me })
  return { sail, boen, third, bed, lucie: person(lucie), barnabe: person(barnabe) }
}
type Villages = ReturnType<typeof villages>

const carry = (from: TestEngine, to: TestEngine): Promise<void> =>
  carried(from.engine, to.engine, from)
const bothWays = async ({ sail, boen }: Villages): Promise<void> => {
  await carry(sail, boen)
  await carry(boen, sail)
}
const dealIn = (box: TestEngine): string =>
  String(box.read.all('SELECT id FROM deal_home')[0]!['id'])

/** Asked from Sail, lent, and told by both: Barnabé under his name or without it. */
async function told(here: Villages, named: boolean): Promise<void> {
  const { sail, boen, third, bed, lucie, barnabe } = here
  await carry(boen, sail)
  sail.done('deals.propose', { annonce: bed, what: 'prendre le lit', named: '1' }, lucie)
  await bothWays(here)
  const says = (box: TestEngine, who: Asking, input: Readonly<Record<string, string>>): void => {
    box.later(1_000)
    box.done('deals.answer', { id: dealIn(box), ...input }, who)
  }
  says(boen, barnabe, { says: 'yes' })
  says(boen, barnabe, { says: 'done' })
  await bothWays(here)
  says(sail, lucie, { says: 'thank', tell: '1' })
  await bothWays(here)
  says(boen, barnabe, { says: 'thank', tell: '1', ...(named ? { named: '1' } : {}) })
  await bothWays(here)
  await arrives(third.engine, await packedFrom(boen.engine), third.now())
}
const deedIn = (box: TestEngine): string => String(box.read.all('SELECT id FROM deed')[0]!['id'])

test('a deed stands in the one thread of its notice, on whatever box the deal was made', async () => {
  const here = villages()
  await told(here, true)
  for (const box of [here.sail, here.boen, here.third]) {
    const whole = thread(box, here.bed)
    assert.match(whole, /Un lit d’enfant.*Ça s’est fait.*prendre le lit/)
    assert.equal(thread(box, deedIn(box)), whole, 'one thread')
    assert.doesNotMatch(whole, /Lucie/)
  }
  assert.equal(here.third.read.all('SELECT id FROM deal_home').length, 0, 'the deal stays')
})

test('on no box does a deed stand beside a notice whose person is not to be named', async () => {
  const here = villages()
  await told(here, false)
  for (const box of [here.sail, here.boen, here.third]) {
    assert.doesNotMatch(thread(box, here.bed), /Ça s’est fait/)
    assert.doesNotMatch(thread(box, deedIn(box)), /Barnabé|lit d’enfant/)
  }
  assert.equal(here.third.read.all("SELECT * FROM link WHERE from_type = 'deed'").length, 0)
})

test('a notice that another person signs later leaves the thread of the deed on every box', async () => {
  const here = villages()
  await told(here, true)
  const { boen, third, bed } = here
  const again = { title: 'Un lit d’enfant', reach: 'au marché', who: 'Paul' }
  boen.done('plain.write', { type: 'offer', id: bed, ...again })
  await arrives(third.engine, await packedFrom(boen.engine), third.now())
  for (const box of [boen, third]) assert.doesNotMatch(thread(box, deedIn(box)), /Paul/)
})

test('who takes back what was told takes it out of the thread of each box', async () => {
  const here = villages()
  await told(here, true)
  const { sail, boen, third, bed, barnabe } = here
  boen.later(1_000)
  boen.done('deals.answer', { id: dealIn(boen), says: 'keep' }, barnabe)
  await bothWays(here)
  await arrives(third.engine, await packedFrom(boen.engine), third.now())
  for (const box of [sail, boen, third]) assert.doesNotMatch(thread(box, bed), /Ça s’est fait/)
})

test('however many deeds were told, the list of what was said asks as many statements', async () => {
  using box = testEngine({ bricks })
  const met = box.bring('meeting', { title: 'Soirée', date: '2026-02-12' })
  const said = (n: number): void => {
    const about = [box.bring('need', { title: `Un four ${n}`, reach: 'ici', notedAt: met })]
    const told = box.bring('deed', { title: `Fait ${n}`, doneOn: '2026-03-20', about })
    const fields = { what: 'un four', about, names: ['Rosa', 'Hugo'], state: 'done', deed: told }
    const deal = box.bring('deal', fields, 'home')
    box.bring('deal-answer', { deal, name: 'Rosa', says: 'tell' }, 'home')
  }
  const asked = (path: string): number =>
    statementsIn(box.tables.sql, () => box.page(path, { by: 'keeper' }))
  const both = () => [asked('/fils'), asked('/arrangements')]
  for (let n = 0; n < 2; n++) said(n)
  const few = both()
  for (let n = 2; n < 12; n++) said(n)
  assert.deepEqual(both(), few)
  assert.match(read(box.page('/fils')), /12 choses faites/)
})
