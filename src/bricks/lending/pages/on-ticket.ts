import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { RecordType } from '../../../core/schema.ts'
import { capital } from '../../../text/capital.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { fieldList } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { SETTLE } from '../model/commands-change.ts'
import {
  ASK_OTHER,
  askedAfter,
  askedWith,
  GIVE_BACK,
  maySwap,
  TAKE_FREED,
} from '../model/on-ticket.ts'
import { missingListed, owedBy } from '../model/packed.ts'
import { type BookingRow, type RequestRow, type ThingRow, thingOf, timesIn } from '../model/read.ts'
import { booking, request } from '../model/records-booking.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { RequestStanding } from '../model/standing.ts'
import { keptFor } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import { whenFields } from './booking-form.ts'
import { backPart } from './bring-back.ts'
import { givesUp } from './giving-up.ts'
import { overBooking } from './over-booking.ts'
import { standingNow, standingSaid, whatNext } from './standing.ts'
import { whomToAsk } from './whom.ts'

type Context = PageContext<typeof fr>
type Held = Readonly<{ asked: RequestRow; booked: BookingRow | undefined; of: ThingRow }>

/**
 * The page of who asked without a card: which thing, where it stands, what to bring and whom to
 * ask; then what they wrote, to correct or to give back. Over http the ticket’s own sentence.
 */
export function ticketed(
  context: Context,
  { type, id, path }: Readonly<{ type: RecordType['name']; id: string; path: string }>,
): Html | undefined {
  const { kit, read, words } = context
  const found = type === request.name && kit.request.private ? askedWith(read, id) : undefined
  // Where another thing stands in for what they asked for, that one is theirs.
  const named = found?.booked?.thing ?? found?.asked.thing
  const of = named ? thingOf(read, named) : undefined
  if (!found || !of) return undefined
  const { asked, booked } = found
  const instead = booked ? booked.instead : asked.instead
  const was = instead === null ? undefined : thingOf(read, instead)
  const span = timesIn(booked ?? asked)
  const when = span ? words.when(span, kit.request.today) : ''
  const w = words.ticket
  const own = fieldList(
    (['name', 'phone', 'use'] as const).flatMap(name =>
      asked[name] === null
        ? []
        : [
            {
              label: words.types['booking-request'].fields[name].label,
              value: kit.shown(request, name, asked[name]),
            },
          ],
    ),
  )
  const isOpen = asked.state === 'asked' || asked.state === 'waiting'
  const stands = booked ? undefined : standingNow(asked, context)
  return html`
    <h1${TONGUE}><a href="${PATH}/${of.id}">${of.title}</a></h1>
    <p class="lead">${when}</p>
    <p>
      <b>
        ${
          stands
            ? standsSaid(stands, context)
            : (askedKept(found, of, context) ?? stateSaid({ asked, booked, of }, when, context))
        }</b>
    </p>
    ${
      stands?.is === 'freed' &&
      actButton(kit.form(), `${path}/${TAKE_FREED}`, { button: mainButton(w.takeIt) })
    }
    ${stands && whatNext({ row: asked, of, stands }, context)}
    ${was && html`<p>${words.insteadOf(of.title ?? '', was.title ?? '')}</p>`}
    ${asked.answer && html`<p${TONGUE}>${asked.answer}</p>`}
    ${booked?.state === 'booked' && toBring({ booked, of }, context)}
    ${booked && backPart({ row: booked, of }, context)}
    ${booked && overBooking(booked.id, context, booked.state === 'booked' && `${path}/${SETTLE}`)}
    ${whomToAsk(of, context)}
    ${maySwap(found) && otherDays({ asked, booked, of }, path, context)}
    <h2>${w.youWrote}</h2>
    ${own}
    <div class="acts no-print">
      ${isOpen && html`<a class="button quiet" href="${path}/corriger">${w.correct}</a>`}
    </div>
    ${
      booked?.state === 'booked' &&
      givesUp(
        {
          path: `${path}/${GIVE_BACK}`,
          days: [when],
          title: words.noMoreNeed,
          button: words.freeThem,
        },
        context,
      )
    }
  `
}

