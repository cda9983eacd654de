/**
 * The files of a new brick, before `biome` lays them out. `NAME` is its name, `VAR` the same as a
 * variable.
 */
const FILES: Readonly<Record<string, string>> = {
  'model/records.ts': `
import { recordType } from '../../../core/schema.ts'

/** Names of types and fields are for ever: change these before the first record is written, and never after. */
export const VARRecord = recordType({
  name: 'NAME',
  title: 'title',
  path: '/NAME',
  fields: {
    title: { kind: 'text', required: true },
    reach: { kind: 'text', required: true, means: 'reach' },
    detail: { kind: 'prose' },
    commune: { kind: 'commune', filter: true },
    state: { kind: 'choice', choices: ['open', 'done'], unasked: true },
    doneOn: { kind: 'day', unasked: true },
  },
})
`,
  'model/commands.ts': `
import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { fr } from '../words/fr.ts'
import { VARRecord } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

/** The person's verb: it reads, decides, and says what to write. A sentence is a code of words/, worded where it is read. What is done stays on the page, with its day. */
const finish: Command<Words> = {
  name: 'finish',
  path: '/NAME/:id/finir',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const row = read.one(VARRecord, typeof input['id'] === 'string' ? input['id'] : '')
    if (!row) return { refused: say('nothingThere') }
    if (row.state === 'done') return { refused: say('alreadyDone') }
    return { drafts: [draft(VARRecord, row.id, { state: 'done', doneOn: at.today })], next: \`/NAME/\${row.id}\`, said: say('finished') }
  },
}

export const commands: readonly Command<Words>[] = [finish]
`,
  'pages/pages.ts': `
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { refused } from '../../../ui/say.ts'
import { VARRecord } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const PATH = '/NAME'

const list: Page<Words> = {
  path: PATH,
  show: (kit, _read, words): Leaf =>
    kit.list(
      VARRecord,
      row => notice({ title: row.title ?? '', href: \`\${PATH}/\${row.id}\`, where: kit.shown(VARRecord, 'commune', row.commune) }),
      { current: PATH, empty: html\`\${words.empty}\` },
    ),
}

const one: Page<Words> = {
  path: \`\${PATH}/:id\`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(VARRecord, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const { request } = kit
    const isDone = row.state === 'done'
    return kit.record(VARRecord, row.id, {
      current: PATH,
      hide: ['state', 'doneOn'],
      lead: html\`\${isDone && html\`<p><b>\${words.doneOn(onDay(row.doneOn ?? '', request.lang, request.today))}</b></p>\`}\`,
      after: html\`\${request.again && refused([{ sentence: request.again.refused }], request.lang)}\${request.by === 'keeper' && !isDone && finishing(kit, row.id, words)}\`,
    })
  },
}

const finishing = (kit: Kit, id: string, words: Words): Html =>
  html\`<form class="inline no-print" method="post" action="\${PATH}/\${id}/finir">\${kit.form()}<input type="hidden" name="from" value="\${kit.request.path}"><button>\${words.finish}</button></form>\`

export const pages: readonly Page<Words>[] = [list, one]
`,
  'words/fr.ts': `
/** What people read. \`en.ts\` has this type; no sentence stands anywhere else. */
export const fr = {
  types: {
    'NAME': {
      one: 'NAME',
      many: 'NAME',
      add: 'Ajouter',
      fields: {
        title: { label: 'En une phrase' },
        reach: { label: 'Comment joindre', hint: 'Un lieu et une heure, quelqu’un qui transmet, un téléphone.' },
        detail: { label: 'En dire plus' },
        commune: { label: 'Commune' },
        state: { label: 'Où on en est', choices: { open: 'en cours', done: 'c’est fait' } },
        doneOn: { label: 'Fait le' },
      },
    },
  },
  menu: 'NAME',
  empty: 'Rien ici pour l’instant.',
  finish: 'C’est fait',
  finished: 'C’est noté.',
  doneOn: (day: string) => \`Fait \${day}.\`,
  alreadyDone: 'C’est déjà fait.',
  nothingThere: 'Cela n’est plus sur cette page.',
}
`,
  'words/en.ts': `
import type { fr } from './fr.ts'

export const en: typeof fr = {
  types: {
    'NAME': {
      one: 'NAME',
      many: 'NAME',
      add: 'Add',
      fields: {
        title: { label: 'In one sentence' },
        reach: { label: 'How to reach', hint: 'A place and a time, someone who passes it on, a telephone.' },
        detail: { label: 'Say more' },
        commune: { label: 'Commune' },
        state: { label: 'How far it is', choices: { open: 'going on', done: 'done' } },
        doneOn: { label: 'Done on' },
      },
    },
  },
  menu: 'NAME',
  empty: 'Nothing here yet.',
  finish: 'It is done',
  finished: 'Noted.',
  doneOn: day => \`Done \${day}.\`,
  alreadyDone: 'It is done already.',
  nothingThere: 'This is no longer on this page.',
}
`,
  'model/model.ts': `
import type { BrickModel } from '../../../contract/brick.ts'
import { lateWords } from '../../../core/late-words.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { VARRecord } from './records.ts'

/** What a turn, the tables and a check need of this brick: it loads no page. */
export const model: BrickModel<typeof fr> = {
  name: 'NAME',
  records: [VARRecord],
  commands,
  words: lateWords<typeof fr>(\`\${import.meta.dirname}/../words\`),
}
`,
  'brick.ts': `
import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'

/** What this brick is for, in a sentence that a neighbour would say. */
export const VAR = brick({ ...model, pages, slots: { menu: words => [{ order: 90, href: '/NAME', words: words.menu }] } })
`,
  'README.md': `
# NAME

One sentence: what people of the village do with it.

**Start here:** \`model/records.ts\` (the record), \`model/commands.ts\` (what is done with it), then \`pages/pages.ts\`.

**May import:** what any brick may (\`bin/rooms.ts\`), and no other brick.

**Invariants:**

- A record that is done is not done twice.

**Deliberately absent:** one line on what this brick leaves to others.

**Tests:** \`NAME.test.ts\`.
`,
  'NAME.test.ts': `
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { VAR } from './brick.ts'
import { fr } from './words/fr.ts'

/** One record, written as the keeper's form writes it; its address. */
const written = (box: TestEngine): string =>
  box.done('plain.write', { type: 'NAME', title: 'Le four du bas', reach: 'au local, le mercredi' }).next ?? ''

test('an empty list says so; what is written stands in it and on its own page, with how to reach', () => {
  using box = testEngine({ bricks: [VAR] })
  assert.ok(box.page('/NAME')?.includes(fr.empty))
  const path = written(box)
  assert.ok(box.page('/NAME')?.includes('Le four du bas'))
  assert.ok(box.page(path)?.includes('au local, le mercredi'))
  assert.ok(box.page(path, { lang: 'en' })?.includes('au local, le mercredi'))
  assert.equal(box.page('/NAME/nobody'), undefined)
})

test('the keeper finishes it once; the page tells the day, and no more button', () => {
  using box = testEngine({ bricks: [VAR] })
  const path = written(box)
  const id = path.split('/').at(-1) ?? ''
  assert.ok(box.page(path, { by: 'keeper' })?.includes(\`/NAME/\${id}/finir\`))
  assert.ok(!box.page(path)?.includes('/finir'))
  box.done('NAME.finish', { id })
  assert.ok(box.page(path, { by: 'keeper' })?.includes(fr.doneOn('le 5 décembre')))
  const again = box.turn('NAME.finish', { id })
  assert.equal('refused' in again && again.refused, fr.alreadyDone)
  const nothing = box.turn('NAME.finish', { id: 'nobody' })
  assert.equal('refused' in nothing && nothing.refused, fr.nothingThere)
})

test('a visitor’s turn is not the keeper’s: nothing is finished', () => {
  using box = testEngine({ bricks: [VAR] })
  const path = written(box)
  assert.equal(box.turn('NAME.finish', { id: path.split('/').at(-1) ?? '' }, { by: 'visitor' }).done, false)
  assert.ok(!box.page(path)?.includes(fr.doneOn('le 5 décembre')))
})
`,
}

/** A name as a variable: `book-club` is `bookClub`. */
export const variable = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export function filesOf(name: string): ReadonlyMap<string, string> {
  const own = (text: string) => text.replaceAll('NAME', name).replaceAll('VAR', variable(name))
  return new Map(Object.entries(FILES).map(([file, text]) => [own(file), own(text).trimStart()]))
}
