import { type Html, html } from '../../contract/html.ts'
import type { Kit, ListMore } from '../../contract/kit.ts'
import { bothQueries, newestFirst, pageOf } from '../../contract/newest.ts'
import type { Leaf } from '../../contract/page.ts'
import type { ListQuery, Reader, Scalar } from '../../contract/reader.ts'
import type { Request } from '../../contract/request.ts'
import { byLetter, STANDS, tableOf, WITH_WORDS, wordsAsked } from '../../contract/tables.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { asSent, type Input } from '../../core/form/input.ts'
import type { Field, RecordType, RowOf } from '../../core/schema.ts'
import { choicesFor, withMadeFields } from '../../engine/fields.ts'
import { formField, tick, tickField } from '../../ui/field.ts'
import { dataLine, type Filter, letterHead, letters, listPage, pageAsked } from '../../ui/list.ts'
import { hidden, mainButton } from '../../ui/post.ts'
import { said } from '../../ui/say.ts'
import { uiWords } from '../../ui/words.ts'
import type { PageSource } from '../pages/kit.ts'
import { chosenOf, columnsOf, type ListedColumn } from './listed.ts'
import { plainWords } from './words.ts'

const PER_PAGE = 30

/**
 * The list of a type: filters of its schema, newest first unless asked otherwise, a page at a time.
 */
export function listLeaf<T extends RecordType>(
  source: PageSource,
  kit: Kit,
  { type, item }: Readonly<{ type: T; item: (row: RowOf<T>, rows: readonly RowOf<T>[]) => Html }>,
  more: ListMore = {},
): Leaf {
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const perPage = more.perPage ?? PER_PAGE
  const chosen = bothQueries(more.wanted ?? {}, filtered(type, kit.request.query, source.read))
  const wanted = more.byLetter ? { ...chosen, order: `${byLetter(type.title)}, id` } : chosen
  const found = source.read.count(type, wanted)
  const pages = Math.max(1, Math.ceil(found / perPage))
  const page = pageAsked(kit.request.query, pages)
  const parts =
    wanted.order === undefined
      ? newestFirst(kit.request.today).map(part => bothQueries(wanted, part))
      : [wanted]
  const rows = pageOf(
    parts,
    { offset: (page - 1) * perPage, limit: perPage },
    part => source.read.list(type, part),
    part => source.read.count(type, part),
  )
  const path = more.path ?? type.path ?? kit.request.path
  const begun = more.byLetter && found > perPage ? lettersOf(source.read, type, wanted) : []
  const title = more.title ?? words.many
  const adds = more.adds ?? (type.path && `${type.path}/ajouter?genre=${type.name}`)
  const add =
    kit.request.by === 'keeper' && adds && html`<a class="button" href="${adds}">${words.add}</a>`
  const body = listPage({
    lang: kit.request.lang,
    title,
    lead: more.lead ?? false,
    asks: more.asks ?? false,
    acts: html`${more.acts}${add}`,
    said: html`${more.wrong}${said(kit.request.said)}`,
    keeps: more.keeps ?? [],
    path,
    query: kit.request.query,
    filters: filtersOf(source, kit, { type, found }),
    letters: letters(
      { lang: kit.request.lang, path, query: kit.request.query },
      begun.map(({ letter, before }) => ({ letter, page: Math.floor(before / perPage) + 1 })),
    ),
    items: rows.map((row, i) => {
      const at = (page - 1) * perPage + i
      const letter = begun.find(one => one.before === at)?.letter
      return html`${letter !== undefined && letterHead(letter)}${item(row, rows)}`
    }),
    found: plainWords(kit.request.lang).found(found),
    ...(more.empty ? { empty: more.empty } : {}),
    page,
    pages,
  })
  const data =
    type.path && found > 0 && dataLine([{ name: type.name, words: words.many }], kit.request.lang)
  const print = type.path && found > 0 && printing(source, kit.request, type)
  return {
    title,
    body: html`${body}${data}${print}`,
    ...(more.current ? { current: more.current } : {}),
  }
}

/** The letters that begin the titles of a list, with how many records stand before each. */
function lettersOf(
  read: Reader,
  type: RecordType,
  wanted: ListQuery,
): readonly Readonly<{ letter: string; before: number }>[] {
  const table = tableOf(type.name, 'commons')
  const rows = read.all(
    `SELECT substr(${byLetter(type.title)}, 1, 1) AS letter, count(*) AS n FROM "${table}"
      WHERE ${STANDS}${wanted.where ? ` AND (${wanted.where})` : ''}
      GROUP BY letter ORDER BY letter`,
    ...(wanted.with ?? []),
  )
  let before = 0
  return rows.flatMap(row => {
    const letter = String(row['letter'])
    const one = { letter, before }
    before += Number(row['n'])
    return /^[a-z]$/.test(letter) ? [one] : []
  })
}

