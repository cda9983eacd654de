import type { Kit } from '../../../../contract/kit.ts'
import type { Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText } from '../../../../contract/paper.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { one } from '../../../../core/form/input.ts'
import { dayPlain } from '../../../../text/days.ts'
import { thing } from '../../model/records-thing.ts'
import { PAGE_LINES } from '../../model/shares/commands-notebook.ts'
import { sum } from '../../model/shares/exact.ts'
import { type CallRow, nameIn } from '../../model/shares/read.ts'
import { engagement, sharePlan } from '../../model/shares/records.ts'
import { costsIn, type DepartedPart, type ShareHolder } from '../../model/shares/year.ts'
import { accountRows, notebookRows } from './figures.ts'
import { meterRead } from './meter-said.ts'
import { departedName, isBrought, type Words, type YearRead, yearFor } from './pieces.ts'
import { expectedSaid, type FormulaRow, formulaRows } from './said.ts'
import { OF_YEAR } from './settlement.ts'
import { departedLines, type StatementPart, statementParts, underSaid } from './statement.ts'
import { changeIn, scenarioHeads, scenarioRows, scenariosOf } from './what-if.ts'

/** What a thing costs, on paper: the statement of each, the sheet of a meeting, a blank page. */

/** The year of a plan, for who may read it where nobody listens. */
function yearOfPrint(kit: Kit, read: Reader, words: Words, id: string): YearRead | undefined {
  const plan = read.one(sharePlan, id, 'home')
  const row = plan?.thing ? read.one(thing, plan.thing) : undefined
  return plan && row && yearFor(plan, row.title ?? '', { kit, read, w: words.shares })
}
const idIn = (kit: Kit): string => kit.request.params['id'] ?? ''

const sheetOf = (of: YearRead, title: string, size: Paper['size']) =>
  ({
    title,
    lang: of.kit.request.lang,
    size,
    layout: 'flow',
    foot: [
      of.kit.territory?.name ?? '',
      dayPlain(of.kit.request.today, of.kit.request.lang),
    ] as const,
  }) satisfies Partial<Paper>

/** A statement on a page of its own. Open accounts are said before what is left to pay. */
const onOwnPage = (of: YearRead, name: string, blocks: readonly PrintBlock[]): PrintBlock => ({
  is: 'apart',
  again: `${name}, ${of.w.yearOf(of.title, of.plan.name ?? '')}`,
  least: 8,
  blocks: [
    { is: 'small', words: of.w.yearOf(of.title, of.plan.name ?? '') },
    { is: 'title', words: name, size: 'long' },
    ...(of.isClosed ? [] : [{ is: 'words' as const, words: [{ b: of.w.soFar }] }]),
    { is: 'rule' },
    ...blocks,
  ],
})
const statementOn = (of: YearRead, holder: ShareHolder): PrintBlock =>
  onOwnPage(of, nameIn(of.read, holder.row, of.w.gone), [
    ...statementParts(of, holder).map(part => partOn(of, part)),
    { is: 'small', words: underSaid(of) },
  ])
/** The same of who shares no more: their balance of the year before. */
const departedOn = (of: YearRead, part: DepartedPart): PrintBlock =>
  onOwnPage(of, departedName(of, part), [partOn(of, { lines: departedLines(of, part) })])
/** Many short lines stand two by two: a statement is a page where it can be one. */
function partOn({ w }: YearRead, { title, lines }: StatementPart): PrintBlock {
  const isLong = lines.filter(({ isSum }) => !isSum).length > FEW && lines.every(isShort)
  const head = title ?? w.statement.title
  const [label, value] = [{ wide: 3 }, { head: '', right: true, wide: 1 }]
  return {
    is: 'table',
    columns: [
      ...[{ head, ...label }, value],
      ...(isLong ? [{ head: '', wide: GAP }, { head: '', ...label }, value] : []),
    ],
    rows: isLong ? twoByTwo(lines) : lines.map(cellsOf),
    tight: true,
  }
}
type Cells = readonly PrintText[]
const cellsOf = ({ label, value, isSum }: FormulaRow): Cells =>
  isSum ? [[{ b: label }], [{ b: value }]] : [label, value]
/** A sum stands at the end of its lines, under the second ones. */
function twoByTwo(lines: readonly FormulaRow[]): readonly Cells[] {
  const rows: Cells[] = []
  let left: Cells | undefined
  for (const line of lines) {
    const cells = cellsOf(line)
    if (left) rows.push([...left, '', ...cells])
    else if (line.isSum) rows.push(['', '', '', ...cells])
    left = left || line.isSum ? undefined : cells
  }
  return left ? [...rows, [...left, '', '', '']] : rows
}
/** Lines that stand one under the other; letters of a line that half a page holds. */
const [FEW, SHORT, GAP] = [4, 28, 0.3]
const isShort = ({ label }: FormulaRow): boolean => label.length <= SHORT

/** One person’s statement: theirs to print, and of who keeps the accounts. */
const statement: Print<Words> = {
  kind: 'releve',
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    const part = read.one(engagement, idIn(kit), 'home')
    const of = yearOfPrint(kit, read, words, one(kit.request.query, OF_YEAR) || (part?.plan ?? ''))
    const holders = of ? (of.keeps ? of.year.holders : of.own) : []
    const holder = holders.find(({ key }) => key === part?.id)
    const left = of?.keeps ? of.year.departed.find(({ key }) => key === part?.id) : undefined
    if (!of || !(holder || left)) return undefined
    const block = holder ? statementOn(of, holder) : departedOn(of, left!)
    return { ...sheetOf(of, of.w.statement.title, 'a5'), blocks: [block] }
  },
}

