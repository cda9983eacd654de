import type { Machine } from '../../../contract/box/machine.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { formField, tickField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { fieldId, note } from '../../../ui/say.ts'
import type { fr } from '../words/fr.ts'
import { dayOf, timeOf, wholeDay } from './say.ts'

type Words = typeof fr
/** Where the time is given: the server's own address. */
const CLOCK = '/borne/heure'

/** What time it is here, who says so, and how to give it. */
export function clockPart(machine: Machine, kit: Kit, words: Words): Html {
  const { clock, isBox } = machine
  const state = html`
    <p>
      <b>
      ${words.clockIs(timeOf(kit.request.now, kit.request), wholeDay(kit.request.now, kit.request))}
      </b> ${known(machine, kit.request, words)}
    </p>
  `
  const give = isBox ? giving(kit, words, clock.sure) : !clock.sure && note(words.clockElsewhere)
  return html`<div class="part" id="heure"><h2>${words.clock}</h2>${state}${give}</div>`
}

function known(
  { clock: { sure, by, odd, last } }: Machine,
  request: Request,
  words: Words,
): string {
  if (odd === 'release') return words.clockOdd.release
  if (odd === 'entries') return words.clockOdd.entries(dayOf(last ?? 0, { ...request, today: '' }))
  return sure && by !== null ? words.clockBy[by] : words.clockUnknown
}

/**
 * In one tap where scripts run, typed by hand on any telephone. What was sent comes back after a
 * mistake.
 */
function giving(kit: Kit, words: Words, sure: boolean): Html {
  const input = kit.request.again?.input ?? {}
  const wrong = kit.request.again?.field
  const isBack = wrong === 'oui'
  const isMine = isBack || wrong === 'jour' || wrong === 'heure'
  const field = (name: 'jour' | 'heure', type: string, label: string, hint: string): Html => {
    const id = fieldId(name)
    return formField({
      id,
      label,
      hint,
      isWrong: wrong === name,
      control: about => html`
        <input
          id="${id}"
          type="${type}"
          name="${name}"
          value="${one(input, name)}"
          autocomplete="off"${about}
          required
        >
      `,
    })
  }
  const yes =
    isBack && tickField({ id: fieldId('oui'), name: 'oui', isWrong: true, words: words.clockBack })
  const tap = html`
    <form class="acts no-print" data-heure hidden method="post" action="${CLOCK}">
      ${kit.form()}
      ${hidden({ ms: '' })}
      <button class="button${sure && ' quiet'}">${words.clockTap}</button>
    </form>
  `
  return html`
    ${!isBack && tap}
    <details class="no-print"${isMine && html` open`}>
      <summary>${words.clockTyped}</summary>
      ${post(kit.form(), CLOCK, {
        hidden: { from: false },
        fields: html`
          <p>${words.clockTypedLead}</p>
          ${field('jour', 'date', words.clockDay, words.clockDayHint)}
          ${field('heure', 'time', words.clockTime, words.clockTimeHint)}
          ${yes}
        `,
        button: mainButton(words.clockSet),
      })}
    </details>
  `
}
