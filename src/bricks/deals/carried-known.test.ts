import assert from 'node:assert/strict'
import { idIn, relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { cases, testEach } from '../../../tests/support/pass.ts'
import { saidToHand, toHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/**
 * Whom this box knows, and who never came by a card, is told what moves by their relay, else by the
 * keeper: each kind of such a person, and each act of the other one.
 */

type People = Readonly<{ box: TestBox; claire: Member; marius: Member; relay: string }>
/** `carrier`: who tells Odette. `begins`: the thread, with a moment that Claire answers. */
type Kind = Readonly<{
  carrier: 'keeper' | 'marius'
  knows: (people: People) => Promise<string>
  begins: (people: People, odette: string) => Promise<string>
}>

const DAY = '2026-12-10 08:30'
const welcomed = async ({ box }: People, more: Readonly<Record<string, string>> = {}) =>
  box.welcome({ name: 'Odette', ...more })

async function rideOf({ box, claire }: People): Promise<string> {
  const title = 'je descends à Montbrison tous les jeudis'
  const sent = { title, reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' }
  return idIn(await box.leadsTo(claire, '/annonces/proposer', sent))
}
const answeredBy =
  (who: 'keeper' | 'marius') =>
  async (people: People, odette: string): Promise<string> => {
    const fields = { annonce: await rideOf(people), for: odette, day: DAY }
    const by = who === 'keeper' ? people.box.keeper : people.marius
    return people.box.leadsTo(by, '/arrangements/interet', fields)
  }
/** The keeper types her notice; Claire answers it, and whoever carries proposes for her. */
const typedBy =
  (who: 'keeper' | 'marius') =>
  async (people: People, odette: string): Promise<string> => {
    const { box, claire } = people
    const title = 'cherche une place pour Montbrison jeudi'
    const sent = { title, for: odette, reachBy: 'word', accord: 'ici' }
    const by = box.keeper
    const annonce = idIn(await box.leadsTo(by, '/annonces/chercher', sent))
    const at = await box.leadsTo(claire, '/arrangements/interet', { annonce })
    const carrier = who === 'keeper' ? box.keeper : people.marius
    await box.doneBy(carrier, `${at}/proposer`, { party: '1', when: 'jeudi 10 décembre, 8 h 30' })
    return at
  }

const KINDS: Readonly<Record<string, Kind>> = {
  'answered by the keeper': {
    carrier: 'keeper',
    knows: people => welcomed(people),
    begins: answeredBy('keeper'),
  },
  'who passes by Marius, answered by the keeper': {
    carrier: 'marius',
    knows: people => welcomed(people, { through: 'Marius' }),
    begins: answeredBy('keeper'),
  },
  'reached through a relay, answered by the keeper': {
    carrier: 'marius',
    knows: people => welcomed(people, { how: 'relay', relay: people.relay }),
    begins: answeredBy('keeper'),
  },
  'welcomed by a relay, answered by the keeper': {
    carrier: 'marius',
    knows: async ({ box, marius }) => {
      await box.doneBy(marius, '/habitants/accueillir', { name: 'Odette', how: 'word' })
      return String(box.read.all("SELECT id FROM member_home WHERE name = 'Odette'")[0]!['id'])
    },
    begins: answeredBy('keeper'),
  },
  'who passes by Marius, answered by him': {
    carrier: 'marius',
    knows: people => welcomed(people, { through: 'marius' }),
    begins: answeredBy('marius'),
  },
  'whose notice the keeper typed': {
    carrier: 'keeper',
    knows: people => welcomed(people),
    begins: typedBy('keeper'),
  },
  'who passes by Marius, and whose notice the keeper typed': {
    carrier: 'marius',
    knows: people => welcomed(people, { through: 'Marius' }),
    begins: typedBy('marius'),
  },
}

const WHEN = /jeudi 10 décembre/
type Act = Readonly<{
  does: readonly (readonly [string, Readonly<Record<string, string>>])[]
  slip: readonly RegExp[]
  line: RegExp
}>
const yes = ['repondre', { says: 'yes' }] as const
const ACTS: Readonly<Record<string, Act>> = {
  yes: { does: [yes], slip: [/D’accord/, WHEN], line: /d’accord.*convenu/ },
  no: {
    does: [['repondre', { says: 'no' }]],
    slip: [/ne peux pas/, WHEN],
    line: /ne peut pas/,
  },
  'another moment': {
    does: [['repondre', { says: 'other', when: 'vendredi 11 décembre, 9 h' }]],
    slip: [/vendredi 11 décembre, 9 h/],
    line: /vendredi 11 décembre, 9 h/,
  },
  cancel: {
    does: [yes, ['repondre', { says: 'not' }]],
    slip: [/ne se fait pas/, WHEN],
    line: /ne se fait pas/,
  },
  'another moment once agreed': {
    does: [yes, ['repondre', { says: 'other', when: 'vendredi 11 décembre, 9 h' }]],
    slip: [/vendredi 11 décembre, 9 h/],
    line: /vendredi 11 décembre, 9 h/,
  },
  word: {
    does: [yes, ['mot', { said: 'Rendez-vous devant l’église.' }]],
    slip: [/l’église/],
    line: /l’église/,
  },
  end: { does: [yes, ['finir', {}]], slip: [/J’arrête là/, WHEN], line: /mis fin/ },
}

async function opened(kind: Kind) {
  const box = testBox()
  box.territory()
  const claire = await box.member('Claire')
  const { who: marius, id: relay } = await relayIn(box, 'Marius', { when: 'le mardi' })
  const people = { box, claire, marius, relay }
  const odette = await kind.knows(people)
  const at = await kind.begins(people, odette)
  return { ...people, odette, at }
}
type Thread = Awaited<ReturnType<typeof opened>>
const lines = async ({ box, marius }: Thread, who: 'keeper' | 'marius'): Promise<string> =>
  (await linesOn(who === 'keeper' ? box.keeper : marius)).map(({ text }) => text).join('\n')
const other = ({ carrier }: Kind) => (carrier === 'keeper' ? 'marius' : 'keeper')

const ALL = Object.entries(KINDS).flatMap(([name, kind]) =>
  Object.entries(ACTS).map(([does, act]) => ({ title: `somebody ${name}: ${does}`, kind, act })),
)
for (const { title, kind, act } of cases(ALL, 7, 1))
  testEach(title, async () => {
    const thread = await opened(kind)
    const { box, claire, marius, odette, at } = thread
    using _ = box
    for (const [path, fields] of act.does) await box.doneBy(claire, `${at}/${path}`, fields)
    const [slip] = toHand(box).slice(-1)
    for (const one of act.slip) assert.match(String(slip?.['said']), one)
    assert.equal(slip!['member'], odette)
    assert.equal(slip!['carrier'], kind.carrier === 'marius' ? marius.id : null)
    const told = await lines(thread, kind.carrier)
    assert.match(told, /Odette/)
    assert.match(told, /Claire/)
    assert.match(told, act.line)
    assert.doesNotMatch(await lines(thread, other(kind)), /Odette|Claire/)
    const by = kind.carrier === 'keeper' ? box.keeper : marius
    assert.match((await by.get('/mes-mots')).text, act.slip[0]!)
    assert.match((await by.get(at)).text, act.line)
    if (kind.carrier === 'keeper')
      assert.doesNotMatch((await marius.get('/mes-mots')).text, /Odette/)
    assert.deepEqual(box.faults, [])
  })

const RIDES = Object.entries(KINDS).filter(([name]) => name.includes('answered'))
for (const [name, kind] of cases(RIDES, 2, 1))
  testEach(`somebody ${name}: the ride goes at another hour`, async () => {
    const thread = await opened(kind)
    const { box, claire, at } = thread
    using _ = box
    await box.doneBy(claire, `${at}/repondre`, { says: 'yes' })
    const ride = String(box.read.all('SELECT id FROM offer')[0]!['id'])
    const page = await claire.get(`/annonces/${ride}/modifier`)
    const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
    const fields = { ...filledIn(page, action), rideAt: '09:00' } as Record<string, string>
    await box.doneBy(claire, action, fields)
    const by = kind.carrier === 'keeper' ? box.keeper : thread.marius
    assert.match((await by.get('/mes-mots')).text, /Odette.*9 h/)
    assert.match(await lines(thread, kind.carrier), /Odette.*Claire.*9 h/)
    assert.deepEqual(box.faults, [])
  })

testEach(
  'who came by a card reads alone: the keeper wrote for them, and carries nothing',
  async () => {
    const kind = KINDS['answered by the keeper']!
    const thread = await opened({
      ...kind,
      knows: async people => (await people.box.member('Odette')).id,
    })
    const { box, claire, at, odette } = thread
    using _ = box
    await box.doneBy(claire, `${at}/repondre`, { says: 'other', when: 'vendredi', where: 'zqlieu' })
    assert.deepEqual(toHand(box), [])
    assert.doesNotMatch(await lines(thread, 'keeper'), /Odette|Claire/)
    assert.doesNotMatch((await box.keeper.get(at)).body, /zqlieu/)
    const lost = await box.keeper.post('/carte-habitant/reprendre', { member: odette })
    assert.equal(lost.status, 303)
    assert.match(await lines(thread, 'keeper'), /Odette/, 'without a card the keeper tells her')
  },
)

testEach('once they come by a card, what is said next is theirs alone', async () => {
  const thread = await opened(KINDS['answered by the keeper']!)
  const { box, claire, at, odette } = thread
  using _ = box
  const own = await box.memberOf(odette)
  await box.doneBy(claire, `${at}/repondre`, { says: 'other', when: 'vendredi', where: 'zqlieu' })
  assert.deepEqual(toHand(box), [])
  assert.match((await own.get(at)).text, /zqlieu/)
  assert.doesNotMatch((await box.keeper.get(at)).body, /zqlieu/)
  assert.doesNotMatch((await box.keeper.get('/mes-mots')).body, /zqlieu/)
})

for (const [name, agreed] of [
  ['agreed to show', true],
  ['did not agree to show', false],
] as const)
  testEach(`who cancels for somebody without a card whose number they ${name}`, async () => {
    const file = { how: 'phone', phone: '04 77 24 12 34' }
    const thread = await opened({
      ...KINDS['answered by the keeper']!,
      knows: people => welcomed(people, { ...file, ...(agreed ? { uses: 'phone-shown' } : {}) }),
    })
    const { box, claire, at } = thread
    using _ = box
    await box.doneBy(claire, `${at}/repondre`, { says: 'yes' })
    await box.doneBy(claire, `${at}/repondre`, { says: 'not' })
    const told = async () => (await linesOn(claire)).map(({ text }) => text).join()
    const both = async () => `${await told()} ${(await claire.get(at)).text}`
    if (agreed) assert.match(await told(), /appelez Odette, 04 77 24 12 34/i)
    else assert.doesNotMatch(await both(), /appelez|04 77/i)
    assert.match(await lines(thread, 'keeper'), /Odette.*Claire.*ne se fait pas/)
    if (agreed) {
      await box.doneBy(claire, `${at}/dit`)
      assert.doesNotMatch(await told(), /appelez/i)
      assert.doesNotMatch(await lines(thread, 'keeper'), /Odette/, 'told by telephone')
      assert.deepEqual(toHand(box), [])
    }
    assert.deepEqual(box.faults, [])
  })

const PHONE = { how: 'phone', phone: '04 77 24 12 34' }
for (const [name, of, by, never] of [
  ['the keeper', {}, 'keeper', 'marius'],
  ['their relay', { through: 'Marius' }, 'marius', undefined],
] as const)
  testEach(
    `the other one reads that ${name} carries it, who reads the telephone of the file`,
    async () => {
      const thread = await opened({
        carrier: by,
        knows: people => welcomed(people, { ...PHONE, ...of }),
        begins: answeredBy('keeper'),
      })
      const { box, claire, at } = thread
      using _ = box
      await box.doneBy(claire, `${at}/repondre`, { says: 'yes' })
      const carries = by === 'keeper' ? box.keeper : thread.marius
      const whom = by === 'keeper' ? 'Anaïs' : 'Marius'
      const told = new RegExp(`Odette n’a pas de carte\\s: ce que vous dites ici .* par ${whom}`)
      assert.match((await claire.get(at)).text, told)
      assert.doesNotMatch((await carries.get(at)).text, told)
      const { location } = await box.doneBy(claire, `${at}/repondre`, { says: 'not' })
      const page = (await claire.get(location)).text
      assert.match(page, /C’est annulé\. Odette n’a pas de carte\s: on le lui dira/)
      assert.doesNotMatch(page, /L’autre le lira ici|04 77/)
      for (const path of ['/mes-mots', at])
        assert.match((await carries.get(path)).text, /Odette.*04 77 24 12 34/, path)
      const slips = (await carries.get('/mes-mots/papillons')).text
      assert.match(slips, /Pour Odette/)
      assert.doesNotMatch(slips, /04 77/, 'paper may be lost on its way')
      assert.match((await carries.get('/mes-mots')).body, /<p class="no-print">04 77 24 12 34</)
      if (never) assert.doesNotMatch((await thread[never].get('/mes-mots')).text, /04 77/)
      assert.deepEqual(box.faults, [])
    },
  )

testEach(
  'a relay who wrote for somebody reached otherwise reads no telephone of theirs',
  async () => {
    const thread = await opened({
      carrier: 'marius',
      knows: people => welcomed(people, PHONE),
      begins: answeredBy('marius'),
    })
    const { box, claire, marius, at } = thread
    using _ = box
    await box.doneBy(claire, `${at}/repondre`, { says: 'yes' })
    for (const path of ['/mes-mots', '/mes-mots/papillons', at])
      assert.doesNotMatch((await marius.get(path)).text, /04 77/, path)
  },
)

testEach(
  'one slip says how it stands: what it replaces, and no older sentence of the box',
  async () => {
    const thread = await opened(KINDS['answered by the keeper']!)
    const { box, claire, at } = thread
    using _ = box
    const slips = () => saidToHand(box)
    const says = (path: string, fields: Readonly<Record<string, string>>, who: Browser = claire) =>
      box.doneBy(who, `${at}/${path}`, fields)
    await says('repondre', { says: 'yes' })
    await says('repondre', { says: 'other', when: 'jeudi 10 décembre, 7 h 15' })
    const [asked, ...others] = slips()
    assert.match(
      asked!,
      /7 h 15\. Jusqu’à la réponse, le rendez-vous reste « jeudi 10 décembre.*8 h 30 »/,
    )
    assert.deepEqual(others, [])
    await says('repondre', { says: 'not', said: 'Le pneu est crevé.' })
    assert.match(slips()[0]!, /^Finalement, ça ne se fait pas/)
    const own = { party: '0', when: 'jeudi 10 décembre, 9 h' }
    await says('proposer', own, box.keeper)
    await says('repondre', { says: 'yes' })
    const agreed = ['Le pneu est crevé.', 'D’accord : jeudi 10 décembre, 9 h.']
    assert.deepEqual(slips(), agreed)
    const annonce = String(box.read.all('SELECT id FROM offer')[0]!['id'])
    await box.doneBy(claire, '/arrangements/trajet-complet', { annonce })
    assert.match(slips().at(-1)!, /Ce qui est convenu tient/)
    await says('repondre', { says: 'not' })
    assert.deepEqual(slips(), [
      agreed[0],
      'Finalement, ça ne se fait pas : jeudi 10 décembre, 9 h.',
    ])
    assert.deepEqual(box.faults, [])
  },
)
