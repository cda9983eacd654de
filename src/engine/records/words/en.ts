import { en as mineEn } from '../mine-words/en.ts'
import { en as ticket } from '../ticket-words/en.ts'
import { en as undoEn } from '../undo-words/en.ts'
import type { fr } from './fr.ts'

/** English sentences of the engine itself. `fr.ts` has the French ones, and their type. */
const leftSaid = (left: readonly string[]): string =>
  left.length === 0
    ? ''
    : left.length === 1
      ? `Line ${left[0]} of the file is left out: to write it, bring the file again, ` +
        'nothing of it is written twice.'
      : `${left.length} lines of the file are left out ` +
        `(${left.slice(0, 20).join(', ')}${left.length > 20 ? '…' : ''}): to write them, ` +
        'bring the file again, nothing of it is written twice.'

export const en: typeof fr = {
  types: {
    proposal: {
      one: 'proposal',
      many: 'To show',
      add: 'Propose',
      fields: {
        of: { label: 'What sort of thing' },
        piece: { label: 'What is proposed' },
        sentBy: {
          label: 'Who it comes from',
          choices: {
            visitor: 'someone passing by',
            harvest: 'a meeting',
            member: 'someone from here, with their card',
          },
        },
        writer: { label: 'By whose card' },
        held: { label: 'Why it is to be read first' },
        changes: { label: 'What it would change' },
        state: {
          label: 'Where it stands',
          choices: { waiting: 'waiting', kept: 'kept', shown: 'shown', refused: 'left out' },
        },
        why: { label: 'Why it is left out' },
        mended: { label: 'Mended before it was shown' },
        leftFor: { label: 'Why it was left aside' },
        shownAs: { label: 'What is shown of it' },
        hiddenAs: { label: 'Its former addresses' },
        showing: { label: 'In which showing' },
        stoodThere: { label: 'Was there already' },
        elsewhere: { label: 'Tells another commune, or several' },
        harvest: { label: 'The notes it comes from' },
        from: { label: 'Where it begins in the notes' },
        till: { label: 'Where it ends in the notes' },
        certainty: { label: 'How sure its reading is' },
        person: { label: 'Whether it is a person' },
        minor: { label: 'Is under 18' },
        rule: { label: 'The rule that found it' },
        byHand: { label: 'Chosen by hand' },
        taughtBy: { label: 'Proposed as these passages were' },
        seen: { label: 'What was read again' },
        ties: { label: 'What it goes with' },
      },
    },
    harvest: {
      one: 'harvest',
      many: 'Harvests',
      add: 'Paste notes',
      fields: {
        title: { label: 'Title of the notes' },
        chat: { label: 'Title read of the conversation' },
        date: { label: 'Day of the meeting' },
        startsAt: { label: 'The hour of the meeting' },
        where: { label: 'Place of the meeting' },
        commune: { label: 'Commune of the meeting' },
        people: { label: 'Who was there' },
        nobody: { label: 'Names of nobody' },
        onePerson: { label: 'One person' },
        severalPeople: { label: 'Several people' },
        licence: { label: 'Licence of the notes' },
        author: { label: 'Who took the notes' },
        url: { label: 'Address they were read at' },
        text: { label: 'Text of the notes' },
        meeting: { label: 'The meeting shown' },
        hiddenAs: { label: 'Its former addresses' },
        showing: { label: 'Shown by' },
        state: { label: 'Where it stands', choices: { open: 'open', shown: 'shown' } },
      },
    },
    code: {
      one: 'code',
      many: 'Codes',
      add: 'Give a code',
      fields: {
        word: { label: 'The word to say' },
        digits: { label: 'The four digits' },
        opens: { label: 'What the code opens' },
        at: { label: 'Where it leads' },
      },
    },
    letter: {
      one: 'letter to another box',
      many: 'Letters to other boxes',
      add: 'Write to another box',
      fields: {
        box: { label: 'To which box' },
        brick: { label: 'From which part of the page' },
        command: { label: 'What is asked' },
        input: { label: 'What the letter says' },
        about: { label: 'About what' },
        sentAt: { label: 'Written on' },
        state: {
          label: 'Where it stands',
          choices: { asked: 'asked', refused: 'nothing was done of it' },
        },
        why: { label: 'Why nothing was done of it' },
        to: { label: 'For which box' },
        sealed: { label: 'The closed letter' },
      },
    },
    charge: {
      one: 'charge of a thing',
      many: 'Charges of things',
      add: 'Put somebody in charge',
      fields: {
        person: { label: 'Who is in charge' },
        over: { label: 'Of what' },
        since: { label: 'From which day', stays: '' },
        until: {
          label: 'Until which day',
          hint: 'That day included. Empty: until it is given back.',
          stays: '',
        },
        named: {
          label: 'They agree: their name stands beside the thing',
          stays: 'On the pages of this box. Without it, nothing there says who is in charge.',
        },
      },
    },
    'put-away': {
      one: 'brick put away',
      many: 'Bricks put away',
      add: 'Add',
      fields: {
        brick: { label: 'Which brick is put away' },
        on: { label: 'Put away on' },
      },
    },
    'brought-table': {
      one: 'table brought in',
      many: 'Tables brought in',
      add: 'Add',
      fields: {
        title: { label: 'Name of the file' },
        of: { label: 'Kind of lines' },
        first: { label: 'First of its parts' },
        records: { label: 'What came of it' },
        changed: { label: 'What it changed' },
        on: { label: 'Brought in on' },
      },
    },
    'brought-line': {
      one: 'line of a file brought in',
      many: 'Lines of files brought in',
      add: 'Add',
      fields: {
        name: { label: 'Its name in the file' },
        record: { label: 'What it became' },
        of: { label: 'Kind of line' },
        calendar: { label: 'Of which calendar' },
        sequence: { label: 'Number of its version' },
        stamp: { label: 'Written there on' },
        off: { label: 'Cancelled as a whole' },
        says: { label: 'What each cell said' },
        besides: { label: 'The dates that came with it' },
      },
    },
    keeper: {
      one: 'keeper of the page',
      many: 'Keepers of the page',
      add: 'Add',
      fields: {
        name: { label: 'Their first name' },
        until: { label: 'Keeps no more since' },
      },
    },
    'keeper-act': {
      one: 'act of a keeper',
      many: 'Acts of keepers',
      add: 'Add',
      fields: {
        keeper: { label: 'Which of them did it' },
        records: { label: 'What was written' },
      },
    },
    'hidden-number': {
      one: 'hidden number',
      many: 'Hidden numbers',
      add: 'Hide a number',
      fields: {
        number: { label: 'The number' },
        state: { label: 'Where it stands', choices: { hidden: 'hidden', shown: 'shown again' } },
        by: {
          label: 'Hidden by',
          choices: {
            visitor: 'somebody passing by',
            member: 'a neighbour',
            keeper: 'the person who keeps the page',
          },
        },
        on: { label: 'Hidden on' },
        stood: { label: 'Where it stood' },
        decidedOn: { label: 'Decided on' },
      },
    },
    arrival: {
      one: 'letter from another box',
      many: 'Letters from other boxes',
      add: 'Note a letter',
      fields: {
        from: { label: 'From which box' },
        letter: { label: 'Which letter' },
        brick: { label: 'For which part of the page' },
        command: { label: 'What is asked' },
        about: { label: 'About what, there' },
        state: {
          label: 'What became of it',
          choices: { done: 'read', undone: 'nothing was done of it', takenBack: 'taken back' },
        },
        why: { label: 'Why nothing was done of it' },
      },
    },
  },
  notRecognised: (called: string) =>
    `${called} is not yet a box that this one recognises: call, or ask who keeps the page.`,
  badKey: (called: string) =>
    `${called} gives a key with which nothing can be closed: call, or ask who keeps the page.`,
  anotherBox: 'That other box',
  fieldNeedsLabel: 'Write the question.',
  fieldNeedsKind: 'Choose what goes there.',
  fieldNeedsChoices: 'Write at least two answers, one a line.',
  fieldRemoved: label =>
    `The question “${label}” is taken away. Its answers are kept, and come back with it.`,
  fieldThere: (label: string) => `The question “${label}” is already asked there.`,
  fieldAdded: (label: string) => `The question “${label}” is added.`,
  codeTitle: 'code',
  saved: 'Saved.',
  savedWordsHere:
    'Saved. The former words tell something of somebody: you alone still read them here, and ' +
    'the news that leaves carries them no more. A copy that left before may have them: ' +
    '“Forget for good”, at the foot of this page, erases them from other boxes too.',
  savedWordsLeft:
    'Saved. The former words tell something of somebody: you alone still read them here, but ' +
    'another box wrote them with you, and the news carries them. To erase them everywhere: ' +
    '“Forget for good”, at the foot of this page.',
  tableWritten: (n, { there, twice }, left) =>
    [
      n === 1 ? 'One line is written.' : `${n} lines are written.`,
      there === 0
        ? ''
        : there === 1
          ? 'Another was here already.'
          : `${there} others were here already.`,
      twice === 0
        ? ''
        : twice === 1
          ? 'One was twice in the file.'
          : `${twice} were twice in the file.`,
      leftSaid(left),
    ]
      .filter(Boolean)
      .join(' '),
  calendarWritten: ({ fresh, changed, cancelled }, left) => {
    const counts = [
      fresh > 0 && `${fresh} new`,
      changed > 0 && `${changed} changed`,
      cancelled > 0 && `${cancelled} cancelled`,
    ]
    return [`The agenda is up to date: ${counts.filter(Boolean).join(', ')}.`, leftSaid(left)]
      .filter(Boolean)
      .join(' ')
  },
  keptOnPage: 'Left on the page, here and on the other boxes.',
  forgotPastSaid: 'Older versions are forgotten; what is shown stays.',
  forgotSaid:
    'Forgotten: erased from the page, the search, the history and this box’s files. Out of ' +
    'reach: backups and copies already given, paper, and a memory card’s worn blocks.',
  forgetWrongCode: 'That code is not right, or was already used. Take another one from the sheet.',
  notesSayIt:
    'The notes it came from are still in this machine, with all their text: here is their ' +
    'page, and they are erased at the very bottom.',
  erasedSaid:
    'Erased from this machine, its journal and files too. Not reached: backups and copies ' +
    'already given, paper, and the wear of the memory card.',
  versionCame:
    'Another version came while you were choosing. Nothing is written: look again, then choose.',
  mine: mineEn,
  savedAndMore: 'It is saved. On to the next!',
  somebody: 'someone',
  broughtBack: 'Put back.',
  nothingThere: 'That is not, or no longer, on this page.',
  unknownKind: 'There is no such kind of thing here.',
  badRecords: 'These data can’t be read.',
  badBrought: (field, id) => `The value of “${field}” does not fit, in ${id}.`,
  nothingBrought: 'Nothing was written.',
  alikeAsk: (titles: string) =>
    `This looks like what is already on the page: ${titles}. If it is something else, tick ` +
    'the box at the bottom and save again.',
  mendedSent: 'It is mended, and nothing shows yet. Read it again, then show it.',
  notMended: 'Nothing changed.',
  unmendedSent: 'These are the words of who wrote it again.',
  shownSaid: 'It is shown.',
  undo: undoEn,
  sentChanged:
    'This text was corrected while you read it, and nothing is shown. Here it is as it is now: ' +
    'read it again.',
  leftChanged: 'What is left aside has changed since this page was opened: read it again.',
  alreadyAnswered: 'Someone already answered this proposal.',
  heldSaid: said =>
    said.length === 0
      ? 'Thank you. The person who keeps the page reads it first.'
      : 'Thank you. The person who keeps the page reads it first, because it says ' +
        `${said.map(one => `“${one}”`).join(', ')}.`,
  ticket,
  keeper: 'whoever keeps the page',
  bricks: {
    unknown: 'There is no such brick in the program.',
    away: 'It is put away. Nothing is lost: one act takes it up again.',
    up: 'It is back, as before.',
  },
}