/** All statements of a year, a page each. */
const statements: Print<Words> = {
  kind: 'releves',
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    if (!of?.keeps) return undefined
    const blocks = [
      ...of.year.holders.map(holder => statementOn(of, holder)),
      ...(isBrought(of) ? of.year.departed.map(part => departedOn(of, part)) : []),
    ]
    if (blocks.length === 0) return undefined
    return { ...sheetOf(of, of.w.statement.title, 'a5'), blocks }
  },
  rows: (kit, read, words) => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    return of?.keeps ? accountRows(of) : []
  },
}

/** The call that was made last: a slip for each, to hand out. */
const callSlips: Print<Words> = {
  kind: 'appel',
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    if (!of?.keeps || of.year.calls.length === 0) return undefined
    const { w, plan, year } = of
    const number = Math.max(...year.calls.map(call => call.number ?? 0))
    const each = year.holders.flatMap(holder =>
      year.calls
        .filter(call => call.engagement === holder.key && call.number === number)
        .map(call => callSlip(of, holder, call)),
    )
    return {
      ...{ title: w.accounts.callTitle(number, plan.calls ?? 1), lang: kit.request.lang },
      ...{ size: 'a4', layout: 'cards', points: 12, across: 2, down: 4, blocks: [], each },
    }
  },
}
function callSlip(of: YearRead, holder: ShareHolder, call: CallRow): readonly PrintBlock[] {
  const { w, plan, year, said, kit } = of
  const a = w.accounts
  const on = (day: string | null): string => dayPlain(day ?? '', kit.request.lang)
  const all = sum(year.holders.map(({ engaged }) => engaged))
  const units = [said.units(holder.engaged), said.units(all)] as const
  return [
    { is: 'small', words: w.yearOf(of.title, plan.name ?? '') },
    { is: 'words', words: [{ b: nameIn(of.read, holder.row, w.gone) }] },
    {
      is: 'words',
      words: [
        `${a.callTitle(call.number ?? 1, plan.calls ?? 1)}. `,
        { b: a.callOf(said.amount(call.amount ?? 0)) },
      ],
    },
    { is: 'small', words: a.callFrom(...units, said.amount(year.expected)) },
    {
      is: 'small',
      words: call.paidOn === null ? a.calledOn(on(call.calledOn)) : a.paidOn(on(call.paidOn)),
    },
    ...(call.paidOn === null
      ? [
          {
            is: 'blanks' as const,
            blanks: [
              { label: a.payBefore, lines: 1 },
              { label: a.payTo, lines: 1 },
            ],
          },
        ]
      : []),
  ]
}

/** *Et si*: the sheet of a meeting, four columns side by side. It names nobody. */
const meeting: Print<Words> = {
  kind: 'et-si',
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    const change = changeIn(kit.request.query)
    const all = of?.keeps && of.plan.counts !== 'nothing' ? scenariosOf(of, change) : undefined
    const [now] = all ?? []
    if (!of || !all || !now) return undefined
    const { w, said, plan, year } = of
    const formula = year.tariff ? formulaRows(year.tariff, costsIn(plan), { said, w }) : []
    return {
      ...sheetOf(of, w.whatIf.title, 'a4'),
      fits: 1,
      least: 9,
      blocks: [
        { is: 'small', words: w.yearOf(of.title, plan.name ?? '') },
        { is: 'title', words: w.whatIf.title, size: 'sheet' },
        {
          is: 'table',
          columns: [
            { head: '', wide: 2 },
            ...scenarioHeads(change, of).map(head => ({ head, right: true, wide: 1.4 })),
          ],
          rows: scenarioRows(all, of).map(([label = '', ...rest]) => [label, ...rest]),
        },
        { is: 'heading', words: w.formula.now },
        {
          is: 'facts',
          facts: formula.map(({ label, value, isSum }): readonly [string, PrintText] => [
            label,
            isSum ? [{ b: value }] : value,
          ]),
        },
        { is: 'words', words: expectedSaid(of) },
        {
          is: 'small',
          words: `${w.whatIf.assumes(said.units(now.mean))} ${w.rounding[said.counts]}`,
        },
        { is: 'blanks', blanks: [{ label: w.whatIf.decided, lines: 3 }] },
      ],
    }
  },
}

/** Millimetres of a line: a hand writes in it, and the page stays one with a long title. */
const LINE_MM = 13
/** A page of the notebook to leave beside the thing: its lines are those of the form. */
const blank: Print<Words> = {
  kind: 'carnet',
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    if (!of?.keeps) return undefined
    const { cells, number, paper } = of.w.notebook
    const meter = meterRead(of)
    return {
      ...sheetOf(of, of.w.notebook.of(of.title, of.plan.name ?? ''), 'a4'),
      fits: 1,
      least: 8,
      blocks: [
        { is: 'title', words: of.w.notebook.of(of.title, of.plan.name ?? ''), size: 'sheet' },
        { is: 'words', words: paper },
        ...(meter === '' ? [] : [{ is: 'words' as const, words: meter }]),
        {
          is: 'table',
          columns: [
            { head: number, wide: 0.3 },
            { head: cells.day },
            { head: cells.who, wide: 2 },
            { head: cells.from },
            { head: cells.to },
            { head: cells.units },
          ],
          rows: Array.from({ length: PAGE_LINES }, (_, line) => [
            String(line + 1),
            ...['', '', '', '', ''],
          ]),
          mm: LINE_MM,
        },
      ],
    }
  },
  rows: (kit, read, words) => {
    const of = yearOfPrint(kit, read, words, idIn(kit))
    return of?.keeps ? notebookRows(of) : []
  },
}

export const sharePrints: readonly Print<Words>[] = [
  statement,
  statements,
  callSlips,
  meeting,
  blank,
]
