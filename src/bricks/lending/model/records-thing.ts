import { type Bounds, recordType } from '../../../core/schema.ts'

export const PATH = '/preter'

/** Units   days: no rule counts further, whatever another box or a slip of the finger wrote. */
export const MOST_RULE_DAYS = 3_660
/** Units   minutes: two weeks, whatever another box wrote. */
export const MOST_CHANGEOVER = 14 * 24 * 60

/** What the settings take: a limit of none lets nobody book, and a sum below zero says nothing. */
const whole = (least: number, most: number): Bounds => ({ least, most, whole: true })
const SOME_DAYS = whole(1, MOST_RULE_DAYS)
const ANY_DAYS = whole(0, MOST_RULE_DAYS)
/** Units   hours, of a year at most; a quarter of one at least. */
const HOURS: Bounds = { least: 0.25, most: 366 * 24 }
const BOOKINGS = whole(1, 1_000)
/** Units   cents: a million euros at most. */
const EUROS: Bounds = { least: 0, most: 100_000_000 }

/**
 * Something that people use in turn: a tool, a room, a desk, an animal, the time of somebody who
 * helps with papers. Its settings are the rules of who may have it.
 */
export const thing = recordType({
  name: 'thing',
  title: 'title',
  path: PATH,
  retired: 'gone',
  first: ['title', 'kind', 'commune', 'where', 'who', 'reach', 'photos', 'unit'],
  fields: {
    title: { kind: 'text', required: true, longest: 120 },
    kind: {
      kind: 'choice',
      choices: ['tool', 'machine', 'vehicle', 'place', 'desk', 'kit', 'animal', 'help', 'turn'],
      required: true,
      filter: true,
    },
    commune: { kind: 'commune', filter: true },
    /** The place of the directory that it is: what takes place there takes it. */
    place: { kind: 'link', to: ['place'] },
    /** Where it lives. */
    where: { kind: 'text', longest: 120 },
    who: { kind: 'text', longest: 60, means: 'who' },
    reach: { kind: 'text', longest: 120, means: 'reach' },
    detail: { kind: 'prose' },
    photos: { kind: 'files', most: 4 },
    condition: { kind: 'choice', choices: ['good', 'worn', 'repair'] },
    /** Whether it is booked by whole days or by hours. */
    unit: { kind: 'choice', choices: ['day', 'hour'] },
    /** How many of them there are: forty chairs. One where nothing is said. */
    count: { kind: 'number', within: whole(1, 10_000) },
    /** Of a kit: what is in it, a line a piece; the packing list. */
    pieces: { kind: 'text', many: true, longest: 80 },
    /** The kit that it is a part of. It may be lent alone; the kit is then not complete. */
    partOf: { kind: 'link', to: ['thing'] },
    /** What is used up with it: blades, thread. */
    consumables: { kind: 'text', longest: 300 },
    /** How it comes back: clean, with a full tank; of a room, how it is left. */
    backAs: { kind: 'text', longest: 200 },
    /** How to use it: a sheet that prints. */
    sheet: { kind: 'prose' },
    /** Of a place: how many people, what is there, what is asked of who comes, quiet hours. */
    capacity: { kind: 'number', unit: 'persons', within: whole(1, 100_000) },
    equipment: { kind: 'text', longest: 300 },
    houseRules: { kind: 'prose' },
    quietHours: { kind: 'hours' },
    /** When it may be fetched and brought back, or used. */
    hours: { kind: 'hours' },
    /** Who may book it by themselves. Whoever else asks, the one in charge answers. */
    forWhom: { kind: 'choice', choices: ['members', 'group', 'asked'] },
    leadDays: { kind: 'number', within: ANY_DAYS },
    aheadDays: { kind: 'number', within: ANY_DAYS },
    longestDays: { kind: 'number', within: SOME_DAYS },
    longestHours: { kind: 'number', within: HOURS },
    daysMonth: { kind: 'number', within: whole(1, 31) },
    hoursYear: { kind: 'number', within: HOURS },
    /** Two bookings of one person may not follow each other. */
    notChained: { kind: 'yesNo' },
    oneWeekend: { kind: 'yesNo' },
    /** How many bookings to come one person may have of it. */
    mostAhead: { kind: 'number', within: BOOKINGS },
    /** How many bookings to come one person may have of all things of its kind. */
    mostOfKind: { kind: 'number', within: BOOKINGS },
    /** Until so many days before, only people of its commune book it. */
    localsDays: { kind: 'number', within: ANY_DAYS },
    changeoverMinutes: { kind: 'number', within: whole(0, MOST_CHANGEOVER) },
    depositCents: { kind: 'money', within: EUROS },
    feeCents: { kind: 'money', within: EUROS },
    feeFor: { kind: 'text', longest: 60 },
    insurance: { kind: 'yesNo' },
    /** What its meter counts, if it has one. */
    meter: { kind: 'choice', choices: ['h', 'km'] },
    upkeepDays: { kind: 'number', within: SOME_DAYS },
    upkeepUnits: { kind: 'number', within: { least: 1, most: 1_000_000 } },
    /** Whoever keyed no units of their last turn books no other. */
    unitsFirst: { kind: 'yesNo' },
    /** It is lent no more: its bookings follow the one that stands in for it. */
    gone: { kind: 'yesNo', unasked: true },
    replacedBy: { kind: 'link', to: ['thing'], unasked: true },
    /** The notice that it was made from. */
    notice: { kind: 'link', to: ['offer'], unasked: true },
    owner: { kind: 'link', to: ['member'], space: 'home', unasked: true },
    /** Of `forWhom: group`: who books it by themselves, those whom its owner knows. */
    group: { kind: 'link', to: ['member'], many: true, space: 'home', unasked: true },
    valueCents: { kind: 'money', within: EUROS, space: 'home' },
  },
})

/** A room or a desk stays where it is: people come to it, and nothing leaves. */
export const isRoom = ({ kind }: Readonly<{ kind: string | null }>): boolean =>
  kind === 'place' || kind === 'desk'
