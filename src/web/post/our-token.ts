import { forOne, type Html, html } from '../../contract/html.ts'
import type { Local } from '../../files/local.ts'
import { monotonicNow, type PageSource } from '../pages/kit.ts'
import { tokenFor, type Visit } from '../session/visit.ts'

type Clocked = Pick<PageSource, 'steady' | 'now'>

/** The hidden field with the token, by which the server recognises its own forms. */
export const ourToken = (
  { local, source }: Readonly<{ local: Pick<Local, 'secret'>; source: Clocked }>,
  visit: Visit,
): Html =>
  forOne(
    html`
      <input
        type="hidden"
        name="jeton"
        value="${tokenFor(local.secret, visit, monotonicNow(source))}"
      >
    `,
  )
