import type { PageQuestion } from '../../../contract/search.ts'
import { en as confirming } from './confirming/en.ts'
import type { fr } from './fr.ts'
import { en as types } from './types/en.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'The map of the area',
    text: 'Places and notices, on a drawing of the communes.',
    href: '/carte',
    asked: ['see* map/plan village/commune/area/place*'],
  },
  {
    words: 'Who does what',
    text: 'Places, groups, projects and who carries them.',
    href: '/annuaire',
    asked: ['directory group/place/village*', 'who does what'],
  },
  {
    words: 'Computers that one may use',
    text: 'Where, when, and whom to ask.',
    href: '/annuaire/ordinateurs',
    asked: ['computer public/free/access*'],
  },
  {
    words: 'Something is wrong',
    text: 'What is not right any more is said from its page.',
    href: '/a-confirmer',
    asked: ['report/tell* error/mistake/wrong/outdated/confirm information/page*'],
  },
]

export const en: typeof fr = {
  questions,
  types,

  stop: '.',
  whoDoesWhat: 'Who does what',
  prints: {
    booklet: 'Print the booklet, to fold',
    bookletOf: (name: string) => `Who does what, ${name}`,
    noName: 'our village',
    keeper: 'whoever keeps the page',
    toMendTitle: 'To mend, add, remove',
    printedOn: (day: string) => `printed on ${day}`,
    coverLine: (n: number, day: string) =>
      `${n === 0 ? '' : n === 1 ? 'One address, ' : `${n} addresses, `}printed on ${day}.`,
    nothingYet: 'Nothing is written in this booklet yet. The room is yours.',
    contents: 'In this booklet',
    people:
      'The people who stand here said so; others do not. What has changed is told to ' +
      'whoever keeps the page.',
    also: 'See also',
    index: 'By commune',
    elsewhere: 'Everywhere, or elsewhere',
    mapLegend: (village: string) =>
      `In grey, ${village}. Each number is one address, or several that touch.`,
    confirmedOn: (day: string) => `Confirmed on ${day}`,
    map: 'Print the map, A3, with room to write',
    mapHere: (village: string) => `In grey, ${village}.`,
    mapLacks:
      'Where the communes are is not known yet: the map cannot be drawn. The person who ' +
      'keeps the page can bring a file of their outlines, or of their centres, from their ' +
      'own page (/tenir/carte).',
    mapVisited: 'Hatched, the communes already visited.',
    mapMarks: 'A number, a place or a group.',
    mapMore: 'and {n} more, in the booklet',
    noted: 'What we add',
    notedWhere: 'Where',
    notedWhat: 'What, who, when',
    notedWho: 'Said by',
    missing: 'Is somebody missing?',
    missingSay: (keeper: string) => `Write it here, cut it out, and give it to ${keeper}.`,
    missingWhat: 'Who, what, where, how to reach:',
  },
  whoLead: 'The places, people, groups and projects of the villages here, and how to reach them.',
  sharedPlace: 'The shared local',
  sharedPlaces: 'The shared locals',
  byTheme: 'By theme',
  byCommune: 'By commune',
  seeAll: 'see all',
  allThemes: 'All themes',
  counted: (words, n) => `${words} (${n})`,
  onMap: 'The map',
  toConfirmLink: n => (n === 1 ? 'One thing to confirm' : `${n} things to confirm`),
  duplicatesLink: 'What looks alike',
  nothingYet: keptBy =>
    keptBy === ''
      ? 'Nothing is written here yet.'
      : `Nothing is written here yet. Tell what you know to ${keptBy}.`,
  nothingHere: keptBy =>
    keptBy === ''
      ? 'Nothing like this is known here. Try with fewer choices.'
      : `Nothing like this is known here. Try with fewer choices, or ask ${keptBy}.`,

  ...confirming,

  thereNow: (who, until) => `${who} is at the common room until ${until}`,
  thereToday: (who, from, until) => `${who} is at the common room from ${from} to ${until}`,
  inVillage: (village, said) => `${village}: ${said}`,
  thereLater: (who, day, from) => `${who} will be at the common room ${day} at ${from}`,
  opensLaterOn: (place, day, from) => `${place}: opens ${day} at ${from}`,
  thereAllDay: who => `${who} is at the common room`,
  openNow: (place, until) => `${place}: open until ${until}`,
  openToday: (place, from, until) => `${place}: open from ${from} to ${until}`,
  opensToday: (place, from) => `${place}: opens at ${from}`,
  openAlways: place => `${place}: open`,
  isOpenUntil: time => `open until ${time}`,
  opensOn: (day, from) => `opens ${day} at ${from}`,
  opensLater: time => `Closed now. Opens today at ${time}.`,
  openUntil: time => `Open now, until ${time}.`,
  openStill: 'Open now.',
  schoolKnownTo: (hours, day) => `${hours} (school holidays known until ${day})`,
  schoolUnknownHere: hours => `${hours} (this box does not know the school holidays of this place)`,
  monthHere: 'This month, here',
  missingHere: 'What is missing here',
  keyWith: who => `The key is with ${who}.`,
  presentAt: (who, hours) => `${who} is there ${hours}.`,
  presentSometimes: who => `${who} is there from time to time.`,
  openAt: hours => `Open ${hours}.`,
  computersHere: 'Computers open to all',
  projectsHere: 'Projects here',
  needsHere: 'Wanted here',
  offersHere: 'Offered here',
  itsNeeds: 'What it needs',
  itsOffers: 'What it offers',
  theirNeeds: 'Wanted there',
  theirOffers: 'Offered there',
  inspires: 'What inspires it',
  inspiredOthers: 'What it inspires',
  itsIdeas: 'Ideas around the project',
  itsTasks: 'What is left to do',
  itsVoices: 'What is said of it',
  showcase: 'The shop window: a sheet to print, with the photos',
  theyRun: 'What is run here',
  theirMembers: 'Part of it',
  theirPartnerships: 'Partnerships',
  lead: 'a lead, nothing is promised',
  runBy: who => `run by ${who}`,

  themesTitle: 'Themes',
  themesLead:
    'One subject gathers projects, what is wanted, what is offered, and what is done elsewhere.',
  alsoSaid: synonyms => `Also called: ${synonyms}.`,
  narrower: 'Within this theme',
  themeProjects: 'Projects',
  themeNeeds: 'Wanted',
  themeOffers: 'Offered',
  themeIdeas: 'Ideas',
  themeEvents: 'Soon',
  themeReferences: 'Elsewhere, what inspires',
  themeActors: 'Who knows about it',
  themePlaces: 'Where',
  themeNothing: 'Nothing is under this theme yet.',

  onlySome: 'Only what you looked for.',
  asList: 'As a list',
  wholeMap: 'The whole map',
  mapTitle: 'The map',
  mapTurn: village => `In yellow, with a ring, ${village}. A red dot, a place.`,
  aroundHere: 'Around here',
  bigMap: 'the large map',
  mapSays: name => `Map of ${name}. The list of communes and of what is in them comes below.`,
  smallMapSays: name => `Map of ${name}.`,
  mapCells: 'Borders are rough: each commune reaches halfway to its neighbour.',
  mapNone: 'Where the communes are is not known yet: here is the list.',
  mapBring: 'Bring their outlines',
  legendHere: village => `In yellow, with a ring, ${village}`,
  legendVisited: 'in hatched green, communes already visited',
  legendMarks: 'a number in a red dot, a place or someone of the list',
  smallLegend: (village, visited, points) =>
    'In yellow, with a ring, ' +
    `${village}${visited ? '; in hatched green, the communes already visited' : ''}` +
    `${points ? '; a red dot, a place' : ''}` +
    '.',
  communesTitle: 'Communes',
  spotsTitle: 'What is on the map',
  visited: 'already visited',
  notOnMap: 'Not on the map',
  layers: { actor: 'group', place: 'place' },

  duplicatesTitle: 'What looks alike',
  duplicatesWait: n =>
    n === 1
      ? 'two records look alike: the same thing?'
      : `${n} times, two records look alike: the same thing?`,
  duplicatesLead:
    'The same thing written twice? Joining them loses nothing, and they can be parted again.',
  duplicatesNone: 'Nothing looks alike enough to ask.',
  duplicatesMore: n => `The first ${n}. The others come once these are settled.`,
  whyNear: 'less than 100 m apart, with almost the same name',
  whyTitle: 'the same name',
  whyCommune: 'same commune, almost the same name',
  whyNational: 'same commune, same street, almost the same name',
  sameThing: 'It is the same thing',
  notSameThing: 'It is not the same thing',
  keptApart: 'Noted: these are two different things. The question will not be asked again.',
  needTwo: 'Two different things of this page are needed.',

  figures: {
    places: 'places',
    groups: 'associations, businesses, services and groups',
    people: 'people who do something',
    projects: 'projects',
    access: 'spots with a public computer',
    computers: 'public computers',
    partnerships: 'partnerships',
    fresh: 'confirmed within six months',
    old: 'confirmed longer ago',
    never: 'noted once, never confirmed since',
    doubts: 'to confirm',
  },
  toolAbout: {
    alike: 'One group or place written twice: make it one.',
    booklet: 'The whole directory, to fold and staple: who does what, where, how to reach them.',
  },
  firstStep: 'Say how to reach you: it stands on paper, and wherever one may talk to you.',
}
