import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Conflict, Reader, Version } from '../../../contract/reader.ts'
import { letter } from '../../../contract/records/own-records.ts'
import { withoutPastReach } from '../../../contract/records/past-reach.ts'
import type { Request } from '../../../contract/request.ts'
import { REMOVED } from '../../../contract/tables.ts'
import { fits } from '../../../core/form/fit.ts'
import { sameOnPage } from '../../../core/same.ts'
import type { Field, RecordType } from '../../../core/schema.ts'
import { actButton, hidden, namedBy } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { VERSIONS } from '../model/settling.ts'
import type { fr } from '../words/fr.ts'
import type { SyncPage } from './say.ts'

/**
 * More would be no page that a person reads; those that follow take the place of those that are
 * settled.
 */
const MOST = 50

/** `/deux-versions`: what two people wrote without seeing each other, for the keeper to settle. */
export const versionsPage: Page<typeof fr> = {
  path: VERSIONS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.versions
    const all = conflictsFor(kit.request, read, MOST + 1)
    const items = all.slice(0, MOST).map(one => conflictOf({ kit, read, words }, one))
    const why = mistakeAlone(kit.request)
    const more = all.length > MOST && html`<p>${w.versionsMore(MOST)}</p>`
    const lead = items.length > 0 ? w.versionsLead : w.versionsNone
    const body = html`
      ${said(kit.request.said)}
      ${why}
      <div class="head"><h1>${w.versionsTitle}</h1><p class="lead">${lead}</p></div>
      <div class="one stack">${items}${more}</div>
    `
    return { title: w.versionsTitle, body, current: '/tenir' }
  },
}

/**
 * What stays in this box, or goes to recognised boxes only, is shown where nobody listens. A closed
 * letter is nobody's to choose.
 */
const conflictsFor = (
  request: Pick<Request, 'private'>,
  read: Reader,
  most?: number,
): readonly Conflict[] =>
  read
    .conflicts(most)
    .filter(one => one.space === 'commons' || (request.private && one.type !== letter.name))

/** How many wait for the keeper. */
export const versionsWaiting = (whom: Pick<Request, 'private'>, read: Reader): number =>
  conflictsFor(whom, read).length

/** Versions that say the same stand together: who wrote each, under one value. */
type Choice = Readonly<{ value: unknown; by: readonly Version[] }>
function choicesIn(read: Reader, field: Field | undefined, of: Conflict): readonly Choice[] {
  const choices: { value: unknown; by: Version[] }[] = []
  for (const version of read.versions(of)) {
    if (field !== undefined && !fits(field, version.value)) continue
    const same = choices.find(one => sameOnPage(field, one.value, version.value))
    if (same) same.by.push(version)
    else choices.push({ value: version.value, by: [version] })
  }
  return choices
}

const fieldIn = (type: RecordType, name: string): Field | undefined =>
  name === 'removed' ? REMOVED : type.fields[name]

/** One field, and the versions to choose from; `from`: the page on which it stands. */
export function conflictOf(reading: SyncPage, of: Conflict, from: string = VERSIONS): Html {
  const { kit, read } = reading
  const plain = read.types.get(of.type)
  if (!plain) return html``
  const w = reading.words.versions
  const { type, words } = kit.withMadeFields(plain)
  const isRemoval = of.field === 'removed'
  const label = isRemoval ? reading.words.withdrawal : (words.fields[of.field]?.label ?? of.field)
  const choices = choicesIn(read, fieldIn(type, of.field), of)
  const page = type.path !== undefined && read.called(of.id) && `${type.path}/${of.id}`
  const title = titleOf(read, type, of)
  const named = page
    ? html`<a href="${page}"${TONGUE}>${title}</a>`
    : html`<span${TONGUE}>${title}</span>`
  const token = html`
    ${kit.form({ type: of.type, id: of.id, space: of.space, all: true })}
    ${hidden({ from, type: of.type, id: of.id, space: of.space, field: of.field })}
  `
  const lines = choices.map((choice, i) =>
    choiceOf(reading, { type, of, choice, token, stands: i === 0 && !isRemoval }),
  )
  const other =
    page && !isRemoval && html`<p class="acts"><a href="${page}/modifier">${w.neitherOne}</a></p>`
  return html`
    <article class="sheet ${of.type}-side">
      <p class="crumb">${words.one} · ${label}</p>
      <h2>${named}</h2>
      ${isRemoval && html`<p>${w.withdrawnMeanwhile}</p>`}
      <ul class="versions">${lines}</ul>
      ${other}
    </article>
  `
}

