import { type Html, html } from '../../contract/html.ts'
import type { Ask, Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { RecordType } from '../../core/schema.ts'
import { notice } from '../../ui/board.ts'
import { form } from '../../ui/form.ts'
import { refused, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import type { Site } from '../pages/ask.ts'
import type { Shown } from '../server.ts'
import { madePage } from './made.ts'
import { minePages } from './mine.ts'
import { historyLines } from './record.ts'
import { takenOffLeaf, takenOffPage } from './taken-off.ts'
import { toolPages } from './tools.ts'
import { waitingPage } from './waiting.ts'
import { plainWords } from './words.ts'

/**
 * Pages that every type with an address has, made from its schema; a brick's own page at the same
 * address comes before.
 */
export function plainPages(site: Site): readonly Shown[] {
  const types = [...site.types.values()].filter(
    (type): type is RecordType & { path: string } => type.path !== undefined,
  )
  const each = types.flatMap(type => [
    {
      path: type.path,
      show: (ask: Ask) =>
        ask.list(type, row => lineOf(type, row as Readonly<Record<string, unknown>>, ask)),
    },
    {
      path: `${type.path}/:id`,
      show: (ask: Ask, read: Reader) =>
        ask.record(type, ask.params['id'] ?? '') ?? takenOffLeaf(ask, read, type),
    },
    {
      path: `${type.path}/ajouter`,
      who: 'keeper' as const,
      show: (ask: Ask) => (isAsked(ask, type, types) ? addLeaf(site, ask, type) : undefined),
    },
    {
      path: `${type.path}/:id/modifier`,
      who: 'keeper' as const,
      show: (ask: Ask, read: Reader) => editLeaf(site, ask, read, type),
    },
    {
      path: `${type.path}/:id/changements`,
      show: (ask: Ask, read: Reader) => changesLeaf(site, ask, read, type),
    },
  ])
  return [
    ...minePages(site),
    ...each,
    waitingPage(site),
    ...toolPages(site),
    madePage(site),
    takenOffPage(site),
  ]
}

/**
 * Where two types share an address, `?genre=` says which is added; the first is meant otherwise.
 */
function isAsked(ask: Ask, type: RecordType, all: readonly RecordType[]): boolean {
  const sharing = all.filter(one => one.path === type.path)
  const asked = ask.query['genre'] ?? (ask.again?.input['type'] as string | undefined)
  return sharing.some(one => one.name === asked) ? type.name === asked : type === sharing[0]
}

function lineOf(type: RecordType, row: Readonly<Record<string, unknown>>, ask: Ask): Html {
  const where = row['commune'] ? ask.shown(type, 'commune', row['commune']) : ''
  return notice({
    title: String(row[type.title] ?? ''),
    href: `${type.path}/${String(row['id'])}`,
    where,
  })
}

const errorAbove = (ask: Ask): Html | false =>
  ask.again !== undefined &&
  refused(
    [{ sentence: ask.again.refused, ...(ask.again.field ? { field: ask.again.field } : {}) }],
    ask.lang,
  )

function addLeaf(site: Site, ask: Ask, type: RecordType & { path: string }): Leaf {
  const w = plainWords(ask.lang)
  const words = wordsOfType(site.bricks, type.name, ask.lang)
  const hidden = html`
    ${ask.form()}
    <input type="hidden" name="type" value="${type.name}">
    <input type="hidden" name="from" value="${ask.path}?genre=${type.name}">
  `
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: type.path, words: words.many }], ask.lang)}
        <h1>${words.add}</h1>
        ${errorAbove(ask)}
        ${form({
          action: '/ecrire',
          hidden,
          fields: html`
            ${ask.fields(type, prefilled(type, ask))}
            ${
              ask.again?.field === 'sure' &&
              html`
                <div class="field">
                  <label class="tick">
                    <input id="f-sure" type="checkbox" name="sure" value="1"> ${w.sureNew}
                  </label>
                </div>
              `
            }
          `,
          button: w.save,
          files: holdsFiles(type),
        })}
      </article>
    </div>
  `
  return { title: words.add, body }
}

/**
 * What a link to this form already knows: *Fixer ce jour dans l'agenda* brings the title and the
 * day.
 */
function prefilled(type: RecordType, ask: Ask): Readonly<Record<string, unknown>> {
  const given = Object.entries(ask.query).filter(
    ([name, value]) => typeof value === 'string' && Object.hasOwn(type.fields, name),
  )
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      type.fields[name]?.many || type.fields[name]?.kind === 'themes' ? [value] : value,
    ]),
  )
}

function editLeaf(
  site: Site,
  ask: Ask,
  read: Reader,
  type: RecordType & { path: string },
): Leaf | undefined {
  const row = read.one(type, ask.params['id'] ?? '') as
    | Readonly<Record<string, unknown>>
    | undefined
  if (!row) return undefined
  // Of a record that shows under another, the form is that one's.
  const id = String(row['id'])
  const w = plainWords(ask.lang)
  const words = wordsOfType(site.bricks, type.name, ask.lang)
  const title = String(row[type.title] ?? '')
  const own = html`
    <input type="hidden" name="type" value="${type.name}">
    <input type="hidden" name="id" value="${id}">
    <input type="hidden" name="from" value="${ask.path}">
  `
  const hidden = html`${ask.form({ type: type.name, id })}${own}`
  const onlyPast = ask.again?.input['past'] === '1'
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs(
          [
            { href: type.path, words: words.many },
            { href: `${type.path}/${id}`, words: title },
          ],
          ask.lang,
        )}
        <h1>${w.edit}${w.colon}${title}</h1>
        ${errorAbove(ask)}
        ${form({
          action: '/ecrire',
          hidden,
          fields: ask.fields(type, wholeRow(read, type, row)),
          button: w.save,
          files: holdsFiles(type),
        })}
        <h2>${w.remove}</h2>
        <form class="form" method="post" action="/retirer">
          ${ask.form({ type: type.name, id })}
          ${own}
          <p>${w.removeAsk}</p>
          <p class="acts"><button>${w.remove}</button></p>
        </form>
        <h2>${w.forget}</h2>
        <form class="form" method="post" action="/oublier">
          ${ask.form()}
          ${own}
          <p>${w.forgetAsk}</p>
          <fieldset class="field">
            <legend>${w.forgetWhat}</legend>
            <label class="tick">
              <input type="radio" name="past"
                value="1"${onlyPast && html` checked`}> ${w.forgetPast}
            </label>
            <label class="tick">
              <input type="radio" name="past" value=""${!onlyPast && html` checked`}> ${w.forgetAll}
            </label>
          </fieldset>
          <div class="field">
            <label for="f-code">${w.forgetCode}</label>
            <input id="f-code" name="code" autocomplete="off">
          </div>
          <p class="acts"><button>${w.forget}</button></p>
        </form>
      </article>
    </div>
  `
  return { title: `${w.edit}${w.colon}${title}`, body }
}

