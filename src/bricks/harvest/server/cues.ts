import { randomBytes } from 'node:crypto'
import { type Html, html } from '../../../contract/html.ts'
import type { Leaf } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest as harvestType, proposal } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { type CueTried, cueTried, type ExampledCue } from '../../../text/harvest/cue-tried.ts'
import { formField, textArea } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { takeTurn } from '../../../web/post/post.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../../../web/session/signin.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { CUE_PATHS, CUES, cuesOf } from '../model/cues.ts'
import { cue } from '../model/records.ts'
import { reviewWords } from '../words/words.ts'
import { inFrance, rulesOf } from './harvest.ts'
import { textOf } from './picking.ts'

/** *Chez nous on dit…*: how people here say things, tried on an example before it is kept. */

const KINDS: readonly string[] = cue.fields.kind.choices
/** Of these kinds, what follows the words is the thing itself. */
const HAS_THING: readonly string[] = ['need', 'offer', 'initiative', 'idea', 'task']
const TRIED = '/chez-nous-on-dit/essayer'

/** The folder of this box, where its texts are. */
type Kept = Pick<Services, 'folder'>
/** What the form says, as its reader typed it. */
type Asked = ExampledCue & Readonly<{ instead: string; notes: string }>
type Answered = Readonly<{ asked: Asked; tried?: CueTried; wrong?: string; field?: string }>

export function cueRoutes(
  app: Parameters<typeof keeperPost>[0],
  server: Server,
  services: Kept,
): void {
  app.get(CUES, c => {
    const visit = server.visit(c)
    const leaf =
      visit.by === 'keeper'
        ? cuesLeaf(server, visit, { asked: askedFirst(server, services, c.req.query()) })
        : signInLeaf(server, visit, { least: 'keeper' })
    return server.answer(c, visit, leaf, { cache: 'none' })
  })
  keeperPost(app, server, TRIED, async (c, visit, sent) => {
    const answered = answerTo(server, services, visit, askedIn(sent.input))
    const status = answered.wrong === undefined ? 200 : 422
    return server.answer(c, visit, cuesLeaf(server, visit, answered), { status, cache: 'none' })
  })
  keeperPost(app, server, CUE_PATHS.say, async (c, visit, sent) => {
    const answered = answerTo(server, services, visit, askedIn(sent.input))
    if (answered.wrong !== undefined)
      return server.answer(c, visit, cuesLeaf(server, visit, answered), {
        status: 422,
        cache: 'none',
      })
    const brick = server.source.bricks.find(one => one.name === 'harvest')!
    const command = brick.commands.find(one => one.name === 'sayHere')!
    return takeTurn(
      { c, server, visit },
      { brick, command },
      { ...sent, input: { ...answered.asked } },
    )
  })
}

const line = (input: Input, name: string, longest: number): string =>
  one(input, name).replace(/\s+/g, ' ').trim().slice(0, longest)
const askedIn = (input: Input): Asked => ({
  words: line(input, 'words', 120).replace(/\.{3}/g, ' … ').replace(/\s+/g, ' ').trim(),
  kind: one(input, 'kind'),
  example: line(input, 'example', 300),
  instead: one(input, 'instead'),
  notes: one(input, 'notes'),
})

/** From a piece of notes: its own sentence, and what it is. */
function askedFirst(
  server: Server,
  services: Kept,
  query: Readonly<Record<string, string>>,
): Asked {
  const own = server.source.read.as('harvest')
  const piece = own.one(proposal, query['morceau'] ?? '', 'home')
  const text = piece ? notesFrom(own, services, piece.harvest ?? '') : ''
  const kind = KINDS.includes(piece?.of ?? '') ? piece!.of! : ''
  const example = text
    .slice(piece?.from ?? 0, piece?.till ?? 0)
    .replace(/\s+/g, ' ')
    .slice(0, 300)
  return { words: '', kind, example, instead: '', notes: piece?.harvest ?? query['notes'] ?? '' }
}

/** The notes from which the keeper came, else the last ones: a cue is measured on them. */
function notesFrom(own: Reader, services: Kept, of: string): string {
  const notes =
    own.one(harvestType, of, 'home') ??
    own.list(harvestType, { order: 'id DESC', limit: 1 }, 'home')[0]
  return (notes && textOf(services, notes)) ?? ''
}

/** Reads the example: as it is, and with the thing after the words where a kind has one. */
function answerTo(server: Server, services: Kept, visit: Visit, asked: Asked): Answered {
  const w = reviewWords(visit.lang)
  const own = server.source.read.as('harvest')
  if (!KINDS.includes(asked.kind)) return { asked, wrong: w.here.chooseKind, field: 'kind' }
  const room = {
    rules: rulesOf(server.source.bricks),
    isCommune: inFrance,
    notes: notesFrom(own, services, asked.notes),
  }
  const bare = asked.words.replace(/\s*>\s*$/, '')
  const whole = { ...asked, words: bare }
  const ahead = { ...asked, words: `${bare} >` }
  const first = HAS_THING.includes(asked.kind) && bare !== '' ? cueTried(ahead, room) : undefined
  const isAhead = first !== undefined && first.fault !== 'empty'
  const tried = isAhead ? first : cueTried(whole, room)
  const said = { asked: isAhead ? ahead : whole, tried }
  if (tried.fault === undefined) return said
  const [other] = tried.found
  const field = tried.fault === 'bare' || tried.fault === 'wide' ? 'words' : 'example'
  const wrong =
    tried.fault === 'read' && other
      ? w.here.read(kindSaid(other.kind, visit), other.title)
      : w.here[tried.fault === 'read' ? 'empty' : tried.fault]
  return { ...said, wrong, field }
}

