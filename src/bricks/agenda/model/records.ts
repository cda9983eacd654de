import { recordType } from '../../../core/schema.ts'

/** Something that happens at a day, or again and again. */
export const event = recordType({
  name: 'event',
  title: 'title',
  path: '/agenda',
  spans: [{ from: 'startsOn', to: 'endsOn', fromAt: 'startsAt', toAt: 'endsAt', recurs: 'recurs' }],
  fields: {
    title: { kind: 'text', required: true },
    startsOn: { kind: 'day', required: true },
    startsAt: { kind: 'time' },
    endsOn: { kind: 'day' },
    endsAt: { kind: 'time' },
    recurs: { kind: 'recurrence' },
    place: { kind: 'link', to: ['place'], ties: ['at'] },
    where: { kind: 'text' },
    commune: { kind: 'commune', filter: true },
    themes: { kind: 'themes', to: ['theme'], filter: true },
    who: { kind: 'text', means: 'who' },
    reach: { kind: 'text', means: 'reach' },
    detail: { kind: 'prose' },
    /** From how many people it takes place. */
    minimum: { kind: 'number', unit: 'persons' },
    /**
     * Whether who makes things may show or sell them there, at what price a place, whom to ask, on
     * what terms.
     */
    exhibitors: { kind: 'yesNo' },
    stallPriceCents: { kind: 'money' },
    stallReach: { kind: 'text' },
    stallConditions: { kind: 'text', longest: 600 },
    notedAt: { kind: 'link', to: ['meeting'], means: 'notes', unasked: true },
  },
})
