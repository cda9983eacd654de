import { type Html, html } from '../../../contract/html.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { isCodeOf } from '../model/answer/by-phone.ts'
import { isYesRefused } from '../model/answer/too-late.ts'
import { callerOf, mayNoteCall, missedBy } from '../model/calling.ts'
import { isAskedOf, type Party, speaksFor } from '../model/rules.ts'
import { notedBy } from '../model/slips.ts'
import { calledOf, momentFor } from './say.ts'
import { answerToken, type DealThread, fieldOf, isReadBy } from './view.ts'

/**
 * An answer that comes by voice: who called for it notes it; else who may note it is said to
 * whoever hears it. The keeper notes it by the code of its ticket.
 */
export function heardAnswer(thread: DealThread): Html | false {
  const { whole, who, read } = thread
  if (!who.private) return false
  const asked = whole.parties
    .filter(party => !speaksFor(who, party))
    .flatMap(party => {
      if (who.by === 'keeper') return isByCode(thread, party) ? notingByCode(thread, party) : []
      if (!isReadBy(whole, who)) return []
      if (mayNoteCall(whole, party, who, read)) return noting(thread, party)
      const by = notedBy(whole, party, read)
      return by === undefined ? [] : notedElsewhere(thread, party, by)
    })
  return asked.length > 0 && html`${asked}`
}

const isByCode = ({ whole }: DealThread, party: Party): boolean =>
  whole.row.box === null && isAskedOf(whole, party) && (party.ticket ?? party.sent) !== undefined

const notedElsewhere = ({ kit, words }: DealThread, party: Party, by: string | null): Html =>
  html`
    <p>
      ${words.heardAnswer(
        calledOf(party, words),
        by ?? keeperNameOf(kit.territory) ?? words.theKeeper,
      )}
    </p>
  `

/** *Odette est d’accord*, *Odette ne peut pas*, *Pas pu joindre Odette*. */
function noting(thread: DealThread, party: Party): Html {
  const { whole, who, words } = thread
  const name = calledOf(party, words)
  const from = callerOf(whole, party, who)
  const isMissable = from !== undefined && !missedBy(whole, from)
  return html`
    <div class="note no-print">
      <p>${words.heardHere(name)}</p>
      ${answers(
        thread,
        party,
        isMissable && html`<button name="says" value="missed">${words.missed(name)}</button>`,
      )}
    </div>
  `
}

/** What is asked is read by whoever holds the ticket: by its code too. */
function notingByCode(thread: DealThread, party: Party): Html {
  const { whole, who, kit, read, words } = thread
  const typed = one(kit.request.query, 'code')
  const isTheirs = isCodeOf(read, party, typed)
  const { id, typed: again, error } = fieldOf(thread, whole.parties.indexOf(party), 'code')
  const value = again ?? typed
  const input = { name: 'code', value, maxlength: MOST_CODE, autocomplete: 'off' } as const
  return html`
    <details class="no-print"${(isTheirs || error !== undefined) && html` open`}>
      <summary>${words.noteByCode(calledOf(party, words))}</summary>
      ${isTheirs && html`<p><b>${momentFor(whole, who, words)}</b></p>`}
      ${answers(
        thread,
        party,
        false,
        formField({ id, label: words.code, hint: words.codeHint, error, input }),
      )}
    </details>
  `
}
const MOST_CODE = 100

/** A yes or a no to what the page shows. `more`: another button. `field`: what is typed first. */
function answers(thread: DealThread, party: Party, more: Html | false, field?: Html): Html {
  const { whole, at, read, words } = thread
  const name = calledOf(party, words)
  const yes = html`
    <button class="button done-side" name="says" value="yes">${words.saysYes(name)}</button>
  `
  return post(answerToken(thread, whole.parties.indexOf(party)), `${at}/au-telephone`, {
    unchecked: true,
    ...(field ? { fields: field } : {}),
    button: html`
      ${!isYesRefused(read, whole) && yes}
      <button name="says" value="no">${words.saysNo(name)}</button>
      ${more}
    `,
  })
}
