import type { Context } from 'hono'
import { asSent, texts } from '../core/input.ts'
import { html } from '../ui/html.ts'
import type { Posted } from './form-in.ts'
import { again } from './post.ts'
import type { Visit } from './visit.ts'
import type { Web } from './web.ts'
import { webWords } from './words.ts'

/**
 * Not now: the box has had much to do. What was written is on the page, with the button that sends it again as it was: same turn, same
 * proof. Photos do not fit in a page; their form comes back, filled in but for them.
 */
export function later(c: Context, web: Web, visit: Visit, post: Posted): Response {
  const w = webWords(visit.lang)
  const from = asSent(post.own, 'from')
  if (post.files.length > 0 && from !== '') return again(c, web, visit, from, post.input, { refused: w.laterDo, status: 429 })
  // What stands in the address is sent by it.
  const named = new Set(Object.keys(c.req.param()))
  const pairs = ([some, left]: readonly [Posted['input'], ReadonlySet<string>]) =>
    Object.keys(some).flatMap(name => (left.has(name) ? [] : texts(some, name).map(text => [name, text] as const)))
  const all = [...pairs([post.own, new Set()]), ...pairs([post.input, named])]
  const hidden = all.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}">`)
  // What has a blank in it is a person's words; the rest is the form's.
  const words = pairs([post.input, named]).flatMap(([, text]) =>
    /\S\s\S/.test(text) ? [html`<blockquote><p class="said-word">${text}</p></blockquote>`] : [],
  )
  const form = html`<form class="form" method="post" action="${visit.path}">${hidden}<p class="acts"><button class="button">${w.sendAgain}</button></p></form>`
  const body = html`<div class="one"><article class="sheet"><h1>${w.later}</h1><p>${w.laterDo}</p>${words}${form}</article></div>`
  return web.answer(c, visit, { title: w.later, body }, { status: 429, cache: 'no-store' })
}
