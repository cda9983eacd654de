import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { met } from '../../../../tests/exchange/met.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { runBatch } from '../../../../tests/support/turns.ts'
import { bricks } from '../../../app/bricks.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { sayCode } from '../../../core/code.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { newBox } from '../../../log/box.ts'
import { ownVectors } from '../../../sync/bundle/vector.ts'
import { setPeerMark } from '../../../sync/trust/marks.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { toPrint } from '../../../web/print/prints.ts'
import { keyingPage } from '../pages/agreement-keying.ts'
import { stripsPage } from '../pages/agreement-strips.ts'
import { readingPage } from '../pages/reading.ts'
import { fr } from '../words/fr.ts'
import { codeFor } from './agreement.ts'
import { minorsIn } from './harvest-notes.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const newId = () => idFrom(NOW, randomBytes(10))
const OF_THE_HOUSE: ReadonlySet<string> = new Set(['bring', 'forget', 'write'])
function say(engine: OpenEngine, command: string, input: Input): string {
  const clock = { now: () => NOW, sure: true, today: () => '2026-11-24' }
  const answer = runBatch(
    engine,
    [
      {
        brick: OF_THE_HOUSE.has(command) ? 'plain' : 'harvest',
        command,
        input,
        by: 'keeper',
        id: newId(),
        lang: 'fr',
      },
    ],
    clock,
  )[0]!
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.said ?? ''
}
function bring(engine: OpenEngine, type: string, fields: object, space?: 'home'): string {
  const id = newId()
  say(engine, 'bring', {
    records: JSON.stringify([{ type, id, fields, ...(space ? { space } : {}) }]),
  })
  return id
}
const siteOf = (engine: OpenEngine) =>
  sourceOf(engine, { now: () => NOW, today: () => '2026-11-24' })
const told = (found: unknown): string => String(found).replace(/[\u00a0\u202f]/g, ' ')
const paper = (engine: OpenEngine, of: string) =>
  told(
    JSON.stringify(
      toPrint(siteOf(engine), 'accord', of, { lang: 'fr', by: 'keeper', private: true }),
    ),
  )
