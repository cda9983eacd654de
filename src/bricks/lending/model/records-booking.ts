import { type Field, recordType } from '../../../core/schema.ts'

/**
 * The days and hours of a booking, as the clock on the wall says them. Without hours they are whole
 * days. An end whose hour is before the start, on no day of its own, is the morning after.
 */
const WHEN = {
  startsOn: { kind: 'day', required: true },
  startsAt: { kind: 'time' },
  endsOn: { kind: 'day' },
  endsAt: { kind: 'time' },
} as const satisfies Readonly<Record<string, Field>>

/** Who has a thing, and how they are reached: it stays in this box. */
const WHOSE = {
  member: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  name: { kind: 'text', longest: 60, space: 'home', unasked: true },
  phone: { kind: 'phone', space: 'home', unasked: true },
  /** They agreed that whoever asks for the same time here reads their name. */
  named: { kind: 'yesNo', space: 'home', unasked: true },
  keyedBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  /** Those in charge who noted something of it in words: a reason, a state, an answer. */
  notedBy: { kind: 'link', to: ['member'], many: true, space: 'home', unasked: true },
  /** Of who asked from another box: that box, and its record of it. */
  box: { kind: 'text', space: 'home', unasked: true },
  peer: { kind: 'text', space: 'home', unasked: true },
} as const satisfies Readonly<Record<string, Field>>

/** From when to when somebody has it. */
const LENT = {
  ...{ from: 'startsOn', to: 'endsOn', fromAt: 'startsAt', toAt: 'endsAt' },
  lasts: true,
} as const

/**
 * A thing, or a number of them, is somebody's for a time. That it is taken is read everywhere; all
 * that says by whom stays in this box.
 */
export const booking = recordType({
  name: 'booking',
  title: 'startsOn',
  spans: [LENT],
  fields: {
    thing: { kind: 'link', to: ['thing'], unasked: true },
    ...WHEN,
    count: { kind: 'number', unasked: true },
    /** `closed`: nobody has it, the one in charge keeps these days free. */
    state: {
      kind: 'choice',
      choices: ['booked', 'out', 'back', 'cancelled', 'noShow', 'closed'],
      unasked: true,
    },
    series: { kind: 'link', to: ['booking-series'], unasked: true },
    /** The date of its series for which it was booked, once it moved to another day. */
    seriesDay: { kind: 'day', space: 'home', unasked: true },
    ...WHOSE,
    /** What it is for. */
    use: { kind: 'text', longest: 200, space: 'home', unasked: true },
    /** The rules that the one in charge went past, and why. */
    past: { kind: 'text', many: true, codes: true, space: 'home', unasked: true },
    why: { kind: 'text', longest: 200, space: 'home', unasked: true },
    /** Said or shown at the hand-out, by who comes for it. */
    word: { kind: 'text', longest: 40, space: 'home', unasked: true },
    deposit: {
      kind: 'choice',
      choices: ['seen', 'returned', 'kept'],
      space: 'home',
      unasked: true,
    },
    insured: { kind: 'yesNo', space: 'home', unasked: true },
    outAt: { kind: 'moment', space: 'home', unasked: true },
    backAt: { kind: 'moment', space: 'home', unasked: true },
    meterOut: { kind: 'number', space: 'home', unasked: true },
    meterBack: { kind: 'number', space: 'home', unasked: true },
    stateOut: { kind: 'text', longest: 200, space: 'home', unasked: true },
    stateBack: { kind: 'text', longest: 200, space: 'home', unasked: true },
    /** It came back broken: it stays until it is repaired. */
    damaged: { kind: 'yesNo', space: 'home', unasked: true },
    piecesOut: { kind: 'text', many: true, space: 'home', unasked: true },
    piecesBack: { kind: 'text', many: true, space: 'home', unasked: true },
    /** Nobody counted the pieces as they left: `piecesOut` are those that should be there. */
    uncounted: { kind: 'yesNo', space: 'home', unasked: true },
    /** When it stopped being theirs before its end: the first who waits has it from then. */
    freedAt: { kind: 'moment', space: 'home', unasked: true },
    /** The time that it left as it moved; where nothing stands, all of its time was freed. */
    freedFrom: { kind: 'moment', space: 'home', unasked: true },
    freedUntil: { kind: 'moment', space: 'home', unasked: true },
    /** They cancelled too late for anybody else to use it. */
    late: { kind: 'yesNo', space: 'home', unasked: true },
    /** Who cancelled it for somebody else: they know it, and hear nothing of it. */
    cancelledBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    /** Why the one in charge cancelled it: its person reads it. */
    calledOff: { kind: 'text', longest: 200, space: 'home', unasked: true },
    /** The thing that was booked first, before this one stood in for it. */
    instead: { kind: 'link', to: ['thing'], space: 'home', unasked: true },
    /** The bookings with which it clashed, once people settled it. */
    settledWith: { kind: 'text', many: true, codes: true, space: 'home', unasked: true },
  },
})

