/**
 * How a new brick is called.
 *
 * Shape   `name` and `record`: the brick and its record type, in code.
 *         `path`: its address.
 *         `one`, `many`: one record and several, in French; `oneEn`, `manyEn` in English.
 *         `article`: that of `one`.
 *         `lasting`: its records last, as those of a register. Otherwise each is finished once.
 */
export type NewBrick = Readonly<{
  name: string
  record: string
  path: string
  article: 'un' | 'une'
  one: string
  many: string
  oneEn: string
  manyEn: string
  lasting: boolean
}>

/**
 * The files of a new brick, before `biome` lays them out. `%name%` is its name, `%var%` the same
 * as a variable. `%record%` is its record type, `%type%` the variable of that type. `%path%` is its
 * address. `%one%` and `%many%` are its French words, `%oneEn%` and `%manyEn%` its English ones;
 * `%article%` and `%articleEn%` stand before one.
 * Lines from `%if done%` or `%if lasting%` to `%end%` are for such a record alone.
 */
const FILES: Readonly<Record<string, string>> = {
  'model/records.ts': `
import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

export const PATH = '%path%'

/**
 * The names of the type, of its fields and of its choices are for ever once a box in use has
 * written such a record: other boxes hold it. Choose them before you release the brick. Labels,
 * in \`words/\`, may change at any time.
 */
export const %type% = recordType({
  name: '%record%',
  title: 'title',
  path: PATH,
  fields: {
    title: { kind: 'text', required: true },
%if done%
    reach: { kind: 'text', required: true, means: 'reach' },
%end%
%if lasting%
    reach: { kind: 'text', means: 'reach' },
%end%
    detail: { kind: 'prose' },
    commune: { kind: 'commune', filter: true },
%if done%
    state: { kind: 'choice', choices: ['open', 'done'], unasked: true },
    doneOn: { kind: 'day', unasked: true },
%end%
  },
})

/** All the records of the brick. Their tables are made from the log. */
export const tables: BrickTables = { records: [%type%] }
`,
  'model/commands.ts': `
import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { PATH, %type% } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * A command has the person's verb. It reads, decides, and returns what to write. A sentence is a
 * code of \`words/\`, worded where it is read. A finished record stays on its page, with its day.
 */
const finish: Command<Words> = {
  name: 'finish',
  path: \`\${PATH}/:id/finir\`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const row = read.one(%type%, one(input, 'id'))
    if (!row) return { refused: say('nothingThere') }
    if (row.state === 'done') return { refused: say('alreadyDone') }
    return {
      drafts: [draft(%type%, row.id, { state: 'done', doneOn: at.today })],
      next: \`\${PATH}/\${row.id}\`,
      said: say('finished'),
    }
  },
}

export const commands: readonly Command<Words>[] = [finish]
`,
  'model/model.ts': `
import type { BrickModel } from '../../../contract/brick.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'
%if done%
import { commands } from './commands.ts'
%end%
import { tables } from './records.ts'

/** A turn needs this of the brick: it loads no page. */
export const model: BrickModel<typeof fr> = {
  name: '%name%',
  ...tables,
%if done%
  commands,
%end%
%if lasting%
  commands: [],
%end%
  nobodys: ['%record%'],
  words: lazyWords<typeof fr>(\`\${import.meta.dirname}/../words\`),
}
`,
  'pages/pages.ts': `
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { RowOf } from '../../../core/schema.ts'
%if done%
import { onDay } from '../../../text/days.ts'
%end%
import { notice } from '../../../ui/board.ts'
%if done%
import { actButton } from '../../../ui/post.ts'
import { mistakeAlone } from '../../../ui/say.ts'
%end%
import { PATH, %type% } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type Row = RowOf<typeof %type%>

const list: Page<Words> = {
  path: PATH,
  show: (kit, _read, words): Leaf =>
    kit.list(%type%, row => line(row, kit), {
      title: words.menu,
      current: PATH,
      empty: html\`\${words.empty}\`,
    }),
}

const line = (row: Row, kit: Kit): Html =>
  notice({
    title: row.title ?? '',
    href: \`\${PATH}/\${row.id}\`,
    where: kit.shown(%type%, 'commune', row.commune),
  })

const one: Page<Words> = {
  path: \`\${PATH}/:id\`,
%if lasting%
  show: (kit, read): Leaf | undefined => {
    const row = read.one(%type%, kit.request.params['id'] ?? '')
    return row && kit.record(%type%, row.id, { current: PATH })
  },
%end%
%if done%
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(%type%, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const isKeeper = kit.request.by === 'keeper'
    const finishes = isKeeper && row.state !== 'done' && finishing(row, kit, words)
    return kit.record(%type%, row.id, {
      current: PATH,
      hide: ['state', 'doneOn'],
      lead: html\`\${row.state === 'done' && doneOn(row, kit, words)}\`,
      after: html\`
        \${mistakeAlone(kit.request)}
        \${finishes}
      \`,
    })
  },
%end%
}

%if done%
const doneOn = (row: Row, { request }: Kit, words: Words): Html =>
  html\`
    <p><b>\${words.doneOn(onDay(row.doneOn ?? '', request.lang, request.today))}</b></p>
  \`

const finishing = (row: Row, kit: Kit, words: Words): Html =>
  actButton(kit.form(), \`\${PATH}/\${row.id}/finir\`, {
    look: 'inline no-print',
    button: words.finish,
  })

%end%
export const pages: readonly Page<Words>[] = [list, one]
`,
  'words/fr.ts': `
/** What people read. \`en.ts\` has this type; no sentence stands anywhere else. */
export const fr = {
  types: {
    '%record%': {
      one: '%one%',
      many: '%many%',
      add: 'Ajouter %article% %one%',
      fields: {
        title: { label: 'En une phrase' },
        reach: {
          label: 'Comment joindre',
          hint: 'Un lieu et une heure, quelqu’un qui transmet, un téléphone.',
        },
        detail: { label: 'En dire plus' },
        commune: { label: 'Commune' },
%if done%
        state: { label: 'Où on en est', choices: { open: 'en cours', done: 'c’est fait' } },
        doneOn: { label: 'Fait le' },
%end%
      },
    },
  },
  menu: '%Many%',
  empty: 'Rien ici pour l’instant.',
%if done%
  finish: 'C’est fait',
  finished: 'C’est noté.',
  doneOn: (day: string) => \`Fait \${day}.\`,
  alreadyDone: 'C’est déjà fait.',
  nothingThere: 'Cela n’est plus sur cette page.',
%end%
}
`,
  'words/en.ts': `
import type { fr } from './fr.ts'

export const en: typeof fr = {
  types: {
    '%record%': {
      one: '%oneEn%',
      many: '%manyEn%',
      add: 'Add %articleEn% %oneEn%',
      fields: {
        title: { label: 'In one sentence' },
        reach: {
          label: 'How to reach',
          hint: 'A place and a time, someone who passes it on, a telephone.',
        },
        detail: { label: 'Say more' },
        commune: { label: 'Commune' },
%if done%
        state: { label: 'How far it is', choices: { open: 'going on', done: 'done' } },
        doneOn: { label: 'Done on' },
%end%
      },
    },
  },
  menu: '%ManyEn%',
  empty: 'Nothing here yet.',
%if done%
  finish: 'It is done',
  finished: 'Noted.',
  doneOn: day => \`Done \${day}.\`,
  alreadyDone: 'It is done already.',
  nothingThere: 'This is no longer on this page.',
%end%
}
`,
  'brick.ts': `
import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'

/** *%Many%*: say here, as a neighbour would, what people do with it. */
export const %var% = brick(model, { pages, slots })
`,
  'pages/slots.ts': `
import type { Slots } from '../../../contract/slots.ts'
import { PATH } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

export const slots: Slots<typeof fr> = {
  menu: words => [{ order: 90, href: PATH, words: words.menu }],
}
`,
  'README.md': `
# %name%: *%many%*

One sentence: what people of the village do with it.

%if done%
**Start here:** \`model/records.ts\` (the record), \`model/commands.ts\` (what is done with it), then
\`pages/pages.ts\`.
%end%
%if lasting%
**Start here:** \`model/records.ts\` (the record), then \`pages/pages.ts\`.
%end%

**May import:** what any brick may (\`bin/rooms.ts\`), and no other brick.

**Invariants:**

%if done%
- A record that is done is not done twice.
%end%
%if lasting%
- A record lasts until the keeper forgets it.
%end%

**Deliberately absent:** one line on what this brick leaves to others.

**Tests:** \`%name%.test.ts\`.
`,
  '%name%.test.ts': `
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { %var% } from './brick.ts'
import { PATH } from './model/records.ts'
import { fr } from './words/fr.ts'

const FOUND = 'La première du bas'
const REACH = 'au local, le mercredi'

/** One record, written as the keeper's form writes it; its address. */
const written = (box: TestEngine): string =>
  box.done('plain.write', { type: '%record%', title: FOUND, reach: REACH }).next ?? ''
%if done%
const idOf = (path: string): string => path.split('/').at(-1) ?? ''
%end%

test('an empty list says so', () => {
  using box = testEngine({ bricks: [%var%] })
  assert.ok(box.page(PATH)?.includes(fr.empty))
  assert.equal(box.page(\`\${PATH}/nobody\`), undefined)
})

test('a record stands in the list and on its own page, with how to reach', () => {
  using box = testEngine({ bricks: [%var%] })
  const path = written(box)
  assert.ok(box.page(PATH)?.includes(FOUND))
  assert.ok(box.page(path)?.includes(REACH))
  assert.ok(box.page(path, { lang: 'en' })?.includes(REACH))
})

%if done%
test('the keeper finishes it once; the page tells the day, and has no button', () => {
  using box = testEngine({ bricks: [%var%] })
  const path = written(box)
  const id = idOf(path)
  assert.ok(box.page(path, { by: 'keeper' })?.includes(\`\${path}/finir\`))
  assert.ok(!box.page(path)?.includes('/finir'))
  box.done('%name%.finish', { id })
  const page = box.page(path, { by: 'keeper' })
  assert.ok(page?.includes(fr.doneOn('le 5 décembre')))
  assert.ok(!page?.includes('/finir'))
})

test('a refusal says why', () => {
  using box = testEngine({ bricks: [%var%] })
  const id = idOf(written(box))
  box.done('%name%.finish', { id })
  const again = box.turn('%name%.finish', { id })
  assert.equal('refused' in again && again.refused, fr.alreadyDone)
  const nothing = box.turn('%name%.finish', { id: 'nobody' })
  assert.equal('refused' in nothing && nothing.refused, fr.nothingThere)
})

test('a visitor finishes nothing', () => {
  using box = testEngine({ bricks: [%var%] })
  const path = written(box)
  assert.equal(box.turn('%name%.finish', { id: idOf(path) }, { by: 'visitor' }).done, false)
  assert.ok(!box.page(path)?.includes(fr.doneOn('le 5 décembre')))
})
%end%
`,
}

