import { type Html, type HtmlPiece, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { actButton } from '../../../ui/post.ts'
import { aboutButton, which } from '../../../ui/which.ts'
import type { fr } from '../words/fr.ts'

/**
 * An act that gives days back, folded under its own name: it names the days, then asks once.
 *
 * Shape   `path`: of the act. `days`: each time that is given back. `fields`: what it asks beside.
 */
type GivenUp = Readonly<{
  path: string
  days: readonly string[]
  title: string
  button: string
  fields?: HtmlPiece | undefined
  isOpen?: boolean
}>
export function givesUp(
  { path, days, title, button, fields, isOpen = false }: GivenUp,
  { kit, words }: PageContext<typeof fr>,
): Html {
  const { lang } = kit.request
  const about = days.join(', ')
  return html`
    <details class="no-print"${isOpen && html` open`}>
      <summary${which(title, about, lang)}>${title}</summary>
      <p>${words.daysGiven(days)}</p>
      ${actButton(kit.form(), path, {
        ...(fields === undefined ? {} : { fields }),
        button: aboutButton(button, about, lang),
      })}
    </details>
  `
}