function page(
  engine: OpenEngine,
  path: string,
  more: Readonly<{ query?: Record<string, string>; params?: Record<string, string> }> = {},
): string {
  const kit = kitFor(siteOf(engine), { path, lang: 'fr', by: 'keeper', private: true, ...more })
  const shown = [stripsPage, keyingPage].find(
    one => one.path === path.replace(/\/[0-9a-z]{26}\//, '/:id/'),
  )
  const leaf = shown?.show(kit, engine.read, fr)
  assert.ok(leaf && 'body' in leaf)
  return told(leaf.body.html)
}

/** Notes of which Léa said a need, and carries a project that offers something. */
function evening(names: readonly string[] = ['Léa', 'Hugo']) {
  const engine = openEngine(bricks, newBox())
  bring(engine, 'territory', {
    name: 'Sail',
    village: '42195',
    communes: ['42195'],
    keptBy: 'Anaïs',
    reach: 'au local',
  })
  const of = bring(engine, 'harvest', { title: 'Soirée', people: [], state: 'open' }, 'home')
  let from = 0
  const piece = (type: string, title: string, ties: readonly string[], more: object = {}) => {
    const name = type === 'actor' ? { name: title, kind: 'person' } : { title }
    const held = bring(engine, type, name, 'home')
    from += 10
    const fields = {
      of: type,
      piece: held,
      sentBy: 'harvest',
      state: 'waiting',
      harvest: of,
      certainty: 1,
      from,
      till: from + 5,
      ties,
    }
    return { held, id: bring(engine, 'proposal', { ...fields, ...more }, 'home') }
  }
  const people = names.map(name => piece('actor', name, [], { person: true }))
  const show = (...ids: readonly string[]) => {
    say(engine, 'keepPiece', { id: of, morceau: ids.join(' ') })
    return say(engine, 'showHarvest', { id: of })
  }
  return { engine, of, people, piece, show }
}
const flesh = (engine: OpenEngine, words: string) =>
  engine.log.sql.all('SELECT value FROM piece WHERE instr(value, ?) > 0', words)
const needs = (engine: OpenEngine) =>
  engine.read.all('SELECT title, who, reach FROM need ORDER BY title').map(row => ({ ...row }))
/** All that may leave this box. */
const carried = ({ log }: OpenEngine): string =>
  log.sql
    .all<{ value: string }>(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    )
    .map(row => row.value)
    .join('\n')

test(
  'law 11: a consent is taken back by the strip, from the person, their needs and their ' +
    'projects, journal included',
  () => {
    for (const answer of ['no', 'unnamed']) {
      const { engine, people, piece, show } = evening()
      const [lea, hugo] = [people[0]!, people[1]!]
      const need = piece('need', 'Une bâche', [`by:${lea.held}`, `by:${hugo.held}`])
      const alone = piece('need', 'Un étal', [`by:${lea.held}`])
      const project = piece('initiative', 'Le four', [])
      say(engine, 'bring', {
        records: JSON.stringify([
          { type: 'proposal', id: lea.id, fields: { ties: [`runs:${project.held}`] } },
        ]),
      })
      show(need.id, alone.id, project.id)
      say(engine, 'agree', {
        id: lea.id,
        answer: 'yes',
        reach: '06 39 98 11 22',
        kept: '06 39 98 77 66',
        printed: '1',
      })
      say(engine, 'agree', { id: hugo.id, answer: 'yes', reach: 'au bar' })
      assert.equal(needs(engine)[1]?.['who'], 'Léa, Hugo')
      assert.match(
        String(engine.read.all('SELECT runBy FROM initiative')[0]?.['runBy']),
        /[0-9a-z]{26}/,
      )
      const said = say(engine, 'agree', { id: lea.id, answer })
      assert.match(told(said), /son nom et comment la joindre ne sont plus sur la page/)
      assert.deepEqual(needs(engine), [
        { title: 'Un étal', who: null, reach: 'Anaïs' },
        { title: 'Une bâche', who: 'Hugo', reach: 'au bar' },
      ])
      assert.deepEqual(
        engine.read.all('SELECT name FROM actor WHERE removed IS NOT 1').map(row => row['name']),
        ['Hugo'],
      )
      assert.doesNotMatch(carried(engine), /Léa|11 22|77 66/)
      assert.deepEqual(flesh(engine, '11 22'), [])
      assert.doesNotMatch(
        String(engine.read.all('SELECT runBy FROM initiative')[0]?.['runBy']),
        /[0-9a-z]{26}/,
      )
      // Another yes shows them again.
      say(engine, 'agree', { id: lea.id, answer: 'yes', reach: 'au marché' })
      assert.equal(needs(engine)[0]?.['who'], 'Léa')
      assert.equal(needs(engine)[0]?.['reach'], 'au marché')
      assert.equal(engine.read.all('SELECT id FROM actor WHERE removed IS NOT 1').length, 2)
    }
  },
)

test(
  'another yes replaces the first: what it no longer says is nowhere, and there is one record ' +
    'of the person',
  () => {
    const { engine, people, piece, show } = evening()
    show(piece('need', 'Un étal', [`by:${people[0]!.held}`]).id)
    say(engine, 'agree', {
      id: people[0]!.id,
      answer: 'yes',
      reach: '06 39 98 11 22',
      kept: '06 39 98 77 66',
      printed: '1',
    })
    say(engine, 'agree', {
      id: people[0]!.id,
      answer: 'yes',
      name: 'Léa du four',
      reach: 'au marché',
    })
    assert.deepEqual(needs(engine), [{ title: 'Un étal', who: 'Léa du four', reach: 'au marché' }])
    const [row, ...others] = engine.read.all(
      'SELECT name, reach, inBooklet FROM actor WHERE removed IS NOT 1',
    )
    assert.deepEqual({ ...row }, { name: 'Léa du four', reach: 'au marché', inBooklet: null })
    assert.equal(others.length, 0)
    assert.deepEqual([...flesh(engine, '11 22'), ...flesh(engine, '77 66')], [])
    say(engine, 'agree', { id: people[0]!.id, answer: 'yes', name: 'Léa du four' })
    assert.deepEqual(needs(engine), [{ title: 'Un étal', who: 'Léa du four', reach: 'Anaïs' }])
  },
)

test(
  'a strip opens with what was answered, and says so; a telephone without a name is told not ' +
    'to show',
  () => {
    const { engine, of, people, piece, show } = evening()
    show(piece('need', 'Un étal', [`by:${people[0]!.held}`]).id)
    say(engine, 'giveCodes', { id: of })
    const given = codeFor(engine.read, people[0]!.id)
    const query = { code: `${given?.word} ${given?.digits}` }
    const strip = () => page(engine, '/accord', { query })
    assert.doesNotMatch(strip(), /déjà été saisie|name="answer"[^>]*checked/)
    say(engine, 'agree', {
      id: people[0]!.id,
      answer: 'yes',
      reach: 'au bar',
      kept: '06 39 98 77 66',
      printed: '1',
    })
    assert.match(strip(), /déjà été saisie : « oui, avec mon nom »/)
    assert.match(strip(), /value="yes" required checked/)
    assert.match(strip(), /name="printed" value="1" checked/)
    assert.ok(strip().includes('value="au bar"') && strip().includes('value="06 39 98 77 66"'))
    const said = say(engine, 'agree', {
      id: people[0]!.id,
      answer: 'unnamed',
      reach: '06 39 98 11 22',
      kept: '06 39 98 77 66',
    })
    assert.match(told(said), /Sans son nom, le téléphone n’est pas montré non plus/)
    assert.match(strip(), /value="unnamed" required checked/)
    assert.ok(
      strip().includes('value="06 39 98 77 66"'),
      'what is for the keeper stays with the keeper',
    )
    assert.doesNotMatch(carried(engine), /77 66|11 22/)
    assert.match(
      told(say(engine, 'agree', { id: people[0]!.id, answer: 'no' })),
      /reste affiché sans son nom : Un étal/,
    )
    assert.match(strip(), /value="no" required checked/)
  },
)

test('what is shown and still names somebody who took their yes back is told to the keeper', () => {
  const { engine, people, piece, show } = evening()
  say(engine, 'agree', { id: people[0]!.id, answer: 'yes' })
  show(piece('need', 'Une bâche pour Léa', [`by:${people[0]!.held}`]).id)
  assert.equal(needs(engine).length, 1)
  assert.match(
    told(say(engine, 'agree', { id: people[0]!.id, answer: 'no' })),
    /Son nom se lit encore dans : Une bâche pour Léa/,
  )
})

test('a keeper who says no is not told that their own words lead to them', () => {
  for (const first of ['yes', undefined] as const) {
    const { engine, people, piece, show } = evening(['Anaïs', 'Léa'])
    if (first) say(engine, 'agree', { id: people[0]!.id, answer: first })
    show(piece('need', 'Un étal', [`by:${people[1]!.held}`]).id)
    assert.equal(needs(engine)[0]?.reach, 'Anaïs')
    const said = told(say(engine, 'agree', { id: people[0]!.id, answer: 'unnamed' }))
    assert.doesNotMatch(said, /Son nom se lit encore/)
  }
})

test('a strip says what is so, on paper and on screen, with all that the notes say of its person', () => {
  const { engine, of, people, piece, show } = evening(['Léa'])
  const lea = people[0]!
  const project = piece('initiative', 'Le four', [`runs:${lea.held}`])
  show(piece('need', 'Un étal', [`by:${lea.held}`]).id)
  const wood = piece('need', 'Du bois', [`needs:${project.held}`])
  const { from, till } = engine.read.one(proposal, lea.id, 'home')!
  const saw = piece('offer', 'Sa scie', [], { from: from! - 3, till: till! + 20 })
  say(engine, 'keepPiece', { id: of, morceau: [project.id, wood.id, saw.id].join(' ') })
  piece('offer', 'La camionnette', [], { from: 500, till: 600 })
  say(engine, 'giveCodes', { id: of })
  for (const said of [
    paper(engine, of),
    page(engine, `/cueillette/${of}/accord`, { params: { id: of } }),
  ]) {
    for (const one of [
      'sans votre nom',
      'seulement si vous dites oui',
      'dans les villages voisins',
      'À rendre à Anaïs',
    ])
      assert.ok(said.includes(one), one)
    for (const one of ['Le four', 'Un étal', 'Du bois', 'Sa scie'])
      assert.ok(said.includes(one), one)
    assert.ok(!said.includes('La camionnette'))
    assert.doesNotMatch(said, /[Rr]ien n’est montré/)
  }
})

test(
  'strips are printed once they have a code, and the keeper’s bar leads to those who are ' +
    'awaited',
  () => {
    const { engine, of, people } = evening()
    const sheet = () => page(engine, `/cueillette/${of}/accord`, { params: { id: of } })
    assert.ok(!sheet().includes(`/imprimer/accord/${of}`))
    assert.match(paper(engine, of), /donnez-en un à chaque bande/)
    say(engine, 'giveCodes', { id: of })
    assert.ok(sheet().includes(`/imprimer/accord/${of}`))
    assert.ok(paper(engine, of).includes('Léa'))
    const list = page(engine, '/accord', {})
    for (const one of ['On attend', 'Léa', 'Hugo', 'Soirée', 'name="code"'])
      assert.ok(list.includes(one), one)
    say(engine, 'agree', { id: people[0]!.id, answer: 'no' })
    assert.ok(!page(engine, '/accord', {}).includes('Léa'))
  },
)

const marked = (at: OpenEngine, name: string, mark: Parameters<typeof setPeerMark>[2]): void => {
  at.log.db.exec('BEGIN')
  setPeerMark(at.log, name, mark)
  at.log.db.exec('COMMIT')
}
/** Another box, which this one and itself recognise. */
function boenOf(engine: OpenEngine): OpenEngine {
  const other = openEngine(bricks, newBox())
  marked(engine, other.log.box.name, { called: 'Boën', paired: true })
  marked(other, engine.log.box.name, { called: 'Sail', paired: true })
  return other
}

test(
  'a consent that is taken back names the boxes that have it, and goes from them at the next ' +
    'meeting',
  async () => {
    const { engine, people, piece, show } = evening()
    const other = boenOf(engine)
    show(piece('need', 'Un étal', [`by:${people[0]!.held}`]).id)
    say(engine, 'agree', { id: people[0]!.id, answer: 'yes', reach: '06 39 98 11 22' })
    await met(engine, other, NOW)
    assert.equal(needs(other)[0]?.['who'], 'Léa')
    marked(engine, other.log.box.name, { heard: ownVectors(other.log) })
    assert.match(
      told(say(engine, 'agree', { id: people[0]!.id, answer: 'no' })),
      /Boën l’a déjà reçu/,
    )
    await met(engine, other, NOW)
    assert.deepEqual(needs(other), [{ title: 'Un étal', who: null, reach: 'Anaïs' }])
    assert.deepEqual([...flesh(other, '11 22'), ...flesh(other, 'Léa')], [])
  },
)

test('a strip of somebody who proposes nothing says nothing of what they propose', () => {
  const { engine, of, piece, people } = evening(['Sylvie', 'Léa'])
  piece('need', 'Un étal', [`by:${people[1]!.held}`])
  say(engine, 'giveCodes', { id: of })
  const [sylvie = '', lea = ''] =
    page(engine, `/cueillette/${of}/accord`, { params: { id: of } }).match(
      /<section class="strip.*?<\/section>/gs,
    ) ?? []
  assert.match(
    sylvie,
    /Sylvie.*Rien d’autre n’est tiré des notes à votre sujet.*seulement si vous dites oui/s,
  )
  assert.doesNotMatch(sylvie, /est affiché|retirer ce qui|Un étal/)
  assert.match(
    lea,
    /est affiché, ou peut l’être.*sans votre nom : Un étal.*retirer ce qui est affiché/s,
  )
})

test(
  'a code is given when a strip is printed: no paper is without one, whichever way it is ' +
    'printed',
  () => {
    const { engine, of, people } = evening(['Léa', 'Hugo'])
    const sheet = () => page(engine, `/cueillette/${of}/accord`, { params: { id: of } })
    assert.equal(
      sheet().match(/<section class="strip no-print">/g)?.length,
      2,
      'the browser prints no strip without a code',
    )
    const clock = { now: () => NOW, sure: true, today: () => '2026-11-24' }
    const asked = {
      brick: 'harvest',
      command: 'giveCodes',
      input: { id: of, imprimer: '1' },
      by: 'keeper',
      id: newId(),
      lang: 'fr',
    } as const
    const answer = runBatch(engine, [asked], clock)[0]!
    assert.ok(answer.done && answer.next === `/imprimer/accord/${of}`)
    assert.equal(sheet().match(/<section class="strip">/g)?.length, 2)
    for (const { id } of people) {
      const { word, digits } = codeFor(engine.read, id)!
      assert.ok(paper(engine, of).includes(told(sayCode({ word: word!, digits: digits! }))))
    }
  },
)

test(
  'law 11: of whom the notes say an age under 18, a parent says yes too, on the strip and on ' +
    'the page',
  () => {
    const { engine, of, people } = evening(['Lucas', 'Hugo'])
    const [lucas, hugo] = [people[0]!.id, people[1]!.id]
    say(engine, 'bring', {
      records: JSON.stringify([{ type: 'proposal', id: lucas, fields: { minor: true } }]),
    })
    say(engine, 'giveCodes', { id: of })
    for (const said of [
      paper(engine, of),
      page(engine, `/cueillette/${of}/accord`, { params: { id: of } }),
    ])
      assert.equal(
        said.match(/je suis son père, sa mère/g)?.length,
        1,
        'on the strip of Lucas alone',
      )
    const { word, digits } = codeFor(engine.read, lucas)!
    const keying = page(engine, '/accord', {
      query: { code: sayCode({ word: word!, digits: digits! }) },
    })
    assert.match(keying, /moins de 18 ans.*name="parent"/s)
    const clock = { now: () => NOW, sure: true, today: () => '2026-11-24' }
    const asked = {
      brick: 'harvest',
      command: 'agree',
      input: { id: lucas, answer: 'yes' },
      by: 'keeper',
      id: newId(),
      lang: 'fr',
    } as const
    const answer = runBatch(engine, [asked], clock)[0]!
    assert.ok(!answer.done && 'refused' in answer && answer.refused.includes('parent'))
    assert.equal(engine.read.all('SELECT id FROM actor').length, 0)
    say(engine, 'agree', { id: lucas, answer: 'yes', parent: '1' })
    say(engine, 'agree', { id: hugo, answer: 'yes' })
    assert.equal(engine.read.all('SELECT id FROM actor').length, 2)
  },
)

test('who is under 18 is known from the notes, when they are pasted', () => {
  const { engine } = evening([])
  const text =
    'Réunion du 3 mars 2026\n\nPrésents : Lucas, Nadia, Hugo\n\nLucas (16 ans) propose de ' +
    'tenir la buvette. Nadia prête sa sono.\n'
  const found = harvested(text)
  const file = { hash: 'a'.repeat(64), name: 'notes.txt', type: 'text/plain', size: text.length }
  say(engine, 'gather', {
    gathered: JSON.stringify({ found, text: file, url: null, minors: minorsIn(found, text) }),
  })
  const told = engine.read.all(
    'SELECT actor.name, piece.minor FROM proposal_home AS piece JOIN actor_home AS actor ' +
      'ON actor.id = piece.piece WHERE piece.person = 1 ORDER BY name',
  )
  assert.deepEqual(
    told.filter(row => row['minor'] === 1).map(row => row['name']),
    ['Lucas'],
  )
  assert.ok(told.length > 1, JSON.stringify(told))
})

test(
  'a card that a no takes off the page, and that left already, leaves the other box at the ' +
    'next meeting',
  async () => {
    const { engine, people } = evening()
    const other = boenOf(engine)
    const card = bring(engine, 'actor', { name: 'LEA', kind: 'person', phone: '06 39 98 11 22' })
    await met(engine, other, NOW)
    const shown = () => other.read.all('SELECT name FROM actor WHERE removed IS NOT 1').length
    assert.equal(shown(), 1)
    marked(engine, other.log.box.name, { heard: ownVectors(other.log) })
    const answer = told(say(engine, 'agree', { id: people[0]!.id, answer: 'no' }))
    assert.match(
      answer,
      /n’est plus sur la page : LEA\..*C’est déjà parti chez Boën : on y demande de le retirer/,
    )
    assert.equal(engine.read.one(engine.types.get('actor')!, card), undefined)
    await met(engine, other, NOW)
    assert.equal(shown(), 0)
  },
)

test('under Afficher each kept piece that stays is named, with its reason, and leads to itself', () => {
  const { engine, of, piece, show } = evening()
  const held = piece('need', 'La buvette de Lison et Thibaud', [])
  show(held.id)
  const kit = kitFor(siteOf(engine), {
    path: `/cueillette/${of}`,
    lang: 'fr',
    by: 'keeper',
    private: true,
    params: { id: of },
  })
  const leaf = readingPage.show(kit, engine.read, fr)
  assert.ok(leaf && 'body' in leaf)
  const [, part = ''] = leaf.body.html.split('id="afficher"')
  assert.match(part, /1 passage gardé reste ici, pour cette raison/)
  const to = `/cueillette/${of}#m-${held.id}`
  assert.match(part, new RegExp(`href="${to}"\\s*><bdi>La buvette[^<]*</bdi></a>[^<]*Lison`))
})

test('notes opened again say what each strip that came back says, and the day', () => {
  const { engine, of, people } = evening(['Léa', 'Hugo', 'Zoé'])
  const [lea, hugo] = [people[0]!, people[1]!]
  say(engine, 'agree', { id: lea.id, answer: 'no' })
  say(engine, 'agree', { id: hugo.id, answer: 'unnamed' })
  const path = `/cueillette/${of}`
  const kit = kitFor(siteOf(engine), {
    path,
    lang: 'fr',
    by: 'keeper',
    private: true,
    params: { id: of },
  })
  const leaf = readingPage.show(kit, engine.read, fr)
  assert.ok(leaf && 'body' in leaf)
  const review = told(leaf.body.html)
  assert.match(review, /Léa<.{0,60}>a dit non le 24 novembre/)
  assert.match(review, /Hugo<.{0,60}>a dit oui sans son nom le 24 novembre/)
  assert.match(review, /Zoé<.{0,60}>attend son accord/)
})
