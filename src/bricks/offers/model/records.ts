import { type Field, recordType } from '../../../core/schema.ts'

/** What a ride is called by whoever looks for one, in both languages. */
const FOUND_BY = { ride: 'trajet covoiturage voiture ride lift car' } as const

/**
 * The way of a ride (mode `ride`), as it was said. The only day of a ride that is driven once is
 * `until`; one that comes back has a rule, and the day from which it counts.
 */
const RIDE = {
  rideFrom: { kind: 'text', unasked: true, longest: 100 },
  rideTo: { kind: 'text', unasked: true, longest: 100 },
  /** The places on the way, where somebody may get in or out. */
  rideBy: { kind: 'text', many: true, unasked: true, longest: 100 },
  rideDays: { kind: 'recurrence', unasked: true },
  rideSince: { kind: 'day', unasked: true },
  /** When one that comes back rests (core/calendar/days-off.ts), and on which single days. */
  rideNotSchool: { kind: 'yesNo', unasked: true },
  rideNotHolidays: { kind: 'yesNo', unasked: true },
  rideOff: { kind: 'day', many: true, unasked: true },
  rideAt: { kind: 'time', unasked: true },
  /** There and back, and the hour of the return when it is known. */
  rideBack: { kind: 'yesNo', unasked: true },
  rideBackAt: { kind: 'time', unasked: true },
  rideSeats: { kind: 'number', unit: 'persons', unasked: true },
} as const satisfies Readonly<Record<string, Field>>

/** What both kinds of notice hold beside what was said. */
const BESIDE = {
  ...RIDE,
  notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
  /** What it is for, as the notes tie them: tables for the market. */
  event: { kind: 'link', to: ['event'], ties: ['offers', 'needs'], unasked: true },
  /** How its person is reached, when they said it by a tick; `reach` says it in words. */
  reachBy: { kind: 'choice', choices: ['phone', 'relay', 'word'], unasked: true },
  relay: { kind: 'link', to: ['relay'], unasked: true },
  /** What is wanted in return, by kind; `against` says it in words. */
  counterpart: {
    kind: 'choice',
    choices: ['nothing', 'time', 'thing', 'money', 'any'],
    unasked: true,
  },
  /** What is asked for, or given, of a sale or a rent. Nothing is sorted or compared by it. */
  priceCents: { kind: 'money', unasked: true },
  when: { kind: 'text', unasked: true },
  photos: { kind: 'files', most: 4, unasked: true },
  /** Who wrote it for its person: *dit à Kwan*. */
  toldTo: { kind: 'text', unasked: true },
  /**
   * The answers, by which somebody takes some of it or brings some, that its person declined: they
   * count nothing on any box. No page says which.
   */
  partsDeclined: { kind: 'text', many: true, codes: true, unasked: true, unsearched: true },
  /** Those to which its person said yes, and each raise of one. No page says which. */
  partsAgreed: { kind: 'text', many: true, codes: true, unasked: true, unsearched: true },
  /** The last day on which its author said that it still stands. */
  renewedOn: { kind: 'day', unasked: true },
  author: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  keyedBy: { kind: 'link', to: ['member'], space: 'home', unasked: true },
  /**
   * Where somebody whom this box does not know is found, to hand them a word: for the keeper alone.
   */
  foundAt: { kind: 'text', space: 'home', unasked: true },
  /**
   * Its person agreed that their slip hangs on the board, and to no more: nothing of it is in the
   * commons.
   */
  hangsHere: { kind: 'yesNo', space: 'home', unasked: true },
  /**
   * How far its person agreed that it is read: by people who hold a card of this box, on this box's
   * pages, or in the villages around too.
   */
  spread: {
    kind: 'choice',
    choices: ['here', 'around', 'card'],
    space: 'home',
    means: 'spread',
    unasked: true,
  },
  /** It is read on this box's pages, and nothing of it is in the commons. */
  shownHere: { kind: 'yesNo', space: 'home', unasked: true },
  /** Only people who hold a card of this box read it, and nothing of it is in the commons. */
  shownByCard: { kind: 'yesNo', space: 'home', unasked: true },
  /** Why the keeper took it off the page: told to its author, and to nobody else. */
  hiddenWhy: { kind: 'text', space: 'home', unasked: true },
} as const satisfies Readonly<Record<string, Field>>

/**
 * Something offered, said as a sentence with a first name. State `lead` (*piste*): nothing is
 * promised.
 */
export const offer = recordType({
  name: 'offer',
  title: 'title',
  path: '/annonces',
  shownHere: 'shownHere',
  shownByCard: 'shownByCard',
  over: { field: 'state', is: 'closed', until: 'until' },
  first: ['title', 'mode', 'who', 'reach', 'commune', 'until'],
  fields: {
    title: { kind: 'text', required: true },
    who: { kind: 'text', means: 'who' },
    reach: { kind: 'text', required: true, means: 'reach' },
    detail: { kind: 'prose' },
    state: { kind: 'choice', choices: ['firm', 'lead', 'closed', 'spotting'], filter: true },
    mode: {
      kind: 'choice',
      choices: ['give', 'lend', 'share', 'exchange', 'barter', 'rent', 'sell', 'hand', 'ride'],
      foundBy: FOUND_BY,
      filter: true,
    },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    where: { kind: 'text' },
    amount: { kind: 'text' },
    against: { kind: 'text' },
    until: { kind: 'day' },
    from: { kind: 'link', to: ['initiative', 'actor', 'place'], ties: ['offers', 'proposed'] },
    ...BESIDE,
  },
})

/** Something wanted, said as a sentence with a first name. */
export const need = recordType({
  name: 'need',
  title: 'title',
  seeks: true,
  path: '/annonces',
  shownHere: 'shownHere',
  shownByCard: 'shownByCard',
  over: { field: 'state', is: 'closed', until: 'until' },
  spans: [{ from: 'since', to: 'until' }],
  first: ['title', 'hand', 'who', 'reach', 'commune', 'until'],
  fields: {
    title: { kind: 'text', required: true },
    who: { kind: 'text', means: 'who' },
    reach: { kind: 'text', required: true, means: 'reach' },
    detail: { kind: 'prose' },
    /** *Un coup de main*. */
    hand: { kind: 'yesNo' },
    /** In what ways it would do; `hand` stands for a helping hand. */
    mode: {
      kind: 'choice',
      choices: ['give', 'lend', 'share', 'exchange', 'barter', 'rent', 'sell', 'hand', 'ride'],
      foundBy: FOUND_BY,
      unasked: true,
    },
    state: { kind: 'choice', choices: ['open', 'closed'], filter: true },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    commune: { kind: 'commune', filter: true },
    where: { kind: 'text' },
    amount: { kind: 'text' },
    against: { kind: 'text' },
    until: { kind: 'day' },
    from: { kind: 'link', to: ['initiative', 'actor', 'place'], ties: ['needs', 'at'] },
    /** Since when it is asked, if before this page. */
    since: { kind: 'day' },
    ...BESIDE,
  },
})
