import { randomInt } from 'node:crypto'
import { puttingBackWords } from '../../backup/putting-back-words.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { type Code, codeOf } from '../../core/code.ts'
import { type Input, one } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { THEMES } from '../../core/themes.ts'
import { whereIn, whichFields } from '../../data/communes-in.ts'
import type { Communes, TerritoryChoice } from '../../places/communes.ts'
import { option } from '../../ui/control-draw.ts'
import { formField, tickField } from '../../ui/field.ts'
import { hidden, mainButton, post } from '../../ui/post.ts'
import { fieldId, type Mistake, refused } from '../../ui/say.ts'
import { fieldList } from '../../ui/sheet.ts'
import { ourToken } from '../../web/post/our-token.ts'
import type { Server } from '../../web/server-parts.ts'
import { SHORTEST_PASSPHRASE } from '../../web/session/keeper.ts'
import { OPEN } from '../../web/session/opening.ts'
import type { Visit } from '../../web/session/visit.ts'
import { setupWords } from './setup-words.ts'

/** The first opening of a page: three questions, what was understood of them, a passphrase. */

/** What the machine says when it starts, for whoever opens the page from elsewhere. */
export const drawnCode = (): Code =>
  codeOf(THEMES[randomInt(THEMES.length)]!.label, String(randomInt(1_000)).padStart(3, '0'))

/** Whose page it is, as the three questions say. */
export type SetupAnswers = Readonly<{
  territory: TerritoryChoice
  village: string
  name: string
  keptBy: string
}>
/** `choices`: places that bear the name that was typed. */
export type SetupOutcome = Readonly<
  { answers: SetupAnswers } | { mistakes: readonly Mistake[]; choices?: readonly TerritoryChoice[] }
>

/**
 * What the three questions say.
 *
 * Errors  all mistakes at once, each with its field.
 */
export function askedIn(input: Input, communes: Communes, lang: Lang): SetupOutcome {
  const w = setupWords(lang)
  const where = whereIn(input, communes, lang)
  const [name, keptBy] = [one(input, 'name').slice(0, 300), one(input, 'keptBy').slice(0, 300)]
  const mistakes: readonly Mistake[] = [
    ...('mistake' in where ? [where.mistake] : []),
    ...(name === '' ? [{ field: 'name', sentence: w.noName }] : []),
    ...(keptBy === '' ? [{ field: 'keptBy', sentence: w.noKeeper }] : []),
  ]
  if ('mistake' in where) return { mistakes, ...(where.choices ? { choices: where.choices } : {}) }
  if (mistakes.length > 0) return { mistakes }
  const codes = where.territory.communes.map(commune => commune.code)
  const village = codes.find(code => code === one(input, 'village')) ?? codes[0]!
  return { answers: { territory: where.territory, village, name, keptBy } }
}

/** The passphrase, read again on purpose by whoever typed it. */
export function passphraseIn(
  input: Input,
  lang: Lang,
): Readonly<{ passphrase: string; mistakes: readonly Mistake[] }> {
  const w = setupWords(lang)
  const passphrase = one(input, 'passphrase')
  const short: readonly Mistake[] =
    passphrase.length < SHORTEST_PASSPHRASE
      ? [{ field: 'passphrase', sentence: w.shortPassphrase }]
      : []
  const unread: readonly Mistake[] =
    one(input, 'relue') === '1' ? [] : [{ field: 'relue', sentence: w.notReread }]
  return { passphrase, mistakes: [...short, ...unread] }
}

type Field = Readonly<{
  name: string
  label: string
  hint: string
  value: string
  isWrong: boolean
}>
const field = ({ name, label, hint, value, isWrong }: Field): Html =>
  formField({
    id: fieldId(name),
    label,
    hint,
    isWrong,
    input: { name, value, autocomplete: 'off' },
  })

/** The three questions, and the machine's code where somebody asks from elsewhere. */
export function askLeaf(
  server: Server,
  visit: Visit,
  input: Input,
  wrong: Exclude<SetupOutcome, { answers: SetupAnswers }> = { mistakes: [] },
): Leaf {
  const w = setupWords(visit.lang)
  const isWrong = (name: string): boolean => wrong.mistakes.some(mistake => mistake.field === name)
  const text = (name: string, label: string, hint: string): Html =>
    field({ name, label, hint, value: one(input, name), isWrong: isWrong(name) })
  const fields = html`
    ${!visit.here && text('code', w.code, w.codeHint)}
    ${text('where', w.where, w.whereHint)}
    ${whichFields(wrong.choices, visit.lang)}
    ${text('name', w.name, w.nameHint)}
    ${text('keptBy', w.keptBy, w.keptByHint)}
  `
  const acts = mainButton(w.goOn)
  const more = html`<p><a href="${OPEN}/sauvegarde">${puttingBackWords(visit.lang).link}</a></p>`
  return leafOf(server, visit, { title: w.title, mistakes: wrong.mistakes, fields, acts, more })
}

