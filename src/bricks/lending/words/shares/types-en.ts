import type { shareTypes as fr } from './types-fr.ts'

const OF_PLAN = {
  thing: { label: 'The thing' },
  keyedBy: { label: 'Written by' },
  plan: { label: 'The year' },
}

export const costs = {
  price: 'Bought for',
  aid: 'Aid received',
  resale: 'Worth at the end',
  interest: 'Interest of a year',
  insurance: 'Insurance of a year',
  housing: 'Shed of a year',
  other: 'Other costs of a year',
  upkeep: 'Upkeep',
  fuel: 'Fuel, electricity',
  supplies: 'Supplies',
  agreed: 'Price of a unit agreed together',
}
const costFields = {
  price: { label: costs.price },
  aid: { label: costs.aid },
  resale: { label: costs.resale },
  interest: { label: costs.interest },
  insurance: { label: costs.insurance },
  housing: { label: costs.housing },
  other: { label: costs.other },
  upkeep: { label: costs.upkeep },
  fuel: { label: costs.fuel },
  supplies: { label: costs.supplies },
  agreed: { label: costs.agreed },
}

export const shareTypes: typeof fr = {
  'share-plan': {
    one: 'year of shared costs',
    many: 'Years of shared costs',
    add: 'Open a year',
    fields: {
      thing: OF_PLAN.thing,
      keyedBy: OF_PLAN.keyedBy,
      name: { label: 'What to call it', hint: '2027, apple season.' },
      firstOn: { label: 'From' },
      lastOn: { label: 'To' },
      counts: {
        label: 'We count',
        choices: { money: 'euros', hours: 'hours given', nothing: 'nothing: only its use' },
      },
      unit: {
        label: 'Use is noted in',
        choices: {
          hour: 'hours',
          hectare: 'hectares',
          km: 'kilometres',
          bale: 'bales',
          kg: 'kilos',
          time: 'times',
        },
      },
      ...costFields,
      years: { label: 'Kept for how many years' },
      fixedBy: {
        label: 'What is to be paid each year is shared',
        choices: {
          engaged: 'by what each engaged for',
          used: 'by what each used',
          equal: 'equally',
        },
      },
      calls: { label: 'How many calls a year' },
      meterStart: { label: 'Meter on the first day' },
      article: {
        label: 'Article of the statutes about engagement',
        hint:
          'Nothing: whoever uses too little, or too much, owes no more for it. Internal rules ' +
          'alone are not enough.',
      },
      closedOn: { label: 'Closed on' },
      follows: { label: 'The year whose balances are carried here' },
      asideBefore: { label: 'Kept for the wear before this year' },
    },
  },
  engagement: {
    one: 'engagement',
    many: 'Engagements',
    add: 'Engage',
    fields: {
      ...OF_PLAN,
      member: { label: 'Who, by their card' },
      who: { label: 'Who' },
      parts: { label: 'Engaged (3,000 are one unit)' },
      usedBefore: { label: 'Done in years before (3,000 are one unit)' },
      yearsBefore: { label: 'How many years before' },
      follows: { label: 'Their part in the year before' },
      brought: { label: 'Brought from the year before' },
      left: { label: 'Shares no more' },
      settled: { label: 'Paid of the rest, after the closing' },
      settledOn: { label: 'Day on which the rest was settled' },
    },
  },
  'unit-line': {
    one: 'line of the notebook',
    many: 'Lines of the notebook',
    add: 'Note a line',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Who' },
      day: { label: 'Day' },
      meterFrom: { label: 'Meter at the start (3,000 are one unit)' },
      meterTo: { label: 'Meter at the end (3,000 are one unit)' },
      parts: { label: 'Use (3,000 are one unit)' },
    },
  },
  'share-cost': {
    one: 'shared cost',
    many: 'Shared costs',
    add: 'Note a cost',
    fields: {
      ...OF_PLAN,
      what: { label: 'What', hint: 'Oil, a service, insurance.' },
      day: { label: 'Which day' },
      amount: { label: 'Amount, in cents or minutes' },
      part: {
        label: 'Of which sort',
        choices: { fixed: 'to be paid even without use', variable: 'because it is used' },
      },
      advancedBy: { label: 'Paid by' },
      wear: { label: 'It is the wear of the year' },
    },
  },
  'help-counter': {
    one: 'count of helping hands',
    many: 'Counts of helping hands',
    add: 'Count mine',
    fields: {
      member: { label: 'Whose' },
      since: { label: 'Since' },
      gave: { label: 'Helped' },
      got: { label: 'Was helped' },
    },
  },
  'share-payment': {
    one: 'payment',
    many: 'Payments',
    add: 'Note a payment',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Who' },
      day: { label: 'Paid on' },
      amount: { label: 'Amount, in cents or minutes' },
      rest: { label: 'The rest, after the closing' },
    },
  },
  'share-call': {
    one: 'call',
    many: 'Calls',
    add: 'Call',
    fields: {
      ...OF_PLAN,
      engagement: { label: 'Who' },
      number: { label: 'Number' },
      amount: { label: 'Amount, in cents' },
      calledOn: { label: 'Called on' },
      paidOn: { label: 'Paid on' },
    },
  },
}
