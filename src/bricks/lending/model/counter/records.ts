import { recordType } from '../../../../core/schema.ts'

/**
 * How many times somebody helped, and was helped, for who counts neither hours nor euros. It is
 * there because they asked for it; they alone read it, and it goes when they say so. It holds no
 * day, no name and no amount of any help.
 */
export const helpCounter = recordType({
  name: 'help-counter',
  title: 'since',
  space: 'home',
  fields: {
    member: { kind: 'link', to: ['member'], unasked: true },
    since: { kind: 'day', unasked: true },
    gave: { kind: 'number', unasked: true },
    got: { kind: 'number', unasked: true },
  },
})
