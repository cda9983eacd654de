import { recordType } from '../../../core/schema.ts'

/** Something that happens at a day, or again and again. */
export const event = recordType({
  name: 'event',
  title: 'title',
  path: '/agenda',
  first: ['title', 'startsOn', 'startsAt', 'place', 'where', 'who'],
  spans: [
    {
      from: 'startsOn',
      to: 'endsOn',
      fromAt: 'startsAt',
      toAt: 'endsAt',
      recurs: 'recurs',
      notPublicHolidays: 'notPublicHolidays',
      notSchoolHolidays: 'notSchoolHolidays',
    },
  ],
  fields: {
    title: { kind: 'text', required: true },
    startsOn: { kind: 'day', required: true },
    startsAt: { kind: 'time' },
    endsOn: { kind: 'day' },
    endsAt: { kind: 'time' },
    recurs: { kind: 'recurrence' },
    /** By choice, it does not take place on these days (core/calendar/days-off.ts). */
    notPublicHolidays: { kind: 'yesNo' },
    notSchoolHolidays: { kind: 'yesNo' },
    place: { kind: 'link', to: ['place'], ties: ['at'] },
    where: { kind: 'text' },
    commune: { kind: 'commune', filter: true },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    who: { kind: 'text', means: 'who' },
    reach: { kind: 'text', means: 'reach' },
    detail: { kind: 'prose' },
    /** From how many people it takes place. */
    minimum: { kind: 'number', unit: 'persons' },
    /** So many people have a seat; those who answer after them wait for one. */
    seats: { kind: 'number', unit: 'persons' },
    /**
     * Whether who makes things may show or sell them there, at what price a place, whom to ask, on
     * what terms.
     */
    exhibitors: { kind: 'yesNo' },
    stallPriceCents: { kind: 'money' },
    stallReach: { kind: 'text' },
    stallConditions: { kind: 'text', longest: 600 },
    photos: { kind: 'files', most: 4 },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
    /** The idea that has enough people, of which this is the day. */
    idea: { kind: 'link', to: ['idea'], unasked: true },
  },
})

/**
 * What was changed of one date of an event (core/calendar/event-dates.ts). The newest record of a
 * day counts; to undo it is to take it off.
 */
export const eventDate = recordType({
  name: 'event-date',
  title: 'day',
  fields: {
    event: { kind: 'link', to: ['event'], required: true },
    /** The day that the event has without this change, or the added day. */
    day: { kind: 'day', required: true },
    fate: { kind: 'choice', choices: ['off', 'moved', 'added', 'out'], required: true },
    /** The new day of a moved date. */
    on: { kind: 'day' },
    /** Days on which a date that moved again stood between its own day and this one. */
    stood: { kind: 'text', many: true, unsearched: true, unasked: true },
    startsAt: { kind: 'time' },
    endsAt: { kind: 'time' },
    where: { kind: 'text' },
    why: { kind: 'text' },
  },
})

/**
 * A post to hold or a thing to bring at an event: *la buvette, de 14 h à 16 h*, *des tables*. Who
 * takes it answers it, as one answers the event.
 */
export const eventPart = recordType({
  name: 'event-part',
  title: 'title',
  spans: [{ from: 'day', to: 'day', fromAt: 'startsAt', toAt: 'endsAt' }],
  fields: {
    event: { kind: 'link', to: ['event'], required: true },
    kind: { kind: 'choice', choices: ['post', 'thing'], required: true },
    title: { kind: 'text', required: true, longest: 120 },
    /** Of a series: the name of its date (core/calendar/event-dates.ts). */
    day: { kind: 'day' },
    startsAt: { kind: 'time' },
    endsAt: { kind: 'time' },
    /** So many people for a post; so many of a thing. */
    wanted: { kind: 'number', unit: 'things' },
  },
})
