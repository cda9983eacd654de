import type { Context } from 'hono'
import type { Input } from '../core/brick.ts'
import { type Html, html } from '../ui/html.ts'
import { steadily } from './ask.ts'
import { seal, unseal } from './seal.ts'
import type { Visit } from './visit.ts'
import type { Web } from './web.ts'

/** A post that came when nobody was signed in, or the visit had ended: kept in the sign-in page itself, signed, and sent on after it. */
export type Held = Readonly<{ path: string; input: Input; own: Input }>

/** A sign-in page holds a post no longer than a form is good for. Units: ms. */
const HELD_MS = 86_400_000

export const heldIn = (web: Web, held: Held): Html =>
  html`<input type="hidden" name="tenu" value="${seal(web.local.secret, 'held', JSON.stringify({ held, at: steadily(web.site) }))}">`

export function heldFrom(web: Web, input: Input): Held | undefined {
  const sealed = input['tenu']
  const text = typeof sealed === 'string' ? unseal(web.local.secret, 'held', sealed) : undefined
  if (text === undefined) return undefined
  const { held, at } = JSON.parse(text) as Readonly<{ held: Held; at: number }>
  return Math.abs(steadily(web.site) - at) < HELD_MS ? held : undefined
}

/** The held post goes on as it was, now in the name of who is signed in. */
export function goOn(c: Context, web: Web, visit: Visit, held: Held): Response | Promise<Response> {
  return web.resume(c, { ...visit, path: held.path }, held.path, { input: held.input, own: held.own, files: [] })
}