/**
 * Somebody would have a thing: they ask who is in charge of it, wait until it is free, or ask the
 * box that decides. It stays in this box.
 */
export const request = recordType({
  name: 'booking-request',
  title: 'name',
  space: 'home',
  spans: [LENT],
  fields: {
    thing: { kind: 'link', to: ['thing'], unasked: true },
    ...WHEN,
    count: { kind: 'number', unasked: true },
    ...WHOSE,
    name: { kind: 'text', required: true, longest: 60 },
    phone: { kind: 'phone' },
    use: { kind: 'text', longest: 200 },
    /** `waiting`: it is taken, and they have it when it is free. */
    state: {
      kind: 'choice',
      choices: ['asked', 'waiting', 'given', 'refused', 'withdrawn'],
      unasked: true,
    },
    /** It was taken when they asked, whatever became of it: what is never free is counted. */
    waited: { kind: 'yesNo', unasked: true },
    askedAt: { kind: 'moment', unasked: true },
    /** This box asked the one that decides. */
    asked: { kind: 'yesNo', unasked: true },
    booking: { kind: 'link', to: ['booking'], unasked: true },
    answer: { kind: 'text', longest: 200, unasked: true },
    /** The thing that was asked first, before this one stood in for it. */
    instead: { kind: 'link', to: ['thing'], unasked: true },
    /** The request whose booking it would move to other days, asked by its ticket. */
    after: { kind: 'link', to: ['booking-request'], unasked: true },
    /** When it was answered; of what is asked, when who waited took their turn by the ticket. */
    answeredAt: { kind: 'moment', unasked: true },
    /** When its booking was erased, or one for whose days it waits: the first say begins then. */
    freedAt: { kind: 'moment', unasked: true },
  },
})

/**
 * Bookings that come back: every first Saturday, but not in August, not on public holidays, and yes
 * on 1 May. Each date is a booking of its own.
 */
export const series = recordType({
  name: 'booking-series',
  title: 'use',
  space: 'home',
  fields: {
    thing: { kind: 'link', to: ['thing'], unasked: true },
    ...WHEN,
    recurs: { kind: 'recurrence', required: true },
    notPublicHolidays: { kind: 'yesNo' },
    notSchoolHolidays: { kind: 'yesNo' },
    /** Months in which it rests, as words: *août*. */
    notMonths: { kind: 'text', longest: 80, unsearched: true },
    /** Days on which it rests, and on which it takes place whatever the rule says. */
    notOn: { kind: 'day', many: true },
    also: { kind: 'day', many: true },
    /** Why a date of the rule was not booked, as *2027-04-03 taken*. */
    left: { kind: 'text', many: true, codes: true, unasked: true },
    ...WHOSE,
    use: { kind: 'text', longest: 200 },
  },
})

/** A thing was looked after: oiled, repaired, inspected. */
export const upkeep = recordType({
  name: 'upkeep',
  title: 'what',
  space: 'home',
  fields: {
    thing: { kind: 'link', to: ['thing'], unasked: true },
    on: { kind: 'day', required: true },
    what: { kind: 'text', required: true, longest: 200 },
    meter: { kind: 'number', within: { least: 0, most: 10_000_000 } },
    by: { kind: 'text', longest: 60 },
  },
})
