import type { fr } from './fr.ts'

const listed = (pieces: readonly string[]): string => {
  const [last = '', ...before] = pieces.toReversed()
  return before.length > 0 ? `${before.toReversed().join(', ')} and ${last}` : last
}

export const en: typeof fr = {
  existsTitle: 'What exists',
  land: (communes, people) => `${communes}, ${people}.`,
  known: (pieces, projects, running) => {
    if (pieces.length === 0) return 'No place, group or project is known there yet.'
    const all = listed(pieces)
    if (projects < 2)
      return (
        'Known there: ' +
        `${all}` +
        `${
          projects === 0 || running === undefined
            ? ''
            : running === 1
              ? ', which is under way'
              : ', which is not under way'
        }` +
        '.'
      )
    if (running === undefined) return `Known there: ${all}.`
    return (
      `Known there: ${all}, of which ` +
      `${running === 0 ? 'none is' : running === 1 ? 'one is' : `${running} are`} under way.`
    )
  },
  carriedHere: (pieces, boxes) => {
    const by = boxes.map(box => `the box of ${box}`).join(' and ') || 'other boxes'
    return `Not counting what came from neighbours, by ${by}: ${listed(pieces)}.`
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
    `within six months${fresh === 0 ? '' : `, ${old} ${old === 1 ? 'was' : 'were'} not`}` +
    `${
      doubts === 0 ? '' : `, and ${doubts} ${doubts === 1 ? 'remains' : 'remain'} to be confirmed`
    }` +
    '.',
  grownOf: (what, change) => `${what} ${change}`,
  grown: (day, pieces) => `Since ${day}: ${pieces}.`,
  chartGroups: 'Groups, by commune',
  chartGroupsShows:
    'What is known of associations, businesses, services and groups in each commune.',
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
  unvisited: (n, names, isSure) =>
    `There ${n === 1 ? 'is one commune' : `are ${n} communes`} where nothing says that anybody ` +
    `went for this page: ${names}. ` +
    `${isSure ? 'No meeting, nothing of the diary, nothing talked about on the spot: it' : 'It'} ` +
    'does not mean that nothing happens there.',
  unplaced: n =>
    n === 1
      ? 'One meeting or event does not say its commune: it is counted in none.'
      : `${n} meetings and events do not say their commune: they are counted in none.`,
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
    'the common room, without any name.',

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

  lentTitle: 'What is lent, in turn',
  lent: (things, loans, people) => `${things} to lend; ${loans}, ${people}.`,
  lentNothing: things => `${things} to lend; fewer than 3 loans yet.`,
  lentBy: n => `to ${n} people`,
  lentByFew: 'to fewer than 3 people',
  neverFree: n =>
    n === 1
      ? 'Three or more asked for one of these things while it was taken.'
      : `Three or more asked for ${n} of these things while they were taken.`,
  sourceLent:
    'Source: the bookings of this page, without any name. Whoever reads “taken” and asks for ' +
    'nothing is not counted.',

  betweenTitle: 'What happens between neighbours',
  notices: (period, offers, needs) => `${offers} and ${needs} were published (${period}).`,
  deals: deals => `${deals} between neighbours were carried through.`,
  fewDeals: 'Fewer than three deals between neighbours were noted as done.',
  chartDeals: 'Deals done, by way',
  chartDealsShows: 'One bar a way; under three, a way is not shown.',
  sourceNotices: 'Source: the notices and deals of this page, counted, never named.',

  goalsTitle: 'Three goals: activity, ties, energy',
  goalsLead: 'One story under each, told with the agreement of those who lived it.',
  goals: { activity: 'Local activity', ties: 'Ties between people', energy: 'Energy' },
  goalLine: (goal, title) => `${goal}: ${title}`,
  sourceGoals: 'Source: what is told on this page.',

  planTitle: 'How far things are',
  step1: 'Know the territory',
  noted: n =>
    n === 1 ? 'one place, group or project noted' : `${n} places, groups and projects noted`,
  seenIn: (been, all) =>
    `somebody went to see in ${been === 1 ? 'one commune' : `${been} communes`} of ${all}`,
  step1bis: 'Connect and inform those who do things',
  met: (n, days) => (n === 1 ? `one meeting (${days})` : `${n} meetings (the last: ${days})`),
  talked: n =>
    `${n === 1 ? 'one thing was' : `${n} things were`} talked about again with those who do them`,
  together: n => (n === 1 ? 'one partnership noted' : `${n} partnerships noted`),
  step2: 'Do it together',
  running: n => (n === 1 ? 'one project under way' : `${n} projects under way`),
  followed: n => (n === 1 ? 'one follow-up done' : `${n} follow-ups done`),
  toFollow: n => (n === 1 ? 'one follow-up to do' : `${n} follow-ups to do`),
  sourcePlan: 'Source: the meetings, confirmations and follow-ups of this page.',

  voicesTitle: 'What was said',
  voicesLead: period =>
    `The last things said that were noted, as they were said, the hard ones too (${period}).`,
  quote: saying => `“${saying}”`,
  sourceVoices:
    'Source: what was noted at meetings. Without a name, unless the person asked for it.',
  threadsTitle: 'What was said, and what became of it',
  threadsLead: 'Meeting by meeting: what was done, what is under way, what waits for somebody.',
  saidThen: (day, of) => {
    const all = [
      [of.done, 'done'],
      [of.going, 'under way'],
      [of.decided, 'decided'],
      [of.coming, 'to come'],
      [of.todo, 'to be done'],
      [of.open, 'waiting for somebody'],
    ] as const
    const said = all
      .filter(([n]) => n > 0)
      .map(([n, what], i) => {
        const noun = i > 0 ? '' : n === 1 ? 'thing ' : 'things '
        return `${n}\u00a0${noun}${what}`
      })
    return `Of what was said ${day}: ${said.join(', ')}.`
  },
  sourceThreads:
    'Source: the meetings of this page, and what became of their ideas, needs and tasks.',
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
}
