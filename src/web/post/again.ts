import type { Context } from 'hono'
import type { Refusal } from '../../contract/decision.ts'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import type { Input } from '../../core/form/input.ts'
import type { Clash, ShownHeads } from '../../engine/weigh.ts'
import { mainButton, post } from '../../ui/post.ts'
import { refused as saidRefusal } from '../../ui/say.ts'
import type { RefusedForm } from '../pages/kit.ts'
import { sayLeaf } from '../pages/respond.ts'
import { plainWords } from '../records/words.ts'
import type { Server, Visiting } from '../server-parts.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { queryOf } from './form-names.ts'
import { postedAgain, type Tick, tickOf, withTick } from './tick.ts'

/**
 * Only an address of this box: a form can't send people elsewhere, nor by a tab that a browser
 * takes out.
 */
export const localOnly = (path: string): string =>
  /^\/(?![/\\])[\x20-\u{10ffff}]*$/u.test(path) ? path : '/'

/** Our bug, with its reference; or a full disk, which people can do something about. */
export function failed(c: Context, server: Server, visit: Visit, reference: string): Response {
  const w = webWords(visit.lang)
  const full = reference === 'full'
  return server.answer(
    c,
    visit,
    sayLeaf(w.failed, [full ? w.full : w.failedDo(reference)], visit),
    {
      status: full ? 507 : 500,
    },
  )
}

/** The page that held the form, once more: what was sent, the sentence, and its field. */
export function again(
  { c, server, visit }: Visiting,
  from: string,
  input: Input,
  refusal: Refusal<string> &
    Readonly<{
      asks?: 'more'
      tick?: Omit<Tick, 'refused'>
      vu?: string
      showed?: ShownHeads | undefined
      clashes?: readonly Clash[]
      isFull?: boolean
      status?: 409 | 422 | 429 | 500
    }>,
): Response {
  const url = new URL(localOnly(from), 'http://here')
  const {
    refused,
    field,
    others,
    asks,
    tick,
    vu = '',
    showed,
    isFull,
    status,
    clashes = [],
  } = refusal
  const why: RefusedForm = {
    input,
    refused,
    showed,
    clashed: clashes.map(clash => clash.field),
    ...(field ? { field } : {}),
    ...(others ? { others } : {}),
    ...(asks ? { asks } : {}),
  }
  const leaf: Leaf | undefined =
    from === ''
      ? undefined
      : server.leafAt(
          url.pathname,
          { ...visit, path: url.pathname, query: queryOf(url.search) },
          why,
        )
  const w = webWords(visit.lang)
  const back = html`<a href="${localOnly(from)}">${w.goBack}</a>`
  const ticked =
    tick &&
    tickedLeaf(
      c,
      server,
      { ...visit, path: url.pathname },
      { tick: { ...tick, refused }, leaf, input, from, vu },
    )
  const shown = leaf && withRefusal(leaf, refused, visit)
  const said = ticked ?? shown ?? sayLeaf(isFull ? w.failed : w.forbidden, [refused], visit, back)
  return server.answer(c, { ...visit, path: url.pathname }, said, {
    status: status ?? (isFull ? 507 : asks ? 200 : 422),
  })
}

/** The page, with the refusal above it when nothing on it says the refusal. */
const withRefusal = (leaf: Leaf, sentence: string, { lang }: Visit): Leaf =>
  leaf.body.html.includes(html`${sentence}`.html)
    ? leaf
    : { ...leaf, body: html`${saidRefusal([{ sentence }], lang)}${leaf.body}` }

type Ticked = Readonly<{
  tick: Tick
  leaf: Leaf | undefined
  input: Input
  from: string
  vu: string
}>
/**
 * The tick stands in the form that was posted; one that stands on no page of its own comes back as
 * a tick alone, with all that it held.
 */
function tickedLeaf(
  c: Context,
  server: Server,
  visit: Visit,
  { tick, leaf, input, from, vu }: Ticked,
): Leaf {
  const w = guardWords(visit.lang)
  const action = new URL(c.req.url).pathname
  const body = leaf && withTick(leaf.body, action, tick, input)
  if (leaf && body) return { ...leaf, body }
  const held = [['from', from] as const, ...(vu === '' ? [] : [['vu', vu] as const])]
  const token = html`
    ${server.kitAt(visit.path, visit).form()}
    ${postedAgain({ ...input, ...Object.fromEntries(held) }, tick.name)}
  `
  const form = post(token, action, {
    fields: tickOf(tick),
    button: mainButton(plainWords(visit.lang).save),
  })
  return {
    title: w.writeTitle,
    body: html`
      <div class="one"><article class="sheet"><h1>${w.writeTitle}</h1>${form}</article></div>
    `,
  }
}
