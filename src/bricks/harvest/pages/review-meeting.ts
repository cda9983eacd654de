import { type Html, html } from '../../../contract/html.ts'
import { guardWords, whySaid } from '../../../contract/records/guard-words.ts'
import { findingsText, type Guard } from '../../../contract/records/guarded.ts'
import type { Request } from '../../../contract/request.ts'
import { formField, textArea, tick } from '../../../ui/field.ts'
import { heldOfMeeting, MEETING } from '../model/showing-meeting.ts'
import type { Unagreed } from '../model/unagreed.ts'

type Of = Parameters<typeof heldOfMeeting>[0]

/**
 * The meeting itself, before it is shown: its title to mend, and what of it stays here because it
 * says something of somebody.
 */
export function meetingPart(
  request: Request,
  of: Of,
  { named, guards }: Readonly<{ named: Unagreed; guards: Guard }>,
): Html {
  const g = guardWords(request.lang)
  const held = heldOfMeeting(of, named, guards)
  const canShow = held.title.length > 0 && named(of.title ?? '') === undefined
  const why =
    held.title.length > 0 &&
    html`<p class="why">${g.meetingTitleHeld(whySaid(held.title, request.lang))}</p>`
  const shows =
    canShow &&
    tick({ name: MEETING.seen, value: findingsText(held.title), words: g.meetingTitleShow })
  const stays = (['where', 'author', 'url'] as const).filter(name => held[name].length > 0)
  const list =
    stays.length > 0 &&
    html`
      <p>
        ${g.meetingStays} ${stays.map(name => g.meetingPart[name](of[name] ?? '')).join(g.between)}.
      </p>
    `
  return html`
    <fieldset class="group meeting">
      <legend>${g.theMeeting}</legend>
      ${formField({
        id: 'f-reunion',
        label: g.meetingTitle,
        control: html`
          ${textArea(
            { id: 'f-reunion', name: MEETING.title, rows: 2, maxlength: 300 },
            of.title ?? '',
          )}
          ${why}
          ${shows}
        `,
      })}
      ${list}
    </fieldset>
  `
}