function kindSaid(kind: string, { lang }: Visit): string {
  const words: Readonly<Record<string, string>> = reviewWords(lang).reading.kinds
  return words[kind] ?? kind
}

function token(server: Server, visit: Visit): Html {
  const now = server.source.now()
  return html`${ourToken(server, visit)}${hidden({ tour: idFrom(now, randomBytes(10)) })}`
}

function cuesLeaf(server: Server, visit: Visit, answered: Answered): Leaf {
  const w = reviewWords(visit.lang).here
  const own = server.source.read.as('harvest')
  const { asked, tried, wrong, field = '' } = answered
  const isNew = asked.instead === ''
  const blank: Asked = { ...asked, words: '', kind: '', example: '', instead: '' }
  const notes = own.one(harvestType, asked.notes, 'home')
  const rules = rulesOf(server.source.bricks)
  const all = cuesOf(own)
  const reading =
    wrong === undefined &&
    tried &&
    html`
    <div class="note">
      <p>${w.tried}</p>
      ${readIn(visit, tried)}
    </div>
  `
  const here = ({ id, words, kind, example }: (typeof all)[number]): Html => {
    const held = { words: words ?? '', kind: kind ?? '', example: example ?? '' }
    const isThis = asked.instead === id
    const form = cueForm(server, visit, {
      asked: isThis ? asked : { ...held, instead: id, notes: asked.notes },
      field: isThis ? field : '',
      button: w.mend,
      id,
    })
    return html`
      <li id="c-${id}">
        <h3>« <bdi>${shownWords(held.words)}</bdi> » · ${kindSaid(held.kind, visit)}</h3>
        <p><bdi>${held.example}</bdi></p>
        ${readIn(visit, cueTried(held, { rules, isCommune: inFrance, notes: '' }))}
        ${isThis && wrong !== undefined && refused([{ sentence: wrong, field }], visit.lang)}
        ${isThis && reading}
        <details${isThis && html` open`}>
          <summary>${w.mend}</summary>
          ${form}
        </details>
        ${actButton(token(server, visit), CUE_PATHS.away, {
          hidden: { id, notes: asked.notes },
          button: w.away,
        })}
      </li>
    `
  }
  const body = html`
    ${said(visit.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${isNew && wrong !== undefined && refused([{ sentence: wrong, field }], visit.lang)}
        ${isNew && reading}
        ${cueForm(server, visit, {
          asked: isNew ? asked : blank,
          field: isNew ? field : '',
          button: w.add,
          id: '',
        })}
        ${
          notes &&
          html`
            <p><a href="/cueillette/${notes.id}#rencontre">${w.back}</a></p>
            <p class="hint">${w.backHint}</p>
          `
        }
        <h2>${w.list}</h2>
        ${all.length === 0 && html`<p class="empty">${w.none}</p>`}
        <ul class="notices">${all.map(here)}</ul>
      </article>
    </div>
  `
  return { title: w.title, body, current: '/cueillette' }
}

/** A cue as people read it: without the mark before the thing. */
const shownWords = (words: string): string => words.replace(/\s*>\s*$/, '')

/** What the page reads in an example. */
function readIn(visit: Visit, { found }: CueTried): Html {
  const w = reviewWords(visit.lang).here
  if (found.length === 0) return html`<p class="where">${w.readsNothing}</p>`
  return html`
    <p class="where">
      ${w.reads}${' '}
      ${found.map((piece, at) => [
        at > 0 && ' · ',
        `${kindSaid(piece.kind, visit)}, `,
        html`<b><bdi>${piece.title}</bdi></b>`,
      ])}
    </p>
  `
}

type CueForm = Readonly<{ asked: Asked; field: string; button: string; id: string }>
function cueForm(server: Server, visit: Visit, { asked, field, button, id }: CueForm): Html {
  const w = reviewWords(visit.lang).here
  const to = (name: string): string => `f-${name}${id === '' ? '' : `-${id}`}`
  const option = (kind: string): Html =>
    html`
      <option value="${kind}"${kind === asked.kind && html` selected`}>
        ${kindSaid(kind, visit)}
      </option>
    `
  return post(token(server, visit), CUE_PATHS.say, {
    unchecked: true,
    hidden: { instead: asked.instead, notes: asked.notes, from: CUES },
    fields: html`
      ${formField({
        id: to('words'),
        label: w.words,
        hint: w.wordsHint,
        isWrong: field === 'words',
        input: { name: 'words', value: shownWords(asked.words), maxlength: 120 },
      })}
      ${formField({
        id: to('kind'),
        label: w.kind,
        isWrong: field === 'kind',
        control: html`
          <select id="${to('kind')}" name="kind">
            <option value="">${w.choose}</option>
            ${KINDS.map(option)}
          </select>
        `,
      })}
      ${formField({
        id: to('example'),
        label: w.example,
        hint: w.exampleHint,
        isWrong: field === 'example',
        control: about =>
          textArea(
            { id: to('example'), name: 'example', class: 'short', rows: 2, maxlength: 300 },
            asked.example,
            about,
          ),
      })}
    `,
    button: html`${mainButton(button)} <button formaction="${TRIED}">${w.try}</button>`,
  })
}
