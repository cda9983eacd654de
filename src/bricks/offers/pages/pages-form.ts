import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { UsualWay } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { speakingField, whatBecomes } from '../../../ui/speaking.ts'
import { MORE } from '../model/commands.ts'
import { communeOf, memberName, ownPhone, spokenForBy, usualWay } from '../model/kept.ts'
import { COUNTERPARTS, isMode, type Mode } from '../model/modes.ts'
import { type RelayKnown, relaysKnown, USUAL, WAYS } from '../model/reach.ts'
import { newestHands, newestNeeds, newestOffers } from '../model/read.ts'
import { need, offer } from '../model/records.ts'
import { themesKnown, type Understood, understand } from '../model/understood.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const EXAMPLES = 2

type FormOf = Readonly<{
  kind: 'offer' | 'need'
  path: string
  /** Where the form stands, when it is not at its own address alone. */
  from?: string
  title: string
  examples: Examples
  /** Opened by *Un coup de main ?*. */
  hand: boolean
}>
/**
 * Sentences that others wrote here, or that somebody might write: never the ones said to be the
 * others.
 */
type Examples = Readonly<{ said: string; all: readonly string[] }>

/** Fields of the second page: a mistake in one of them opens it. */
const ON_SECOND: ReadonlySet<string> = new Set([...MORE, 'themes', 'mode', 'counterpart'])

const sent = (request: Request, name: string): string =>
  request.again ? one(request.again.input, name) : ''

/**
 * The first page: one box, who, how to reach. The second, for who wants it: what was understood, as
 * ticks.
 */
