import { setTimeout as after } from 'node:timers/promises'
import type { Hono } from 'hono'
import { ownBox } from '../../../log/log.ts'
import { NoAnswer } from '../../../sync/session/call.ts'
import { PATH } from '../../../sync/session/proof.ts'
import { meetingSaid, noAnswerSaid } from '../../../web/peers/meet-said.ts'
import { AlreadyInSession } from '../../../web/peers/transport.ts'
import { again } from '../../../web/post/again.ts'
import type { Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost } from '../../../web/session/signin.ts'
import { leaveSaid } from '../../../web/session/visit.ts'
import { NEWS } from './news-routes.ts'
import { newsWords } from './words.ts'

const BOXES = '/bornes'
/**
 * Units   milliseconds. Longer, nobody waits before a page that does not come: the meeting goes on
 *         without them.
 */
const PATIENCE_MS = 25_000

type Came = Readonly<
  { said: string } | { refused: string; status: 409 | 422 | 500; field?: string }
>

/**
 * `/bornes/rencontrer`: the keeper names another box's address (`adresse`; `oui` for more than
 * comes at once), and reads what came of it; where nothing did, the form comes back filled in.
 */
export function meetingRoutes(app: Hono, server: Server, services: Services): void {
  // A person reads this page; the endpoint is for boxes.
  app.get(PATH, c => c.redirect(NEWS, 302))
  keeperPost(app, server, `${BOXES}/rencontrer`, async (c, visit, sent) => {
    const words = newsWords(visit.lang)
    const typed = String(sent.input['adresse'] ?? '').trim()
    // The box that the page named, where it did: another one at its address is not met.
    const expected = String(sent.input['borne'] ?? '')
    const met = services
      .meet(typed, { yes: sent.input['oui'] === '1', ...(expected === '' ? {} : { expected }) })
      .then(
        (one): Came => ({
          said: meetingSaid(one, ownBox({ sql: services.logSql }), words).join(' '),
        }),
        (error): Came => {
          if (error instanceof AlreadyInSession) return { refused: words.meet.already, status: 409 }
          // An address that the page gave stands in no field.
          const field = expected === '' ? { field: 'adresse' } : {}
          if (error instanceof NoAnswer)
            return { refused: noAnswerSaid(error, typed, words), status: 422, ...field }
          return { refused: words.meet.failed(server.report(error)), status: 500 }
        },
      )
    // A server that stops does not wait for what nobody reads any more.
    const longer = after(PATIENCE_MS, { said: words.meet.longer }, { ref: false })
    const came = await Promise.race([met, longer])
    if ('refused' in came) return again({ c, server, visit }, BOXES, sent.input, came)
    leaveSaid(c, server.local.secret, came.said)
    return c.redirect(BOXES, 303)
  })
}
