import type { PageQuestion } from '../../../contract/search.ts'
import type { fr } from './fr.ts'

const things = (all: readonly (readonly [n: number, one: string, more: string])[]) =>
  all
    .filter(([n]) => n > 0)
    .map(([n, one, more], i) => {
      const noun = i > 0 ? '' : n === 1 ? 'thing ' : 'things '
      return `${n}\u00a0${noun}${n === 1 ? one : more}`
    })

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'What was said, and what became of it',
    text: 'From a sentence to what was done.',
    href: '/fils',
    asked: ['became/thread idea/meeting*'],
  },
]

export const en: typeof fr = {
  questions,
  types: {},
  title: 'What was said, and what became of it',
  lead: 'Of each meeting, what was done, what is under way and what waits for somebody.',
  minutes: 'The meeting',
  stands: 'Where it stands',
  threadOf: title => `${title}, where it stands`,
  thread: 'Its story',
  toAll: 'What was said, and what became of it',
  print: 'Print on half a sheet',
  colon: ': ',
  quoted: said => `“${said}”`,
  keeper: 'whoever keeps the page',
  empty: keeper => `Nothing has been noted yet. To talk about it: ${keeper}.`,
  emptyMeeting: keeper => `Nothing of this meeting is shown here. To talk about it: ${keeper}.`,
  apart: 'Said outside meetings',
  rest: n => (n === 1 ? 'and one more' : `and ${n} more`),
  counts: ({ done, going, decided, todo, coming, open, over, kept }) =>
    [
      ...things([
        [done, 'done', 'done'],
        [going, 'under way', 'under way'],
        [decided, 'decided', 'decided'],
        [coming, 'to come', 'to come'],
        [todo, 'to be done', 'to be done'],
        [open, 'waiting for somebody', 'waiting for somebody'],
        [over, 'closed', 'closed'],
      ]),
      ...(kept > 0 ? [`${kept}\u00a0${kept === 1 ? 'word noted' : 'words noted'}`] : []),
    ].join(', '),
  saidOn: (day, counts) => `Of what was said ${day}: ${counts}.`,
  saidThere: counts => `Of what was said there: ${counts}`,
  standings: {
    done: 'it was done',
    going: 'under way',
    decided: 'it is decided',
    coming: 'to come',
    todo: 'to be done',
    open: 'waits for somebody',
    over: 'closed',
    kept: 'to be remembered',
  },
  kinds: {
    idea: 'an idea',
    need: 'a need',
    offer: 'an offer',
    decision: 'a decision',
    task: 'something to do',
    voice: 'a thing said',
    initiative: 'a project',
    event: 'an event',
    place: 'a place',
    deed: 'a helping hand',
    request: 'a request to those who decide',
  },
  steps: {
    said: 'Said at a meeting',
    written: 'Written on the page',
    became: 'It became',
    answered: 'Answered',
    done: 'It was done',
    asked: 'Asked of those who decide',
    replied: 'Answer',
    reported: 'Told in the report',
  },
  isIn: names => `I’m in: ${names}`,
  helps: (name, saying) => (saying === '' ? `${name} can help` : `${name} can help: ${saying}`),
  toldBy: (name, by) => `${name} (told by ${by})`,
  more: n => (n === 1 ? 'one more person' : `${n} more people`),
  confirmed: { yes: 'Still true', changed: 'It has changed', gone: 'No longer true' },
  says: { yes: 'yes', part: 'yes, in part', later: 'later', no: 'no' },
  answerOf: (council, says) => `${council}: ${says}`,
  inReport: 'Told under one of the goals of the territory',
  met: (offer, need) => `“${offer}” answered “${need}”`,
  trade: 'Agreed by the three of them, in a barter',
  who: who => `with ${who}`,
  by: who => `run by ${who}`,
  cameFrom: box => `came from the box of ${box}`,
  reach: how => `To talk about it: ${how}`,
  isCut: 'There is more than one page holds: each line leads to the rest.',
  next: 'And now',
  nexts: {
    answered: 'Those who decide have answered.',
    council: 'The answer of those who decide is awaited. One may support the request.',
    nobody: 'Nobody has answered yet. One may talk about it.',
    somebody: 'People have answered. One may join them, or set a day.',
    need: 'It is still wanted.',
    offer: 'It is still offered.',
    task: 'It remains to be done. One may lend a hand.',
    decision: 'It is decided. One may ask how it goes.',
    initiative: 'The project goes on. One may join it.',
    event: 'It is to come. One may be there.',
    done: 'It is done. One may hear about it.',
    over: 'It is closed. One may take it up again.',
    kept: 'It is remembered. One may say more.',
  },
  answer: 'I’m in, I can help…',
  read: 'Read the notice',
  toRequest: 'Make it a request to those who decide',
  own: 'For you who keep the page',
  ownLead: 'This stays in this box: nobody else reads it here, nor on paper.',
  asWritten: 'In the notes, word for word',
  toNotes: 'The page of notes',
  takenBy: (title, who) => `${title}: ${who}`,
  deals: 'Arrangements',
  dealStates: { proposed: 'proposed', agreed: 'agreed', done: 'done', fallen: 'did not happen' },
  reachOf: (name, how) => `${name}: ${how}`,
  printed: day => `printed on ${day}`,
  prints: {
    between: n => (n === 1 ? 'one more step' : `${n} more steps, on the page`),
    more: 'and {n} more steps, on the page',
    byHand: 'What comes next, by hand',
  },
  mend: keeper => `Something wrong? ${keeper}`,
  toolAbout:
    'Meeting by meeting, what was done and what waits for somebody. To show at the town hall.',
  resting: {
    title: 'Its story',
    about: 'Of each thing said, where it comes from and what became of it.',
  },
}
