import { type BoxSeen, isTrusted } from '../../../contract/box/boxes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { fieldId } from '../../../ui/say.ts'
import { BOXES } from '../model/commands.ts'
import { LONGEST_TYPED } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { momentAt } from './say.ts'

type Words = typeof fr
/** Arrivals offered to hide from. */
const MOST_ARRIVALS = 8

/** Several forms of one page ask the same: a field is known by its form's box and act too. */
export const fieldOf = (name: string, form: string): string => `${name}-${form}`
const formOf = (act: string, box: string): string => `${act}-${box.slice(0, 8)}`
/** The form that was refused, by what it sent. */
export const wrongIn = ({ again }: Request): string =>
  again ? formOf(one(again.input, 'acte'), one(again.input, 'borne')) : ''

type Form = Readonly<{
  act: string
  path: string
  box: string
  more?: Readonly<Record<string, string>>
}>
function token({ act, box, more = {} }: Form, kit: Kit): Html {
  const asked = one(kit.request.query, 'qui')
  const from = asked === '' ? BOXES : `${BOXES}?qui=${encodeURIComponent(asked)}`
  return html`${kit.form()}${hidden({ from, acte: act, borne: box, ...more })}`
}

const button = (form: Form, kit: Kit, words: string): Html =>
  actButton(token(form, kit), `${BOXES}/${form.path}`, { button: words })

type Control = Readonly<{ name: string; label: string; hint?: string; given?: string }>
function control({ name, label, hint, given = '' }: Control, form: Form, request: Request): Html {
  const id = fieldId(fieldOf(name, formOf(form.act, form.box)))
  const isMine = wrongIn(request) === formOf(form.act, form.box)
  const wrong = isMine && request.again?.field === name
  const value = isMine && name !== 'code' ? one(request.again!.input, name) : given
  return formField({
    id,
    label,
    hint,
    error: wrong && request.again!.refused,
    control: about => html`
      <input
        id="${id}"
        name="${name}"
        value="${value}"
        maxlength="${LONGEST_TYPED}"
        autocomplete="off"${about}
        required
      >
    `,
  })
}

const codeControl = (form: Form, request: Request, words: Words): Html =>
  control({ name: 'code', label: words.code }, form, request)
const isOpen = (form: Form, request: Request): boolean =>
  wrongIn(request) === formOf(form.act, form.box)

/** What takes a moment opens when it is asked for. */
const folded = (
  form: Form,
  kit: Kit,
  o: Readonly<{ title: string; lead: string; fields: Html; button: string }>,
): Html =>
  html`
    <details class="no-print"${isOpen(form, kit.request) && html` open`}>
      <summary>${o.title}</summary>
      ${post(token(form, kit), `${BOXES}/${form.path}`, {
        look: 'form stack',
        fields: html`<p>${o.lead}</p>${o.fields}`,
        button: o.button,
      })}
    </details>
  `

/**
 * In person, with whoever keeps the other box: its five words beside, a name for here, a printed
 * code.
 */
export function recognising(
  of: Readonly<{ name: string; five: string; called: string }>,
  kit: Kit,
  words: Words,
): Html {
  const form = { act: 'reconnaitre', path: 'reconnaitre', box: of.name }
  return post(token(form, kit), `${BOXES}/reconnaitre`, {
    fields: html`
      <p>${words.inPerson}</p>
      ${control(
        { name: 'called', label: words.calledHere, hint: words.calledHint, given: of.called },
        form,
        kit.request,
      )}
      ${codeControl(form, kit.request, words)}
    `,
    button: mainButton(words.recognise),
  })
}

export function actsOf(seen: BoxSeen, kit: Kit, words: Words): Html {
  const { name, known, called, isPaused, isDismissed, introducedHere, heardAt } = seen
  const own = called === seen.words ? '' : called
  return html`
    <div class="acts no-print">
      ${
        known === 'introduced' &&
        !isDismissed &&
        button({ act: 'oui', path: 'accepter', box: name }, kit, words.yes)
      }
      ${
        known === 'introduced' &&
        !isDismissed &&
        !seen.isRefused &&
        button({ act: 'non', path: 'refuser', box: name }, kit, words.no)
      }
      ${isTrusted(known) && pausing(seen, kit, words)}
      ${
        known === 'paired' &&
        !isDismissed &&
        introducedHere === null &&
        button(
          { act: 'presenter', path: 'presenter', box: name, more: { on: '1' } },
          kit,
          words.introduce(called),
        )
      }
      ${
        introducedHere !== null &&
        button(
          { act: 'presenter', path: 'presenter', box: name, more: { on: '0' } },
          kit,
          words.unintroduce,
        )
      }
    </div>
    ${
      known !== 'paired' &&
      recognisingFolded(
        { name, five: seen.words, called: own },
        known === 'stranger' && !isDismissed && heardAt !== null,
        kit,
        words,
      )
    }
    ${isTrusted(known) && renaming(name, own, kit, words)}
    ${isDismissed ? believing(seen, kit, words) : dismissing(seen, kit, words)}
    ${isPaused && !isTrusted(known) && pausing(seen, kit, words)}
  `
}

