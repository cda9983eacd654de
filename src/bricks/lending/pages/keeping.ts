import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton, which } from '../../../ui/which.ts'
import { ALWAYS } from '../model/commands-answer.ts'
import { WHY } from '../model/commands-book.ts'
import { CALLED_OFF, isOfAnother } from '../model/commands-change.ts'
import { DONE } from '../model/handing/handed.ts'
import { KEYING, SHEET } from '../model/handing/paths.ts'
import { askedWith } from '../model/on-ticket.ts'
import { type MissingOfKit, missingOfThing, sinceWhom } from '../model/packed.ts'
import {
  type BookingRow,
  bookingOf,
  type RequestRow,
  requestsOf,
  type ThingRow,
  timesIn,
} from '../model/read.ts'
import { request } from '../model/records-booking.ts'
import { PATH, thing as thingType } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { isOfForm, whyField } from './booking-form.ts'
import { toErasing } from './erase-whose.ts'
import { clashPart, keepingActs } from './keeping-acts.ts'
import { handFold, nameOf, quickHand, whose } from './keeping-hand.ts'
import { calledOffField, handWords, phonePart, spanSaid, stateSaid, upkeepSaid } from './reading.ts'
import { standingNow } from './standing.ts'

type Context = PageContext<typeof fr>

const startOf = (row: RequestRow): number => timesIn(row)?.from ?? 0

/** For who is in charge: what is asked, who comes, what is out, what is missing. */
export function keeping(context: Context, row: ThingRow): Html {
  const { read, words, kit } = context
  const asked = [
    // By the day that is asked; who waits has a turn.
    ...requestsOf(read, row.id, 'asked').toSorted((a, b) => startOf(a) - startOf(b)),
    ...requestsOf(read, row.id, 'waiting'),
  ].filter(one => isToAnswer(one, kit.request.now))
  const all = comingOf(context, row)
  const short = missingOfThing(read, row.id)
  // What another box decides is asked of it; what happened is noted here.
  const isHere = kit.hostOf(row.id) === undefined
  const about = which(words.bookFor, row.title ?? '', kit.request.lang)
  return html`
    <section class="part" id="tenir">
      <h2>${words.keeping}</h2>
      ${
        row.condition === 'repair' &&
        html`<p><a href="${PATH}/${row.id}/histoire">${words.tending.sayRepaired}</a></p>`
      }
      ${
        isHere &&
        upkeepSaid(context, row) !== '' &&
        html`
          <p>
            <a href="${PATH}/${row.id}/histoire#entretien">${words.tending.noteUpkeep}</a>
          </p>
        `
      }
      <p class="acts">
        <a class="button quiet" href="${SHEET}">${words.handing.title}</a>
        <a class="button quiet" href="${KEYING}">${words.handing.keyIt}</a>
        ${
          row.gone !== true &&
          html`<a class="button quiet" href="#demander"${about}>${words.bookFor}</a>`
        }
      </p>
      ${
        asked.length > 0 &&
        html`
          <ul class="notices">${asked.map(one => askedLine(one, row, context))}</ul>
        `
      }
      ${all.length + asked.length === 0 && html`<p>${words.nobodyComes}</p>`}
      ${clashPart(context, row)}
      <ul class="notices">${all.map(one => bookingLine(one, row, context))}</ul>
      ${isHere && row.forWhom === 'group' && groupPart(context, row)}
      ${row.gone !== true && keepingActs(context, row)}
      ${
        short.length > 0 &&
        html`
        <h3>${words.missing}</h3>
        <ul class="notices">${short.map(one => shortLine(one, context))}</ul>
      `
      }
      ${kit.request.again && !isOfForm(kit.request.again.input) && mistakeIn(kit.request)}
    </section>
  `
}

const comingOf = ({ read, kit }: Context, row: ThingRow): readonly BookingRow[] =>
  read
    .all(
      'SELECT booking, from_ms FROM taken WHERE thing = ?1 AND until_ms > ?2 UNION ' +
        'SELECT booking, from_ms FROM taken WHERE thing = ?1 AND is_out = 1 ' +
        'ORDER BY from_ms, booking LIMIT 60',
      row.id,
      kit.request.now,
    )
    .flatMap(one => bookingOf(read, String(one['booking'])) ?? [])

