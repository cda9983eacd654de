import type { Projection } from '../../../../contract/projection.ts'
import { type Field, recordType } from '../../../../core/schema.ts'
import { FIXED_BY, PER_UNIT, YEARLY } from './rules.ts'
import { WORK_UNITS } from './typed-units.ts'

/** What is counted between the people: euros, hours of work, or nothing but the use. */
export const COUNTS = ['money', 'hours', 'nothing'] as const
export type ShareCounts = (typeof COUNTS)[number]

/** Amounts of a year, typed in euros or in hours. Units: cents, or minutes. */
export const AMOUNTS = ['price', 'aid', 'resale', ...YEARLY, ...PER_UNIT, 'agreed'] as const
type AmountName = (typeof AMOUNTS)[number]
const amounts = Object.fromEntries(
  AMOUNTS.map(name => [name, { kind: 'number', unasked: true }]),
) as Readonly<Record<AmountName, Readonly<{ kind: 'number'; unasked: true }>>>

/** Whose thing, and who typed it: the one in charge, or the member for themselves. */
const OF_THING = {
  thing: { kind: 'link', to: ['thing'], unasked: true },
  keyedBy: { kind: 'link', to: ['member'], unasked: true },
} as const satisfies Readonly<Record<string, Field>>
const OF_PLAN = {
  ...OF_THING,
  plan: { kind: 'link', to: ['share-plan'], unasked: true },
} as const satisfies Readonly<Record<string, Field>>

/**
 * A year, or a season, of a thing that several own: what it costs, and how that is shared. All of
 * it stays in this box.
 */
export const sharePlan = recordType({
  name: 'share-plan',
  title: 'name',
  space: 'home',
  fields: {
    ...OF_THING,
    name: { kind: 'text', required: true, longest: 60 },
    firstOn: { kind: 'day', required: true },
    lastOn: { kind: 'day', required: true },
    counts: { kind: 'choice', choices: COUNTS, required: true },
    unit: { kind: 'choice', choices: WORK_UNITS, required: true },
    ...amounts,
    /** How many years it is kept. */
    years: { kind: 'number', unasked: true },
    fixedBy: { kind: 'choice', choices: FIXED_BY },
    /** How many calls a year. */
    calls: { kind: 'number', unasked: true },
    /** The meter on the first day. Units: parts. */
    meterStart: { kind: 'number', unasked: true },
    /** The article of the statutes by which too little or too much use is paid for. */
    article: { kind: 'text', longest: 120 },
    closedOn: { kind: 'day', unasked: true },
    /** The year whose balances it begins with: as its closing found it (`carry.ts`). */
    follows: { kind: 'link', to: ['share-plan'], unasked: true },
    /** What the purse kept for the wear in the years before, as the closing found it. */
    asideBefore: { kind: 'number', unasked: true },
  },
})

/**
 * Somebody's part in a year: what they engage to use. A member is named by their card; a household
 * without one by its name. Once a member is forgotten the part stays without anybody's name: the
 * others' accounts stand on it. `left`: they share in the year no more, and have a balance of a
 * year before.
 */
export const engagement = recordType({
  name: 'engagement',
  title: 'who',
  space: 'home',
  fields: {
    ...OF_PLAN,
    member: { kind: 'link', to: ['member'], unasked: true },
    who: { kind: 'text', longest: 60, means: 'who', unasked: true },
    /** Units: parts. */
    parts: { kind: 'number', unasked: true },
    /** What they used in years before, and in how many: as the closing found it. Units: parts. */
    usedBefore: { kind: 'number', unasked: true },
    yearsBefore: { kind: 'number', unasked: true },
    /** Their part in the year before: written by the closing, and before they are forgotten. */
    follows: { kind: 'link', to: ['engagement'], unasked: true },
    /** Their balance of the year before, as the closing found it. Units: cents, or minutes. */
    brought: { kind: 'number', unasked: true },
    left: { kind: 'yesNo', unasked: true },
    /** What they paid of the rest after the closing, where no payment of its own says it. */
    settled: { kind: 'number', unasked: true },
    settledOn: { kind: 'day', unasked: true },
  },
})

/** A line of the notebook. Units: parts. */
export const unitLine = recordType({
  name: 'unit-line',
  title: 'day',
  space: 'home',
  fields: {
    ...OF_PLAN,
    engagement: { kind: 'link', to: ['engagement'], unasked: true },
    day: { kind: 'day', unasked: true },
    meterFrom: { kind: 'number', unasked: true },
    meterTo: { kind: 'number', unasked: true },
    parts: { kind: 'number', unasked: true },
  },
})

/**
 * What was really spent, or worked where hours are counted. `advancedBy`: who paid it. `wear`: the
 * wear of the year, which nobody spends: the purse keeps it, or it is owed to who paid the thing.
 */
export const shareCost = recordType({
  name: 'share-cost',
  title: 'what',
  space: 'home',
  fields: {
    ...OF_PLAN,
    what: { kind: 'text', required: true, longest: 120 },
    day: { kind: 'day', required: true },
    amount: { kind: 'number', unasked: true },
    part: { kind: 'choice', choices: ['fixed', 'variable'], required: true },
    advancedBy: { kind: 'link', to: ['engagement'], unasked: true },
    wear: { kind: 'yesNo', unasked: true },
  },
})

/** What one of them was called for, and the day on which it was paid. */
export const shareCall = recordType({
  name: 'share-call',
  title: 'calledOn',
  space: 'home',
  fields: {
    ...OF_PLAN,
    engagement: { kind: 'link', to: ['engagement'], unasked: true },
    number: { kind: 'number', unasked: true },
    amount: { kind: 'number', unasked: true },
    calledOn: { kind: 'day', unasked: true },
    paidOn: { kind: 'day', unasked: true },
  },
})

/**
 * What one of them paid otherwise than by a call, or was paid back: below zero. `rest`: what a tick
 * after the closing noted. A slip of the keyboard is taken back, or mended by the opposite amount.
 */
export const sharePayment = recordType({
  name: 'share-payment',
  title: 'day',
  space: 'home',
  fields: {
    ...OF_PLAN,
    engagement: { kind: 'link', to: ['engagement'], unasked: true },
    day: { kind: 'day', unasked: true },
    amount: { kind: 'number', unasked: true },
    rest: { kind: 'yesNo', unasked: true },
  },
})

/**
 * What each used is added up from an index alone: a notebook has thousands of lines, and each of
 * them is a page elsewhere in its table.
 */
export const usedIndex: Projection = {
  types: [],
  tables: [
    'CREATE INDEX "unit_line_home used" ON unit_line_home(plan, engagement, parts, removed) ' +
      'WHERE plan IS NOT NULL',
  ],
  apply: () => undefined,
}

/** The types of the shares; each is in the model's `owners` by `SHARE_OWNERS`. */
export const shareTypes = [
  ...[sharePlan, engagement, unitLine],
  ...[shareCost, shareCall, sharePayment],
] as const

/**
 * Whoever is in charge of the thing writes all of it; none of it is a person's own, because the
 * others' accounts stand on it. What leads to a member is erased with them.
 */
export const SHARE_OWNERS = Object.fromEntries(
  shareTypes.map(({ name }) => [name, { keyedBy: 'keyedBy', over: 'thing' }]),
) as Readonly<Record<(typeof shareTypes)[number]['name'], { keyedBy: string; over: string }>>
