import { forOne, type Html, html } from '../../contract/html.ts'
import type { Local } from '../../files/local.ts'
import { monotonicNow, type PageSource } from '../pages/kit.ts'
import { tokenFor, type Visit } from '../session/visit.ts'

type Clocked = Pick<PageSource, 'steady' | 'now'>

/** The hidden field by which a form of this house is known again. */
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
