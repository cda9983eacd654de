import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Request } from '../../contract/request.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { RecordType } from '../../core/schema.ts'
import { notice } from '../../ui/board.ts'
import { formField, tick, tickField } from '../../ui/field.ts'
import { actButton, mainButton, namedBy, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import { crumbs } from '../../ui/sheet.ts'
import { inTongue } from '../../ui/tongue.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { bricksPage } from './bricks-page.ts'
import { historyLines } from './changes.ts'
import { madePage } from './made.ts'
import { mendSentPage } from './mend-sent.ts'
import { minePages } from './mine.ts'
import { beforeMend } from './record.ts'
import { seenNewsPage } from './seen-news.ts'
import { takenOffLeaf, takenOffPage } from './taken-off.ts'
import { toolPages } from './tools.ts'
import { waitingPage } from './waiting.ts'
import { plainWords } from './words.ts'

/**
 * Pages that every type with an address has, made from its schema; a brick's own page at the same
 * address comes before.
 */
export function plainPages(source: PageSource): readonly ServedPage[] {
  const types = [...source.types.values()].filter(
    (type): type is RecordType & { path: string } => type.path !== undefined,
  )
  const each = types.flatMap(type => [
    {
      path: type.path,
      show: (kit: Kit) => kit.list(type, row => lineOf(type, row, kit)),
    },
    {
      path: `${type.path}/:id`,
      show: (kit: Kit, read: Reader) =>
        kit.record(type, kit.request.params['id'] ?? '') ?? takenOffLeaf(source, kit, read, type),
    },
    {
      path: `${type.path}/ajouter`,
      who: 'keeper' as const,
      show: (kit: Kit) =>
        isAsked(kit.request, type, types) ? addLeaf(source, kit, type) : undefined,
    },
    {
      path: `${type.path}/:id/modifier`,
      who: 'keeper' as const,
      show: (kit: Kit, read: Reader) => editLeaf(source, kit, read, type),
    },
    {
      path: `${type.path}/:id/changements`,
      show: (kit: Kit, read: Reader) => changesLeaf(source, kit, read, type),
    },
  ])
  return [
    ...minePages(source),
    seenNewsPage(source),
    bricksPage(source),
    ...each,
    waitingPage(source),
    mendSentPage(source),
    ...toolPages(source),
    madePage(source),
    takenOffPage(source),
  ]
}

/**
 * Where two types share an address, `?genre=` says which is added; the first is meant otherwise.
 */
function isAsked(request: Request, type: RecordType, all: readonly RecordType[]): boolean {
  const sharing = all.filter(one => one.path === type.path)
  const asked = request.query['genre'] ?? (request.again?.input['type'] as string | undefined)
  return sharing.some(one => one.name === asked) ? type.name === asked : type === sharing[0]
}

function lineOf(type: RecordType, row: Readonly<Record<string, unknown>>, kit: Kit): Html {
  const where = row['commune'] ? kit.shown(type, 'commune', row['commune']) : ''
  return notice({
    title: String(row[type.title] ?? ''),
    href: `${type.path}/${String(row['id'])}`,
    where,
    isOnScreen: kit.isByCard(String(row['id'])),
  })
}

function addLeaf(source: PageSource, kit: Kit, type: RecordType & { path: string }): Leaf {
  const w = plainWords(kit.request.lang)
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: type.path, words: words.many }], kit.request.lang)}
        <h1>${words.add}</h1>
        ${said(kit.request.said)}
        ${mistakeIn(kit.request)}
        ${post(kit.form(), '/ecrire', {
          hidden: { type: type.name, from: `${kit.request.path}?genre=${type.name}` },
          files: holdsFiles(kit, type),
          unchecked: true,
          fields: html`
            ${kit.fields(type, prefilled(type, kit.request))}
            ${
              kit.request.again?.field === 'sure' &&
              tickField({ id: 'f-sure', name: 'sure', words: w.sureNew })
            }
          `,
          button: html`
            ${mainButton(w.save)}
            <button name="more" value="1">${w.saveAndMore}</button>
          `,
        })}
      </article>
    </div>
  `
  return { title: words.add, body }
}

/**
 * The values that a link gives a new form: *Fixer ce jour dans l’agenda* brings the title and the
 * day.
 */
function prefilled(type: RecordType, request: Request): Readonly<Record<string, unknown>> {
  const given = Object.entries(request.query).filter(
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
  source: PageSource,
  kit: Kit,
  read: Reader,
  type: RecordType & { path: string },
): Leaf | undefined {
  const row: Readonly<Record<string, unknown>> | undefined = read.one(
    type,
    kit.request.params['id'] ?? '',
  )
  if (!row) return undefined
  // Of a record that shows under another, the form is that one's.
  const id = String(row['id'])
  const w = plainWords(kit.request.lang)
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const title = String(row[type.title] ?? '')
  const own = { type: type.name, id }
  const onlyPast = kit.request.again?.input['past'] === '1'
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs(
          [
            { href: type.path, words: words.many },
            { href: `${type.path}/${id}`, words: title, isSaid: true },
          ],
          kit.request.lang,
        )}
        <h1>${w.edit}${w.colon}${inTongue(title, kit.request.lang)}</h1>
        ${mistakeIn(kit.request)}
        ${beforeMend(source, kit, read, { type, id })}
        ${post(kit.form(own), '/ecrire', {
          hidden: own,
          files: holdsFiles(kit, type),
          unchecked: true,
          fields: kit.fields(type, wholeRow(read, type, row)),
          button: mainButton(w.save),
        })}
        <h2>${w.remove}</h2>
        ${post(kit.form(own), '/retirer', {
          hidden: own,
          fields: html`<p>${w.removeAsk}</p>`,
          button: w.remove,
        })}
        <h2>${w.forget}</h2>
        ${post(kit.form(), '/oublier', {
          hidden: own,
          fields: html`
            <p>${w.forgetAsk}</p>
            <fieldset class="field">
              <legend>${w.forgetWhat}</legend>
              ${tick({ kind: 'radio', name: 'past', isOn: onlyPast, words: w.forgetPast })}
              ${tick({
                kind: 'radio',
                name: 'past',
                value: '',
                isOn: !onlyPast,
                words: w.forgetAll,
              })}
            </fieldset>
            ${formField({
              id: 'f-code',
              label: w.forgetCode,
              input: { name: 'code', autocomplete: 'off' },
            })}
          `,
          button: w.forget,
        })}
      </article>
    </div>
  `
  return { title: `${w.edit}${w.colon}${title}`, body }
}

