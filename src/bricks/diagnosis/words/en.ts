import type { PageQuestion } from '../../../contract/search.ts'
import { dayPlain } from '../../../text/days.ts'
import { en as ofOne } from './commune/en.ts'
import type { fr } from './fr.ts'
import { en as sections } from './sections/en.ts'
import { en as types } from './types/en.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Requests to the council',
    text: 'What is asked of it, and what it answers.',
    href: '/demandes-aux-elus',
    asked: ['request/ask/question/write/tell* council/councillor/mayor'],
  },
  {
    words: 'What exists, what lacks',
    text: 'The figures of the page, commune by commune.',
    href: '/diagnostic',
    asked: ['diagnosis/figures/statistics page/village/commune*'],
  },
]

export const en: typeof fr = {
  questions,
  types,
  title: 'What exists, what is missing, what is asked of you',
  menu: 'Diagnosis',
  lead: (name, day) =>
    `${name ? `${name}, on` : 'On'} ${day}. For those who decide, and for everybody.`,
  printedOn: day => `Printed on ${day}`,
  forWhom: 'For the attention of elected officials',
  aboutWhat: (name, day) => (name ? `${name}, on ${day}` : `on ${day}`),
  question: 'One question to begin with',
  noQuestion: 'No request is open. This sheet says what exists and what is missing.',
  colon: ': ',
  sinceEver: 'since the beginning',
  sinceDay: day => `since ${day}`,
  asTable: 'As a table',
  what: 'What',
  howMany: 'How many',
  state: 'Where it stands',
  commune: 'Commune',
  theme: 'Theme',
  inhabitants: 'Inhabitants',
  today: 'Today',
  many: {
    commune: ['no commune', 'one commune', 'communes'],
    inhabitant: ['nobody', 'one inhabitant', 'inhabitants'],
    place: ['no place', 'one place', 'places'],
    group: [
      'no group',
      'one association, business or group',
      'associations, businesses, services or groups',
    ],
    project: ['no project', 'one project', 'projects'],
    computer: ['no computer', 'one public computer', 'public computers'],
    spot: ['no spot', 'one single spot', 'spots'],
    offer: ['no offer', 'one offer', 'offers'],
    need: ['no request', 'one request', 'requests'],
    deal: ['no deal', 'one deal', 'deals'],
    thing: ['nothing', 'one thing', 'things'],
    loan: ['no loan', 'one loan', 'loans'],
    day: ['less than a day', 'one day', 'days'],
  },
  few: 'fewer than 3',
  inWords: 'In words',
  within: { 'directory.confirmed': 'places, groups, people and computers' },
  fewOf: what => `fewer than 3 ${what}`,
  notSaid: 'not told',
  notYet: name => `${name}, not yet visited`,
  otherCommunes: (n, all) =>
    all ? 'Each commune' : n === 1 ? 'One other commune' : `${n} other communes, each`,
  onTheSpot: 'on the spot',
  percent: n => `${n}%`,
  signed: n => (n === 0 ? 'as many' : n > 0 ? `+${n}` : `−${-n}`),
  yearAgoOn: day => `A year ago, ${day}`,
  noYearAgo: 'A year ago: no figure yet, for no diagnosis had been kept.',
  sinceLast: (day, { lang, today }) => `Since ${dayPlain(day, lang, today)}`,

  ...sections,
  ofOne,

  tablesTitle: 'The figures',
  tablesLead:
    'What concerns people is not told of a commune under three: they would be recognised. ' +
    'Places and projects are always shown.',
  comparedCaption: 'All that is counted',
  thingsCaption: 'By commune: places, groups, projects, computers',
  peopleCaption: 'By commune: what concerns people, since the beginning',
  themesCaption: 'By theme',
  perThousand: 'Places and computers for 1,000 inhab.',
  nearestComputer: 'Nearest computer',
  short: {
    'directory.places': 'Places',
    'directory.groups': 'Groups',
    'directory.people': 'People',
    'directory.projects': 'Projects',
    'directory.computers': 'Computers',
    'offers.offers': 'Offers',
    'offers.needs': 'Requests',
    'deals.done': 'Deals',
    difficulties: 'Difficulties',
  },
  sourceTables:
    'Source: the tables of this page, counted on the day. “Not told”: the figure would give ' +
    'away that of another commune.',

  methodTitle: 'How it is made, and what it does not say',
  methodHow: period =>
    'All is counted by the machine, from what inhabitants wrote, said at meetings or ' +
    `confirmed; what happens is counted ${period}, what exists on the day of the sheet.`,
  methodLimits:
    'It is no census: what nobody said is not in it, and a commune where nobody has been is ' +
    'not an empty commune.',
  methodPeople:
    'Nobody is counted in a commune when they are fewer than three. Difficulties are noted ' +
    'without a name.',
  methodCompared: day =>
    day === undefined
      ? 'It is the first diagnosis kept: the next will be compared with it.'
      : `Compared with the diagnosis kept on ${day}.`,
  methodKept:
    'What is kept of each diagnosis: its day, its figures of the whole, and how many places, ' +
    'groups, projects and computers each commune has; nothing of anybody.',
  methodCost:
    'What it costs: no licence, no subscription; a small machine, its electricity, and the ' +
    'time of those who note.',
  methodWho: who => `Who answers for it: ${who}.`,
  methodSources:
    'Codes, names and populations of communes: Insee, code officiel géographique. Centres ' +
    'and outlines: IGN. The rest: this page.',

  period: 'Count what happens since',
  periodGo: 'Count',
  sinceLastOne: day => `since the last diagnosis, ${day}`,
  sinceYear: 'for a year',
  moreWays: 'Other ways: the whole report, a file, from which day',
  printShort: 'Print the sheet, both sides',
  printLong: 'Print the whole report',
  download: 'The report as one file, for a USB key',
  spreadsheet: 'The figures for a spreadsheet',
  keep: 'Keep this diagnosis',
  keepHint:
    'Its figures will be compared with the next ones, and with next year’s, commune by commune.',
  kept: 'It is kept: the next diagnosis will say what changed.',
  keptToday: 'Today’s diagnosis is kept already.',
  toDifficulty: 'Note a difficulty',
  toStory: 'Choose a story',
  toLent: 'Lending, thing by thing',
  toRequests: 'Requests to councils',
  toReport: 'The diagnosis',

  requestsLead: 'What inhabitants ask of those who decide, and what they were answered.',
  requestsNone: kept => `Nothing is asked for now. A request? Tell ${kept}.`,
  keeper: 'the person who keeps this page',
  waits: 'no answer yet',
  answerTitle: 'The council’s answer',
  answersTitle: 'What was answered',
  noteAnswer: 'Note this answer',
  answerNoted: 'The answer is noted, and told on the page.',
  openByCode: 'A sheet comes back ticked? Its code',
  openByCodeHint: 'A word and four digits, for instance papier 74 39.',
  openIt: 'Open',
  noSuchCode: 'This code opens no request: read the word and the four digits again.',
  carry: 'Carry this request',
  carried: code => `It is carried. Its code on the sheet: ${code}.`,
  nothingThere: 'This is no longer on this page.',
  future: 'This day has not come yet: say the day of the answer.',
  codeWord: 'request',
  difficultyTitle: 'A difficulty that somebody came to tell',
  difficultyLead:
    'A theme, a commune, a number, a day. Never a name. Only sums of three or more leave it.',
  difficultyNoted: 'Noted. On to the next.',
  countWrong: 'A whole number, from 1 to 500.',
  noteIt: 'Note it',
  lately: 'The last ones noted',
  takeOff: 'Take off',
  storyTitle: 'A story under a goal',
  storyLead: 'The last one chosen under each goal is the one that is told.',
  storyNow: 'What is told today',
  storyChosen: 'It is told in the diagnosis.',
  choose: 'Tell this one',
  saidShort: (says, day) => `Answer: ${says}, ${day}`,
  homeCommune: 'The town hall answered',
  homeIntercommunality: 'The comcom answered',
  homeOthers: 'The officials answered',
  homeDecide: 'For those who decide',
  homeLead: 'What exists here, what is missing, what was said: a sheet to read and to hand over.',
  homeAsked: 'Asked of councils',
  homeMore: 'the diagnosis',
  doneAnswered: (title, says) => `${title} Answer: ${says}`,
  toolAbout: {
    report:
      'What the page knows of the territory, in sentences and figures, to print for a ' +
      'council.',
    requests: 'What neighbours ask of a council, and the answer that came.',
    difficulty: 'What stands in people’s way, without saying whose: it counts in the diagnosis.',
    story: 'A deal that took place, to tell in the diagnosis.',
  },
  resting: {
    title: 'For those who decide',
    about: 'The diagnosis of the territory, requests to councils and their answers.',
  },
}
