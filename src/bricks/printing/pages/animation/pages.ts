import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page, Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said } from '../../../../contract/paper.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Request } from '../../../../contract/request.ts'
import { dayPlain } from '../../../../text/days.ts'
import { notice, notices } from '../../../../ui/board.ts'
import { formField, textArea } from '../../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../../ui/post.ts'
import { mistakeIn, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { within } from '../../../../ui/tongue.ts'
import { LINES, LISTS, type ListName, NEW, one, RECIPES } from '../../model/animation/commands.ts'
import { type Recipe, recipeOf, recipes, stepOf } from '../../model/animation/recipes.ts'
import { keeperOf } from '../../model/read.ts'
import { recipe } from '../../model/records.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

const list: Page<Words> = {
  path: RECIPES,
  show: (kit, read, words): Leaf => {
    const w = words.animation
    const item = (it: Recipe): Html =>
      notice({
        title: it.isOurs ? html`${it.title}` : it.title,
        href: `${RECIPES}/${it.id}`,
        where: [it.aim.replace(/\.$/u, ''), it.lasts].filter(Boolean).join(' · '),
      })
    const add =
      kit.request.by === 'keeper' &&
      html`
        <p class="acts no-print">
          <a class="button quiet" href="${RECIPES}/${NEW}/ecrire">${words.types.recipe.add}</a>
        </p>
      `
    const print = html`<p class="no-print"><a href="/imprimer/animation">${w.printAll}</a></p>`
    const body = html`
      ${said(kit.request.said)}
      <div class="head"><h1>${w.title}</h1><p class="lead">${w.lead}</p>${print}</div>
      <section class="part">
        <header><h2>${w.all}</h2></header>
        ${notices(recipes(read, kit.request.lang).map(item))}
        ${add}
      </section>
    `
    return { title: w.title, body }
  },
}

const page: Page<Words> = {
  path: `${RECIPES}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const it = recipeOf(read, kit.request.lang, kit.request.params['id'] ?? '')
    if (!it) return undefined
    const w = words.animation
    const write =
      kit.request.by === 'keeper' &&
      html`
        <a class="button quiet" href="${RECIPES}/${it.id}/ecrire">
          ${it.isOurs ? w.makeOurs : w.change}
        </a>
      `
    const keeper = keeperOf(read) ?? words.keeper
    const lines = (title: string, all: readonly string[]): Html | false =>
      all.length > 0 && html`<h2>${title}</h2><ul>${all.map(line => html`<li>${line}</li>`)}</ul>`
    const step = (text: string): Html => {
      const [lasts, what] = stepOf(text)
      return html`<li>${lasts && html`<b>${lasts}</b> `}${what}</li>`
    }
    const facts = [it.lasts, it.people].filter(Boolean).join(' · ')
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: RECIPES, words: w.title }], kit.request.lang)}
          <h1>${it.title}</h1>
          <p><b>${it.aim}</b></p>
          <p>${facts}</p>
          <p class="acts no-print">
            <a class="button" href="/imprimer/animation/${it.id}">${words.printIt}</a>
            ${write}
          </p>
          ${papersFor(it, words)}
          ${lines(w.needs, it.needs)}
          ${it.steps.length > 0 && html`<h2>${w.steps}</h2><ol>${it.steps.map(step)}</ol>`}
          ${lines(w.after, it.after)}
          ${lines(w.pitfalls, it.pitfalls)}
          <p class="where">
            ${within(w.foot(keeper), keeper, kit.request.lang)}
          </p>
        </article>
      </div>
    `
    return { title: it.title, body }
  },
}

/** What is put on the tables, printed from here too. */
function papersFor(it: Recipe, words: Words): Html | false {
  const { alongside, papers } = words.animation
  const link = (kind: string, said: string): Html =>
    html`<p class="no-print">${alongside} <a href="/imprimer/${kind}">${said}</a></p>`
  if (it.origin === 'soiree-des-besoins') return link('billets', papers.slips)
  return it.origin === 'etagere-de-pret' && link('etiquettes', papers.labels)
}

/**
 * The box's own are written as a copy: they stay as they came, and come back when the copy is
 * withdrawn.
 */
const writing: Page<Words> = {
  path: `${RECIPES}/:id/ecrire`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const id = kit.request.params['id'] ?? ''
    const it = id === NEW ? undefined : recipeOf(read, kit.request.lang, id)
    if (!it && id !== NEW) return undefined
    const wrong = mistakeIn(kit.request)
    const edits = it && !it.isOurs ? kit.form({ type: recipe.name, id: it.id }) : kit.form()
    const token = html`${edits}${hidden({ id, from: kit.request.path })}`
    const title = it ? words.animation.changing(it.title) : words.types.recipe.add
    const body = html`
      ${wrong}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: RECIPES, words: words.animation.title }], kit.request.lang)}
          <h1>${title}</h1>
          ${post(token, `${RECIPES}/ecrire`, {
            unchecked: true,
            fields: fieldsOf(it, kit.request, words),
            button: mainButton(words.animation.keep),
          })}
        </article>
      </div>
    `
    return { title, body }
  },
}

