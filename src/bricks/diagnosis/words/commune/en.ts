import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: commune => `${commune}: what exists, what is missing`,
  lead: (name, day) =>
    `${name ? `${name}, on` : 'On'} ${day}. What the page knows of this commune, for its town ` +
    'hall and for everybody.',
  toOne: 'The sheet of one commune',
  toOneHint: 'A page for each, to print on one sheet.',
  print: 'Print the sheet of this commune',
  people: people => `Population: ${people}.`,
  known: pieces =>
    pieces.length === 0
      ? 'No place, group or project is known there yet.'
      : `Known there: ${pieces.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`,
  computer: (name, far) =>
    far === undefined
      ? `A public computer is there: ${name}.`
      : `The nearest public computer: ${name}, ${far} as the crow flies.`,
  notYet:
    'Nobody has been there yet for this page: no meeting, nothing of the diary, nothing that was ' +
    'talked about on the spot. This does not mean that nothing happens there.',
  kinds: {
    place: 'Places',
    group: 'Groups',
    project: 'Projects',
    computers: 'Public computers',
  },
  andMore: n => (n === 1 ? 'and one other' : `and ${n} others`),
  mapSays: commune => `Map of the communes: ${commune} among the others.`,
  mapLegend: (commune, colour) => `In ${colour}: ${commune}.`,
  yearsTitle: 'This year and last year',
  yearAgo: 'A year ago',
  yearCaption: 'What is counted, today and a year ago',
  todayCaption: 'What is counted, today',
  noFigure: 'no figure yet',
  yearFrom: day => `A year ago: the diagnosis kept on ${day}.`,
  yearNone:
    'A year ago: no figure yet. The figures of a commune are kept with each diagnosis, and will ' +
    'be compared next year.',
  meetings: 'Meetings told, in twelve months',
  sourceYears:
    'Source: the tables of this page, counted on the day; the diagnoses that were kept. What ' +
    'concerns people is never compared from one year to the next: they would be recognised.',
  peopleTitle: 'Between neighbours',
  peopleFew: 'Too few people to give a figure of this commune without recognising them.',
  peopleSays: pieces => `Since the beginning: ${pieces.join('; ')}.`,
  piece: (head, n) => `${head.toLowerCase()}: ${n}`,
  sourcePeople:
    'Source: notices, deals and difficulties that were noted, counted, never named. Under three, ' +
    'nothing is told.',
  lacks: 'What is missing',
  lacksNothing: 'No place of this commune says what it lacks.',
  askedTitle: 'What is asked of you',
  askedNone: 'No request is about this commune.',
  askedHere: n =>
    n === 1 ? 'One request is about this commune.' : `${n} requests are about this commune.`,
  askedOfAll: 'For the whole territory',
  unknownTitle: 'What the page does not know yet',
  unknown: who =>
    `A place, a group, something that is missing: write it here and give the sheet back to ${who}.`,
  toAll: 'The whole territory',
}
