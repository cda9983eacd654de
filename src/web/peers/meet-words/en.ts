import { countedEn as counted } from '../../../text/counting.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  doing: 'Meeting',
  none: {
    address: typed =>
      `“${typed}” is no address. For example: 192.168.1.20:4280, or https://box.example.`,
    nobody: typed => `Nobody answers at ${typed}. Is the box on, and on the same network?`,
    notBox: typed => `What answers at ${typed} is no box.`,
    newer: () => 'The box that answers has a newer version of the program. Update this one.',
    itself: () => 'It is this very box that answers at this address.',
    another: (_typed, called) =>
      'Another box than the one expected answers at this ' +
      `address${called === '' ? '' : `: ${called}`}. Nothing is exchanged.`,
    proof: typed =>
      `What answers at ${typed} did not prove that it is the box it says. Nothing of it is taken.`,
    cut: () =>
      'The connection breaks again and again. Is the address right, http or https? Nothing ' +
      'is lost; try again nearer, or later.',
    refused: (_typed, why) => `The other box would not: ${why}`,
  },
  stopped: {
    cut: 'The connection is cut. What is taken is taken; try again for the rest.',
    nobody:
      'The other box does not answer any more. What is taken is taken; try again for the rest.',
    busy: 'The other box is busy. What is taken is taken; try again in a moment.',
    often: 'The other box does not know this one, and will not answer for ten minutes.',
    full: 'The disk of the other box is full. Tell its keeper.',
    fullHere: 'The disk of this box is full. Make room, then try again.',
    another: 'Another box answers at this address now. What is taken is taken.',
    proof:
      'What answers did not prove any more that it is the box it said. What is taken is taken.',
    else: 'The exchange stopped before its end. What is taken is taken; try again for the rest.',
  },
  took: (from, entries) =>
    `News from ${from}: ${counted(entries, 'entry taken', 'entries taken')}.`,
  tookNothing: from => `Nothing new to take from ${from}.`,
  gave: (to, entries) => `${to} took ${counted(entries, 'entry', 'entries')} from here.`,
  gaveNothing: to => `Nothing new to give to ${to}.`,
  even: 'Each now has everything of the other.',
  unknownHere: (called, words) =>
    `${called} is not recognised here, and nothing of it is taken. Its five words: ${words}.`,
  unknownThere: (called, words) =>
    `${called} does not recognise this box, and takes nothing of it. Have it recognised ` +
    `there: its five words are ${words}.`,
  asideThere: (called, entries, isDecided) =>
    `${counted(entries, 'entry', 'entries')} left aside by ${called}, ` +
    `${isDecided ? 'as its keeper wanted' : 'which does not know the box they come from'}.`,
  asideHere: entries =>
    `${counted(entries, 'entry', 'entries')} left aside here, from boxes paused, set aside, ` +
    'or that nobody recognised here.',
  faultyFeeds: n =>
    `${counted(n, 'feed stops', 'feeds stop')} before a damaged entry; the rest is taken.`,
  tooMuchHere: 'That is much for once: the rest waits for your yes.',
  tooMuchThere: called =>
    `That is much for once: ${called} will take the rest later, or when someone says yes there.`,
  clock: (called, isAhead, hours) =>
    `The clock of ${called} is ` +
    `${
      hours < 48 ? counted(hours, 'hour', 'hours') : counted(Math.round(hours / 24), 'day', 'days')
    } ` +
    `${isAhead ? 'ahead of' : 'behind'} the one here.`,
  failed: reference =>
    `The meeting did not succeed (${reference}). What is taken is taken; try again.`,
  already: 'A meeting is under way. Wait until it ends.',
  longer: 'The meeting is long: it goes on. Reload this page in a while.',
}