function fieldsOf(it: Recipe | undefined, request: Request, words: Words): Html {
  const labels = words.types.recipe.fields
  const given = (name: (typeof LINES)[number] | ListName): string => {
    if (request.again) return one(request.again.input, name)
    const value = it?.[name] ?? ''
    return typeof value === 'string' ? value : value.join('\n')
  }
  const line = (name: (typeof LINES)[number]): Html =>
    formField({
      id: `f-${name}`,
      label: labels[name].label,
      input: { name, maxlength: 400, value: given(name) },
    })
  const lines = (name: ListName): Html =>
    formField({
      id: `f-${name}`,
      label: labels[name].label,
      hint: labels[name].hint,
      control: about => textArea({ id: `f-${name}`, name, rows: 7 }, given(name), about),
    })
  return html`${LINES.map(line)}${LISTS.map(lines)}`
}

/** One page: what it needs beside what one does, what comes after, what fails. */
const printed: Print<Words> = {
  kind: 'animation',
  ofOne: true,
  make: (kit, read, words) => {
    const it = recipeOf(read, kit.request.lang, kit.request.params['id'] ?? '')
    return it && recipePaper(it, kit.request, read, words)
  },
}

/** Every one of them: what for, how long, for how many. */
const listed: Print<Words> = {
  kind: 'animation',
  make: (kit, read, words): Paper => ({
    title: words.animation.title,
    lang: kit.request.lang,
    size: 'a4',
    layout: 'flow',
    foot: footOf(kit.request, read, words),
    blocks: [
      { is: 'title', words: words.animation.title },
      { is: 'lead', words: words.animation.lead },
      {
        is: 'items',
        bare: true,
        items: recipes(read, kit.request.lang).map(it => ({
          words: [{ b: it.title }],
          under: [it.aim, [it.lasts, it.people].filter(Boolean).join(' · ')],
        })),
      },
    ],
  }),
}
const footOf = (request: Request, read: Reader, words: Words): readonly [Said, Said] => [
  words.animation.foot(keeperOf(read) ?? words.keeper),
  words.printed(dayPlain(request.today, request.lang)),
]

/** Letters of a page that is read standing; longer, it is set smaller. */
const MOST_LARGE = 2_200

function recipePaper(it: Recipe, request: Request, read: Reader, words: Words): Paper {
  const w = words.animation
  const items = (title: string, all: readonly string[], tick: boolean): readonly PrintBlock[] =>
    all.length === 0
      ? []
      : [
          { is: 'heading', words: title },
          { is: 'items', items: all.map(line => ({ words: line, tick })), least: 1, more: w.more },
        ]
  const rows = it.steps.map((step): readonly Said[] => {
    const [lasts, what] = stepOf(step)
    return [[{ b: lasts }], what]
  })
  const facts: readonly (readonly [string, Said])[] = [
    [words.types.recipe.fields.lasts.label, it.lasts] as const,
    [words.types.recipe.fields.people.label, it.people] as const,
  ].filter(([, value]) => value !== '')
  return {
    title: it.title,
    lang: request.lang,
    size: 'a4',
    layout: 'flow',
    points:
      [it.needs, it.steps, it.after, it.pitfalls].flat().join(' ').length < MOST_LARGE ? 12.5 : 11,
    fits: 1,
    foot: footOf(request, read, words),
    blocks: [
      { is: 'small', words: w.title },
      { is: 'title', words: it.title },
      { is: 'lead', words: it.aim },
      ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
      ...items(w.needs, it.needs, true),
      ...(rows.length > 0
        ? ([
            { is: 'heading', words: w.steps },
            {
              is: 'table',
              columns: [
                { head: w.lasts, wide: 1 },
                { head: w.what, wide: 7 },
              ],
              rows,
              least: 3,
              more: w.more,
            },
          ] as const)
        : []),
      { is: 'space', mm: 4 },
      {
        is: 'beside',
        columns: [items(w.after, it.after, false), items(w.pitfalls, it.pitfalls, false)],
      },
    ],
  }
}

export const recipePages: readonly Page<Words>[] = [list, page, writing]
export const recipePrints: readonly Print<Words>[] = [printed, listed]
