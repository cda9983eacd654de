import { dayPlain } from '../../../../text/days.ts'
import type { findingFr } from './fr.ts'

export const findingEn: typeof findingFr = {
  alerts: {
    title: 'My searches',
    tellMe: 'Tell me',
    formTitle: 'Tell me when something answers',
    lead:
      'Leave the words that you look for. As soon as something answers them here, you are told. ' +
      'Nobody else reads them, and they erase themselves after three months.',
    byPage: 'Your own page says it.',
    byTicket: 'A ticket says it: a word and four figures, to note, which open it again here.',
    listed: 'What you left',
    none: 'No search is kept. Search first: under the answers, “Tell me”.',
    keeper: 'Each leaves here the words that they look for, on their page or by a ticket.',
    until: day => `kept until ${day}`,
    nothingYet: 'nothing yet',
    soMany: n => (n === 1 ? 'one answer' : `${n} answers`),
    answers: 'this answers what you look for',
    again: 'Keep three months more',
    end: 'Tell me no more',
    left: until => `Kept, until ${dayPlain(until, 'en')}.`,
    ended: 'Erased.',
    gone: 'This search is kept no more.',
    enough: n => `You have ${n} already: erase one first.`,
    notKeeper: 'Write it as a need instead, in the person’s name.',
    met: (who, theirs, asked) =>
      `${who ? `${who}: ` : ''}“${theirs}”: this may answer what you look for, “${asked}”`,
    metHeard: 'something answers what you look for',
    endsSoon: (asked, day) =>
      `${asked === '' ? 'one of your searches' : `“${asked}”`} is erased after ${day}`,
  },
  seeking: (asked, isThing) => `I am looking for${isThing ? '' : ':'} ${asked}`,
  answers: 'What answers it around here',
  likely: 'Perhaps',
  addPhoto: 'Add a photo',
  photosOf: 'The photos of this notice',
  keepPhotos: 'Save',
  photosLead:
    'The photo shows at once, to everybody. No face without that person’s agreement, and no ' +
    'number, plate or address that can be read.',
  photosSaid: 'The photos are up to date.',
  choosePhoto: 'Choose a photo, then save.',
  showcase: 'The shop window: a sheet to print, with the photos',
  mode: 'In what way',
  far: 'How far',
  within: km => `within ${km} km`,
  withinOf: (km, place) => `within ${km} km of ${place}`,
  withWords: (words: string) => `with “${words}”`,
  when: 'When',
  today: 'to be had today',
  place: 'From where',
  mapOf: 'The map of these notices',
  mapSays: 'Map of the communes: how many notices each has. The list is beside it.',
  mapHint:
    'How many notices each commune has, at the middle of the commune: never at anybody’s home.',
  mapPlaces: 'Points without a number are the places that they come from.',
  mapNowhere: n =>
    n === 1 ? 'One notice does not say its commune.' : `${n} notices do not say their commune.`,
  mapMark: (name, n) => `${name}: ${n}`,
  onMap: 'See on the map',
  freshLink: 'What is new for me, to print',
  fresh: 'What is new',
  since: day => `Since ${day}`,
  sinceLabel: 'Since',
  colon: ': ',
  noneFresh: who => `Nothing new for this search. Ask ${who}.`,
  left: (n, more, who) =>
    n === 1
      ? `One is left out for want of room: ask ${who}.`
      : `${n}${more ? ' or more' : ''} are left out for want of room: ask ${who}.`,
  otherThan: who => `To answer, or to say what you look for: ${who}.`,
  printedOn: day => `Printed on ${day}.`,
  allOfThem: 'All the notices of this search',
}