/** The way to the same list on paper, as it is filtered; the keeper chooses its columns. */
function printing(source: PageSource, request: Request, plain: RecordType): Html {
  const w = plainWords(request.lang).printList
  const action = `/imprimer/liste/${plain.name}`
  const names = [WORDS, ...filterFields(plain).map(([name]) => name)]
  const asked = names.map(name => [name, asSent(request.query, name)] as const)
  const kept = asked.filter(([, value]) => value !== '')
  if (request.by !== 'keeper') {
    const query = new URLSearchParams(kept.map(([name, value]) => [name, value])).toString()
    return html`
      <p class="where no-print"><a href="${action}${query && `?${query}`}">${w.print}</a></p>
    `
  }
  const { type, words } = withMadeFields(source.bricks, source.read, plain, request.lang)
  const columns = columnsOf(type, words, request)
  const chosen = new Set(chosenOf(type, columns, {}).map(column => column.name))
  const column = ({ name, label, isHome }: ListedColumn): Html =>
    tick({
      name: 'col',
      value: name,
      isOn: chosen.has(name),
      words: html`${label}${isHome && html` <span class="where">${w.stays}</span>`}`,
    })
  const sort = formField({
    id: 'f-tri',
    label: w.sort,
    control: html`
      <select id="f-tri" name="tri">
        ${columns.map(
          ({ name, label }) =>
            html`
              <option value="${name}"${name === type.title && html` selected`}>${label}</option>
            `,
        )}
      </select>
    `,
  })
  return html`
    <details class="no-print">
      <summary>${w.print}</summary>
      <form class="form" action="${action}" aria-label="${w.choose}">
        ${kept.map(([name, value]) => hidden({ [name]: value }))}
        <fieldset class="field"><legend>${w.columns}</legend>${columns.map(column)}</fieldset>
        ${sort}
        ${tickField({ name: 'cases', value: 'oui', words: w.ticks })}
        <p class="acts">${mainButton(w.print)}</p>
      </form>
    </details>
  `
}

const filterFields = (type: RecordType): readonly (readonly [string, Field])[] =>
  Object.entries(type.fields).filter(
    ([, field]) => field.filter && (field.space ?? 'commons') === 'commons',
  )

/**
 * The query’s filters as SQL over the type’s columns. Names come from the schema, values are bound.
 * A filter on a joined record finds the records that link to any of the set.
 */
export function filtered(type: RecordType, query: Input, read: Reader): ListQuery {
  const chosen = filterFields(type).flatMap(([name, field]) => {
    const value = asSent(query, name)
    if (value === '') return []
    const values =
      field.kind === 'themes' || field.kind === 'link' ? read.joinedWith(value) : [value]
    const one = field.kind === 'themes' || field.many ? `instr("${name}", ?) > 0` : `"${name}" = ?`
    return [{ sql: `(${values.map(() => one).join(' OR ')})`, values }]
  })
  const words = wordsAsked(asSent(query, WORDS))
  const all = words === '' ? chosen : [...chosen, { sql: WITH_WORDS, values: [words] }]
  if (all.length === 0) return {}
  return {
    where: all.map(one => one.sql).join(' AND '),
    with: all.flatMap((one): readonly Scalar[] => one.values),
  }
}

/** The name in an address of the words typed above a list. */
const WORDS = 'mot'
/** A shorter list is read at a glance. */
const WORTH_TYPING = 10

function filtersOf(
  source: PageSource,
  kit: Kit,
  { type, found }: Readonly<{ type: RecordType; found: number }>,
): readonly Filter[] {
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const choices = choicesFor(type, source.read, kit.territory)
  const typed =
    type.path !== undefined && (found > WORTH_TYPING || asSent(kit.request.query, WORDS) !== '')
  const chosen = filterFields(type).map(([name, field]) => ({
    name,
    label: words.fields[name]?.label ?? name,
    options:
      field.kind === 'choice'
        ? (field.choices ?? []).map(value => ({
            value,
            label: words.fields[name]?.choices?.[value] ?? value,
          }))
        : (choices(name) ?? []),
  }))
  return typed ? [{ name: WORDS, label: uiWords(kit.request.lang).words }, ...chosen] : chosen
}
