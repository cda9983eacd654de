import { en as agreement } from './agreement/en.ts'
import type { fr } from './fr.ts'
import { en as reading } from './reading/en.ts'

const { need, offer, initiative, idea, event, task, decision, actor } = reading.kinds

type Titles = Parameters<(typeof fr)['undo']['inUse']>[0]
const titled = ({ titles, others }: Titles): string =>
  [
    ...titles.map(title => `“${title}”`),
    ...(others > 0 ? [others === 1 ? 'something else here' : `${others} other things here`] : []),
  ].join(', ')

export const en: typeof fr = {
  types: {
    cue: {
      one: 'way of saying',
      many: 'Ways of saying',
      add: 'Add a way of saying',
      fields: {
        words: { label: 'Here we say' },
        kind: {
          label: 'And it means',
          choices: { need, offer, initiative, idea, event, task, decision, actor },
        },
        example: { label: 'A sentence of here, as example' },
      },
    },
  },
  agreement,
  reading,
  /** Ways of saying that a keeper adds. */
  here: {
    title: 'Here we say…',
    lead:
      'The page recognises a need, an offer, an idea by how it is said. People here may say it ' +
      'otherwise: teach it, with a sentence as example. It stays in this box.',
    words: 'Here we say',
    wordsHint:
      'The words that come again. Dots (…) in the place of what changes. For instance “there is ' +
      'a way to”.',
    kind: 'And it means',
    example: 'A sentence of here, as example',
    exampleHint: 'It has these words. For instance “There is a way to get a cable”.',
    try: 'Try',
    add: 'Add',
    mend: 'Correct',
    away: 'Take away',
    list: 'What you added',
    none: 'Nothing yet.',
    reads: 'The page reads in it:',
    readsNothing: 'The page reads nothing in it.',
    tried: 'Tried, not added yet.',
    back: 'Back to the notes',
    backHint: '“Read again with this day” reads these notes once more, with what you added.',
    fromNotes: 'A way of saying of here is not recognised? Here we say…',
    fromPiece: 'Here we say it like this: teach it to the page',
    added: 'Added. The next notes, and another reading, take it into account.',
    taken: 'Taken away.',
    asBefore: 'It is as before.',
    chooseKind: 'Say what it means: need, offer, idea…',
    choose: 'choose',
    bare: 'These words are not enough: write two to twelve whole words, and dots twice at most.',
    apart: 'The example does not have these words. Write them as in the example.',
    wide:
      'These words are in too many sentences: almost everything would be marked. Add one or two ' +
      'that are said only there.',
    read: (kind: string, title: string) =>
      `The page reads this example already, without your words: ${kind}, “${title}”. Give an ` +
      'example that it does not read.',
    empty:
      'Nothing of this example can be shown: it says what happens to somebody, or it ends with ' +
      'these words. Give another one.',
  },
  chatOf: (day: string) => `What people wrote to each other, ${day}`,
  meetingOf: (day: string) => `Meeting of ${day}`,
  heldBack: (n: number, name: string) =>
    `Shown, except ${n === 1 ? 'one piece that says' : `${n} pieces that say`} something of ` +
    `somebody (${name}…). The reason is at the foot of this page.`,
  namesSomeone: (name: string) => `names ${name}, who has not agreed yet`,
  untitledMeeting: 'Meeting',
  askKeeper: (keptBy: string) => (keptBy === '' ? 'the keeper of the page' : keptBy),
  keptSaid: 'Kept for later. Nothing is shown.',
  showAll: 'Show',
  nothingKept: 'Nothing is ticked: unfold a group, then keep what is to be shown.',
  forWhom: (name: string) => `for ${name}`,
  keepPiece: (word: string) => `keep: ${word}`,
  titleOf: (word: string) => `Title (${word})`,
  alreadyShown: 'shown',
  waitsAgreement: 'waits for their agreement',
  saidNoOn: on => `said no ${on}`,
  saidUnnamedOn: on => `said yes without their name ${on}`,
  agreementSheet: 'Print the agreement sheet',
  sameAs: 'Already on the page?',
  isNew: 'no, it is new',
  itIs: (title: string) => `yes: ${title}`,
  twoOf: (n: number, name: string) => `${n === 2 ? 'Two' : n} ${name}: the same?`,
  theSame: 'the same person',
  notTheSame: (n: number): string => (n === 2 ? 'two people' : 'several people'),
  codeWord: 'accord',
  giveCodes: 'Give each strip a code',
  agreementTitle: 'Agreement sheet',
  agreementHow: 'Print, cut, pass around. When a strip comes back:',
  agreementKey: 'Key a strip',
  agreementNone: 'Nobody waits for their agreement here.',
  agreementCode: 'The strip’s code',
  agreementCodeHint: 'The four digits are enough, as printed.',
  open: 'Open',
  noSuchCode: (typed: string) =>
    `No strip bears “${typed}”. Read the word and the four digits again: the last one ` +
    'checks the others.',
  stripCode: 'strip',
  stripReachHint:
    'What is written there is read on the page, here and in the villages around. A ' +
    'telephone shows too.',
  stripKept: (keeper: string) => `For ${keeper} only:`,
  stripKeptHint: 'It stays in this box: never shown, never carried, never printed for others.',
  agreeAsk: 'What the person ticked',
  agreeAskHint: 'On an older strip, “yes” means “yes, with my name”.',
  agreeYes: 'yes, with my name',
  agreeUnnamed: 'yes, without my name',
  agreePrinted:
    'and on paper: in the printed booklet, on the sheet of the week and posters (without a ' +
    'telephone)',
  agreementPrint: 'Print the strips',
  agreeNo: 'no',
  agreeName: 'The name they want to be called by',
  agreeChoose: 'Say what the person ticked.',
  agreeShown: (name: string) => `Noted: ${name} is on the page.`,
  throwing: {
    act: 'Throw these notes away',
    lead:
      'Nothing of them is shown. Thrown away, they count no more and leave the list; they are ' +
      'taken up again at any time.',
    thrown: 'These notes are thrown away. Nothing is erased.',
    takenUp: 'These notes are here again.',
    takeUp: 'Take up again',
    list: 'Notes thrown away',
    wasShown:
      'Something of these notes is shown, or a strip came back: they are not thrown away. You ' +
      'may show nothing of them any more, or erase them for good.',
    already: 'These notes were pasted before: here they are.',
  },
  harvestsLabel: 'Harvest',
  harvestsWait: (pages, pieces, people) => {
    const what = [
      ...(pieces > 0 ? [pieces === 1 ? 'one piece to choose' : `${pieces} pieces to choose`] : []),
      ...(people > 0 ? [people === 1 ? 'one person to ask' : `${people} people to ask`] : []),
    ]
    return (
      `in ${pages === 1 ? 'one page of notes' : `${pages} pages of notes`}, ` +
      `${what.join(' and ')}`
    )
  },
  agreementsWait: (n: number) =>
    n === 1 ? 'one person’s agreement is awaited' : `the agreement of ${n} people is awaited`,
  agreementsLabel: 'Agreements',
  toolHarvest: 'Harvest a page of notes',
  keyStrip: 'Key a strip of the agreement sheet',
  colon: ': ',
  edit: 'Correct',
  save: 'Save',
  saved: 'Saved.',
  forgotten: 'erased',
  forgottenHere:
    'Erased from the page. The notes here still say it: their text is erased at the bottom.',
  eraseHarvest:
    'The text of the notes, the pieces, the names and the codes of the strips are erased ' +
    'from this machine, its journal and files too. What is shown already stays on the page. ' +
    'This can’t be undone.',
  shownToo: 'Take what is shown of them off the page too',
  takenOffToo: n =>
    n === 1
      ? 'What was shown of them is taken off the page.'
      : `What was shown of them is taken off the page: ${n} things.`,
  erasedSaid:
    'Erased from this machine, its journal and files too. Not reached: backups and copies ' +
    'already given, paper, and the wear of the memory card.',
  staysTitle: 'How long this stays',
  harvestStays:
    'These notes, their pieces and the names, left out or waiting, stay in this machine ' +
    'without limit of time, without being shown. Only the person who keeps the page can ' +
    'erase them for good; whoever is named in them can ask.',
  nothingThere: 'That is not, or no longer, on this page.',
  shownSaid: 'It is shown.',
  undo: {
    undo: 'Undo',
    harvestHidden: 'Nothing is shown any more. Everything is back in your notes, as before.',
    goneWith: boxes =>
      boxes.length === 0
        ? ''
        : ` ${boxes.join(', ')} already received it, and will forget it when the courier goes ` +
          'there.',
    butStays: (stays, speaking) =>
      (titled(stays) === ''
        ? 'The page of the meeting stays'
        : `Still shown, with the page of the meeting: ${titled(stays)}`) +
      `. It is spoken of already: ${titled(speaking)}. The rest is shown no more: it is back in ` +
      'your notes, as before.',
    inUse: speaking =>
      `It is spoken of already: ${titled(speaking)}. ` +
      'Take what you no longer want off the page instead, from its own page: nothing is lost.',
    hideAct: 'Show it no more',
  },
  noName: 'Our village',
  keeper: 'whoever keeps the page',
  printedOn: (day: string) => `printed on ${day}`,
  toolAbout: {
    harvest:
      'Paste the notes of a meeting: the page finds ideas, needs and dates in them, and ' +
      'you choose.',
    strip: 'A slip of agreement came back: say what the person ticked.',
    here: 'A way of saying of here, which the harvest does not recognise yet.',
  },
  firstStep: 'Harvest a page of notes: the last meeting will do.',
  resting: {
    title: 'The harvest',
    about: 'Paste the notes of a meeting, keep what is to be shown, ask people’s consent.',
  },
}
