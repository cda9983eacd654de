import type { fr } from './fr.ts'

const many = (n: number, one: string, several: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${several}`

export const en: typeof fr = {
  title: 'Lending, this year',
  about: 'What is used most, what is missing, who is in charge: in numbers.',
  titleOf: year => `Lending, in ${year}`,
  lead: (from, to) => `From ${from} to ${to}.`,
  of: year => `In ${year}`,
  thisYear: 'This year',
  print: 'Print',
  nothing: 'Nothing is lent here yet.',
  few: 'fewer than\u00a03',
  yes: 'yes',
  caption: 'Thing by thing',
  heads: {
    thing: 'Thing',
    loans: 'Times',
    days: 'Days out',
    people: 'People',
    taken: 'Refused, it was taken',
    waited: 'Waited for',
    missing: 'Missing',
    due: 'Upkeep due',
    inCharge: 'In charge',
    given: 'Given to',
    since: 'Since',
  },
  total: (things, loans) =>
    `${many(things, 'thing', 'things')} to lend, lent ${many(loans, 'time', 'times')}`,
  by: people => `by ${people} people`,
  byOne: 'by fewer than 3 people',
  most: 'Lent most',
  mostOf: (title, n, days) =>
    `${title} (${many(n, 'time', 'times')}, ${many(days, 'day', 'days')})`,
  neverFree: 'Asked for, and not free',
  neverFreeOf: (title, n) => `${title} (${many(n, 'time', 'times')})`,
  neverLent: 'Never lent',
  missing: 'Missing',
  missingOf: (title, pieces) => `${title} (${pieces.join(', ')})`,
  due: 'Upkeep due',
  without: 'Given to nobody',
  colon: ': ',
  more: n => (n === 1 ? 'and one other' : `and ${n} others`),
  method:
    'Counted by the machine, without the names of borrowers. A booking whose day has come counts ' +
    'as a loan. Of one or two people, the number is not told.',
  methodTaken:
    '“Refused”: their request was answered no, and it was taken. “Waited for”: they waited for ' +
    'their turn. Whoever reads “it is taken” at once and goes leaves no trace, and is not counted.',
  methodNow: 'What is missing, the upkeep and the names are those of today.',
  sheet: 'Who is in charge of what',
  sheetLead: 'What is lent, and whom to ask.',
  unnamed: n => (n === 1 ? 'somebody, not named' : `${n} people, not named`),
  others: n => (n === 1 ? 'and somebody else' : `and ${n} other people`),
  nobody: 'Nobody yet',
  nobodyLead: 'Would you like to? Tell whoever keeps the page.',
  noneWithout: 'Each thing has somebody in charge.',
  speakTo: who => `to ask: ${who}`,
  printedOn: day => `Printed on ${day}`,
  indicators: {
    things: 'things to lend',
    loans: 'loans of these things',
    people: 'people who borrowed some',
    neverFree: 'things that three or more asked for while they were taken',
  },
}