/** A record that shows as withdrawn has its title in its row alone. */
function titleOf(read: Reader, type: RecordType, { id, space }: Conflict): string {
  return read.called(id)?.title ?? (read.storedTitle(type, id) || read.storedTitle(type, id, space))
}

type Line = Readonly<{
  type: RecordType
  of: Conflict
  choice: Choice
  token: Html
  stands: boolean
}>
function choiceOf({ kit, words }: SyncPage, { type, of, choice, token, stands }: Line): Html {
  const w = words.versions
  const [first] = choice.by
  const id = `v-${first!.name.replace('.', '-')}-${of.field}`
  const from = choice.by.map(version => html`<p class="where">${kit.whenAndWho(version)}</p>`)
  const mark = stands && html` <span class="where">(${w.versionStands})</span>`
  return html`
    <li>
      <div id="${id}">
        <div class="value">
          ${saidValue(kit, words, { type, field: of.field, value: choice.value })}
          ${mark}
        </div>
        ${from}
      </div>
      ${actButton(token, '/trancher', {
        hidden: { version: first!.name },
        button: html`
          <button${namedBy(`${id}-b`, id)}>${w.thisOne}</button>
        `,
      })}
    </li>
  `
}

type Said = Readonly<{ type: RecordType; field: string; value: unknown }>
/** A version in words: a day, a commune, what a link leads to; a withdrawal is said. */
export function saidValue(kit: Kit, words: typeof fr, { type, field, value }: Said): Html {
  const { isWithdrawn, isNotWithdrawn } = words.versions
  if (field === 'removed') return html`${value === true ? isWithdrawn : isNotWithdrawn}`
  const shown = kit.shown(type, field, value)
  return shown.html === '' ? html`<i>${words.emptied}</i>` : shown
}

/** A way to be reached that does not show is the keeper's alone to read. */
function toldTo(
  request: Request,
  read: Reader,
  { type, id }: Readonly<{ type: RecordType; id: string }>,
  others: readonly Choice[],
): readonly (Choice & { untold?: boolean })[] {
  if (request.by === 'keeper') return others
  const lines = others.map(({ value, by }) => ({ ...by[0]!, value, by0: by }))
  const now = { ...read.one(type, id), ...read.made(type.name, id) }
  return withoutPastReach(lines, name => type.fields[name], now).map(
    ({ value, by0: by, untold }) => ({
      value,
      by,
      untold: untold === true,
    }),
  )
}

/**
 * On the page of a record: that a field has another version, what it says, and whom to tell. For
 * everyone.
 */
export function otherVersions(reading: SyncPage, plain: RecordType, id: string): Html | false {
  const { kit, read } = reading
  const fields = read.all(
    "SELECT field FROM conflict WHERE id = ? AND type = ? AND space = 'commons' ORDER BY field",
    id,
    plain.name,
  )
  if (fields.length === 0) return false
  const w = reading.words.versions
  const { type, words } = kit.withMadeFields(plain)
  const line = (field: string): readonly Html[] => {
    const [, ...others] = choicesIn(read, fieldIn(type, field), {
      type: type.name,
      id,
      space: 'commons',
      field,
    })
    if (others.length === 0) return []
    if (field === 'removed') return [html`<p>${w.withdrawnElsewhere}</p>`]
    const label = words.fields[field]?.label ?? field
    const [open, close] = w.quotes
    // A photo that was taken off stays off: how many there are is all that is told.
    const said = (value: unknown) =>
      type.fields[field]?.kind === 'files' && Array.isArray(value)
        ? reading.words.filesOf(value.length)
        : saidValue(kit, reading.words, { type, field, value })
    return toldTo(kit.request, read, { type, id }, others).map(({ value, by, untold }) => {
      const from = kit.whenAndWho(by[0]!)
      return untold
        ? html`<p>${w.twoStandUntold(label)} (${from}).</p>`
        : html`<p>${w.twoStand(label)} ${open}${said(value)}${close} (${from}).</p>`
    })
  }
  const lines = fields.flatMap(row => line(String(row['field'])))
  const todo =
    kit.request.by === 'keeper'
      ? html`<a href="${VERSIONS}">${w.chooseVersion}</a>`
      : reading.words.tellWhich(kit.territory?.keptBy ?? '')
  return lines.length > 0 && html`<div class="note">${lines}<p>${todo}</p></div>`
}
