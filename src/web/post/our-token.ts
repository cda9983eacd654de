import { type Html, html } from '../../contract/html.ts'
import { steadily } from '../pages/ask.ts'
import { tokenFor, type Visit } from '../session/visit.ts'
import type { Web } from '../web.ts'

/** The hidden field by which a form of this house is known again. */
export const ourToken = (web: Web, visit: Visit): Html =>
  html`<input type="hidden" name="jeton" value="${tokenFor(web.local.secret, visit, steadily(web.site))}">`