/** What is known of the page, before it is written or after it came from a file. */
export type KnownSetup = Readonly<{
  name: string
  keptBy: string
  communes: readonly Readonly<{ code: string; name: string; postal: string }>[]
}>

type Answered = Readonly<{ input: Input; known: KnownSetup; mistakes: readonly Mistake[] }>

/**
 * What was understood, and the passphrase, in clear: nobody else is there, and a slip of a finger
 * is seen.
 */
export function understoodLeaf(
  server: Server,
  visit: Visit,
  { input, known, mistakes }: Answered,
): Leaf {
  const w = setupWords(visit.lang)
  const carried = ['where', 'which', 'name', 'keptBy', 'code'].map(name =>
    hidden({ [name]: one(input, name) }),
  )
  const villages =
    known.communes.length > 1 &&
    formField({
      id: 'f-village',
      label: w.village,
      control: html`
        <select id="f-village" name="village">
          ${known.communes.map(({ code, name }) => option(code, name, [one(input, 'village')]))}
        </select>
      `,
    })
  const fields = html`
    ${facts(known, visit.lang)}
    <hr>
    ${carried}
    ${hidden({ compris: '1' })}
    ${villages}
    ${passphraseFields(visit.lang, input, mistakes)}
  `
  const acts = html`${mainButton(w.open)} <button name="corriger" value="1">${w.goBack}</button>`
  return leafOf(server, visit, {
    title: w.understood,
    lead: w.understoodLead,
    mistakes,
    fields,
    acts,
  })
}

/** A page that came from a file, or lost its passphrase: nothing that is known is asked again. */
export function knownLeaf(
  server: Server,
  visit: Visit,
  { input, known, mistakes }: Answered,
): Leaf {
  const w = setupWords(visit.lang)
  const code =
    !visit.here &&
    field({
      name: 'code',
      label: w.code,
      hint: w.codeHint,
      value: one(input, 'code'),
      isWrong: false,
    })
  const fields = html`
    ${facts(known, visit.lang)}
    <hr>
    ${code}
    ${passphraseFields(visit.lang, input, mistakes)}
  `
  const acts = mainButton(w.knownOpen)
  return leafOf(server, visit, {
    title: w.knownTitle,
    lead: w.knownLead(known.name),
    mistakes,
    fields,
    acts,
  })
}

function facts({ name, keptBy, communes }: KnownSetup, lang: Lang): Html | false {
  const w = setupWords(lang)
  const places = html`
    <ul>
      ${communes.map(one => html`<li>${one.name}${one.postal !== '' && ` (${one.postal})`}</li>`)}
    </ul>
  `
  return fieldList([
    { label: w.name, value: html`${name}` },
    { label: w.footSays, value: html`${w.keptByIs(keptBy)}` },
    { label: w.communesAre(communes.length), value: places },
  ])
}

function passphraseFields(lang: Lang, input: Input, mistakes: readonly Mistake[]): Html {
  const w = setupWords(lang)
  const isWrong = (name: string): boolean => mistakes.some(mistake => mistake.field === name)
  const hint = `${w.passphraseHint} ${w.seenHint}`
  const phrase = field({
    name: 'passphrase',
    label: w.passphrase,
    hint,
    value: one(input, 'passphrase'),
    isWrong: isWrong('passphrase'),
  })
  const isTicked = one(input, 'relue') === '1'
  return html`
    ${phrase}
    ${tickField({
      id: 'f-relue',
      name: 'relue',
      isOn: isTicked,
      isWrong: isWrong('relue'),
      words: w.reread,
    })}
  `
}

type Asking = Readonly<{
  title: string
  lead?: string
  mistakes: readonly Mistake[]
  fields: Html
  acts: Html
  more?: Html
}>
function leafOf(
  server: Server,
  visit: Visit,
  { title, lead, mistakes, fields, acts, more }: Asking,
): Leaf {
  const token = ourToken(server, visit)
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${title}</h1>
        ${lead !== undefined && html`<p>${lead}</p>`}
        ${refused(mistakes, visit.lang)}
        ${post(token, OPEN, { fields, button: html`${acts}` })}
        ${more}
      </article>
    </div>
  `
  return { title, body }
}
