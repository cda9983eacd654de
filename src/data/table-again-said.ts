import { type Html, html } from '../contract/html.ts'
import { wordsOfType } from '../contract/type-words.ts'
import type { RecordType } from '../core/schema.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import type { AgainLine, AgainLines } from './table-again.ts'
import { isNew } from './table-known.ts'
import type { CheckedLine } from './table-said.ts'
import { dataWords } from './words.ts'

/** What is said of a calendar that comes again: the pieces of its page. */

const MOST_SHOWN = 40
type AgainSaid = Readonly<{
  server: Server
  visit: Visit
  type: RecordType
  again: AgainLines
  /** Titles of the series that go on otherwise from some day on. */
  parted: readonly string[]
}>

/** The lines that are written over what is here. */
export const writtenIn = ({ lines }: AgainLines): readonly AgainLine[] =>
  [...lines.values()].filter(({ fate }) => fate === 'changed' || fate === 'cancelled')

/** *Trois nouveaux, deux changés, un annulé, six déjà là*. */
export function againCounts(
  { visit, again }: AgainSaid,
  { met, wrong }: Readonly<{ met: readonly CheckedLine[]; wrong: number }>,
): string {
  const fates = [...again.lines.values()].map(({ fate }) => fate)
  const count = (of: string): number => fates.filter(fate => fate === of).length
  const [changed, cancelled] = [count('changed'), count('cancelled')]
  const fresh = met.filter(({ known }) => isNew(known) && known.length === 0).length
  const maybe = met.filter(({ known }) => isNew(known) && known.length > 0).length
  const there = met.length - fresh - maybe + fates.length - changed - cancelled
  return dataWords(visit.lang).again.counts({ fresh, changed, cancelled, there, maybe, wrong })
}

/** What changes, what is cancelled, what stays as it is here, and what the file has no more. */
export function againPart(of: AgainSaid): Html | false {
  const { visit, again, parted } = of
  const w = dataWords(visit.lang).again
  const all = [...again.lines.values()]
  const so = (fate: AgainLine['fate']): readonly AgainLine[] => all.filter(one => one.fate === fate)
  const kept = all.filter(one => one.kept.length > 0)
  const parts = [
    listed(
      w.changedTitle,
      so('changed').map(one => changedLine(of, one)),
      w.andMore,
    ),
    listed(
      w.cancelledTitle,
      so('cancelled').map(one => leadTo(of, one)),
      w.andMore,
    ),
    listed(
      w.keptTitle,
      kept.map(one => keptLine(of, one)),
      w.andMore,
    ),
    listed(
      w.absentTitle,
      again.absent.map(one => leadTo(of, one)),
      w.andMore,
      w.absentLead,
    ),
    parted.length > 0 && html`<p>${w.parted(parted)}</p>`,
    so('older').length > 0 && html`<p>${w.older(so('older').length)}</p>`,
    so('gone').length > 0 && html`<p>${w.gone(so('gone').map(({ title }) => title))}</p>`,
  ]
  return parts.some(Boolean) && html`${parts}`
}

function listed(
  title: string,
  lines: readonly Html[],
  more: (n: number) => string,
  lead?: string,
): Html | false {
  const rest = lines.length - MOST_SHOWN
  return (
    lines.length > 0 &&
    html`
      <h2>${title}</h2>
      ${lead !== undefined && html`<p>${lead}</p>`}
      <ul>${lines.slice(0, MOST_SHOWN).map(line => html`<li>${line}</li>`)}</ul>
      ${rest > 0 && html`<p>${more(rest)}</p>`}
    `
  )
}

const leadTo = (
  { server }: AgainSaid,
  { id, title }: Readonly<{ id: string; title: string }>,
): Html => {
  const path = server.source.read.called(id)?.path
  return path ? html`<a href="${path}">${title}</a>` : html`${title}`
}

const labelsOf = ({ server, visit, type }: AgainSaid) =>
  wordsOfType(server.source.bricks, type.name, visit.lang).fields

/** *Chorale : Heure : 18 h → 19 h*. */
function changedLine(of: AgainSaid, one: AgainLine): Html {
  const { server, visit, type } = of
  const w = dataWords(visit.lang).again
  const kit = server.kitAt(visit.path, visit)
  const labels = labelsOf(of)
  const shown = (name: string, value: unknown): Html =>
    value === null || value === undefined || value === ''
      ? html`${w.nothing}`
      : kit.shown(type, name, value)
  const fields = Object.entries(one.fields).map(([name, value]) => {
    const label = labels[name]?.label ?? name
    if (type.fields[name]?.kind === 'prose') return html`<br>${label}${w.colon}${w.rewritten}`
    const [before, after] = [shown(name, one.before[name]), shown(name, value)]
    return html`<br>${label}${w.colon}<s>${before}</s> → ${after}`
  })
  const dates = one.added.length + one.off.length
  return html`${leadTo(of, one)}${fields}${dates > 0 && html`<br>${w.dates}`}`
}

function keptLine(of: AgainSaid, one: AgainLine): Html {
  const w = dataWords(of.visit.lang).again
  const labels = labelsOf(of)
  const names = one.kept.map(name =>
    Object.hasOwn(of.type.fields, name) ? (labels[name]?.label ?? name) : w.itsDates,
  )
  return html`${leadTo(of, one)}${w.colon}${names.join(', ').toLowerCase()}`
}
