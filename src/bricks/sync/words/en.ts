import type { PageQuestion } from '../../../contract/search.ts'
import type { fr } from './fr.ts'
import { en as joining } from './joining/en.ts'
import { en as letters } from './letters/en.ts'
import { en as theirs } from './theirs/en.ts'
import { en as versions } from './versions/en.ts'

const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
const writes = (n: number): string => (n === 0 ? 'nothing' : counted(n, 'entry', 'entries'))

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'News of other villages',
    text: 'What other boxes wrote, and how to carry some.',
    href: '/nouvelles',
    asked: [
      'carry/bring/exchange* news village/box/other*',
      'other/next box/village',
      'sync/synchronise/synchronize box*',
    ],
  },
]

export const en: typeof fr = {
  questions,
  types: {},
  joining,
  letters,
  theirs,
  versions,
  keep: 'Keep the page',
  colon: ': ',
  withdrawal: 'taking down',
  tellWhich: (keptBy: string) =>
    `You know which one is right? Tell ${keptBy === '' ? 'whoever keeps the page' : keptBy}.`,
  filesOf: (n: number) => (n === 1 ? 'one photo' : `${n} photos`),
  changed: 'changed',
  emptied: 'emptied',
  anotherBox: 'That other box',
  nothingThere: 'That is not, or no longer, on this page.',
  unknownKind: 'There is no such kind of thing here.',
  homeTitle: 'From box to box',
  homeMore: 'the news',
  carryHome: 'in a telephone, without Internet',
  bringHome: 'the file that somebody gave you',
  title: 'News',
  lead: 'What other boxes wrote, and somebody carried here.',
  noNews: 'Nothing has come from another box yet.',
  newsMore: n =>
    n === 1
      ? 'And one more, in its place on the page.'
      : `And ${n} more, in their places on the page.`,
  nothingToRead: 'Nothing new to read.',
  asksKeeper: box => `${box} asks for something, which waits for the keeper’s answer.`,
  newsOf: box => `News from ${box}`,
  newsArrived: (box, day) => `News from ${box}, arrived ${day}`,
  newsToday: (box, day) => `news from ${box}, arrived ${day}`,
  writtenOn: day => `written ${day}`,
  today: 'today',
  yesterday: 'yesterday',
  atHour: (day, hour) => `${day} at ${hour}`,
  carry: 'Take the news along',
  carryLead: 'A file to carry to another box, in a telephone, without Internet.',
  carryThem: 'Take the news along',
  carryTo: box => `Carry it to ${box}`,
  carryAnywhere: 'Carry it elsewhere',
  carryLines: [
    'Here, the file comes among the telephone’s downloads. Its name ends in .cocote.',
    'There, on the other box’s Wi-Fi, go to its News (its address, then /nouvelles) and ' +
      'give it this file.',
    'On the way back, bring the receipt that it offers: it says here what did arrive.',
  ],
  bring: 'Bring news',
  file: 'The file that you bring',
  fileHint: 'The one whose name ends in .cocote, among the downloads.',
  bringThem: 'Bring',
  takeAll: 'Take everything, even if it is a lot at once',
  receiptLead: 'Are you going back there? Take the receipt: it will say there what arrived here.',
  takeReceipt: 'Take the receipt',
  toBoxes: 'The boxes, one by one',

  boxes: 'The boxes',
  boxesLead:
    'This one and those nearby: who is recognised, what is left to carry, what waits. An ' +
    'entry is one thing written, changed or withdrawn, counted one by one.',
  toKey: 'The USB key: give or take news',
  toNews: 'By telephone',
  thisBox: 'This box',
  readAloud: 'Its five words, to be read aloud to whoever keeps the other box.',
  drawingLabel: 'This box’s name and its five words, as a drawing',
  drawingFor:
    'The drawing leads to no page. Read by a telephone, it gives a text: on the other box, ' +
    'copy it into “Its name or its five words”.',
  wholeName: 'Its whole name:',
  recogniseOne: 'Recognise a box',
  who: 'Its name or its five words',
  whoHint:
    'Its five words are enough if it is on the same network, or if one of its files came ' +
    'here already. Otherwise the text of its drawing, or its whole name.',
  stepsLead: 'In this order:',
  steps: [
    'Each person reads the five words of their box aloud to the other.',
    'Here, type theirs, compare, then “I recognise it”. There, they do the same with yours.',
    'Only then carry the news: one way, and back. What had come before your yes is taken at once.',
  ],
  find: 'Look for it',
  notMeant: {
    none:
      'No box is known by that. Read the five words again. If they are right, the two boxes ' +
      'do not see each other yet: put them on the same network, or bring a file of its news ' +
      'here, then type them again. Its whole name always works.',
    otherWords: 'These five words do not go with this name. Read the other box’s drawing again.',
    itself: 'That is this box.',
  },
  alreadyPaired: box => `That is ${box}, already recognised here.`,
  itsWords: 'Its five words, to be compared aloud, face to face, with the person who keeps it:',
  inPerson:
    'Are they the same on both sides? Then recognise it: what it writes will come here, and ' +
    'what goes only between recognised boxes will be carried to it, sealed.',
  calledHere: 'What to call it here',
  calledHint: 'For example “Boën”.',
  code: 'One of the ten codes on the keeper’s sheet',
  recognise: 'I recognise it',
  recogniseNamed: box => `I recognise ${box}`,
  thatBox: 'this box',
  yes: 'Yes, take what it writes',
  pause: 'Pause',
  resume: 'Resume',
  introduce: box => `Introduce ${box} to the others`,
  unintroduce: 'No longer introduce it',
  rename: 'Rename',
  renameLead: 'Its name on this page. Nothing changes there.',
  dismiss: box => `Set ${box} aside`,
  dismissLead:
    'What it wrote until today stays. What it writes from now on will be left aside. ' +
    'Nothing is destroyed, and you can trust it again.',
  hide: 'Hide as well',
  hideNothing: 'nothing',
  hideSince: (moment, n) => `what has arrived since ${moment} (${counted(n, 'entry', 'entries')})`,
  hideAll: 'all that it wrote',
  dismissButton: 'Set aside',
  believe: box => `Trust ${box} again`,
  believeLead: 'What was hidden shows again; what was left aside will come with its next news.',
  believeButton: 'Trust again',
  network: 'By the network, when there is one',
  nearby: 'On this network',
  looking: 'Looking for boxes on this network.',
  lookAgain: 'See what was found',
  meetOne: 'Meet',
  meetNamed: box => `Meet ${box}`,
  address: 'The other box’s address',
  addressHint: 'As it is typed to read its page, for example http://192.168.1.20:4280.',
  meet: 'Meet',
  noBoxes: 'No other box is known here.',
  fiveWords: five => `Five words: ${five}`,
  aBox: 'another box',
  several: 'several boxes',

  known: {
    paired: () => 'Recognised here, face to face.',
    accepted: by =>
      `${by === '' ? 'Accepted here' : `Introduced by ${by}, accepted here`}: only what is public.`,
    introduced: by =>
      `Introduced by ${by}. It waits for your yes: what is public will come, and nothing else.`,
    stranger: () => 'It brought news, and nobody recognised it here.',
  },
  isPaused: 'Paused: nothing more is taken.',
  isDismissed: 'Set aside: what it has written since is left where it is.',
  isForked:
    'One card wrote two sequels (copied, or it had forgotten): both are kept. Ask whoever ' +
    'keeps it.',
  forkedHere:
    'The card of this box wrote two sequels (copied, or it had forgotten): both are kept. ' +
    'Only one must stay on.',
  isHidden: 'Some of what it wrote is hidden here.',
  isIntroduced: 'Introduced to the others by this box.',
  heard: day => `Seen ${day}.`,
  heardSaying: day => `Seen ${day}: it said then what it had received.`,
  fileCame: day => `Its last file came ${day}.`,
  fileSaying: (day, made) =>
    `Its last file, which came ${day}, says what it had ${made ?? 'as it made it'}.`,
  neverHeard: 'It has said nothing here yet.',
  notKnownYet: 'What is left to carry: not known yet. It will say so in its news, or by a receipt.',
  upToDate: 'Up to date both ways, by what it said.',
  toCarry: (give, take) => `To carry to it: ${writes(give)}. To take from it: ${writes(take)}.`,
  aside: {
    waits: (box, n) =>
      `${counted(n, 'entry', 'entries')} of ${box} waiting: a recognised box introduces it.`,
    unknown: (box, n) =>
      `${counted(n, 'entry', 'entries')} of ${box} left aside: your yes is missing, just below.`,
    dismissed: (box, n) =>
      `${counted(n, 'entry', 'entries')} of ${box} left aside: it is set aside.`,
    paused: (box, n) => `${counted(n, 'entry', 'entries')} of ${box} left aside: it is paused.`,
    home: (box, n) =>
      `${counted(n, 'entry', 'entries')} of ${box} left aside: ${n === 1 ? 'it' : 'they'} ` +
      'should not have left their box.',
  },
  asideAgain: n => `${counted(n, 'entry', 'entries')} came before your yes: bring its file again.`,
  stopped: n =>
    `${counted(n, 'sequence stops', 'sequences stop')} before an entry that is damaged or ` +
    'has not come yet: ask it for news again.',
  much:
    'It was a lot at once: the rest waits for your yes. Take its news again, by the key or by ' +
    'telephone, with “Take everything”.',
  clockSays: year => `Its clock says ${year}.`,
  clockAhead: by => `Its clock is ahead by ${by}.`,
  clockBehind: by => `Its clock is behind by ${by}.`,
  hours: n => counted(n, 'hour', 'hours'),

  noSuchBox: 'This box is not known here. Look for it by its name or its five words.',
  itself: 'That is this box.',
  sayCalled: '“What to call it here” is missing.',
  alreadyCalled: box =>
    `Another box is already called ${box} here. Add a word that tells them apart, such as ` +
    'where it stands.',
  recognised: box =>
    `${box} is recognised here. Its next news will be taken. For yours to be taken there, ` +
    'whoever keeps the other box must recognise this one too.',
  recognisedBrought: box =>
    `${box} is recognised here. Its news that still wait are taken. Is one of its notices ` +
    'missing? Its file waited no more: have it brought again. For your news to be taken there, ' +
    'whoever keeps the other box must recognise this one too.',
  accepted: box => `Yes to ${box}: what it writes in public will come with the next news.`,
  notIntroduced: 'No box recognised here introduces it.',
  pausedSaid: box => `${box} is paused.`,
  resumed: box => `${box} resumes: what waited will come with its next news.`,
  dismissedSaid: box => `${box} is set aside. Nothing is destroyed.`,
  believed: box => `${box} is trusted again.`,
  renamed: box => `It is called ${box} here.`,
  introducedSaid: box => `${box} is introduced to the other boxes: each will decide.`,
  unintroduced: box => `${box} is no longer introduced to the others.`,
  onlyPaired: 'Only a box recognised here, face to face, is introduced.',
  enoughIntroduced: 'Twenty boxes are introduced already. Take one back first.',
  waitsYes: (box, by) => `${box}, introduced by ${by}, waits for your yes`,
  waitsRecognised: five => `a box that nobody recognised here brought news (${five})`,
  waitsAgain: (box, n) =>
    `${counted(n, 'entry', 'entries')} from ${box} came before your yes: bring its file again`,
  waitsAside: (box, n) =>
    `${counted(n, 'entry', 'entries')} of other boxes, come with the news from ${box}, left ` +
    'aside: your yes is missing',
  waitsStopped: box => `the news from ${box} stop before the end: ask for them again`,
  waitsMuch: box => `the rest of the news from ${box} waits for your yes: it was a lot at once`,
  requests: 'What is asked of us',
  requestsLead:
    'Another box asks to erase, withdraw or dismiss what is not its own. Nothing is done ' +
    'without your yes.',
  noRequests: 'Nobody asks anything.',
  declinedBefore: 'You said no',
  asksForget: by => `${by} asks to erase for good`,
  asksLeave: by => `${by} asks to take off the page`,
  asksDismiss: (by, box) => `${by} dismissed ${box}`,
  andMore: n => `and ${n} more`,
  notShownNow: 'Something that the page shows no more',
  linesGone: n => counted(n, 'line would go', 'lines would go'),
  linesMore: n => (n === 1 ? 'and one more line' : `and ${n} more lines`),
  keepHere: 'Leave on the page',
  withdrawToo: 'Withdraw here too',
  forgetToo: 'Erase here too',
  forgetTooLead:
    'It will be erased here for good, and neighbouring boxes will learn it from this one.',
  dismissToo: 'Dismiss it too',
  dismissTooLead: 'What it wrote until today stays. What it writes from now on is left aside.',
  declineIt: 'No',
  noSuchRequest: 'This request is gone.',
  forgottenToo: 'Erased here too.',
  dismissedToo: 'Dismissed here too. Nothing is destroyed.',
  refusedRequest: 'No it is: nothing changes here. The request stays at the foot of this page.',
  waitsRequests: n =>
    counted(
      n,
      'request of another box waits for your answer',
      'requests of other boxes wait for your answer',
    ),
  tellOthers: 'Tell the other boxes, who will decide',
  no: 'No',
  introductionRefused: box => `No it is for ${box}: nothing of it will be taken.`,
  and: names => new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names),
  toolAbout: {
    versions: 'Two boxes wrote one line in two ways: choose the right one.',
    letters: 'What is asked of another box, and what it answered.',
    boxes: 'The boxes of villages around: recognise them, carry news to them.',
    requests: 'Another box asks to erase or withdraw something: say yes or no.',
  },
}
