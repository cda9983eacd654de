import type { findingFr } from './fr.ts'

export const findingEn: typeof findingFr = {
  seeking: (asked, isThing) => `I am looking for${isThing ? '' : ':'} ${asked}`,
  answers: 'What answers it around here',
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
