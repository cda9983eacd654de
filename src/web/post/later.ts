import type { Context } from 'hono'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Input } from '../../core/form/input.ts'
import { asSent, texts } from '../../core/form/input.ts'
import { hidden, mainButton, post } from '../../ui/post.ts'
import type { Server } from '../server-parts.ts'
import type { Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { again } from './again.ts'
import type { Posted } from './form-in.ts'

/**
 * Answers that the box is busy. The page holds the text and a button that sends the same turn
 * again. Photos must be chosen again.
 */
export function later(c: Context, server: Server, visit: Visit, post: Posted): Response {
  const w = webWords(visit.lang)
  const from = asSent(post.own, 'from')
  if (post.files.length > 0 && from !== '')
    return again({ c, server, visit }, from, post.input, { refused: w.laterDo, status: 429 })
  // The address already sends its own parameters.
  const named = new Set(Object.keys(c.req.param()))
  const input = Object.fromEntries(Object.entries(post.input).filter(([name]) => !named.has(name)))
  const leaf = sentBackLeaf(
    { action: visit.path, own: post.own, input },
    { title: w.later, lead: w.laterDo, button: w.sendAgain },
  )
  return server.answer(c, visit, leaf, { status: 429, cache: 'none' })
}

type SentBack = Readonly<{ action: string; own: Input; input: Input }>
/** The page with the written text and the button that sends it. */
export function sentBackLeaf(
  { action, own, input }: SentBack,
  { title, lead, button }: Readonly<{ title: string; lead: string; button: string }>,
): Leaf {
  const pairs = [own, input].flatMap(some =>
    Object.keys(some).flatMap(name => texts(some, name).map(text => [name, text] as const)),
  )
  const words = textsOf(input).map(
    text => html`<blockquote><p class="said-word">${text}</p></blockquote>`,
  )
  const form = post(html`${pairs.map(([name, text]) => hidden({ [name]: text }))}`, action, {
    button: mainButton(button),
  })
  return {
    title,
    body: html`
      <div class="one">
        <article class="sheet"><h1>${title}</h1><p>${lead}</p>${words}${form}</article>
      </div>
    `,
  }
}

/** The texts of a form: values with a blank are a person’s words. */
export const textsOf = (input: Input): readonly string[] =>
  Object.keys(input).flatMap(name => texts(input, name).filter(text => /\S\s\S/.test(text)))
