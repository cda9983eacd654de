import { LONGEST, SHORTEST } from '../../../contract/box/watch.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one, texts } from '../../../core/form/input.ts'
import { formField, tick } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { SETTINGS, WATCH } from '../model/commands.ts'
import { choiceIn } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { sourcesOf } from './cycle.ts'

type Words = typeof fr
type Filled = Readonly<{
  seconds: string
  nightFrom: string
  nightUntil: string
  turns: (kind: string) => boolean
}>

/** What was kept, or what was sent and refused. */
function filledIn(request: Request, read: Reader): Filled {
  const choice = choiceIn(read)
  const input = request.again?.input
  if (!input)
    return {
      seconds: String(choice.seconds),
      nightFrom: choice.nightFrom,
      nightUntil: choice.nightUntil,
      turns: kind => !choice.without.includes(kind),
    }
  const turns = texts(input, 'turns')
  return {
    seconds: one(input, 'seconds'),
    nightFrom: one(input, 'nightFrom'),
    nightUntil: one(input, 'nightUntil'),
    turns: kind => turns.includes(kind),
  }
}

/** Kinds that may turn here, each once, as the bricks of this house name them. */
function kindsOf(kit: Kit, words: Words): readonly Readonly<{ kind: string; label: string }>[] {
  const known = new Map<string, string>([['today', words.todayKind]])
  for (const { kind, label } of sourcesOf(kit, words).toSorted((a, b) => a.order - b.order))
    if (!known.has(kind)) known.set(kind, label)
  return [...known].map(([kind, label]) => ({ kind, label }))
}

function form(kit: Kit, read: Reader, words: Words): Html {
  const filled = filledIn(kit.request, read)
  const kind = (of: { kind: string; label: string }): Html =>
    html`
      ${hidden({ kind: of.kind })}
      ${tick({
        look: 'choice',
        id: `t-${of.kind}`,
        name: 'turns',
        value: of.kind,
        isOn: filled.turns(of.kind),
        words: of.label,
      })}
    `
  const time = (name: 'nightFrom' | 'nightUntil', label: string): Html =>
    formField({
      id: `f-${name}`,
      label,
      control: html`
        <input
          class="small"
          type="time"
          id="f-${name}"
          name="${name}"
          value="${filled[name]}"
          aria-describedby="f-night"
        >
      `,
    })
  return post(kit.form(), `${WATCH}/choisir`, {
    unchecked: true,
    hidden: { from: SETTINGS },
    fields: html`
      <fieldset id="f-turns">
        <legend>${words.whatTurns}</legend>
        <p class="hint">${words.whatTurnsHint}</p>
        ${kindsOf(kit, words).map(kind)}
      </fieldset>
      ${formField({
        id: 'f-seconds',
        label: words.seconds,
        hint: words.secondsHint(SHORTEST, LONGEST),
        error: mistakeOn(kit.request, 'seconds'),
        input: {
          class: 'small',
          name: 'seconds',
          inputmode: 'numeric',
          size: 4,
          value: filled.seconds,
        },
      })}
      <fieldset>
        <legend>${words.night}</legend>
        <p class="hint" id="f-night">${words.nightHint}</p>
        ${time('nightFrom', words.nightFrom)}
        ${time('nightUntil', words.nightUntil)}
      </fieldset>
    `,
    button: mainButton(words.keep),
  })
}

/** What turns, how fast, and when it is night; how the screen is set up. */
export const settings: Page<Words> = {
  path: SETTINGS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const wrong = mistakeIn(kit.request)
    const at = kit.hotspot?.address ?? kit.request.address
    const address = at === undefined ? undefined : `${at}${WATCH}`
    const there = words.openThere({ address, hasWifi: kit.hotspot !== undefined })
    const how = html`
      <div class="part">
        <h2>${words.howTo}</h2>
        <ul>
          ${[there, ...words.howToLines].map(line => html`<li>${line}</li>`)}
        </ul>
        <p>${words.openOld}${words.colon} <a href="${WATCH}?vue=0">${words.oldWords}</a></p>
      </div>
    `
    const body = html`
      ${said(kit.request.said)}
      ${wrong}
      <div class="text stack">
        <h1>${words.settings}</h1>
        <p>${words.settingsLead}</p>
        <p class="acts"><a class="button quiet" href="${WATCH}">${words.open}</a></p>
        ${!kit.request.sure && html`<p class="note">${words.clockUnsure}</p>`}
        ${form(kit, read, words)}
        ${how}
      </div>
    `
    return { title: words.settings, body, current: '/tenir' }
  },
}
