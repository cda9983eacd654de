import type { fr } from './fr.ts'

export const en: typeof fr = {
  called: (title, part) => (part === null ? `“${title}”` : `“${part}, ${title}”`),
  otherDay: (called, was, now, place) =>
    `another day${place ? ' and place' : ''}: ${called}, ${now}, instead of ${was}`,
  otherHour: (called, now, was, place) =>
    `another time${place ? ' and place' : ''}: ${called}, ${now}` +
    (was === null ? '' : ` instead of ${was}`),
  noHour: (called, day) => `no exact time any more: ${called}, ${day}`,
  otherPlace: (called, when) => `another place: ${called}, ${when}`,
  placeNow: (now, was) =>
    [now === '' ? 'the place is still to be said' : now, was === '' ? '' : `before: ${was}`]
      .filter(Boolean)
      .join(', '),
  off: (called, day, why) => `cancelled: ${called}, ${day}${why === null ? '' : ` (${why})`}`,
  gone: (called, day) => `cancelled: ${called} no longer takes place on ${day}`,
  back: (called, when) => `it takes place after all: ${called}, ${when}`,
  stillIn: 'Yes, I am still in',
  cannot: 'I can no longer come',
  stillSaid: 'Noted: you are still in.',
  still: line => `${line}. Are you still in?`,
  tell: (name, line) => `to tell ${name}: ${line}`,
  heard: {
    on: 'a date that you are in has changed',
    off: 'a date that you are in no longer takes place',
  },
  shown: (called, day) => `your date is shown: ${called}, ${day}`,
  heardShown: 'a date that you suggested is shown',
  heardKeeper: 'a date has changed',
  comeToo: 'I am in',
  answerIt: 'Answer',
  beforeChange: 'from before the change',
  fromBefore: name => `${name} (from before the change)`,
  comeAs: 'With the first name and the way to reach you that this ticket has.',
  notCounted: 'Suggesting the idea does not count you in. If you are in and have not said so:',
  seeIdea: 'Another day can be suggested on the page of the idea:',
  isOff: 'cancelled',
  another: keptBy =>
    `Suggest another day here: it is first read by ${keptBy}, then shown to those who are in.`,
  proposeAnother: 'Suggest another day',
  setAnother: 'Set another day',
  hadAnswered: 'Cancelled; had answered',
  label: 'Agenda',
  toSay: line => `To tell them: ${line}.`,
  told: name => `${name} was told`,
  allTold: 'Everybody knows of this change',
  changedSince: 'The date has changed again since: read how it stands, then tell people.',
}
