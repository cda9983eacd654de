import { type Html, html } from '../../../../contract/html.ts'
import { dayPlain } from '../../../../text/days.ts'
import { type EngagementCheck, JARD, MEAN_YEARS } from '../../model/shares/engagement-rule.ts'
import { divided, PARTS, sum, times } from '../../model/shares/exact.ts'
import { linesOf, nameIn } from '../../model/shares/read.ts'
import type { SettledAccount, SettledYear, ShareBasis } from '../../model/shares/rules.ts'
import {
  checksIn,
  costsIn,
  type DepartedPart,
  type PaidPart,
  paymentsOf,
  type ShareHolder,
  settled,
} from '../../model/shares/year.ts'
import { apartSaid } from './meter-said.ts'
import { broughtInAll, carriedSaid, type YearRead } from './pieces.ts'
import { type FormulaRow, formulaRows } from './said.ts'

/**
 * What one of them used, owes and paid, with all that the sum is made of, so that they can do it
 * again by hand. The same lines stand on their page and on their paper.
 */

/** A part of a statement, under its own heading but for the first. */
export type StatementPart = Readonly<{ title?: string; lines: readonly FormulaRow[] }>
/** The parts of a statement: use alone where nothing is counted. */
export function statementParts(of: YearRead, holder: ShareHolder): readonly StatementPart[] {
  const { w, plan, read, year } = of
  const own = { title: w.statement.own, lines: ownLines(of, holder) }
  const account = settled(read, year)
  const found = account.accounts.find(({ key }) => key === holder.key)
  const units = unitsOf(of, holder)
  if (plan.counts === 'nothing' || !found) return [{ lines: units }, own].filter(isSaid)
  return [
    { lines: [...units, ...dueOf(of, found, account), ...paidOf(of, found)] },
    { title: w.accounts.spent, lines: spentOf(of) },
    { title: w.statement.real, lines: realPrice(of, account) },
    own,
    ...(of.isClosed ? [] : [{ title: w.statement.expected, lines: expectedPrice(of) }]),
  ].filter(isSaid)
}
const isSaid = ({ lines }: StatementPart): boolean => lines.length > 0

function unitsOf({ w, said, year }: YearRead, holder: ShareHolder): readonly FormulaRow[] {
  const s = w.statement
  const row = (name: 'engaged' | 'used'): FormulaRow => {
    const all = sum(year.holders.map(one => one[name]))
    return { label: s.ofAll(s[name], said.units(all)), value: said.units(holder[name]) }
  }
  return [row('engaged'), row('used')]
}

function ownLines({ w, said, kit, read, plan }: YearRead, { key }: ShareHolder) {
  const { lang, today } = kit.request
  const lines = linesOf(read, plan).filter(({ engagement }) => engagement === key)
  return lines.map(({ day, meterFrom, meterTo, parts }): FormulaRow => {
    const on = dayPlain(day ?? '', lang, today)
    const isRead = meterFrom !== null && meterTo !== null
    const label = isRead ? w.statement.ownLine(on, said.bare(meterFrom), said.bare(meterTo)) : on
    return { label, value: said.units(parts ?? 0) }
  })
}

/** Their part, each share by the sum that gives it. */
function dueOf(
  of: YearRead,
  one: SettledAccount,
  { bases, accounts }: SettledYear,
): readonly FormulaRow[] {
  const { w, said, year, plan } = of
  const s = w.statement
  const extras = sum(accounts.map(({ extra = 0 }) => extra))
  const shared =
    extras === 0
      ? said.amount(year.real.fixed)
      : s.lessExtras(said.amount(year.real.fixed), said.amount(extras))
  const row = (label: string, by: ShareBasis, total: string, [n, off]: readonly number[]) => {
    const units = by.by === 'equal' ? 0 : one[by.by]
    const step =
      by.by === 'equal'
        ? s.byAll(total, String(by.all))
        : s.byUnits(total, said.units(units), said.units(by.all))
    const more = off ? ` (${s.off[plan.counts === 'hours' ? 'hours' : 'money'](off > 0)})` : ''
    return { label: s.step(label, step) + more, value: said.amount(n ?? 0) }
  }
  const { extra = 0 } = one
  const { fixed, variable } = bases
  return [
    row(s.fixed(w.by[fixed.by]), fixed, shared, [one.fixed, one.fixedOff]),
    row(s.variable, variable, said.amount(variable.total), [one.variable, one.variableOff]),
    ...(extra === 0 ? [] : [{ label: s.extra, value: said.amount(extra) }]),
    { label: s.due, value: said.amount(one.due), isSum: true },
  ]
}

