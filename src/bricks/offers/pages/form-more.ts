import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { hidden } from '../../../ui/post.ts'
import { COUNTERPARTS, isMode, type Mode } from '../model/modes.ts'
import { need, offer } from '../model/records.ts'
import { themesKnown, type Understood, understand } from '../model/understood.ts'
import { MORE, madeFor } from '../model/written.ts'
import type { fr } from '../words/fr.ts'
import { type NoticeForm, round, sent, titleField } from './form-fields.ts'
import { spreadField } from './reach-fields.ts'
import { rideMore } from './rides/ask.ts'
import { spreadLabels } from './who-sees.ts'

type Words = typeof fr

/** What was said already travels with the second page, and nothing of it is asked twice. */
const CARRIED = [
  'accord',
  'demande',
  'who',
  IN_NAME_OF,
  'reachBy',
  'phone',
  'relay',
  'through',
  'foundAt',
  'chezmoi',
  'reach',
  'for',
  'hand',
  'piste',
] as const

/** The second page: the sentence again, and what was understood of it, as ticks. */
export function more(of: NoticeForm, kit: Kit, read: Reader, words: Words): Html {
  const type = of.kind === 'offer' ? offer : need
  const isFirst = kit.request.again?.asks === 'more'
  const understood = understand(sent(kit.request, 'title'), {
    today: kit.request.today,
    themes: themesKnown(read),
    territory: kit.territory,
  })
  const carried = CARRIED.map(name => {
    const value = sent(kit.request, name)
    return value !== '' && hidden({ [name]: value })
  })
  return html`
    ${hidden({ stage: '2' })}
    ${carried}
    ${titleField(sent(kit.request, 'title'), words.willSay, words.willSayHint, kit.request)}
    ${modes(of.kind, isFirst ? understood.mode : sent(kit.request, 'mode'), words)}
    ${counterparts(kit.request, words)}
    ${rideMore(kit.request, understood.ride, words)}
    ${themes(type, understood, kit, words)}
    ${kit.fields(type, proposed(understood), [...MORE, ...madeFor(read, of.kind)])}
    ${sent(kit.request, 'accord') === '' && spreadField(kit.request, words, spreadLabels(words))}
  `
}

/**
 * Thirty themes are many to read: those understood are ticked, the others wait behind their word.
 */
function themes(
  type: typeof offer | typeof need,
  understood: Understood,
  kit: Kit,
  words: Words,
): Html {
  const ticked = kit.request.again?.input['themes'] !== undefined || understood.themes.length > 0
  return html`
    <details${ticked && html` open`}>
      <summary>${words.theme}</summary>
      <div class="part">${kit.fields(type, proposed(understood), ['themes'])}</div>
    </details>
  `
}

const proposed = (understood: Understood): Readonly<Record<string, unknown>> => ({
  ...(understood.themes.length > 0 ? { themes: understood.themes } : {}),
  ...(understood.commune ? { commune: understood.commune } : {}),
  ...(understood.day ? { until: understood.day } : {}),
})

/**
 * The ticks of the meeting page, in people's words; *je vends ou loue* is told apart by the verb
 * that was said.
 */
function modes(kind: 'offer' | 'need', told: Mode | string | undefined, words: Words): Html {
  const labels = words.ticks[kind]
  const values: readonly (readonly [Mode, string])[] = [
    ['give', labels.give],
    ['lend', labels.lend],
    [told === 'barter' ? 'barter' : 'exchange', labels.exchange],
    [told === 'rent' ? 'rent' : 'sell', labels.sell],
    ['hand', labels.hand],
    ['ride', labels.ride],
    ['share', labels.share],
  ]
  const chosen = isMode(told) ? told : undefined
  return html`
    <fieldset class="group-field" id="f-mode">
      <legend>${words.inWhatWay}</legend>
      <div class="choices">
        ${values.map(([mode, label]) => round('mode', mode, label, mode === chosen))}
      </div>
    </fieldset>
  `
}

function counterparts(request: Request, words: Words): Html {
  const chosen = sent(request, 'counterpart')
  const isWrong = request.again?.field === 'counterpart'
  const error = isWrong && html`<p class="error" id="f-counterpart-e">${request.again?.refused}</p>`
  const choices: Readonly<Record<string, string>> = words.types.offer.fields.counterpart.choices
  return html`
    <fieldset class="group-field${isWrong && ' wrong'}" id="f-counterpart">
      <legend>${words.inReturn}</legend>
      ${error}
      <div class="choices">
        ${COUNTERPARTS.map(one => round('counterpart', one, choices[one] ?? '', one === chosen))}
      </div>
    </fieldset>
  `
}
