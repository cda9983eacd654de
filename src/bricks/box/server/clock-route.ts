import type { Hono } from 'hono'
import type { Input } from '../../../core/form/input.ts'
import { asSent } from '../../../core/form/input.ts'
import { CLOCK_VOUCHED, RELEASED, ZONE } from '../../../files/clock.ts'
import { typedMoment } from '../../../machine/typed.ts'
import type { ServedVisit, Services } from '../../../web/served.ts'
import type { Server } from '../../../web/server-parts.ts'
import { keeperPost } from '../../../web/session/signin.ts'
import { leaveSaid } from '../../../web/session/visit.ts'
import { BOX, hasBoxPage, refusedBox } from './box-page.ts'
import { askedWords } from './words.ts'

/**
 * A telephone whose own clock is that far away from this version is wrong itself. Units:
 * milliseconds.
 */
const LATEST = RELEASED + 30 * 365 * 86_400_000
const PATIENCE_MS = 10_000
/** Typed without its seconds, and sent a little later. Units: milliseconds. */
const NEAR_MS = 120_000

/**
 * `/borne/heure`: the keeper gives the time, typed (`jour`, `heure`) or as their telephone tells it
 * (`ms`). Nobody else may.
 *
 * Law     what goes back before what this box wrote is asked twice: a person may mistype a year,
 *         and a telephone may be wrong.
 */
export function clockRoute(app: Hono, server: Server, services: Services): void {
  if (!hasBoxPage(server)) return
  keeperPost(app, server, `${BOX}/heure`, async (c, visit, { input }) => {
    const w = askedWords(visit.lang)
    const given = momentIn(input)
    if (given === undefined)
      return refusedBox({ c, server, visit }, input, { refused: w.noMoment, field: 'jour' })
    if (given < RELEASED || given > LATEST)
      return refusedBox({ c, server, visit }, input, { refused: w.wrongYear, field: 'jour' })
    const { last } = services.clock.known()
    if (last !== null && given < last && input['oui'] !== '1')
      return refusedBox({ c, server, visit }, backAsTyped(input, given), {
        refused: w.goesBack,
        field: 'oui',
      })
    return setTo(given, { c, server, services, visit })
  })
}

async function setTo(ms: number, { c, server, services, visit }: ServedVisit): Promise<Response> {
  const w = askedWords(visit.lang)
  const answer = (await services.hand?.ask('clock', String(ms), PATIENCE_MS)) ?? 'absent'
  if (answer === 'absent' || answer === 'late')
    return refusedBox({ c, server, visit }, {}, { refused: w.nobodyDoes[answer] })
  const isNetworks = answer.key === 'synced'
  // The clock is the network's: a person who says the same vouches for it, and who says otherwise
  // is shown both.
  const vouches =
    isNetworks &&
    Math.abs(ms - services.clock.now()) < NEAR_MS &&
    (services.hand?.note(CLOCK_VOUCHED) ?? false)
  if (!answer.done && !vouches)
    return refusedBox(
      { c, server, visit },
      {},
      { refused: isNetworks ? w.clockNetwork : w.clockNotSet(answer.key) },
    )
  leaveSaid(c, server.local.secret, w.clockSet)
  return c.redirect(`${BOX}#heure`, 303)
}

function momentIn(input: Input): number | undefined {
  const ms = asSent(input, 'ms')
  if (/^\d{12,14}$/.test(ms)) return Number(ms)
  const typed = typedMoment(asSent(input, 'jour'), asSent(input, 'heure'))
  return typed === undefined
    ? undefined
    : Temporal.PlainDateTime.from(typed).toZonedDateTime(ZONE).epochMilliseconds
}

/**
 * What a telephone told, as a person reads it: the form that asks again is the one that is typed.
 */
function backAsTyped(input: Input, ms: number): Input {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE)
  return {
    ...input,
    jour: at.toPlainDate().toString(),
    heure: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