/** What they paid, call by call, and advanced; then what is left. */
function paidOf(
  of: YearRead,
  { key, paid, balance, brought = 0 }: SettledAccount,
): readonly FormulaRow[] {
  const { w, said, kit, year } = of
  const s = w.statement
  const holder = year.holders.find(one => one.key === key)
  const others = holder ? paymentsOf(year, holder) : []
  const isInRest = others.some(({ isRest }) => isRest)
  const on = (day: string | null): string =>
    dayPlain(day ?? '', kit.request.lang, kit.request.today)
  const calls = year.calls
    .filter(({ engagement }) => engagement === key)
    .map(({ number, amount, paidOn }) => {
      const asked = said.amount(amount ?? 0)
      return paidOn === null
        ? {
            label: s[isInRest ? 'callInRest' : 'callUnpaid'](number ?? 0, asked),
            value: said.amount(0),
          }
        : { label: s.callPaid(number ?? 0, on(paidOn)), value: asked }
    })
  const advances = year.costs
    .filter(({ advancedBy }) => advancedBy === key)
    .map(({ what, day, amount }) => ({
      label: s.advanced(what ?? '', on(day)),
      value: said.amount(amount ?? 0),
    }))
  return [
    ...calls,
    ...advances,
    ...paymentRows(of, others),
    { label: s.paid, value: said.amount(paid), isSum: true },
    ...broughtOf(of, brought),
    leftOf(of, balance),
  ]
}

/** What they paid otherwise than by a call, or were paid back, each with its day. */
const paymentRows = (
  { w, said, kit }: YearRead,
  paid: readonly PaidPart[],
): readonly FormulaRow[] =>
  paid.map(({ amount, day, isRest }) => {
    const on = dayPlain(day, kit.request.lang, kit.request.today)
    const [more, less] = isRest
      ? (['restPaid', 'paidBack'] as const)
      : (['paidOtherwise', 'paidLess'] as const)
    const label = amount < 0 ? less : more
    return { label: w.statement[label](on), value: said.amount(amount) }
  })
/** The fewest of whom a sum is said: of two, each would find what the other has. */
const FEWEST = 3
/** *Reporté de 2025, en sa faveur*: what the year before left them, and all of them together. */
function broughtOf({ w, said, year }: YearRead, brought: number): readonly FormulaRow[] {
  if (brought === 0) return []
  const s = w.statement
  const label = s[brought < 0 ? 'broughtOwed' : 'broughtBack'](year.before?.name ?? '')
  const isMany = year.holders.length + year.departed.length >= FEWEST
  const all = isMany ? ` ${s.together(said.signed(broughtInAll(year)))}` : ''
  return [{ label: label + all, value: said.amount(Math.abs(brought)) }]
}
function leftOf({ w, said }: YearRead, balance: number): FormulaRow {
  const s = w.statement
  const label = balance > 0 ? s.getsBack : balance < 0 ? s.owes : s.even
  return { label, value: said.amount(Math.abs(balance)), isSum: true }
}

/** The statement of who shares no more: what was left to them, and what was settled since. */
export const departedLines = (of: YearRead, part: DepartedPart): readonly FormulaRow[] => [
  ...broughtOf(of, part.brought),
  ...paymentRows(of, paymentsOf(of.year, part)),
  leftOf(of, part.balance),
]

/** What was spent, whoever paid it. */
function spentOf({ w, said, year }: YearRead): readonly FormulaRow[] {
  const of = (part: 'fixed' | 'variable', label: string): readonly FormulaRow[] => {
    const costs = year.costs.filter(cost => (cost.part === 'variable') === (part === 'variable'))
    const lines = costs.map(({ what, amount }) => ({
      label: what ?? '',
      value: said.amount(amount ?? 0),
    }))
    if (lines.length === 0) return []
    return [...lines, { label, value: said.amount(year.real[part]), isSum: true }]
  }
  return [...of('fixed', w.statement.allFixed), ...of('variable', w.statement.allVariable)]
}

