import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf } from '../../../contract/page.ts'
import { dayPlain } from '../../../text/days.ts'
import { bullets, byHand, cited, keepingSheet, keepingWords, paragraphs } from './keeping-pieces.ts'
import { FOR_ACCESS } from './keeping-texts.ts'

/**
 * The accessibility statement. It claims only what a test of the house holds, and no audit that
 * nobody made.
 */
export function accessLeaf(kit: Kit): Leaf {
  const w = keepingWords(kit.request.lang)
  const a = w.access
  const [state = '', audit = ''] = a.stateSaid
  const name = kit.territory?.name ?? w.unnamed
  const body = keepingSheet(
    kit,
    a.title,
    html`<p>${a.lead(name)}</p><p>${a.made(dayPlain(kit.request.today, kit.request.lang))}</p>`,
    [
      [a.state, html`<p>${state}</p><p>${audit} ${byHand(kit.request.lang)}</p>`],
      [a.done, bullets(a.doneSaid)],
      [a.not, bullets(a.notSaid)],
      [a.trouble, html`<p>${a.troubleSaid}</p>`],
      [a.appeal, html`<p>${a.appealSaid}</p>`],
      [a.bound, paragraphs(a.boundSaid)],
      [w.cited.title, cited(FOR_ACCESS, kit.request.lang)],
    ],
  )
  return { title: a.title, body }
}
