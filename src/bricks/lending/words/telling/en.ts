import type { fr } from './fr.ts'

const several = (n: number, one: string, more: string): string => (n === 1 ? one : `${n} ${more}`)

const since = (name: string): string => (name === '' ? '' : `, since the turn of ${name}`)

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

type LateTold = Parameters<(typeof fr)['bringBackLate']>[0]
function toWhom({ names, reach, keeper }: LateTold['whom']): string {
  const how = reach === '' ? '' : ` (${reach})`
  const or = keeper === '' ? '' : `, or see ${keeper}`
  return `${names.length === 0 ? '' : ` to ${and(names)}`}${how}${or}`
}

export const en: typeof fr = {
  onHome: 'To lend',
  allThings: 'all that is lent',
  isFree: (title, day) => `${title} is free ${day}`,
  isTaken: (title, day) => `${title} is taken ${day}`,
  isClosed: (title, day, why = 'hours') =>
    why === 'hours'
      ? `${title} is closed ${day}`
      : `${title}: ${why === 'repair' ? 'it is to be repaired' : 'its upkeep is due'}`,
  isPart: (title, day, taken) => `${title}, ${day}: ${taken}`,
  isKept: (title, day) => `${title} is free ${day}, and kept for somebody who waited`,
  keptDay: day => `${day}: kept for somebody who waited`,
  freeDay: day => `free ${day}`,
  takenDay: day => `taken ${day}`,
  closedDay: (day, why = 'hours') =>
    why === 'hours'
      ? `closed ${day}`
      : `${day}: ${why === 'repair' ? 'to repair' : 'upkeep is due'}`,
  partDay: (day, taken) => `${day}: ${taken}`,
  onMap: 'to lend',
  asked: (name, title) => `${name} asks for: ${title}`,
  askedMany: (n, isKeeper) => {
    const of = isKeeper ? 'what is lent' : 'what you lend'
    return several(n, `somebody asks for ${of}`, `people ask for ${of}`)
  },
  kept: (name, title, when, until) =>
    `${title}, ${when}: kept until ${until} for ${name}, who waited`,
  keptMany: n =>
    several(n, 'a thing is kept for somebody who waited', 'things are kept for those who waited'),
  keptUntil: until => `It is free, and kept until ${until}.`,
  late: (name, title, next) =>
    `${title} is not back${name === '' ? '' : ` from ${name}`}` +
    `${next === '' ? '' : `: ${next} waits for it`}`,
  somebody: 'somebody',
  lateMany: n => several(n, 'a thing is not back', 'things are not back'),
  upkeep: title => `${title}: upkeep is due`,
  upkeepMany: n => several(n, 'an upkeep is due', 'upkeeps are due'),
  upkeepSoon: title => `${title}: upkeep is due soon`,
  upkeepSoonMany: n => several(n, 'an upkeep is due soon', 'upkeeps are due soon'),
  clash: title => `${title}: promised twice, to settle`,
  clashMany: n => several(n, 'a thing is promised twice', 'things are promised twice'),
  announced: (title, event) => `${title}: the agenda announces “${event}” over a booking`,
  announcedMany: n =>
    several(n, 'an event is announced over a booking', 'events are announced over bookings'),
  announcedYours: (title, event, when) =>
    `${title}, ${when}: the agenda announces “${event}” during your booking`,
  announcedYoursOne: 'an event is announced during one of your bookings',
  broken: (title, name) => `${title}: to be repaired${since(name)}`,
  brokenMany: n => several(n, 'a thing is to be repaired', 'things are to be repaired'),
  missing: (title, pieces, name) => `${title}: missing ${pieces}${since(name)}`,
  missingMany: n =>
    several(n, 'a piece of what you lend is missing', 'returns were short of a piece'),
  forOther: (title, name) => `${title}, for ${name}`,
  given: (title, when) => `${title}: it is given, ${when}`,
  refused: (title, when) => `${title}: no, for ${when}`,
  fetch: (title, when, word) =>
    `${title}, ${when}: it is yours${word === '' ? '' : `, your word: ${word}`}`,
  calledOff: (title, when, why) => `${title}, ${when}: cancelled by who is in charge: ${why}`,
  replaced: (title, was, when) => `${title} stands in for ${was}, ${when}: your booking follows`,
  asksInstead: (title, was, when) => `${title} stands in for ${was}, ${when}: your request follows`,
  asksInsteadOne: 'one of your requests goes over to another thing',
  keepsInstead: (title, was) => `${title} stands in for ${was}: you are in charge of it`,
  keepsInsteadOne: 'another thing stands in for what you are in charge of',
  replacedOne: 'one of your bookings goes over to another thing',
  calledOffOne: 'one of your bookings is cancelled',
  givenBack: ({ name, title, when, isLate, next }) =>
    `${name === '' ? 'It is cancelled' : `${name} cancelled`}: ${title}, ${when}` +
    `${isLate ? ', less than a day before' : ''}` +
    `${next.length === 0 ? '' : `; ${and(next)} ${next.length > 1 ? 'wait' : 'waits'} for it`}`,
  givenBackOne: 'a booking of what you lend is cancelled',
  booked: (name, title, when) =>
    `${name === '' ? 'It is booked' : `${name} booked`}: ${title}, ${when}`,
  bookedOne: 'a booking of what you lend',
  fetchOne: 'something that you booked',
  bringBack: (title, day) => `${title}: to bring back by ${day}`,
  bringBackLate: ({ title, since, next, whom, stays }) =>
    `${title}: ${stays ? 'it was yours until' : 'it was awaited'} ${since}` +
    `${next === undefined ? '' : `, ${next.name || 'somebody'} needs it ${next.from || 'now'}`}` +
    `; ${stays ? 'say that it is free' : 'bring it back'}${toWhom(whom)}`,
  isBroken: (title, when) => `${title}, ${when}: it is to be repaired, call before you come`,
  notThere: (title, when) => `${title}, ${when}: it is not back yet, call before you come`,
  bringBackOne: 'something to bring back',
  answered: 'an answer to what you asked to borrow',
  freed: (title, when, until) =>
    `${title} is free ${when}, you waited for it` +
    (until === '' ? '' : `: it is kept for you until ${until}`),
  overtaken: (title, when, isClosed) =>
    `${title}, ${when}: ` +
    `${isClosed ? 'these days were closed' : 'somebody else has these days'} before the answer; ` +
    'see other days, the waiting list, or who else lends one',
  overtakenOne: 'what you asked to borrow is free no more',
  freedOne: 'what you waited for is free',
}
