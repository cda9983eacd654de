import { dayPlain } from '../../../text/days.ts'
import type { fr } from './fr.ts'

const commune = { label: 'Commune' }

export const en: typeof fr = {
  types: {
    request: {
      one: 'request to a council',
      many: 'Requests to councils',
      add: 'Carry a request to a council',
      fields: {
        title: {
          label: 'The request, as a question',
          hint:
            'That yes, no or later on answers. For instance “Can the shared room be heated on ' +
            'Wednesdays?”',
        },
        who: { label: 'Who asks', hint: 'A group, an association, a first name, if they agree.' },
        reach: {
          label: 'How to reach',
          hint: 'A place and a time, someone who passes it on, a telephone.',
        },
        why: { label: 'Why' },
        costCents: {
          label: 'What it would cost',
          hint: 'In euros. 0 if it costs nothing; empty if nobody knows yet.',
        },
        council: {
          label: 'Of whom',
          choices: {
            commune: 'a town hall',
            intercommunality: 'the community of communes',
            department: 'the department',
            other: 'other officials',
          },
        },
        whichCouncil: { label: 'Which one, in full', hint: 'For instance “Sail town council”.' },
        commune,
        themes: { label: 'Themes' },
        first: { label: 'It is the question of the first page of the diagnosis' },
        askedOn: { label: 'Carried on' },
      },
    },
    'council-answer': {
      one: 'council’s answer',
      many: 'Councils’ answers',
      add: 'Note an answer',
      fields: {
        to: { label: 'To the request' },
        says: {
          label: 'The answer',
          choices: { yes: 'yes', part: 'in part', later: 'later on', no: 'no' },
        },
        saying: { label: 'In which words', hint: 'As they were written or said.' },
        council: { label: 'Who answers', hint: 'For instance “Sail town council”.' },
        on: { label: 'On which day' },
      },
    },
    difficulty: {
      one: 'difficulty',
      many: 'Difficulties',
      add: 'Note a difficulty',
      fields: {
        theme: {
          label: 'About what',
          choices: {
            papers: 'papers and formalities',
            internet: 'Internet, computer, telephone',
            transport: 'getting around',
            housing: 'housing, heating',
            health: 'health care',
            work: 'work, training',
            food: 'food',
            loneliness: 'being alone',
            other: 'something else',
          },
        },
        commune,
        count: { label: 'How many people', hint: 'A number, never a name.' },
        on: { label: 'On which day' },
      },
    },
    'goal-story': {
      one: 'story of the diagnosis',
      many: 'Stories of the diagnosis',
      add: 'Choose a story',
      fields: {
        goal: {
          label: 'Under which goal',
          choices: { activity: 'local activity', ties: 'ties between people', energy: 'energy' },
        },
        about: {
          label: 'Which story',
          hint: 'Only what is already told on the page, with everybody’s agreement.',
        },
      },
    },
    'kept-report': {
      one: 'diagnosis kept',
      many: 'Diagnoses kept',
      add: 'Keep this diagnosis',
      fields: {
        on: { label: 'Made on' },
        since: { label: 'Counted since' },
        figures: { label: 'Figures' },
      },
    },
  },
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
  what: 'What',
  howMany: 'How many',
  state: 'How far it is',
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
  sinceLast: (day, { lang, today }) => `Since ${dayPlain(day, lang, today)}`,

  existsTitle: 'What exists',
  land: (communes, people) => `${communes}, ${people}.`,
  known: (pieces, projects, running) => {
    if (pieces.length === 0) return 'No place, group or project is known there yet.'
    const [last = '', ...before] = pieces.toReversed()
    const all = before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last
    if (projects < 2)
      return (
        'Known there: ' +
        `${all}` +
        `${
          projects === 0 ? '' : running === 1 ? ', which is under way' : ', which is not under way'
        }` +
        '.'
      )
    return (
      `Known there: ${all}, of which ` +
      `${running === 0 ? 'none is' : running === 1 ? 'one is' : `${running} are`} under way.`
    )
  },
  noComputers: 'No public computer is known for certain.',
  computers: (computers, spots, rate) =>
    `One can use ${computers}, in ` +
    `${spots}${rate === undefined ? '' : `: ${rate} for 1,000 inhabitants`}.`,
  computersUnsure: spots =>
    spots === 1
      ? 'One spot is to be confirmed: it is not counted.'
      : `${spots} spots are to be confirmed: they are not counted.`,
  farthest: (name, distance) =>
    `The commune farthest from one is ${name}, ${distance} as the crow flies.`,
  sure: (fresh, old, doubts) =>
    'Of all this, ' +
    `${
      fresh === 0
        ? 'nothing was confirmed'
        : fresh === 1
          ? 'one thing was confirmed'
          : `${fresh} things were confirmed`
    } ` +
    `within six months, ${old} ${old === 1 ? 'was' : 'were'} ` +
    'not' +
    `${
      doubts === 0 ? '' : `, and ${doubts} ${doubts === 1 ? 'remains' : 'remain'} to be confirmed`
    }` +
    '.',
  grownOf: (what, change) => `${what} ${change}`,
  grown: (day, pieces) => `Since ${day}: ${pieces}.`,
  chartProjects: 'Projects, by state',
  chartProjectsShows: 'One dot for each project, on the line of its state.',
  chartSure: 'What is sure, and since when',
  chartSureShows:
    'A band cut in four: confirmed within six months, longer ago, never since, to confirm.',
  sourceDirectory:
    'Source: this page’s directory, kept by the inhabitants. Populations: Insee. Distances ' +
    'as the crow flies, from the middle of the commune.',
  mapSays:
    'Map of the communes: hatched, those where somebody has been; white, those where nobody ' +
    'has been yet.',
  mapLegend: colour =>
    `Hatched, the communes where somebody has been. In ${colour}, the one of the box.`,
  yellow: 'yellow',
  grey: 'grey',

  missingTitle: 'What is missing',
  allVisited: 'Somebody has been in every commune.',
  andOthers: n => (n === 1 ? 'and one other' : `and ${n} others`),
  unvisited: (n, names) =>
    `${n === 1 ? 'One commune has' : `${n} communes have`} not been visited yet: ${names}. ` +
    'No meeting, nothing of the diary, nothing talked about on the spot: it does not mean ' +
    'that nothing happens there.',
  heard: names => `Something is known of them from others, though: ${names}.`,
  answered: (share, days) =>
    `Of a hundred requests between neighbours, ${share} got an answer; half of these ` +
    `answers came within ${days < 1 ? 'a day' : days === 1 ? 'one day' : `${days} days`}.`,
  fewAnswers: 'Too few requests between neighbours got an answer through the page to tell a share.',
  oldest: span => `The oldest request still open has waited for ${span}.`,
  difficulties: (period, which) =>
    `Inhabitants came to tell what they cannot manage to do (${period}): ${which}.`,
  counted: (what, n) => `${what} (${n})`,
  lacks: (place, what) => `${place}: what is missing is ${what}`,
  chartDifficulties: 'Difficulties that people came to tell',
  chartDifficultiesShows:
    'One bar a subject, the longest first; under three people, a subject is not shown.',
  sourceMissing:
    'Source: requests published, what places say of themselves, and difficulties noted at ' +
    'the local, without any name.',

  askedTitle: 'What is asked of you',
  nothingAsked: 'No request waits for an answer.',
  asked: n =>
    n === 1 ? 'One request waits for your answer.' : `${n} requests wait for your answer.`,
  free: 'nothing',
  costsInAll: sum => `In all, it would cost ${sum}.`,
  costNothing: 'It costs nothing.',
  costUnknown: 'The cost is not known.',
  cost: sum => `Cost: ${sum}.`,
  askedBy: who => `Asked by ${who}.`,
  askedOf: council => `Of: ${council}.`,
  councils: {
    commune: 'the town hall',
    intercommunality: 'the community of communes',
    department: 'the department',
    other: 'other officials',
  },
  says: { yes: 'yes', part: 'in part', later: 'later on', no: 'no' },
  answeredLine: (title, says) => `${title} — ${says}`,
  answeredUnder: (council, day, saying) => `${council}, ${day}${saying ? `: “${saying}”` : ''}`,
  sourceRequests: 'Source: the requests carried on this page, each by somebody who can be reached.',
  ticks: ['yes', 'in part', 'later, on…', 'no'],
  tickLines: 'In your words',
  dated: 'On, by',
  howToAnswer: kept =>
    `Tick, date, and give this sheet back to ${kept}. The code is enough: it says which ` +
    'request you answer.',
  moreRequests: n => `${n === 1 ? 'One other request is' : `${n} other requests are`} on the page.`,
  codeSays: 'code',

  betweenTitle: 'What happens between neighbours',
  notices: (period, offers, needs) => `${offers} and ${needs} were published (${period}).`,
  deals: deals => `${deals} between neighbours were carried through.`,
  fewDeals: 'Fewer than three deals between neighbours were noted as done.',
  chartDeals: 'Deals done, by way',
  chartDealsShows: 'One bar a way; under three, a way is not shown.',
  sourceNotices: 'Source: the notices and deals of this page, counted, never named.',

  goalsTitle: 'The three goals announced to the village',
  goalsLead: 'One story under each, told with the agreement of those who lived it.',
  goals: { activity: 'Local activity', ties: 'Ties between people', energy: 'Energy' },
  goalLine: (goal, title) => `${goal}: ${title}`,
  sourceGoals: 'Source: what is told on this page.',

  planTitle: 'How far the plan is',
  planLead:
    'To know, to connect, then to build a common space: the three steps announced at the meeting.',
  step1: '1. Know the territory',
  step1Is: (known, been, all) =>
    `${known} places, groups and projects noted; ${been} communes visited of ${all}.`,
  step1bis: '1 bis. Connect and inform those who do things',
  step1bisIs: (meetings, days, talked, partnerships) =>
    `${
      meetings === 0
        ? 'No meeting told yet'
        : meetings === 1
          ? `One meeting (${days})`
          : `${meetings} meetings (the last: ${days})`
    }` +
    `; ${talked} things were talked about again with those who do them; ${partnerships} ` +
    `${partnerships === 1 ? 'partnership' : 'partnerships'} noted.`,
  step2: '2. Build a shared work space',
  step2Is: (running, done, todo) =>
    `${running} ${running === 1 ? 'project' : 'projects'} under way; ${done} ` +
    `${done === 1 ? 'follow-up' : 'follow-ups'} done, ${todo} to do.`,
  sourcePlan: 'Source: the meetings, confirmations and follow-ups of this page.',

  voicesTitle: 'What was said',
  voicesLead: period =>
    `The last things said that were noted, as they were said, the hard ones too (${period}).`,
  quote: saying => `“${saying}”`,
  sourceVoices:
    'Source: what was noted at meetings. Without a name, unless the person asked for it.',
  ideasTitle: 'Ideas, and what became of them',
  ideasLead: (all, became) =>
    `${all === 1 ? 'One idea was noted' : `${all} ideas were noted`}; ` +
    `${
      became === 0
        ? 'none became something yet'
        : became === 1
          ? 'one became something'
          : `${became} became something`
    }` +
    '.',
  ideaStates: { became: 'became something', open: 'still open', dropped: 'left' },
  ideaBecame: what => `became: ${what}`,
  chartIdeas: 'What became of ideas',
  chartIdeasShows: 'A band cut in three: what became something, what is still open, what was left.',
  sourceIdeas: 'Source: ideas noted at meetings or left on this page.',

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
    'What is kept of each diagnosis: its day and its figures of the whole, nothing of anybody.',
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
  printShort: 'Print the sheet, both sides',
  printLong: 'Print the whole report',
  download: 'The report as one file, for a USB key',
  spreadsheet: 'The figures for a spreadsheet',
  keep: 'Keep this diagnosis',
  keepHint: 'Its figures of the whole will be compared with the next ones.',
  kept: 'It is kept: the next diagnosis will say what changed.',
  keptToday: 'Today’s diagnosis is kept already.',
  toDifficulty: 'Note a difficulty',
  toStory: 'Choose a story',
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
}
