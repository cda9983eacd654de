import type { Context } from 'hono'
import type { Asking, Refusal } from '../../contract/decision.ts'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import { ANYWAY } from '../../contract/speaker.ts'
import type { Input } from '../../core/form/input.ts'
import type { Clash, ShownHeads } from '../../engine/weigh.ts'
import type { Failure } from '../../log/sqlite.ts'
import { mainButton, post } from '../../ui/post.ts'
import { mistakeSaid, refused as saidRefusal } from '../../ui/say.ts'
import { sayLeaf, titleToMend } from '../pages/respond.ts'
import { plainWords } from '../records/words.ts'
import type { Server, Visiting } from '../server-parts.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { queryOf } from './form-names.ts'
import { postedAgain, type Tick, tickOf, withKept, withTick } from './tick.ts'

/**
 * Only an address of this box: a form can't send people elsewhere, nor by a tab that a browser
 * takes out.
 */
export const localOnly = (path: string): string =>
  /^\/(?![/\\])[\x20-\u{10ffff}]*$/u.test(path) ? path : '/'

/** Our bug, with its reference; or a full disk, which people can do something about. */
export function failed(c: Context, server: Server, visit: Visit, failure: Failure): Response {
  const w = webWords(visit.lang)
  const [status, sentence] =
    failure.is === 'full'
      ? ([507, w.full] as const)
      : ([500, w.failedDo(failure.reference)] as const)
  return server.answer(c, visit, sayLeaf(w.failed, [sentence], visit), { status })
}

type FormRefusal = Refusal<string> &
  Readonly<{
    tick?: Omit<Tick, 'refused'>
    clashes?: readonly Clash[]
    status?: 409 | 422 | 429 | 500
  }>
/** Why a form comes back. `showed`: what it had shown · `vu`: its mark of what was seen. */
type ComingBack = Readonly<{ showed?: ShownHeads | undefined; vu?: string }> &
  (FormRefusal | AskingMore | Readonly<{ failed: Full }>)
type AskingMore = Extract<Asking, { asks: 'more' }>
type Full = Extract<Failure, { is: 'full' }>

/** The page of the form again, with the sent values, the sentence and its field. */
export function again(
  { c, server, visit }: Visiting,
  from: string,
  input: Input,
  coming: ComingBack,
): Response {
  const url = new URL(localOnly(from), 'http://here')
  const w = webWords(visit.lang)
  const isFull = 'failed' in coming
  const refusal: FormRefusal | AskingMore = isFull ? { refused: w.full } : coming
  const why = { ...pageAgain(refusal), input, showed: coming.showed }
  const made: Leaf | undefined =
    from === ''
      ? undefined
      : server.leafAt(
          url.pathname,
          { ...visit, path: url.pathname, query: queryOf(url.search) },
          why,
        )
  const back = html`<a href="${localOnly(from)}">${w.goBack}</a>`
  const ticking = 'refused' in refusal ? refusal.tick : undefined
  const isAgreed = ANYWAY in input && ticking?.name !== ANYWAY
  const leaf = made && isAgreed ? withAnyway(c, made, input) : made
  const ticked =
    'refused' in refusal &&
    ticking &&
    tickedLeaf(
      c,
      server,
      { ...visit, path: url.pathname },
      {
        ...{ leaf, input, from, vu: coming.vu ?? '' },
        tick: { ...ticking, refused: refusal.refused },
      },
    )
  const sentences = 'refused' in refusal ? [refusal.refused] : []
  const shown = leaf && sentences.reduce((all, one) => toMend(all, one, visit), leaf)
  const asked =
    ticked &&
    (ticking?.isButton ? ticked : { ...ticked, title: titleToMend(ticked.title, visit.lang) })
  const said = asked || shown || sayLeaf(isFull ? w.failed : w.forbidden, sentences, visit, back)
  return server.answer(c, { ...visit, path: url.pathname }, said, {
    status: isFull ? 507 : 'asks' in refusal ? 200 : (refusal.status ?? 422),
  })
}

/** What was sent all the same is not asked about again, when something else is to mend. */
const withAnyway = (c: Context, leaf: Leaf, input: Input): Leaf => ({
  ...leaf,
  body: withKept(leaf.body, new URL(c.req.url).pathname, ANYWAY, input),
})

/** The refusal as the page of the form gets it. */
const pageAgain = (why: FormRefusal | AskingMore) =>
  'asks' in why
    ? { asks: why.asks }
    : {
        refused: why.refused,
        clashed: (why.clashes ?? []).map(clash => clash.field),
        ...(why.field ? { field: why.field } : {}),
        ...(why.others ? { others: why.others } : {}),
      }

/**
 * The page, whose title says that something is to mend, with the refusal above it when nothing on
 * it says the refusal.
 */
const toMend = (leaf: Leaf, sentence: string, { lang }: Visit): Leaf => {
  const isSaid = leaf.body.html.includes(html`${sentence}`.html)
  const body = isSaid ? leaf.body : html`${saidRefusal([{ sentence }], lang)}${leaf.body}`
  // Where the page says it above the form, its frame says so in the title.
  const title = mistakeSaid(body, lang) ? leaf.title : titleToMend(leaf.title, lang)
  return { ...leaf, title, body }
}

type Ticked = Readonly<{
  tick: Tick
  leaf: Leaf | undefined
  input: Input
  from: string
  vu: string
}>
/**
 * The page with the tick in the posted form. Without a page of its own, the tick alone with the
 * posted values.
 */
function tickedLeaf(
  c: Context,
  server: Server,
  visit: Visit,
  { tick, leaf, input, from, vu }: Ticked,
): Leaf {
  const w = guardWords(visit.lang)
  const action = new URL(c.req.url).pathname
  const body = leaf && withTick(leaf.body, action, tick, { input, lang: visit.lang })
  if (leaf && body) return { ...leaf, body }
  const held = [['from', from] as const, ...(vu === '' ? [] : [['vu', vu] as const])]
  const token = html`
    ${server.kitAt(visit.path, visit).form()}
    ${postedAgain({ ...input, ...Object.fromEntries(held) }, tick.name)}
  `
  const form = post(token, action, {
    fields: tickOf(tick),
    ...(tick.isButton ? {} : { button: mainButton(plainWords(visit.lang).save) }),
  })
  return {
    title: w.writeTitle,
    body: html`
      <div class="one"><article class="sheet"><h1>${w.writeTitle}</h1>${form}</article></div>
    `,
  }
}
