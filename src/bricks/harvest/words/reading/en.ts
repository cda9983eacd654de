import { countedEn as counted } from '../../../../text/counting.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  lead: (kept: number, waiting: number) =>
    `${counted(kept, 'piece kept', 'pieces kept')}, ${counted(waiting, 'proposed', 'proposed')} ` +
    'to read. A sentence matters? Tap it, then say what it is. Nothing shows before “Show”.',
  inks: 'Solid line: proposed. Dots: perhaps. Light ground: kept.',
  keys:
    'With the keyboard: j and k from sentence to sentence, 1 to 8 to say what it is, g to keep ' +
    'what is proposed beside it, a for the lines like it, n to say no, Enter to open it, Esc to ' +
    'close, u to undo. Words can also be chosen with the mouse.',
  text: 'The text',
  furniture: 'around the text (menus, messages of the telephone)',
  choose: 'This sentence is:',
  none: 'nothing, close',
  kinds: {
    need: 'need',
    offer: 'offer',
    initiative: 'project',
    idea: 'idea',
    event: 'event',
    task: 'to do',
    decision: 'decision',
    actor: 'group',
    place: 'place',
    voice: 'saying',
    reference: 'example',
    person: 'person',
  },
  many: {
    need: 'needs',
    offer: 'offers',
    initiative: 'projects',
    idea: 'ideas',
    event: 'events',
    task: 'things to do',
    decision: 'decisions',
    actor: 'groups',
    place: 'places',
    voice: 'sayings',
    reference: 'examples',
  },
  oneTask: 'thing to do',
  keep: 'keep',
  keepThis: (kind: string, title: string) => `keep: ${kind}, ${title}`,
  keepAnyway: 'keep all the same',
  heldWhy: (why: string) => `Held: ${why}. Correct it, or keep it all the same if it is harmless.`,
  leave: 'no',
  leaveThis: (kind: string, title: string) => `no: ${kind}, ${title}`,
  back: 'put back',
  askedOff: 'taken away because the person asked',
  keepNoMore: 'keep no more',
  changedSince: (title: string) =>
    `Somebody changed it meanwhile: “${title}”. Read it again, then start over.`,
  backToLine: 'Back to the line',
  openThis: (kind: string, title: string) => `open: ${kind}, ${title}`,
  past: { task: 'late', event: 'it is over' },
  noDay: 'no day: the agenda cannot tell it. Open it to write one.',
  proposed: 'proposed',
  perhaps: 'perhaps',
  kept: 'kept',
  keepPart: (n: number) => (n === 1 ? 'Keep what is proposed here' : `Keep the ${n} of here`),
  keepPerhaps: (n: number) => `Keep the ${n} “perhaps” of here too`,
  keepProject: (n: number) =>
    n === 1 ? 'Keep what goes with it too' : `Keep the ${n} that go with it too`,
  alike: (n: number) =>
    n === 1 ? 'And the other line like this one?' : `And the ${n} other lines like this one?`,
  alikeYes: 'yes, keep',
  forWhich: 'What is it for?',
  tied: 'They are tied.',
  left: (n: number) => counted(n, 'piece left', 'pieces left'),
  done: 'Done.',
  keptNow: (n: number) => counted(n, 'piece kept.', 'pieces kept.'),
  pickedPerson: (name: string) => `${name} is noted, and not shown.`,
  pickedCut:
    'This sentence says something of somebody: write it otherwise, without that person, then ' +
    'keep it.',
  nothingLeft:
    'Nothing of this sentence can be shown: it says what happens to somebody, or where to find ' +
    'them. Choose other words.',
  splitSaid: 'Here are two. Write the title of this one.',
  picked: (title: string) => `Kept: ${title}`,
  who: (name: string) => `${name}: who is it?`,
  nobody: 'none of these',
  panel: (kind: string) => `Correct: ${kind}`,
  kind: 'What it is',
  forWhat: 'For which project, which idea',
  alsoFor: 'And for',
  atPlace: 'Where it happens',
  alsoAt: 'And at',
  noPlace: 'not said',
  noProject: 'none',
  withWhom: 'With whom',
  same: 'Already on the page?',
  isSame: (title: string) => `on the page: ${title}`,
  merge: 'It is the same as',
  merged:
    'Joined. The one of the two that is left can be put back: what tied it stays with the other.',
  mergeAct: 'Join them',
  notMerged: 'choose',
  split: 'Make two of it',
  save: 'Save',
  saveKeep: 'Save and keep',
  close: 'Close',
  whole: 'All that can be said of it',
  meeting: 'The meeting',
  meetingTitle: 'Its title',
  chatTitleHint: 'The name of the group stays here. A title that you write will be shown.',
  meetingDate: 'The day',
  meetingHour: 'The hour',
  meetingWhere: 'Where',
  numberAlone: (ends = '') =>
    ends === '' ? 'a number without a name' : `a number that ends with ${ends}`,
  meetingCommune: 'Its commune',
  meetingCommuneHint: 'What does not say its own is put there.',
  noCommune: 'not known',
  communeTaken: name => `What does not say its commune is put in ${name}.`,
  communeAsked: 'The meeting has no commune: what does not say its own will have none.',
  sayCommune: 'Say which',
  meetingPeople: 'Who was there (one name a line)',
  meetingPeopleHint: 'Stays in this box. Nobody is shown without having said so.',
  readAgain: 'Read again with this day',
  readAgainHint:
    'Days said in the notes (“Saturday”, “the 12th”) are read from this one. What you kept, left ' +
    'or corrected stays.',
  notADay: 'This day cannot be read. Write day, month and year: 28/11/2026.',
  notAnHour: 'This hour cannot be read. Write it so: 20:30.',
  again: (fresh: number) =>
    `Read again: ${counted(fresh, 'more piece', 'more pieces')}. What you had done stayed.`,
  people: 'People',
  peopleLead: (n: number) =>
    `${counted(n, 'person is named', 'people are named')} in these notes. Each gets a strip of ` +
    'paper, and nothing shows them before their yes.',
  isThem: (name: string) => `is ${name}`,
  notAPerson: 'is not a person',
  showTitle: 'Show',
  willShow: (what: string) => `Everybody will see, here and in the villages around: ${what}.`,
  namesNobody: 'Nobody is named there.',
  keptAnyway: (n: number) =>
    counted(
      n,
      'piece kept all the same says something of somebody there:',
      'pieces kept all the same say something of somebody there:',
    ),
  titleHint: 'Without anybody’s name: this title is shown to all.',
  whoSaid: 'Who says it',
  whoSaidHint: 'A first name, for this box alone: it is not shown.',
  kindHint: 'The questions change with it, once saved. What is written stays.',
  eachShown: 'One by one',
  reached: (words: string) =>
    `To reach who gives or seeks, people will read: “${words}” A telephone is read there ` +
    'only if its person gave it, for everybody, on their strip.',
  chatPage: (title: string) => `a page titled “${title}”`,
  meetingPage: 'the page of the meeting',
  and: ' and ',
  nothingMore: 'What is kept is shown. Keep something else to show it too.',
  nothingYet: 'Nothing is kept yet: there is nothing to show.',
  heldKept: (n: number) =>
    counted(
      n,
      'kept piece stays here, for this reason:',
      'kept pieces stay here, for these reasons:',
    ),
  noDayKept: (n: number) =>
    counted(
      n,
      'meeting to come has no day: it will stand on the page of the meeting, and not in the ' +
        'agenda. Write its day, or make an idea of it:',
      'meetings to come have no day: they will stand on the page of the meeting, and not in the ' +
        'agenda. Write their day, or make ideas of them:',
    ),
  waitingFor: (n: number) =>
    counted(n, 'person gets a paper to sign', 'people get a paper to sign'),
  undoShowing: 'Undo this showing',
  undoLead: (n: number, day: string) => `${counted(n, 'piece shown', 'pieces shown')} ${day}.`,
  toShow: (n: number) => (n === 0 ? 'Show…' : `${n} kept · Show…`),
  before: 'Before, in the text',
  after: 'The text goes on',
}