function formLeaf(of: FormOf, kit: Kit, read: Reader, words: Words): Leaf {
  const isMore =
    kit.request.again !== undefined &&
    (kit.request.again.asks === 'more' ||
      sent(kit.request, 'stage') === '2' ||
      ON_SECOND.has(kit.request.again.field ?? ''))
  const wrong =
    kit.request.again?.refused &&
    refused(
      [
        {
          sentence: kit.request.again.refused,
          ...(kit.request.again.field ? { field: kit.request.again.field } : {}),
        },
        ...(kit.request.again.others ?? []).map(({ refused: sentence, field }) => ({
          sentence,
          field,
        })),
      ],
      kit.request.lang,
    )
  const isRead = isReadFirst(kit.request.by)
  const becomes = whatBecomes(kit.request, {
    first: words.whoReads(keeperNamed(read) ?? words.keeper),
    atOnce: words.shownAtOnce,
  })
  const fields = isMore
    ? more(of, kit, read, words)
    : html`${firstFields(of, kit, read, words)}<p class="hint">${becomes}</p>`
  const examples =
    !isMore &&
    html`
      <p class="hint">${of.examples.said}</p>
      <ul>${of.examples.all.map(text => html`<li>${text}</li>`)}</ul>
    `
  const lead = isMore ? words.moreLead : words.formLead
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ${of.kind}-side">
        ${crumbs([{ href: '/annonces', words: words.listTitle }], kit.request.lang)}
        <h1>${of.title}</h1>
        ${wrong}
        <p>${lead}</p>
        ${examples}
        ${post(kit.form(), of.path, {
          hidden: { from: of.from ?? of.path },
          files: isMore,
          unchecked: true,
          fields,
          button: html`
            ${mainButton(isRead ? words.send : words.show, of.kind)}
            ${!isMore && html`<button name="plus" value="1">${words.sayMore}</button>`}
          `,
        })}
      </article>
    </div>
  `
  return { title: of.title, body, current: '/annonces' }
}

function firstFields(of: FormOf, kit: Kit, read: Reader, words: Words): Html {
  const type = of.kind === 'offer' ? offer : need
  const hand =
    of.kind === 'need' &&
    tick(
      'hand',
      'yes',
      words.handBox,
      kit.request.again ? sent(kit.request, 'hand') !== '' : of.hand,
    )
  const lead =
    of.kind === 'offer' && tick('piste', 'yes', words.leadBox, sent(kit.request, 'piste') !== '')
  return html`
    ${inNameOf(kit.request, read, words)}
    ${titleField(
      sent(kit.request, 'title'),
      words.types[of.kind].fields.title.label,
      words.sayHint[of.kind],
      kit.request,
    )}
    ${speakingField(kit.request, kit.fields(type, undefined, ['who']))}
    ${reachField(kit.request, read, words)}
    ${ownCommune(kit, read, words)}
    ${spreadField(kit.request, words, words.spreads)}
    ${hand}
    ${lead}
  `
}

const tick = (name: string, value: string, label: string, on: boolean): Html =>
  html`
    <div class="field">
      <label class="choice" for="f-${name}">
        <input
          type="checkbox"
          id="f-${name}"
          name="${name}"
          value="${value}"${on && html` checked`}
        >
        ${label}
      </label>
    </div>
  `

/** A member's own commune is not chosen again; it is named where nobody listens. */
function ownCommune(kit: Kit, read: Reader, words: Words): Html | false {
  const code = kit.request.me === undefined ? undefined : communeOf(read, kit.request.me)
  if (code === undefined) return false
  return tick(
    'chezmoi',
    '1',
    words.myCommune(kit.request.private ? (kit.communeNamed(code) ?? '') : ''),
    !kit.request.again || sent(kit.request, 'chezmoi') !== '',
  )
}

/** How a member is reached as a rule, in words where nobody listens. */
function usualSaid(
  usual: UsualWay,
  relays: readonly RelayKnown[],
  request: Request,
  words: Words,
): string {
  if (!request.private) return words.usualWay
  const relay = relays.find(({ id }) => id === usual.relay)
  return words.usualWayIs(
    usual.phone ??
      (relay
        ? words.byRelay(relay.name, [relay.where, relay.when].filter(Boolean).join(', '))
        : words.ways.word),
  )
}

/**
 * The relay and the keeper write for who asked them; only where nobody listens, since it names
 * people.
 */
function inNameOf(request: Request, read: Reader, words: Words): Html | false {
  if (!request.private || (request.by !== 'relay' && request.by !== 'keeper')) return false
  const all = spokenForBy(read, request.by === 'keeper' ? undefined : request.me).filter(
    known => known.id !== request.me,
  )
  const chosen = sent(request, 'for')
  return (
    all.length > 0 &&
    formField({
      id: 'f-for',
      label: words.inNameOf,
      hint: words.inNameOfHint,
      control: html`
        <select id="f-for" name="for" aria-describedby="f-for-h">
          <option value="">${words.nobodyElse}</option>
          ${all.map(
            known =>
              html`
                <option value="${known.id}"${known.id === chosen && html` selected`}>
                  ${known.name}
                </option>
              `,
          )}
        </select>
      `,
    })
  )
}

/**
 * *mon téléphone, affiché · passer par quelqu’un · un mot, qu’on me remettra*: three rounds, and
 * what each needs.
 */
export function reachField(request: Request, read: Reader, words: Words): Html {
  const relays = relaysKnown(read)
  const isKnown = request.me !== undefined && ownPhone(read, request.me) !== undefined
  const usual = request.me === undefined ? undefined : usualWay(read, request.me)
  const chosen = request.again ? sent(request, 'reachBy') : usual && USUAL
  const wrong = ['reachBy', 'phone', 'relay', 'through', 'foundAt'].find(
    name => name === request.again?.field,
  )
  const error =
    wrong && request.again?.refused
      ? html`<p class="error" id="f-${wrong}-e">${request.again.refused}</p>`
      : false
  const round = (way: string, label: string): Html =>
    html`
      <label class="choice" for="f-reachBy-${way}">
        <input
          type="radio"
          id="f-reachBy-${way}"
          name="reachBy"
          value="${way}"${chosen === way && html` checked`}
        >
        ${label}
      </label>
    `
  const text = (
    name: 'phone' | 'through' | 'foundAt',
    label: string,
    hint: string,
    more: Html,
  ): Html =>
    formField({
      id: `f-${name}`,
      label,
      hint,
      control: html`
        <input
          id="f-${name}"
          name="${name}"
          value="${sent(request, name)}"
          aria-describedby="f-${name}-h"${more}
        >
      `,
    })
  const isFoundAsked = request.me === undefined && isReadFirst(request.by)
  const known =
    relays.length > 0 &&
    formField({
      id: 'f-relay',
      label: words.byWhom,
      control: html`
        <select id="f-relay" name="relay">
          <option value="">${words.somebodyElse}</option>
          ${relays.map(
            relay =>
              html`
                <option
                  value="${relay.id}"${relay.id === sent(request, 'relay') && html` selected`}
                >
                  ${[relay.name, relay.where, relay.when].filter(Boolean).join(', ')}
                </option>
              `,
          )}
        </select>
      `,
    })
  return html`
    <fieldset class="group-field${wrong && ' wrong'}" id="f-reachBy">
      <legend>${words.howToReach} <span class="need-word">(${words.toFill})</span></legend>
      ${error}
      <div class="choices">
        ${usual && round(USUAL, usualSaid(usual, relays, request, words))}
        ${WAYS.map(way => round(way, words.ways[way]))}
      </div>
      <div class="ways">
        ${text(
          'phone',
          words.phone,
          isKnown ? `${words.phoneHint} ${words.phoneKnown}` : words.phoneHint,
          html` type="tel" autocomplete="tel"`,
        )}
        ${known}
        ${text('through', words.through, words.throughHint, html``)}
        ${isFoundAsked && text('foundAt', words.foundAt, words.foundAtHint, html` maxlength="300"`)}
      </div>
    </fieldset>
  `
}

/**
 * *Où l’afficher*, telephone included: two rounds, none chosen beforehand. `demande` says that it
 * was asked.
 */
export function spreadField(
  request: Request,
  words: Words,
  labels: Readonly<Record<'ici' | 'voisins', string>>,
): Html {
  const isWrong =
    request.again?.field === 'accord' || request.again?.others?.some(one => one.field === 'accord')
  const chosen = sent(request, 'accord')
  const round = (value: 'ici' | 'voisins'): Html =>
    html`
      <label class="choice" for="f-accord-${value}">
        <input
          type="radio"
          id="f-accord-${value}"
          name="accord"
          value="${value}"${chosen === value && html` checked`}
        >
        ${labels[value]}
      </label>
    `
  return html`
    ${hidden({ demande: 'portee' })}
    <fieldset class="group-field${isWrong && ' wrong'}" id="f-accord">
      <legend>${words.whereToShow} <span class="need-word">(${words.toFill})</span></legend>
      ${isWrong && html`<p class="error" id="f-accord-e">${words.sayWhere}</p>`}
      <div class="choices">${round('ici')}${round('voisins')}</div>
    </fieldset>
  `
}

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

function more(of: FormOf, kit: Kit, read: Reader, words: Words): Html {
  const type = of.kind === 'offer' ? offer : need
  const isFirst = kit.request.again?.asks === 'more'
  const understood = understand(sent(kit.request, 'title'), nameSent(kit.request, read), of.kind, {
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
    ${titleField(
      isFirst ? understood.title : sent(kit.request, 'title'),
      words.willSay,
      words.willSayHint,
      kit.request,
    )}
    ${modes(of.kind, isFirst ? understood.mode : sent(kit.request, 'mode'), words)}
    ${counterparts(kit.request, words)}
    ${themes(type, understood, kit, words)}
    ${kit.fields(type, proposed(understood), MORE)}
    ${sent(kit.request, 'accord') === '' && spreadField(kit.request, words, words.spreads)}
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

/** In whose name, when it was not typed: the member's, or that of the one who is written for. */
function nameSent(request: Request, read: Reader): string {
  const typed = sent(request, IN_NAME_OF) || sent(request, 'who')
  const named = sent(request, 'for')
  if (typed !== '' && (named === '' || typed !== request.called)) return typed
  return named !== '' ? memberName(read, named) : (request.called ?? '')
}

const proposed = (understood: Understood): Readonly<Record<string, unknown>> => ({
  ...(understood.themes.length > 0 ? { themes: understood.themes } : {}),
  ...(understood.commune ? { commune: understood.commune } : {}),
  ...(understood.day ? { until: understood.day } : {}),
})

function titleField(title: string, label: string, hint: string, request: Request): Html {
  const isWrong = request.again?.field === 'title'
  const error = isWrong && html`<p class="error" id="f-title-e">${request.again?.refused}</p>`
  return html`
    <div class="field${isWrong && ' wrong'}">
      <label for="f-title">${label}</label>
      <p class="hint" id="f-title-h">${hint}</p>
      ${error}
      <textarea
        id="f-title"
        name="title"
        class="short"
        rows="3"
        aria-describedby="f-title-h"${isWrong && html` aria-invalid="true"`}
      >${'\n'}${title}</textarea>
    </div>
  `
}

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
        ${values.map(
          ([mode, label]) =>
            html`
              <label class="choice" for="f-mode-${mode}">
                <input
                  type="radio"
                  id="f-mode-${mode}"
                  name="mode"
                  value="${mode}"${mode === chosen && html` checked`}
                >
                ${label}
              </label>
            `,
        )}
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
        ${COUNTERPARTS.map(
          one =>
            html`
              <label class="choice" for="f-counterpart-${one}">
                <input
                  type="radio"
                  id="f-counterpart-${one}"
                  name="counterpart"
                  value="${one}"${one === chosen && html` checked`}
                >
                ${choices[one]}
              </label>
            `,
        )}
      </div>
    </fieldset>
  `
}

