import assert from 'node:assert/strict'
import { test as told } from 'node:test'
import fc from 'fast-check'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { toPrint } from '../print/prints.ts'
import { kitFor } from './kit.ts'

const skip = lackingBrick('harvest')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const NUMBER = '06 39 98 11 22'
/** Prints that gather what several bricks have: a house may lack them. */
const gathering = lackingBrick('printing') ? [] : ['feuille', 'etiquettes']
const printed = (box: TestBox, kind: string, id?: string): string =>
  JSON.stringify(
    toPrint(box.source, kind, id, {
      lang: 'fr',
      by: 'keeper',
      private: true,
      query: { col: ['title', 'who', 'reach'] },
    }),
  )
const holds = (paper: string): boolean => /39\D{0,6}98\D{0,6}11\D{0,6}22/.test(paper)

/** Notes of which Robert said a need, and of which his strip came back with a yes. */
async function strip(ticked: boolean) {
  const box = testBox()
  box.territory({ keptBy: 'Anaïs' })
  const of = box.bring('harvest', { title: 'Soirée', people: [], state: 'open' }, 'home')
  const piece = (
    type: string,
    fields: Readonly<Record<string, string>>,
    more: Readonly<Record<string, boolean | readonly string[]>>,
  ) => {
    const held = box.bring(type, fields, 'home')
    const told = {
      of: type,
      piece: held,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      certainty: 1,
      from: 0,
      till: 5,
      ...more,
    }
    return { held, id: box.bring('proposal', told, 'home') }
  }
  const robert = piece('actor', { name: 'Robert Zanca', kind: 'person' }, { person: true })
  const all = [
    piece('need', { title: 'Un lave-linge à réparer' }, { ties: [`by:${robert.held}`] }),
    piece('offer', { title: 'Une scie, à prêter', mode: 'lend' }, { ties: [`by:${robert.held}`] }),
  ]
  const kept = all.map(one => one.id).join(' ')
  assert.ok(box.turn('harvest.keepPiece', { id: of, morceau: kept }).done)
  assert.ok(box.turn('harvest.showHarvest', { id: of }).done)
  const answer = {
    id: robert.id,
    answer: 'yes',
    reach: NUMBER,
    ...(ticked ? { printed: '1' } : {}),
  }
  assert.ok(box.turn('harvest.agree', answer).done)
  const ids = ['need', 'offer'].map(type =>
    String(box.read.all(`SELECT id FROM ${type}`)[0]!['id']),
  )
  return {
    box,
    papers: () => [
      ...gathering.map(kind => printed(box, kind)),
      printed(box, 'liste', 'need'),
      ...ids.map(id => printed(box, 'affichette', id)),
    ],
  }
}

for (const [ticked, what] of [
  [false, 'did not tick paper is on no sheet of what they need and offer'],
  [true, 'ticked paper is on it without their telephone'],
] as const)
  test(`law 11: somebody who ${what}`, async () => {
    const { box, papers } = await strip(ticked)
    assert.ok(
      holds((await box.visitor().get('/annonces')).text) ||
        holds(
          (await box.visitor().get(`/annonces/${box.read.all('SELECT id FROM need')[0]!['id']}`))
            .text,
        ),
      'their yes to the page stands',
    )
    for (const paper of papers()) {
      assert.ok(/lave-linge|scie/.test(paper), 'what they need or offer is there')
      assert.equal(paper.includes('Zanca'), ticked, paper)
      assert.ok(!holds(paper), paper)
      assert.ok(paper.includes('Anaïs'), 'somebody is named to go to')
    }
  })

test('a text signed by a member’s own card is printed with its author', async () => {
  const { box } = await strip(false)
  const author = box.welcome({ name: 'Robert Zanca' })
  const title = 'Robert Zanca prête sa remorque'
  const id = box.bring('offer', {
    title,
    who: 'Robert Zanca',
    reach: NUMBER,
    reachBy: 'phone',
    author,
    state: 'firm',
  })
  assert.ok(holds(printed(box, 'affichette', id)))
})

test(
  'law 11: a person who did not tick paper is never named on it, beside anybody, in any ' +
    'spelling',
  async () => {
    const { box } = await strip(false)
    box.bring('actor', { name: 'Léa', kind: 'person', inBooklet: true })
    const kit = kitFor(box.source, { path: '/', lang: 'fr', by: 'keeper' })
    const name = fc.constantFrom(
      'Robert Zanca',
      'ROBERT ZANCA',
      'róbert zanca',
      'Léa',
      'Anaïs',
      'Le club',
    )
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(NUMBER, `au bar, ${NUMBER}`, '0639981122'),
        (names, reach) => {
          const said = kit.onPaper({ type: 'need', id: 'x', who: names.join(', '), reach })
          const isRobert = names.some(one => /zanca/i.test(one))
          assert.ok(!/zanca/i.test(said.who))
          if (isRobert) assert.equal(said.reach, '')
          if (isRobert || names.includes('Léa')) assert.ok(!holds(said.reach))
          else assert.deepEqual(said, { who: names.join(', '), reach })
        },
      ),
    )
  },
)