/** Other days that they ask in place of those that were given, and what was answered. */
function otherDays({ asked, booked, of }: Held, path: string, { kit, read, words }: Context): Html {
  const w = words.ticket
  const [last] = askedAfter(read, asked.id)
  const span = last && timesIn(last)
  const when = span ? words.when(span, kit.request.today) : ''
  const isRefused = last?.state === 'refused'
  return html`
    ${
      last?.state === 'asked' &&
      html`<p><b>${w.asksOther(when, booked?.state === 'booked')}</b></p>`
    }
    ${isRefused && html`<p><b>${words.saidNo(of.title ?? '', when)}</b></p>`}
    ${isRefused && last.answer && html`<p${TONGUE}>${last.answer}</p>`}
    <details class="no-print"${isOfDays(kit.request) && html` open`}>
      <summary>${w.askOther}</summary>
      ${isOfDays(kit.request) && mistakeIn(kit.request)}
      ${post(kit.form(), `${path}/${ASK_OTHER}`, {
        unchecked: true,
        fields: kit.fields(booking, booked ?? asked, whenFields(of)),
        button: w.askThem,
      })}
    </details>
  `
}

function stateSaid({ asked, booked, of }: Held, when: string, { words }: Context): string {
  const title = of.title ?? ''
  if (booked?.state === 'booked') return words.handing.isYours(title, when)
  if (booked?.calledOff) return words.calledOff(booked.calledOff)
  if (booked?.state === 'out') return words.ticket.isOut
  if (booked?.state === 'back') return backSaid(booked, words)
  if (booked === undefined && asked.state === 'refused') return words.saidNo(title, when)
  if (asked.state === 'asked' || asked.state === 'waiting') return words.ticket[asked.state]
  return words.ticket.over
}

/** Whether the form of other days came back; the page says above why a button was refused. */
const isOfDays = ({ again }: Context['kit']['request']): boolean =>
  again !== undefined && 'startsOn' in again.input

/** They took their turn: it is kept for them until its end, and who is in charge answers. */
function askedKept(
  { asked, booked }: Pick<Held, 'asked' | 'booked'>,
  of: ThingRow,
  { kit, read, words }: Context,
): string | undefined {
  const span = timesIn(asked)
  const isTaken = asked.state === 'asked' && asked.answeredAt !== null && booked === undefined
  const until = isTaken && span && keptFor(read, kit.request, { row: of, span, asker: asked })
  return until ? words.ticket.askedKept(words.ends(until, kit.request.today)) : undefined
}

/** That it is free now, and what to say; or that others have it. */
function standsSaid(stands: RequestStanding, context: Context): string {
  const said = capital(standingSaid(stands, context))
  return stands.is === 'freed' ? context.words.ticket.isFreed(said) : said
}

/** It is back: whole, short of a piece, which is listed below, or broken. */
function backSaid(row: BookingRow, words: Context['words']): string {
  if (row.damaged === true) return words.wasBroken(row.stateBack ?? '')
  return owedBy(row).length > 0 ? words.ticket.isBackShort : words.ticket.isBack
}

/** What came back broken and waits for its repair, or which pieces are missing: for the next. */
export const amissLines = (
  of: Pick<ThingRow, 'id' | 'pieces' | 'condition'>,
  { read, words }: Pick<Context, 'read' | 'words'>,
): readonly string[] => {
  const missing = missingListed(read, of)
  return [
    ...(of.condition === 'repair' ? [words.ticket.toRepair] : []),
    ...(missing.length === 0 ? [] : [words.notComplete(missing)]),
  ]
}

/** What is amiss with it, the word said at the hand-out, and what is asked for it. */
export function toBring({ booked, of }: Pick<Held, 'booked' | 'of'>, context: Context): Html {
  const lines = bringLines(of, context)
  return html`
    ${amissLines(of, context).map(line => html`<p><b>${line}</b></p>`)}
    ${booked?.word && html`<p>${context.words.handing.yourWord(booked.word)}</p>`}
    ${lines.length > 0 && html`<ul>${lines.map(line => html`<li>${line}</li>`)}</ul>`}
  `
}
/** Where it is fetched, and what is brought along. */
export function bringLines(of: ThingRow, { kit, words }: Context): readonly string[] {
  const w = words.ticket
  const lines = [
    of.where && w.where(of.where),
    of.depositCents !== null && w.deposit(kit.told(thing, 'depositCents', of.depositCents)),
    of.feeCents !== null && w.fee(kit.told(thing, 'feeCents', of.feeCents), of.feeFor ?? ''),
    of.insurance === true && w.insurance,
  ]
  return lines.flatMap(line => line || [])
}

/** What is called off when its holder takes all back, or why their name stays for a while. */
export function callsOff(
  { kit, read, words }: Context,
  { type, id }: Readonly<{ type: string; id: string }>,
): readonly string[] {
  const booked = type === request.name ? askedWith(read, id)?.booked : undefined
  const span = booked && timesIn(booked)
  if (!booked || !span || !kit.request.private) return []
  if (booked.state === 'out') return [words.ticket.staysWhileOut]
  return booked.state === 'booked'
    ? [words.ticket.callsOff(words.when(span, kit.request.today))]
    : []
}