/** A name as a variable: `book-club` is `bookClub`. */
export const variable = (name: string): string =>
  name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A template in the words of this brick, with the lines that suit its records. */
export function wordedFor(made: NewBrick): (template: string) => string {
  const { name, record, lasting, ...words } = made
  const tokens: Readonly<Record<string, string>> = {
    ...words,
    ...{ name, record, var: variable(name) },
    articleEn: /^[aeiou]/i.test(made.oneEn) ? 'an' : 'a',
    Many: capital(made.many),
    ManyEn: capital(made.manyEn),
    One: capital(made.one),
    type: record === name ? `${variable(name)}Record` : variable(record),
  }
  const kept = lasting ? 'lasting' : 'done'
  return template =>
    template
      .replace(/^%if (\w+)%\n([\s\S]*?)^%end%\n/gm, (_, kind, lines) =>
        kind === kept ? lines : '',
      )
      .replace(/%(\w+)%/g, (whole, token: string) => tokens[token] ?? whole)
      .trimStart()
}

/** The text of each file, by its path within the brick. */
export function filesOf(made: NewBrick): ReadonlyMap<string, string> {
  const own = wordedFor(made)
  const files = Object.entries(FILES).map(([file, text]) => [own(file), own(text)] as const)
  return new Map(files.filter(([file]) => !made.lasting || file !== 'model/commands.ts'))
}
