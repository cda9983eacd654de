import type { PageQuestion } from '../../contract/search.ts'
import { en as own } from '../../engine/records/words/en.ts'
import { dangers } from './danger/en.ts'
import type { fr } from './fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  ...dangers,
  {
    words: 'Find what I sent again',
    text: 'The word and the figures of the ticket open it; without them, ask the keeper.',
    href: '/billet',
    asked: ['ticket/receipt/code lost/forgotten/find*', 'find/follow notice/request/message'],
  },
  {
    words: 'All the data, as tables',
    text: 'What is public here, in files to take.',
    href: '/donnees',
    asked: [
      'download/export* data/csv/spreadsheet/excel/table open*',
      'export/download all/notices/page*',
    ],
  },
  {
    words: 'What was taken off, and put it back',
    text: 'All that left the page, with a button for each.',
    href: '/tenir/retire',
    who: 'keeper',
    asked: ['put/restore/taken/bin notice/page/back*'],
  },
]

export const en: typeof fr = {
  ...own,
  questions,
  backFromMeeting: 'Back from a meeting?',
  pasteNotes: 'Paste your notes.',
  untitledMeeting: 'Meeting',
  throughKeeper: (keeper: string) => `through ${keeper}`,
  printList: {
    print: 'Print this list',
    choose: 'Choose what is printed',
    columns: 'Columns',
    sort: 'In the order of',
    ticks: 'a box to tick at the start of each line',
    stays: 'does not leave this box',
    lines: (n: number) => (n === 0 ? 'no line' : n === 1 ? 'one line' : `${n} lines`),
    unprinted: 'People who did not say yes to paper are not on it.',
    none: 'Nothing is in this list yet.',
    noName: 'Our village',
    keeper: own.keeper,
    printedOn: (day: string) => `printed on ${day}`,
  },
  keep: 'Keep the page',
  waitsHere: 'What waits for you',
  nothingWaits: 'Nothing waits.',
  waitsTitled: (label: string, n: number) => `${label}\u00a0(${n})`,
  toShowWaits: (what: readonly (readonly [n: number, one: string, many: string])[]) =>
    'to read: ' +
    `${what
      .map(([n, one, many]) => `${n}\u00a0${(n === 1 ? one : many).toLowerCase()}`)
      .join(', ')}`,
  pageItself: 'The page’s name, who keeps it, its licence',
  whereCommunes: 'The communes’ outlines, for the map',
  moreCommunes: 'Add a commune to the page',
  fieldsTitle: 'Add a question to a kind of record',
  fieldsLead:
    'A question of your village, asked wherever people write that kind of thing. Its words can ' +
    'be changed; what goes there and who sees the answer cannot: add another one.',
  fieldsWall: 'The wall asks none: what is written there is forgotten, an answer would stay.',
  fieldOf: 'For what',
  fieldLabel: 'The question, in two words',
  fieldHint: 'A help under the question, if needed',
  fieldKind: 'What goes there',
  fieldUnit: 'The unit, for a number',
  fieldWho: 'Who sees the answer',
  fieldHome: 'it stays here, for the keeper of the page',
  fieldCommons: 'everybody',
  fieldAdd: 'Add the question',
  kinds: {
    text: 'a line',
    prose: 'a text',
    number: 'a number',
    money: 'a sum',
    yesNo: 'yes, no, or not known',
    day: 'a day',
    time: 'a time',
    phone: 'a telephone',
    email: 'an e-mail address',
    url: 'a page’s address',
    hours: 'opening hours',
    commune: 'a commune',
    choice: 'one answer among several',
    files: 'a photo, or a few',
  },
  fieldChoices: 'The possible answers, one a line',
  fieldChoicesHint: 'Only for “one answer among several”.',
  fieldHidden: 'Ask it no more (the answers given stay)',
  fieldChange: 'Change',
  fieldTakeAway: 'Take the question away',
  fieldAsked: 'The questions that were added',
  fieldNotAsked: 'is asked no more',
  fieldsGone: 'The questions taken away',
  fieldsGoneLead: 'Their answers are kept: they come back with the question.',
  fieldBack: 'Ask it again',
  fieldBackOf: label => `Ask it again: ${label}`,
  fieldNew: 'One more question',
  broughtLines: (n, what, day) =>
    `${n} ${n === 1 ? 'line' : 'lines'} (${what.toLowerCase()}), ${day}`,
  bringTable: 'Bring a table (CSV)',
  keepers: 'Who keeps the page',
  codeSheet: 'The sheet of codes',
  eachWeek: 'Each week',
  toPrint: 'Print',
  now: 'Now',
  stepDone: 'done',
  allTools: 'All that can be done',
  toolAbout: {
    bringTable: 'A list kept in a spreadsheet, at once: groups, places, equipment.',
    toShow: 'What others wrote and you alone see: show it, or not.',
    takenOff: 'What was taken off the page in the last month, and comes back in one act.',
    pageItself: 'What stands at the top and the foot of each page, and how to reach you.',
    moreCommunes: 'One more village in the lists and on the map.',
    whereCommunes: 'A file of outlines, if you have one, for a truer map.',
    bricks: 'Put away what is of no use here, take it up later: nothing is lost.',
    fields: 'A question of your village in a form: the floor, the key, the time slot.',
    keepers: 'Each with a first name, a passphrase and codes: add or end somebody.',
    codeSheet: 'The printed codes that confirm what cannot be undone.',
    toPrint: 'The sheet, slips, the booklet, posters: all that comes out on paper.',
  },
  bricksPage: {
    title: 'What this page has',
    lead:
      'A village page needs not everything. Put away what is of no use here: it leaves menus, ' +
      'home, search, papers and forms. Nothing is lost, other boxes still get it, and one act ' +
      'takes it up again as before.',
    here: 'In use',
    away: 'Put away',
    stay:
      'Who does what, neighbours, the boxes around, this box and what protects people can’t be ' +
      'put away: all the rest stands on them.',
    holds: n => (n === 1 ? 'One thing is written there.' : `${n} things are written there.`),
    putAway: 'Put away',
    takeUp: 'Take up again',
    of: (act, title) => `${act}: ${title}`,
  },
  addOne: 'Add',
  toolHeads: {
    in: 'Bring in',
    answers: 'To look at, to answer',
    people: 'The people',
    paper: 'On paper',
    council: 'For those who decide',
    box: 'The page and its box',
  },
  firstLine:
    'Nothing is written here yet. One sentence is enough to begin: what you lend, what you look ' +
    'for.',
  codeAloud: 'A code to say aloud',
  codeAloudLead:
    'A word and four figures, printed on the poster. At the counter or by telephone, whoever ' +
    'wants to answer says them, and the search finds this page without spelling its title.',
  giveCodeAct: 'Give it a code to say aloud',
  codeOpens: (title: string) => `This code opens: ${title}`,
  colon: ': ',
  edit: 'Correct',
  saveAndMore: 'Save, and add more',
  save: 'Save',
  removed: 'taken down',
  remove: 'Take down',
  removeAsk: 'Take it off the page (it can be put back)',
  forgotten: 'erased',
  emptied: 'taken away',
  changed: 'changed',
  forget: 'Forget for good',
  forgetAsk:
    'Erase for good, here and in the page’s history. A number that a neighbour has in their ' +
    'own file stays there. This can’t be undone.',
  forgetWhat: 'What',
  forgetPast: 'only what no longer shows (older versions); what is shown stays',
  forgetAll: 'everything',
  forgetCode: 'One of the ten codes on the keeper’s sheet',
  filesOf: (n: number) => (n === 1 ? 'one photo' : `${n} photos`),
  forgotNotFinished:
    'Erased from the pages. Erasing the files is not finished: it goes on by itself, come ' +
    'back in a minute.',
  eraseAllLeft: n =>
    `These ${n} texts at once, with one code. Who wrote them will no longer read your reason.`,
  eraseSent:
    'This text, the first names and how to reach are erased from this machine, its journal ' +
    'and files too. This can’t be undone.',
  leftTitle: 'Left out',
  leftLead:
    'This is not shown, and stays in this machine without limit of time. Nobody but you can ' +
    'erase it for good; whoever sent it, or is named in it, can ask you to.',
  leftOn: (day: string, why: string) =>
    why === '' ? `received ${day}, left out` : `received ${day}, left out: ${why}`,
  lastWritten: (day: string) => `Written ${day}`,
  you: 'you',
  shownByKeeper: 'shown by the person who keeps the page',
  writer: (by: string): string =>
    by === 'visitor'
      ? 'someone passing by'
      : by === 'keeper'
        ? 'the person who keeps the page'
        : 'someone from here',
  found: (n: number) => (n === 0 ? '' : n === 1 ? 'Only one.' : `${n} in all.`),
  changes: 'What changed',
  bringBack: 'Put back',
  putBack: 'put back',
  fromCalled: (called: string) => `from ${called}`,
  cameFrom: (called: string) => `It came from the box of ${called}.`,
  someBox: (box: string) => `somebody else (${box}…)`,
  fromOther: (box: string) => `from another box (${box}…)`,
  fromHere: 'here',
  allChanges: 'See all, put an older version back',
  clashTitle: 'Someone changed this while you were writing.',
  clash: (label: string, theirs: string) =>
    `${label}: the other person put “${theirs}”. Keep yours or theirs, then send again.`,
  sureNew: 'It is something else',
  alike: 'This looks like what is already here',
  flood: {
    title: (n, from) => `${n} things wait that came ${from}`,
    card: 'by the card of one person',
    device: 'from one device, or one address of the network',
    here: name => `from the box’s own computer, signed ${name}`,
    lead:
      'One act leaves out all that is ticked. Untick what deserves to be read. It can be ' +
      'undone.',
    leadHere:
      'Several people may use it under this name: tick what is to be left out. It can be undone.',
    act: 'Leave out what is ticked',
    each: 'See them one by one',
  },
  toShow: 'To show',
  toShowLead:
    'What people passing by wrote, and what people from here say for somebody else. Nothing ' +
    'shows before you agree.',
  held: {
    name: 'it is said in somebody else’s name',
    again: 'it was left aside, and was written again since',
    people: 'it names somebody else, or says what happens to them',
    first: 'it is always read before it shows',
    number: 'there is a number or an address that is not in what the box knows of this person',
  },
  onScreenOnly: 'This is read with a card: it is not printed.',
  byCard: name => `by the card of ${name}`,
  byCardGone: 'by the card of somebody who is no longer here',
  leftFor: why => `The reason then: “${why}”`,
  heldBecause: reasons => `To be read first: ${reasons}.`,
  wouldChange: 'Would change what is shown',
  seeShown: 'See what is shown',
  correctionOf: kind => `correction: ${kind}`,
  shownNow: 'Shown:',
  proposedNow: 'Proposed:',
  sameAsShown: 'Nothing would change in what is shown.',
  toShowRest: n =>
    n === 1
      ? 'One more text waits, a later one. It comes here once you have answered.'
      : `${n} more texts wait, later ones. They come here as you answer.`,
  toShowAway: n =>
    n === 1 ? 'One text waits in what is put away.' : `${n} texts wait in what is put away.`,
  seeAway: 'See what is put away',
  toShowNone: 'Nothing waits.',
  show: 'Show',
  refuse: 'Do not show',
  mendSent: 'Mend before showing',
  mendSentLead:
    'The mended text is the one that will show, once you press “Show”. Whoever wrote it will ' +
    'read on their ticket that you mended it.',
  mendSentAct: 'Keep this mending',
  isMended: 'This text was mended here.',
  wasSent: 'What was sent',
  refuseWhy: 'Why? (whoever wrote it will read it)',
  sentOn: (day: string) => `received ${day}`,
  homeFields: 'Stays here',
  notGranted: 'Only the keeper of the page can send that.',
  codeIs: (code: string) => `By telephone, give this code: ${code}`,
  giveCode: 'Give it a code to say aloud',
}
