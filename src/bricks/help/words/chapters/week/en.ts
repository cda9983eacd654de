import type { Chapter } from '../../../model/chapter.ts'

export const en: Chapter = {
  title: 'The first week',
  about:
    'From an empty machine to a page that the village reads. Half an hour to open it, then ' +
    'one act a day.',
  blocks: [
    { heading: 'First day: open the page' },
    'The window where the box was started tells two addresses. The http one is for ' +
      'everybody: on the machine itself, open it. From another device, the first time, take ' +
      'the https one that ends in /ouvrir, and give the code told on the same line: a word ' +
      'and four digits.',
    {
      steps: [
        '**Where.** Type the communes between commas, or a postcode, or the name of the ' +
          'community of communes. Other communes can be added later.',
        '**The name of the page**, as people say it: “Sail et alentours”. **Who keeps ' +
          'it**: a first name, a place, a time. It is written at the foot of each page.',
        'Press {=Go on}. Nothing is written yet: read again what the page understood, and ' +
          'say {=In which village is the box?} {=Correct} goes back to the questions.',
        'Choose a **passphrase**: four words at random, twelve letters at least. Write it ' +
          'on paper, not on the box. Tick that you have read it again, then {=Open the page}.',
        'A sheet shows ten codes and six words. {sheet.print}, or copy them: the codes ' +
          'confirm what ' +
          'can’t be undone, the words prove that this is your box. With the paper in hand, ' +
          'put it away at home; only then, {sheet.away}. After that the box no longer ' +
          'shows it.',
      ],
    },
    {
      picture: 'open',
      shows:
        'The first page: three questions, where, the name of the page, who keeps it, and ' +
        'the button that goes on.',
    },
    { heading: 'Second day: say how to reach you' },
    'The black bar at the top is yours alone. Its last words, {ui.keep}, lead to [Keep the ' +
      'page](/tenir). Under {records.now} stand four things to do; each is ticked by itself ' +
      'once it is done.',
    {
      steps: [
        'Press {directory.firstStep}',
        'In {directory.types.territory.fields.reach.label}, write a telephone, or a place ' +
          'and a time. Press {records.save}. It is read at {ui.whoKeeps}, on paper, and ' +
          'under what you wrote.',
        'The page sees a number and asks whether this person agrees. It is you: tick ' +
          '{=Yes, this person agrees, or it is no person}, then {records.save} again.',
      ],
    },
    { heading: 'Third day: a page of notes' },
    'This fills the page. Take the notes of the last meeting, however rough. The chapter ' +
      '[A meeting](/aide/une-reunion) says all; in short:',
    {
      steps: [
        'Open [the harvest](/cueillette), paste, press {=Harvest}.',
        'Under each sentence say {harvest.reading.keep} or {harvest.reading.leave}. A ' +
          'sentence counts and is not underlined? Touch it, then say what it is.',
        'At the very end, read what everybody will see, then {harvest.showAll}. It can be undone.',
      ],
    },
    { heading: 'Fourth day: paper' },
    {
      steps: [
        '[The sheet of the week](/feuille) composes itself. Read it, press ' +
          '{printing.print}, then {printing.make}: everybody can then read it on a screen ' +
          'too.',
        'At [{box.papers.title}](/borne/papiers): {box.papers.kinds.counter.print} gives ' +
          'the card of the counter, which tells everybody how to get in; under ' +
          '{box.papers.keep.title}, {box.papers.kinds.keep.print} gives the sheet to keep ' +
          'for yourself.',
      ],
    },
    { heading: 'Fifth day: a copy elsewhere' },
    {
      steps: [
        'Open [{=Back up and take away}](/borne/sauvegardes). Type your passphrase, press ' +
          '{=Make the backup}, wait a minute.',
        'When it is ready, the link “Save” (with its size) gives the file: put it on a ' +
          'key or at home. Your passphrase alone opens it, or that of somebody who keeps the ' +
          'page with you.',
      ],
    },
    { heading: 'After that' },
    'Somebody writes a notice: it waits for you in {ui.toShow}, with its number. The rest ' +
      'of the week is in [the help for keepers](/aide/tenir-la-page).',
    'Always end with {ui.signOut} on a computer that others touch. Otherwise the page ' +
      'closes after ten minutes without anything done.',
  ],
}