/** Who typed it for them, and that a name was only typed: *(dit par Marc)*, *(sans carte)*. */
function whoSaid(
  row: Pick<BookingRow, 'id' | 'member' | 'name' | 'keyedBy' | 'box'>,
  { read, words }: Context,
): string {
  const { member, box } = row
  const nameOf = (id: string | null): string =>
    id === null ? '' : (read.published.memberName?.(id) ?? '')
  const own = nameOf(member)
  const by = own !== '' && !isSameName(own, row.name ?? '') ? own : nameOf(typedBy(row, read))
  if (by !== '') return ` (${words.saidBy(by)})`
  return member === null && box === null ? ` (${words.withoutCard})` : ''
}

/** Who typed it: of what was asked for, they did then, and not who said yes to it. */
const typedBy = (
  { id, keyedBy }: Pick<BookingRow, 'id' | 'keyedBy'>,
  read: Context['read'],
): string | null => {
  if (keyedBy === null) return null
  const [asked] = read.list(request, { where: 'booking = ?', with: [id], limit: 1 }, 'home')
  return asked === undefined ? keyedBy : asked.keyedBy
}

/** Days that are past ask nothing; a letter that came late is answered still. */
const isToAnswer = (one: RequestRow, now: number): boolean =>
  (timesIn(one)?.until ?? 0) > now - (one.box === null ? 0 : LATE_LETTER)
const LATE_LETTER = 14 * 24 * 3_600_000

/** Who books by themselves, since whoever is in charge knows them. */
function groupPart({ kit, read, words }: Context, row: ThingRow): Html | false {
  const group = read.one(thingType, row.id, 'home')?.group ?? []
  const named = group.map(id => ({ id, name: read.published.memberName?.(id) ?? '' }))
  const shown = named.filter(({ name }) => name !== '')
  return (
    shown.length > 0 &&
    html`
      <details>
        <summary>${words.groupOf(shown.length)}</summary>
        <ul class="notices">
          ${shown.map(
            ({ id, name }) => html`
              <li>
                ${name}
                ${actButton(kit.form(), `${PATH}/${row.id}/redemander`, {
                  button: words.askAgain(name),
                  hidden: { membre: id },
                })}
              </li>
            `,
          )}
        </ul>
      </details>
    `
  )
}

function askedLine(row: RequestRow, thing: ThingRow, context: Context): Html {
  const { kit, words } = context
  const isGiven = thing.gone !== true && kit.hostOf(thing.id) === undefined
  const of = `${PATH}/demandes/${row.id}`
  const state = row.state === 'waiting' ? words.waitsFor : words.asksFor
  const about = whose(row, context)
  const button = (act: string): Html => aboutButton(act, about, kit.request.lang)
  const isPast = isGiven && isRefusedBy(kit, row)
  return html`
    <li>
      <p><b>${row.name}</b> ${state} ${spanSaid(row, context)}${whoSaid(row, context)}</p>
      ${row.state === 'waiting' && keptUntil(row, context)}
      ${row.after && placeOf(row.after, context)}
      ${row.use && html`<p${TONGUE}>${row.use}</p>`}
      ${phonePart(context, row)}
      ${isPast && givePast(of, button(words.sayYes), context)}
      <div class="acts">
        ${
          isGiven &&
          !isPast &&
          actButton(kit.form(), `${of}/accorder`, { button: button(words.sayYes) })
        }
        ${
          isGiven &&
          !isPast &&
          thing.forWhom === 'group' &&
          row.member !== null &&
          actButton(kit.form(), `${of}/accorder`, {
            button: button(words.sayYesAlways),
            hidden: { [ALWAYS]: '1' },
          })
        }
      </div>
      <details>
        <summary${which(words.sayNo, about, kit.request.lang)}>${words.sayNo}</summary>
        ${post(kit.form(), `${of}/refuser`, {
          unchecked: true,
          fields: formField({
            id: `f-answer-${row.id}`,
            label: words.noWithWord,
            input: { name: 'answer', maxlength: 200 },
          }),
          button: button(words.sayNo),
        })}
      </details>
      ${toErasing(row, context)}
    </li>
  `
}

/** Until when what was freed is kept for who waits. */
function keptUntil(row: RequestRow, context: Context): Html | false {
  const stands = standingNow(row, context)
  if (stands?.is !== 'freed' || stands.until === null) return false
  const { words, kit } = context
  return html`<p>${words.telling.keptUntil(words.ends(stands.until, kit.request.today))}</p>`
}

