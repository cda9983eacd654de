/** The files of a new brick, before `biome` lays them out. `NAME` is its name, `VAR` the same as a variable. */
const FILES: Readonly<Record<string, string>> = {
  'records.ts': `
import { recordType } from '../../core/schema.ts'

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
  'commands.ts': `
import { type Decision, draft } from '../../contract/decision.ts'
import type { Command } from '../../contract/command.ts'
import type { fr } from './fr.ts'
import { VARRecord } from './records.ts'

type Words = typeof fr

/** The person's verb: it reads, decides, and says what to write. What is done stays on the page, with its day. */
const finish: Command<Words> = {
  name: 'finish',
  path: '/NAME/:id/finir',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const row = read.one(VARRecord, typeof input['id'] === 'string' ? input['id'] : '')
    if (!row) return { refused: words.nothingThere }
    if (row.state === 'done') return { refused: words.alreadyDone }
    return { drafts: [draft(VARRecord, row.id, { state: 'done', doneOn: at.today })], next: \`/NAME/\${row.id}\`, said: words.finished }
  },
}

export const commands: readonly Command<Words>[] = [finish]
`,
  'pages.ts': `
import type { Ask, Leaf, Page } from '../../contract/page.ts'
import { notice } from '../../ui/board.ts'
import { onDay } from '../../ui/days.ts'
import { type Html, html } from '../../ui/html.ts'
import { refused } from '../../ui/say.ts'
import type { fr } from './fr.ts'
import { VARRecord } from './records.ts'

type Words = typeof fr
const PATH = '/NAME'

const list: Page<Words> = {
  path: PATH,
  show: (ask, _read, words): Leaf =>
    ask.list(
      VARRecord,
      row => notice({ title: row.title ?? '', href: \`\${PATH}/\${row.id}\`, where: ask.shown(VARRecord, 'commune', row.commune) as Html }),
      { current: PATH, empty: html\`\${words.empty}\` },
    ),
}

const one: Page<Words> = {
  path: \`\${PATH}/:id\`,
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(VARRecord, ask.params['id'] ?? '')
    if (!row) return undefined
    const isDone = row.state === 'done'
    return ask.record(VARRecord, row.id, {
      current: PATH,
      hide: ['state', 'doneOn'],
      lead: html\`\${isDone && html\`<p><b>\${words.doneOn(onDay(row.doneOn ?? '', ask.lang, ask.today))}</b></p>\`}\`,
      after: html\`\${ask.again && refused([{ sentence: ask.again.refused }], ask.lang)}\${ask.by === 'keeper' && !isDone && finishing(ask, row.id, words)}\`,
    })
  },
}

const finishing = (ask: Ask, id: string, words: Words): Html =>
  html\`<form class="inline no-print" method="post" action="\${PATH}/\${id}/finir">\${ask.form() as Html}<input type="hidden" name="from" value="\${ask.path}"><button>\${words.finish}</button></form>\`

export const pages: readonly Page<Words>[] = [list, one]
`,
  'fr.ts': `
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
  'en.ts': `
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
  'brick.ts': `
import { brick } from '../../contract/brick.ts'
import { commands } from './commands.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { VARRecord } from './records.ts'

/** What this brick is for, in a sentence that a neighbour would say. */
export const VAR = brick({
  name: 'NAME',
  records: [VARRecord],
  commands,
  pages,
  slots: { menu: words => [{ order: 90, href: '/NAME', words: words.menu }] },
  reads: ['territory?'],
  words: { fr, en },
})
`,
  'NAME.test.ts': `
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '../../engine/house.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { idFrom } from '../../core/id.ts'
import { newBox } from '../../log/box.ts'
import type { Html } from '../../ui/html.ts'
import { askFor } from '../../web/pages/ask.ts'
import { type House, runBatch } from '../../engine/turn.ts'
import { VAR } from './brick.ts'
import { fr } from './fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0

function turn(house: House, command: string, input: Input, by: Who = 'keeper') {
  const id = idFrom(NOW, Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ : 0)))
  const [brick = '', name = ''] = command.split('.')
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  return runBatch(house, [{ brick, command: name, input, by, id, lang: 'fr' }], clock)[0]!
}

/** One record, written as the keeper's form writes it; its address. */
function written(house: House): string {
  const answer = turn(house, 'plain.write', { type: 'NAME', title: 'Le four du bas', reach: 'au local, le mercredi' })
  assert.ok(answer.done)
  return answer.next ?? ''
}

function shown(house: House, path: string, id?: string, by: Who = 'visitor', lang: Lang = 'fr'): string | undefined {
  const { bricks, types, read, log } = house
  const page = VAR.pages.find(one => one.path === (id === undefined ? path : \`\${path}/:id\`))
  const site = { bricks, types, read, log, secret: Buffer.alloc(32), now: () => NOW, today: () => TODAY }
  const ask = askFor(site, { path, params: id === undefined ? {} : { id }, lang, by })
  return (page?.show(ask, read, VAR.words[lang])?.body as Html | undefined)?.html
}

test('an empty list says so; what is written stands in it and on its own page, with how to reach', () => {
  const house = openHouse([VAR], newBox())
  assert.ok(shown(house, '/NAME')?.includes(fr.empty))
  const path = written(house)
  const id = path.split('/').at(-1) ?? ''
  assert.ok(shown(house, '/NAME')?.includes('Le four du bas'))
  assert.ok(shown(house, '/NAME', id)?.includes('au local, le mercredi'))
  assert.ok(shown(house, '/NAME', id, 'visitor', 'en')?.includes('au local, le mercredi'))
  assert.equal(shown(house, '/NAME', 'nobody'), undefined)
})

test('the keeper finishes it once; the page tells the day, and no more button', () => {
  const house = openHouse([VAR], newBox())
  const id = written(house).split('/').at(-1) ?? ''
  assert.ok(shown(house, '/NAME', id, 'keeper')?.includes(\`/NAME/\${id}/finir\`))
  assert.ok(!shown(house, '/NAME', id)?.includes('/finir'))
  assert.equal(turn(house, 'NAME.finish', { id }).done, true)
  assert.ok(shown(house, '/NAME', id, 'keeper')?.includes(fr.doneOn('le 5 décembre')))
  const again = turn(house, 'NAME.finish', { id })
  assert.equal('refused' in again && again.refused, fr.alreadyDone)
  const nothing = turn(house, 'NAME.finish', { id: 'nobody' })
  assert.equal('refused' in nothing && nothing.refused, fr.nothingThere)
})

test('a visitor’s turn is not the keeper’s: nothing is finished', () => {
  const house = openHouse([VAR], newBox())
  const id = written(house).split('/').at(-1) ?? ''
  assert.equal(turn(house, 'NAME.finish', { id }, 'visitor').done, false)
  assert.ok(!shown(house, '/NAME', id)?.includes(fr.doneOn('le 5 décembre')))
})
`,
}

/** A name as a variable: `book-club` is `bookClub`. */
export const variable = (name: string): string => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export function filesOf(name: string): ReadonlyMap<string, string> {
  const own = (text: string) => text.replaceAll('NAME', name).replaceAll('VAR', variable(name))
  return new Map(Object.entries(FILES).map(([file, text]) => [own(file), own(text).trimStart()]))
}
