import type { Chapter } from '../../../model/chapter.ts'

export const en: Chapter = {
  title: 'A meeting',
  about:
    'From your notes to the page that everybody reads, in a quarter of an hour. Nothing is ' +
    'shown before you agree.',
  blocks: [
    { heading: 'Paste the notes' },
    {
      steps: [
        'Open [the harvest](/cueillette): {ui.harvest}, in the black bar.',
        'Paste your notes, or give the file (Word, LibreOffice, text), or the address of a ' +
          'page of a wiki. The conversation of a group (WhatsApp, Signal, SMS), exported as ' +
          'text, is pasted alike.',
        'Press {=Harvest}. The page opens on your text, as you wrote it.',
      ],
    },
    'You may close it and come back tomorrow: all is kept as you go, and {ui.harvest} says ' +
      'how many pages of notes wait.',
    { heading: 'Read and keep' },
    'Under a sentence, the page says what it understood. A full line: it is ' +
      '{harvest.reading.proposed}. A dotted one: {harvest.reading.perhaps}, look twice.',
    {
      picture: 'reading',
      shows:
        'A page of notes: the text, and under a sentence what the page proposes, with the ' +
        'buttons to keep it or not.',
    },
    {
      list: [
        'It is right: {harvest.reading.keep}. It is not worth it: {harvest.reading.leave}. ' +
          'You can always change your mind, with {harvest.reading.keepNoMore}, or ' +
          '{harvest.reading.back}.',
        'A sentence counts and is not marked: touch it, then say what it is ' +
          '({harvest.reading.kinds.need}, {harvest.reading.kinds.offer}, ' +
          '{harvest.reading.kinds.initiative}, {harvest.reading.kinds.idea}, ' +
          '{harvest.reading.kinds.event}…). It is kept, and its title is made. If it tells ' +
          'something of somebody, it waits until you write it without that person.',
        'Lines like it in the same list are proposed with it: one button keeps them all. ' +
          '{harvest.reading.forWhich} One button says that too.',
        'Touch the title of a proposal to open it: there you change its words, its kind, ' +
          'the day, {harvest.reading.forWhat}, {harvest.reading.withWhom}. Then ' +
          '{harvest.reading.saveKeep}.',
        'Two proposals say the same thing: {harvest.reading.merge}, then ' +
          '{harvest.reading.mergeAct}. One says two things: {harvest.reading.split}.',
        'The day is wrong: open {harvest.reading.meeting}, correct ' +
          '{harvest.reading.meetingDate}, press {harvest.reading.readAgain}. What you did ' +
          'stays done.',
        'The meeting does not say its village: in {harvest.reading.meeting}, ' +
          '{harvest.reading.meetingCommune}. What does not say its own is put there.',
        'These notes are of no use, or are there twice: {harvest.throwing.act}, as long as ' +
          'nothing of them is shown.',
        'A sentence is held because it speaks of somebody: write it without that person. ' +
          'If it does no harm: {harvest.reading.keepAnyway}.',
      ],
    },
    { heading: 'Show' },
    {
      steps: [
        'At the very end, under {harvest.reading.showTitle}, a sentence says what ' +
          'everybody will see. Nobody is named there; otherwise it says who, and why.',
        'Press {harvest.showAll}. The page of the meeting opens, told by kind; the first ' +
          'page tells it for seven days.',
        'You made a mistake: {harvest.undo.undo}, at once; later, ' +
          '{harvest.reading.undoShowing}, on the same page of notes. All is as ' +
          'before, but for what is spoken of elsewhere: the page names it.',
      ],
    },
    {
      picture: 'show',
      shows: 'The end of a page of notes: what everybody will see, and the button that shows it.',
    },
    { heading: 'The strips: people agree' },
    'Each person whom the notes name gets a strip of paper: what the notes say of them, ' +
      'and whether they want to be named. Without an answer they are not named.',
    {
      steps: [
        'On the page of notes, under {harvest.reading.people}, press ' +
          '{harvest.agreementSheet}. A name that is nobody: {harvest.reading.notAPerson}. ' +
          'Somebody whom you ask nothing: {harvest.agreement.noStrip}.',
        'Press {harvest.agreement.giveAndPrint}. Cut them, pass them round.',
        'A strip comes back: [{harvest.agreementKey}](/accord), type its word and its four ' +
          'digits, or choose it under {harvest.agreement.awaited}, tick what is ticked. What ' +
          'the person corrects or takes away is so on the ' +
          'page.',
      ],
    },
    'Notes pasted by mistake: {harvest.throwing.act}, at the end of their page. They are ' +
      'taken up again under {harvest.throwing.list}, on [the harvest](/cueillette).',
    'The minutes, one page, are printed from the page of the meeting.',
  ],
}
