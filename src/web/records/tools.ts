import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import { OWN_FIRST, type Reader } from '../../contract/reader.ts'
import { inOrder, TOOL_HEADS, type ToDo, type Tool } from '../../contract/slots.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { type RecordType, typeFor } from '../../core/schema.ts'
import { notice, notices } from '../../ui/board.ts'
import { mainButton, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { TAKEN_OFF } from './taken-off.ts'
import { plainWords } from './words.ts'

/**
 * `/tenir`: all that the keeper can do, on one page; `/tenir/la-page`: the page's own name and
 * keeper.
 */
export const toolPages = (source: PageSource): readonly ServedPage[] => [
  { path: '/tenir', who: 'keeper', show: (kit, read) => toolsLeaf(source, kit, read) },
  { path: '/tenir/la-page', who: 'keeper', show: (kit, read) => territoryLeaf(source, kit, read) },
]

function toolsLeaf(source: PageSource, kit: Kit, read: Reader): Leaf {
  const w = plainWords(kit.request.lang)
  const own: readonly Tool[] = [
    { href: '/apporter-un-tableau', words: w.bringTable, under: 'in', order: 30 },
    { href: '/a-montrer', words: w.toShow, under: 'answers', order: 10 },
    { href: TAKEN_OFF, words: w.undo.title, under: 'answers', order: 40 },
    ...(typeFor(source.types, 'page')
      ? [{ href: '/tenir/la-page', words: w.pageItself, under: 'box', order: 10 } as const]
      : []),
    ...(typeFor(source.types, 'ground')
      ? [{ href: '/tenir/communes', words: w.moreCommunes, under: 'box', order: 20 } as const]
      : []),
    ...(typeFor(source.types, 'ground')
      ? [{ href: '/tenir/carte', words: w.whereCommunes, under: 'box', order: 30 } as const]
      : []),
    { href: '/tenir/champs', words: w.fieldsTitle, under: 'box', order: 40 },
    { href: '/tenir/feuille', words: w.codeSheet, under: 'box', order: 50 },
  ]
  const tools = inOrder([
    ...own,
    ...source.bricks.flatMap(
      brick => brick.slots?.tools?.(brick.words[kit.request.lang], read) ?? [],
    ),
  ])
  const types = [...source.types.values()].filter(
    (type): type is RecordType & { path: string } => type.path !== undefined,
  )
  const adds = types.map(type => ({
    href: `${type.path}/ajouter?genre=${type.name}`,
    words: wordsOfType(source.bricks, type.name, kit.request.lang).add,
  }))
  const links = (some: readonly Readonly<{ href: string; words: string }>[]) =>
    some.map(one => html`<li><a href="${one.href}">${one.words}</a></li>`)
  const part = (head: Tool['under']) => {
    const under = tools.filter(tool => tool.under === head)
    return (
      under.length > 0 &&
      html`
        <section>
          <header><h2>${w.toolHeads[head]}</h2></header>
          <ul class="links">${links(under)}</ul>
        </section>
      `
    )
  }
  const body = html`
    ${said(kit.request.said)}
    <div class="head"><h1>${w.keep}</h1><p class="lead">${w.keepLead}</p></div>
    ${waiting(kit)}
    <div class="board">${TOOL_HEADS.map(part)}</div>
    <section><header><h2>${w.addOne}</h2></header><ul class="columns">${links(adds)}</ul></section>
    ${source.bricks.map(brick =>
      brick.slots?.underTools?.(kit, read, brick.words[kit.request.lang]),
    )}
  `
  return { title: w.keep, body, current: '/tenir' }
}

/** The waiting matters with their counts, first on the page. */
function waiting(kit: Kit): Html {
  const w = plainWords(kit.request.lang)
  const all = kit.waits()
  const line = ({ href, n, label, sentence }: ToDo): Html =>
    label === undefined
      ? notice({ title: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`, href })
      : notice({ title: w.waitsTitled(label, n), href, where: sentence })
  return html`
    <section class="asked-side">
      <header><h2>${w.waitsHere}</h2></header>
      ${all.length > 0 ? notices(all.map(line)) : html`<p class="empty">${w.nothingWaits}</p>`}
    </section>
  `
}

function territoryLeaf(source: PageSource, kit: Kit, read: Reader): Leaf | undefined {
  const type = typeFor(source.types, 'page')
  const row =
    type &&
    (read.list(type, { order: OWN_FIRST, limit: 1 })[0] as
      | Readonly<Record<string, unknown>>
      | undefined)
  if (!type || !row) return undefined
  const w = plainWords(kit.request.lang)
  const id = String(row['id'])
  const why = mistakeIn(kit.request)
  const fields = kit.fields(type, row)
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.pageItself}</h1>
        ${why}
        ${post(kit.form({ type: type.name, id }), '/ecrire', {
          hidden: { type: type.name, id },
          unchecked: true,
          fields,
          button: mainButton(w.save),
        })}
      </article>
    </div>
  `
  return { title: w.pageItself, body, current: '/tenir' }
}