/** Whether a form of this type asks for files: it is then sent whole. */
const holdsFiles = (kit: Kit, type: RecordType): boolean =>
  Object.values(kit.withMadeFields(type).type.fields).some(
    field => field.kind === 'files' && !field.unasked,
  )

const MOST_CHANGES = 200

function changesLeaf(
  source: PageSource,
  kit: Kit,
  read: Reader,
  type: RecordType & { path: string },
): Leaf | undefined {
  const id = kit.request.params['id'] ?? ''
  const called = read.called(id)
  const history = read.history(type.name, id, kit.request.by === 'keeper' ? 'whole' : undefined)
  if (history.length === 0 || (called === undefined && kit.request.by !== 'keeper'))
    return undefined
  const w = plainWords(kit.request.lang)
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const lines = historyLines(source, kit, { type, id }, MOST_CHANGES).map((line, i) => {
    const { value, untold } = history[i] ?? {}
    const again = kit.request.by === 'keeper' && value !== undefined && !untold
    return html`
      <li>
        <span id="line-${i}">${line}</span>
        ${
          again &&
          html` ${actButton(kit.form(), '/remettre', {
            look: 'inline no-print',
            hidden: { type: type.name, id, line: history.length - 1 - i, from: false },
            button: html`
              <button${namedBy(`back-${i}`, `line-${i}`)}>${w.bringBack}</button>
            `,
          })}`
        }
      </li>
    `
  })
  const title = called?.title ?? words.one
  const body = html`${said(kit.request.said)}<div class="one"><article class="sheet">${crumbs(
    [
      { href: type.path, words: words.many },
      { href: `${type.path}/${id}`, words: title, isSaid: true },
    ],
    kit.request.lang,
  )}<h1>${w.changes}</h1><ul class="history">${lines}</ul></article></div>`
  return { title: w.changes, body }
}