/** What a unit really cost: what was spent, by the units that share it. */
function realPrice({ w, said, year }: YearRead, { bases }: SettledYear): readonly FormulaRow[] {
  const s = w.statement
  if (year.costs.length === 0) return []
  const { fixed, variable } = { ...bases, fixed: { ...bases.fixed, total: year.real.fixed } }
  const price = ({ total, all }: ShareBasis): number => divided(times(total, PARTS), all)
  const row = (by: ShareBasis, label: (sum: string) => string): FormulaRow =>
    by.by === 'equal'
      ? {
          label: label(s.byAll(said.amount(by.total), String(by.all))),
          value: said.amount(divided(by.total, by.all)),
        }
      : {
          label: label(s.byAll(said.amount(by.total), said.units(by.all))),
          value: said.each(price(by)),
        }
  const isOfUnits = fixed.by !== 'equal' && variable.by !== 'equal'
  return [
    row(fixed, s.realFixed),
    row(variable, s.realVariable),
    ...(isOfUnits
      ? [
          {
            label: `= ${w.formula.perUnit[said.counts][said.unit]}`,
            value: said.each(price(fixed) + price(variable)),
            isSum: true as const,
          },
        ]
      : []),
  ]
}

const expectedPrice = ({ w, said, year, plan }: YearRead): readonly FormulaRow[] =>
  year.tariff ? formulaRows(year.tariff, costsIn(plan), { said, w }) : []

/**
 * What is said under a statement: how its figures are rounded, what the meter says beside them, and
 * where its balance is now.
 */
export function underSaid(of: YearRead): string {
  const { w, plan } = of
  const isCounted = plan.counts !== 'nothing'
  return [
    isCounted ? w.statement.nearest[plan.counts === 'hours' ? 'hours' : 'money'] : '',
    apartSaid(of),
    isCounted ? carriedSaid(of) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Their own statement, on the page of the year. */
export function ownStatement(of: YearRead, holder: ShareHolder): Html {
  const { w, isClosed } = of
  const line = ({ label, value, isSum }: FormulaRow): Html =>
    html`<dt>${label}</dt><dd>${isSum ? html`<b>${value}</b>` : value}</dd>`
  // The page says the expected price by itself.
  const parts = statementParts(of, holder).filter(({ title }) => title !== w.statement.expected)
  return html`
    <section class="part">
      <h2>${w.yours}</h2>
      ${!isClosed && html`<p><b>${w.soFar}</b></p>`}
      ${parts.map(
        ({ title, lines }) => html`${title !== undefined && html`<h3>${title}</h3>`}
          <dl>${lines.map(line)}</dl>`,
      )}
      <p class="hint">${[isClosed ? w.isClosed : '', underSaid(of)].join(' ').trim()}</p>
      <p class="acts no-print">
        <a class="button quiet" href="/imprimer/releve/${holder.key}">${w.printOwn}</a>
      </p>
    </section>
  `
}

/** Who used much less or more than they engaged for, and whether anything is due for it. */
export function rulesSaid(of: YearRead): Html | false {
  const { read, w, year, plan } = of
  const isUsed = year.holders.some(({ used }) => used > 0)
  const out = checksIn(read, year).filter(({ is }) => is !== 'within')
  if (!isUsed || out.length === 0 || plan.counts === 'nothing') return false
  return html`
    <section class="part">
      <h2>${w.rule.title}</h2>
      <p class="hint">${w.rule.hint(MEAN_YEARS)}</p>
      <ul>${out.map(check => html`<li>${ruleSaid(check, of)}</li>`)}</ul>
    </section>
  `
}

/** A tenth of a unit, to which an engagement that would fit is rounded up. Units: parts. */
const TENTH = PARTS / 10
function ruleSaid(check: EngagementCheck, { read, w, year, said, plan }: YearRead): string {
  const { key, is, percent, apart, amount, wouldBe, revised } = check
  const holder = year.holders.find(one => one.key === key)
  const name = holder ? nameIn(read, holder.row, w.gone) : w.gone
  const { tariff } = year
  const sum =
    is === 'under'
      ? w.rule.missed(said.units(apart), said.each(tariff?.fixedPerUnit ?? 0))
      : w.rule.beyond(said.units(apart), said.each(tariff?.price ?? 0), JARD.morePercent)
  const due =
    amount > 0
      ? w.rule.due(said.amount(amount), plan.article ?? '', sum)
      : wouldBe > 0
        ? w.rule.notDue(said.amount(wouldBe), sum)
        : w.rule.sharedAlready(w.by[year.by])
  const fits = revised === undefined ? 0 : Math.ceil(revised / TENTH) * TENTH
  return [
    w.rule[is === 'under' ? 'under' : 'over'](name, percent, said.units(apart)),
    due,
    fits === 0 ? '' : w.rule.revised(said.units(fits)),
  ]
    .filter(Boolean)
    .join(' ')
}
