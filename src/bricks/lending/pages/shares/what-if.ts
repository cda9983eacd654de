import { type Html, html } from '../../../../contract/html.ts'
import type { Request } from '../../../../contract/request.ts'
import { one } from '../../../../core/form/input.ts'
import { capital } from '../../../../text/capital.ts'
import { formField } from '../../../../ui/field.ts'
import { type ShareChange, type ShareScenario, scenarios } from '../../model/shares/scenarios.ts'
import { costsIn } from '../../model/shares/year.ts'
import { table, type YearRead } from './pieces.ts'

/** *Et si deux de plus, et si on le garde deux ans de plus*, on the page of a year. */

/** The names under which an address says what changes. */
const PEOPLE = 'de-plus'
const YEARS = 'garder'
/** The most of either. */
const MOST = 50
export function changeIn(query: Request['query']): ShareChange {
  const read = (name: string): number => {
    const n = Number(one(query, name).replace('−', '-'))
    return one(query, name) !== '' && Number.isInteger(n) && Math.abs(n) <= MOST ? n : 2
  }
  return { people: read(PEOPLE), years: read(YEARS) }
}
const changeQuery = ({ people, years }: ShareChange): string =>
  `${PEOPLE}=${people}&${YEARS}=${years}`

/** The scenarios of a year; undefined while nobody engaged, or where nobody would be left. */
export const scenariosOf = (
  { plan, year }: Pick<YearRead, 'plan' | 'year'>,
  change: ShareChange,
): readonly ShareScenario[] | undefined =>
  scenarios(
    costsIn(plan),
    year.holders.map(({ engaged }) => engaged),
    change,
  )

/** The rows of the sheet: a label, and each scenario's figure. */
export function scenarioRows(
  all: readonly ShareScenario[],
  { w, said }: Pick<YearRead, 'w' | 'said'>,
): readonly (readonly string[])[] {
  const row = (label: string, of: (one: ShareScenario) => string) => [label, ...all.map(of)]
  const { rows } = w.whatIf
  return [
    row(rows.people, one => String(one.count)),
    row(rows.years, one => w.whatIf.forYears(one.tariff.years)),
    row(rows.engaged, one => said.units(one.tariff.engaged)),
    row(rows.fixed, one => said.amount(one.tariff.fixed)),
    row(capital(w.formula.perUnit[said.counts][said.unit]), one => said.each(one.tariff.price)),
    row(rows.each(said.units(all[0]?.mean ?? 0)), one => said.amount(one.each)),
  ]
}
export const scenarioHeads = (
  change: ShareChange,
  { w }: Pick<YearRead, 'w'>,
): readonly string[] => [
  w.whatIf.now,
  w.whatIf.people(change.people),
  w.whatIf.years(change.years),
  w.whatIf.both,
]

export function whatIf(of: YearRead): Html | false {
  const { kit, w, plan } = of
  const change = changeIn(kit.request.query)
  const all = scenariosOf(of, change)
  if (of.year.holders.length === 0) return false
  const number = (name: string, label: string, value: number): Html =>
    formField({
      id: `f-${name}`,
      label,
      input: { name, value, inputmode: 'numeric', size: 4, autocomplete: 'off' },
    })
  return html`
    <section class="part" id="et-si">
      <h2>${w.whatIf.title}</h2>
      ${
        all
          ? table(
              w.whatIf.title,
              [{ head: '' }, ...scenarioHeads(change, of).map(head => ({ head, right: true }))],
              scenarioRows(all, of),
            )
          : html`<p>${w.whatIf.nobody}</p>`
      }
      ${all?.[0] && html`<p class="hint">${w.whatIf.assumes(of.said.units(all[0].mean))}</p>`}
      <form class="form no-print" action="${kit.request.path}#et-si">
        ${number(PEOPLE, w.whatIf.askPeople, change.people)}
        ${number(YEARS, w.whatIf.askYears, change.years)}
        <p class="acts">
          <button>${w.whatIf.see}</button>
          ${
            all &&
            html`
              <a class="button quiet" href="/imprimer/et-si/${plan.id}?${changeQuery(change)}">
                ${w.whatIf.print}
              </a>
            `
          }
        </p>
      </form>
    </section>
  `
}