const examplesOf = (
  here: readonly Readonly<{ row: Readonly<{ title: string | null }> }>[],
  invented: readonly string[],
  words: Words,
): Examples =>
  here.length > 0
    ? { said: words.written, all: here.map(one => one.row.title ?? '') }
    : { said: words.forExample, all: invented }

const propose: Page<Words> = {
  path: '/annonces/proposer',
  show: (kit, read, words) => {
    const examples = examplesOf(
      newestOffers(read, kit.request.today, EXAMPLES),
      words.offerExamples,
      words,
    )
    return formLeaf(
      { kind: 'offer', path: '/annonces/proposer', title: words.offerTitle, examples, hand: false },
      kit,
      read,
      words,
    )
  },
}

const seek: Page<Words> = {
  path: '/annonces/chercher',
  show: (kit, read, words) => {
    const asked = kit.request.query['coup-de-main']
    const hand = asked !== undefined && asked !== ''
    const examples = hand
      ? examplesOf(newestHands(read, kit.request.today, EXAMPLES), words.handExamples, words)
      : examplesOf(newestNeeds(read, kit.request.today, EXAMPLES), words.needExamples, words)
    const title = hand ? words.handTitle : words.needTitle
    const from = hand ? '/annonces/chercher?coup-de-main=1' : '/annonces/chercher'
    return formLeaf(
      { kind: 'need', path: '/annonces/chercher', from, title, examples, hand },
      kit,
      read,
      words,
    )
  },
}

export const formPages: readonly Page<Words>[] = [propose, seek]
