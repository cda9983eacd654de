import { pattern } from '../../src/core/pattern.ts'
import { type FormRead, formsIn } from '../support/forms.ts'
import type { Got } from './person.ts'
import type { Reader } from './roles.ts'
import { shapeOf } from './walk.ts'

/** A form that a page holds, and the page: `/annonces/:id/modifier` once, whatever the notice. */
export type Held = Readonly<{ page: string; action: string }>
export type Forms = Map<string, Held>

/** What ends the visit, asks the network or the machine, or packs for a while. */
const LEFT = pattern()`
  ^\/(?:sortir|entrer|bornes\/rencontrer|bornes\/cle|borne\/|ouvrir|fichiers\/cle
  |nouvelles\/apporter)
`

/** The forms of a page that are posted, first met first. */
export function noteForms(forms: Forms, page: string, body: string): void {
  const posted = new Set(
    [...body.matchAll(/<form\b[^>]*method="post"[^>]*>/g)].map(
      ([tag]) => /\saction="([^"]*)"/.exec(tag)?.[1],
    ),
  )
  for (const [, action] of body.matchAll(/\sformaction="([^"]*)"/g)) posted.add(action)
  for (const { action } of formsIn({ body })) {
    if (!posted.has(action) || LEFT.test(action)) continue
    const shape = shapeOf(action)
    if (!forms.has(shape)) forms.set(shape, { page, action })
  }
}

/**
 * Presses the button of each form, filled as its page fills it, and follows where the answer leads.
 * Most are refused.
 */
export async function press(
  { person }: Reader,
  forms: Forms,
  hear: (address: string, got: Got) => Promise<void>,
): Promise<void> {
  for (const { page, action } of [...forms.values()].sort((a, b) =>
    a.action < b.action ? -1 : 1,
  )) {
    const body = (await person.fetch(page)).bytes.toString('utf8')
    const form: FormRead | undefined = formsIn({ body }).find(one => one.action === action)
    if (!form) continue
    const got = await person.sendBytes(action, form.fields)
    await hear(`${action} posted`, got)
    const { location } = got.headers
    if (location?.startsWith('/'))
      await hear(`${action} posted, then ${location}`, await person.fetch(location))
  }
}
