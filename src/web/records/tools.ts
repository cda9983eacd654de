import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import { OWN_FIRST, type Reader } from '../../contract/reader.ts'
import { inOrder } from '../../contract/slots.ts'
import type { ToDo } from '../../contract/to-do.ts'
import { TOOL_HEADS, type Tool } from '../../contract/tool.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { Lang } from '../../core/lang.ts'
import { type RecordType, typeFor } from '../../core/schema.ts'
import { BRICKS } from '../../engine/records/putting-away.ts'
import { capital } from '../../text/capital.ts'
import { notice, notices } from '../../ui/board.ts'
import { mainButton, post } from '../../ui/post.ts'
import { mistakeIn, said } from '../../ui/say.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import type { fr } from './fr.ts'
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
  const { lang } = kit.request
  const w = plainWords(lang)
  const tools = inOrder([
    ...ownTools(source, w),
    ...source.bricks.flatMap(brick => brick.slots?.tools?.(brick.words[lang], read) ?? []),
  ])
  // The acts of the week stand above, once.
  const rest = tools.filter(tool => tool.week === undefined)
  const heads = TOOL_HEADS.map(head => ({
    head,
    under: rest.filter(tool => tool.under === head),
  })).filter(({ under }) => under.length > 0)
  const body = html`
    ${said(kit.request.said)}
    <div class="head"><h1>${w.keep}</h1></div>
    ${waiting(kit)}
    ${firstSteps(source, kit, read)}
    ${weekActs(tools, w)}
    <nav class="tags tool-heads" aria-label="${w.allTools}">
      ${heads.map(({ head }) => html`<a href="#${head}">${w.toolHeads[head]}</a>`)}
      <a href="#add">${w.addOne}</a>
    </nav>
    <div class="board tools">
      ${heads.map(
        ({ head, under }) => html`
          ${folded(
            w.toolHeads[head],
            html`
              <ul class="links" id="${head}">
                ${under.map(
                  tool =>
                    html`<li><a href="${tool.href}">${tool.words}</a><p>${tool.about}</p></li>`,
                )}
              </ul>
            `,
          )}
        `,
      )}
    </div>
    ${adding(source, lang)}
    ${source.bricks.map(brick => brick.slots?.underTools?.(kit, read, brick.words[lang]))}
  `
  return { title: w.keep, body, current: '/tenir' }
}

/**
 * A head of the page: folded on a telephone, open on a wide screen and on paper. The address of a
 * head is inside its fold, so a link to it unfolds it.
 */
const folded = (title: string, inside: Html): Html =>
  html`
    <section>
      <details class="wide-open">
        <summary><h2>${title}</h2></summary>
        ${inside}
      </details>
    </section>
  `

/** The tools of the house itself. */
function ownTools(source: PageSource, w: typeof fr): readonly Tool[] {
  const about = w.toolAbout
  const box = (href: string, words: string, sentence: string, order: number): Tool => ({
    href,
    words,
    about: sentence,
    under: 'box',
    order,
  })
  return [
    {
      href: '/apporter-un-tableau',
      words: w.bringTable,
      under: 'in',
      order: 30,
      about: about.bringTable,
    },
    {
      href: '/a-montrer',
      words: w.toShow,
      under: 'answers',
      order: 10,
      about: about.toShow,
      week: 20,
    },
    { href: TAKEN_OFF, words: w.undo.title, under: 'answers', order: 40, about: about.takenOff },
    ...(typeFor(source.types, 'page')
      ? [box('/tenir/la-page', w.pageItself, about.pageItself, 10)]
      : []),
    ...(typeFor(source.types, 'ground')
      ? [
          box('/tenir/communes', w.moreCommunes, about.moreCommunes, 20),
          box('/tenir/carte', w.whereCommunes, about.whereCommunes, 30),
        ]
      : []),
    box(BRICKS, w.bricksPage.title, about.bricks, 35),
    box('/tenir/champs', w.fieldsTitle, about.fields, 40),
    box('/tenir/gardiens', w.keepers, about.keepers, 45),
    box('/tenir/feuille', w.codeSheet, about.codeSheet, 50),
  ]
}

/** The acts of each week, and printing, which every brick has some of. */
function weekActs(tools: readonly Tool[], w: typeof fr): Html {
  const acts = [
    ...tools
      .filter(tool => tool.week !== undefined)
      .toSorted((a, b) => (a.week ?? 0) - (b.week ?? 0)),
    ...(tools.some(({ under }) => under === 'paper')
      ? [{ href: '#paper', words: w.toPrint, about: w.toolAbout.toPrint }]
      : []),
  ]
  return html`
    <section class="week">
      <header><h2>${w.eachWeek}</h2></header>
      <ul class="acts-of-week">
        ${acts.map(act => html`<li><a href="${act.href}">${act.words}</a><p>${act.about}</p></li>`)}
      </ul>
    </section>
  `
}

/** The steps of the first days, ticked from the content of the box; none once all are done. */
function firstSteps(source: PageSource, kit: Kit, read: Reader): Html | false {
  const w = plainWords(kit.request.lang)
  const steps = source.bricks
    .flatMap(brick => brick.slots?.firstSteps?.(brick.words[kit.request.lang], read) ?? [])
    .toSorted((a, b) => a.order - b.order)
  if (steps.every(({ isDone }) => isDone)) return false
  return html`
    <section class="first-steps">
      <header><h2>${w.now}</h2></header>
      <ol>
        ${steps.map(({ href, words, isDone }) =>
          isDone
            ? html`<li class="done"><s>${words}</s> <b>${w.stepDone}</b></li>`
            : html`<li><a href="${href}">${words}</a></li>`,
        )}
      </ol>
    </section>
  `
}

function adding(source: PageSource, lang: Lang): Html {
  const types = [...source.types.values()].filter(
    (type): type is RecordType & { path: string } => type.path !== undefined,
  )
  const add = (type: RecordType & { path: string }): Html => {
    const words = wordsOfType(source.bricks, type.name, lang).add
    return html`<li><a href="${type.path}/ajouter?genre=${type.name}">${words}</a></li>`
  }
  const list = html`<ul class="columns" id="add">${types.map(add)}</ul>`
  return html`<div class="tools-add">${folded(plainWords(lang).addOne, list)}</div>`
}

/** The waiting matters with their counts, first on the page. */
function waiting(kit: Kit): Html {
  const w = plainWords(kit.request.lang)
  const all = kit.waits()
  const line = ({ list, href: first, n, label, sentence }: ToDo): Html => {
    // One of a list leads to its own page, as on the first page.
    const isAlone = n === 1 && list !== undefined && list !== first
    const href = isAlone ? first : (list ?? first)
    return label === undefined || isAlone
      ? notice({ title: html`${capital(sentence)}`, href })
      : notice({ title: html`${w.waitsTitled(label, n)}`, href, where: sentence })
  }
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