const pausing = ({ name, isPaused }: BoxSeen, kit: Kit, words: Words): Html =>
  button(
    { act: 'pause', path: 'pause', box: name, more: { on: isPaused ? '0' : '1' } },
    kit,
    isPaused ? words.resume : words.pause,
  )

/** `waits`: it brought something that waits for this yes, which then stands open. */
function recognisingFolded(
  of: Readonly<{ name: string; five: string; called: string }>,
  waits: boolean,
  kit: Kit,
  words: Words,
): Html {
  const form = { act: 'reconnaitre', path: 'reconnaitre', box: of.name }
  const isShownAbove = one(kit.request.query, 'qui') !== ''
  return html`
    ${
      !isShownAbove &&
      html`
        <details class="no-print"${(waits || isOpen(form, kit.request)) && html` open`}>
          <summary>${words.recogniseNamed(of.called || words.thatBox)}</summary>
          <p>${words.itsWords}</p>
          <p class="five">${of.five}</p>
          ${recognising(of, kit, words)}
        </details>
      `
    }
  `
}

function renaming(box: string, given: string, kit: Kit, words: Words): Html {
  const form = { act: 'nommer', path: 'nommer', box }
  const fields = control({ name: 'called', label: words.calledHere, given }, form, kit.request)
  return folded(form, kit, {
    title: words.rename,
    lead: words.renameLead,
    fields,
    button: words.rename,
  })
}

function dismissing({ name, called, arrivals }: BoxSeen, kit: Kit, words: Words): Html {
  const form = { act: 'ecarter', path: 'ecarter', box: name }
  const typed = isOpen(form, kit.request) ? kit.request.again!.input : {}
  const since =
    arrivals.length > 0 &&
    hiding({ arrivals, given: one(typed, 'since') }, form, kit.request, words)
  const tell = html`
    <div class="field">
      ${tick({ name: 'tell', isOn: one(typed, 'tell') === '1', words: words.tellOthers })}
    </div>
  `
  const lost = kit.whenLost()
  const fields = html`
    ${lost && html`<p><a href="${lost.href}">${lost.words}</a></p>`}
    ${since}
    ${tell}
    ${codeControl(form, kit.request, words)}
  `
  return folded(form, kit, {
    title: words.dismiss(called),
    lead: words.dismissLead,
    fields,
    button: words.dismissButton,
  })
}

/**
 * Whoever hides from an arrival on hides what came later too: each choice says how much that is, in
 * all.
 */
function hiding(
  { arrivals, given }: Pick<BoxSeen, 'arrivals'> & Readonly<{ given: string }>,
  form: Form,
  request: Request,
  words: Words,
): Html {
  const id = fieldId(fieldOf('since', formOf(form.act, form.box)))
  const option = (value: string, said: string): Html =>
    html`<option value="${value}"${value === given && html` selected`}>${said}</option>`
  let all = 0
  const since = arrivals
    .slice(0, MOST_ARRIVALS)
    .map(({ at, entries }) =>
      option(String(at), words.hideSince(momentAt(at, request, words), (all += entries))),
    )
  return formField({
    id,
    label: words.hide,
    control: html`
      <select id="${id}" name="since">
        ${option('', words.hideNothing)}
        ${since}
        ${option('0', words.hideAll)}
      </select>
    `,
  })
}

function believing({ name, called }: BoxSeen, kit: Kit, words: Words): Html {
  const form = { act: 'reprendre', path: 'reprendre', box: name }
  return folded(form, kit, {
    title: words.believe(called),
    lead: words.believeLead,
    fields: codeControl(form, kit.request, words),
    button: words.believeButton,
  })
}
