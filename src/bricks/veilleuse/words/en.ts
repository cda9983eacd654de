import type { PageQuestion } from '../../../contract/search.ts'
import type { fr } from './fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'The night light',
    text: 'A page that turns by itself on a screen, on the counter.',
    href: '/veilleuse',
    asked: ['screen/display bar/wall/counter/tv*'],
  },
]

export const en: typeof fr = {
  questions,
  types: {
    watch: {
      one: 'screen',
      many: 'Screen',
      add: 'Set the screen',
      fields: {
        without: { label: 'What does not turn' },
        seconds: { label: 'Seconds a panel' },
        nightFrom: { label: 'Night begins at' },
        nightUntil: { label: 'Night ends at' },
      },
    },
  },
  title: 'Screen',
  today: weekday => `Today, ${weekday}`,
  todayKind: 'Today',
  done: 'It was done',
  reachWho: who => `Reach ${who}`,
  reach: 'To reach them',
  wordTo: 'A word to',
  colon: ':',
  readMore: address => `Read more: ${address}`,
  saidAloud: said => `“${said}”`,
  byWifi: name => `, over the Wi-Fi ${name}`,
  readHere: 'Read more on the box',
  time: '{h}:{m}',
  nothingYet: 'Nothing is shown yet.',
  nothingDo: 'What one gives, what one looks for, what is coming: a word to the relay is enough.',
  notOpen: 'This page is not open yet.',
  unplugged: 'The box does not answer.',
  unpluggedDo: 'It may be unplugged: the screen will go on by itself.',
  settings: 'The screen in the bar',
  settingsLead:
    'A page to open on a screen that nobody touches: it turns by itself, and is read from ' +
    'three metres.',
  open: 'Open the screen’s page',
  openOld: 'For a very old television, that would stay on the first panel',
  oldWords: 'the screen’s page, one panel at a time',
  whatTurns: 'What turns',
  whatTurnsHint: 'Each notice has its turn, the oldest as well as the newest.',
  seconds: 'Seconds a panel',
  secondsHint: (least, most) => `From ${least} to ${most}.`,
  night: 'Night',
  nightHint: 'The screen is dark, and shows no photo. The same hour twice: never.',
  nightFrom: 'from',
  nightUntil: 'until',
  clockUnsure:
    'The clock of the box is not sure: for now the screen says neither the hour nor ' +
    '“today”, and stays light at night.',
  keep: 'Keep',
  kept: 'Kept. The screen follows at its next turn.',
  saySeconds: (least, most) => `Write a number of seconds, from ${least} to ${most}.`,
  sayTime: 'Write an hour, for instance 22:00.',
  sayKinds: 'Let one thing turn at least.',
  howTo: 'How to do it',
  openThere: ({ address, hasWifi }) =>
    address === undefined
      ? 'Plug the television into this computer, and open the screen there in full screen. No ' +
        'network leads here: another machine does not open it.'
      : 'On the television, or the small computer plugged into it, join ' +
        `${hasWifi ? 'the Wi-Fi of the box' : 'the same network as the box'} and open ${address} ` +
        'in full screen.',
  howToLines: [
    'Set the television so that it does not go off by itself, and turn its light down: the ' +
      'paper is light.',
    'When the box is unplugged the screen keeps what it showed, then says so; it goes on by ' +
      'itself.',
    'A very old television may stay on an error page after a cut: open the address again.',
  ],
  toolAbout: {
    screen: 'What is shown in turn on the screen of a bar or a window.',
  },
  resting: {
    title: 'The screen in the bar',
    about: 'The screen of a bar or a window, where the page turns by itself.',
  },
}