/** Whether a form of this type asks for files: it is then sent whole. */
const holdsFiles = (type: RecordType): boolean =>
  Object.values(type.fields).some(field => field.kind === 'files' && !field.unasked)

const MOST_CHANGES = 200

function changesLeaf(
  site: Site,
  ask: Ask,
  read: Reader,
  type: RecordType & { path: string },
): Leaf | undefined {
  const id = ask.params['id'] ?? ''
  const called = read.called(id)
  const history = read.history(type.name, id, ask.by === 'keeper' ? 'whole' : undefined)
  if (history.length === 0 || (called === undefined && ask.by !== 'keeper')) return undefined
  const w = plainWords(ask.lang)
  const words = wordsOfType(site.bricks, type.name, ask.lang)
  const lines = historyLines(site, ask, type, id, MOST_CHANGES).map((line, i) => {
    const again = ask.by === 'keeper' && history[i]?.value !== undefined
    return html`
      <li>
        ${line}
        ${
          again &&
          html` <form class="inline no-print" method="post" action="/remettre">${ask.form()}<input
              type="hidden" name="type" value="${type.name}"><input type="hidden" name="id"
              value="${id}"><input type="hidden" name="line"
              value="${history.length - 1 - i}"><button>${w.bringBack}</button></form>`
        }
      </li>
    `
  })
  const title = called?.title ?? words.one
  const body = html`${said(ask.said)}<div class="one"><article class="sheet">${crumbs(
    [
      { href: type.path, words: words.many },
      { href: `${type.path}/${id}`, words: title },
    ],
    ask.lang,
  )}<h1>${w.changes}</h1><ul class="history">${lines}</ul></article></div>`
  return { title: w.changes, body }
}