/** Whether a rule said no as the one in charge said yes to this request. */
const isRefusedBy = ({ request: { again } }: Context['kit'], { id }: RequestRow): boolean =>
  again?.field === WHY && again.input['id'] === id

/** The one in charge says why they go past the rule that said no. */
function givePast(of: string, button: Html, context: Context): Html {
  const { kit } = context
  const isAlways = one(kit.request.again?.input ?? {}, ALWAYS) !== ''
  return post(kit.form(), `${of}/accorder`, {
    unchecked: true,
    hidden: isAlways ? { [ALWAYS]: '1' } : {},
    fields: whyField(context),
    button,
  })
}

/** The days that they were given, and leave for these. */
function placeOf(after: string, context: Context): Html | false {
  const given = askedWith(context.read, after)?.booked
  return (
    given?.state === 'booked' &&
    html`<p>${context.words.ticket.placeOf(spanSaid(given, context))}</p>`
  )
}

function bookingLine(row: BookingRow, of: ThingRow, context: Context): Html {
  const { kit, words } = context
  const isLate = row.state === 'out' && (timesIn(row)?.until ?? 0) <= kit.request.now
  return html`
    <li>
      <p>
        <b>${nameOf(row, context)}</b>${words.colon}
        <a href="${PATH}/reservations/${row.id}">${spanSaid(row, context)}</a>${
          row.state !== 'booked' && html` (${stateSaid(row.state, of, context)})`
        }${row.name !== null && whoSaid(row, context)}${isLate && html` <b>${words.isLateNow}</b>`}
      </p>
      ${row.use && html`<p${TONGUE}>${row.use}</p>`}
      ${row.why && html`<p>${words.whySaid(row)}</p>`}
      ${phonePart(context, row)}
      ${acts(row, of, context)}
    </li>
  `
}

function acts(row: BookingRow, of: ThingRow, context: Context): Html | false {
  const { kit, words } = context
  const at = `${PATH}/reservations/${row.id}`
  const form = kit.form()
  const button = (act: string): Html => aboutButton(act, whose(row, context), kit.request.lang)
  if (row.state === 'out')
    return html`
      ${handFold('Back', of, row, context)}
      ${quickHand('Back', of, row, context)}
    `
  const isHere = kit.hostOf(of.id) === undefined
  if (row.state === 'closed')
    return isHere && actButton(form, `${at}/annuler`, { button: button(words.openAgain) })
  const isAsked = kit.request.again?.field === DONE && kit.request.again.input['id'] === row.id
  const isStarted = (timesIn(row)?.from ?? 0) <= kit.request.now
  return html`
    <div class="acts">
      ${quickHand('Out', of, row, context)}
      ${
        isAsked &&
        actButton(form, `${at}/remettre`, {
          button: button(handWords(context, of).alreadyOut),
          hidden: { tout: '1', [DONE]: '1' },
        })
      }
      ${
        isHere &&
        !isOfAnother(row, kit.request) &&
        actButton(form, `${at}/annuler`, { button: button(words.cancelIt) })
      }
      ${
        isHere &&
        isStarted &&
        actButton(form, `${at}/pas-venu`, { button: button(words.nobodyCame) })
      }
    </div>
    ${handFold('Out', of, row, context)}
    ${isHere && isOfAnother(row, kit.request) && callOff(row, context)}
  `
}

/** A member’s booking is cancelled with a reason, that they read. */
function callOff(row: BookingRow, context: Context): Html {
  const { kit, words } = context
  const { again, lang } = kit.request
  const isWrong = again?.field === CALLED_OFF && again.input['id'] === row.id
  return html`
    <details${isWrong && html` open`}>
      <summary${which(words.cancelIt, whose(row, context), lang)}>${words.cancelIt}</summary>
      ${post(kit.form(), `${PATH}/reservations/${row.id}/annuler`, {
        unchecked: true,
        fields: calledOffField(row, context),
        button: aboutButton(words.cancelIt, whose(row, context), lang),
      })}
    </details>
  `
}

function shortLine(short: MissingOfKit, { kit, words }: Context): Html {
  const { turn, thing } = short
  const at = `${PATH}/reservations/${turn.id}/retrouver`
  const button = words.foundPiece(thing)
  return html`
    <li>
      <p>${words.missingFrom(thing, sinceWhom(short))}</p>
      ${actButton(kit.form(), at, { button, hidden: { piece: thing } })}
    </li>
  `
}
