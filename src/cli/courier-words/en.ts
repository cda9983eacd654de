import { countedEn as counted } from '../../text/counting.ts'
import type { courierWords as words } from './fr.ts'

const box: (typeof words)['box'] = {
  which:
    'Say what: cocote box show, pair, accept, pause or dismiss, then the box’s name, or its five words in quotes. With --off it is undone.',
  itself: 'That is the name of this very box.',
  otherWords: 'This name and these five words are not of one box: one of the two was misread.',
  notFound: (typed: string) =>
    `No known box is called “${typed}”, or several are: give its five words, or its whole name, as “cocote box show” writes them there.`,
  noted: (called: string) => `Noted for ${called}.`,
  alreadyCalled: (called: string) =>
    `Another box is already called ${called} here. Add a word that tells them apart, such as where it stands.`,
  checkWords: (words: string) =>
    `Its five words: ${words}. Whoever keeps it must read the same there with “cocote box show”. If not, it is another box: undo it with “cocote box pair "${words}" --off”.`,
  mine: (name: string, words: string) => `This box: ${name} (${words})`,
  line: (called: string, states: readonly string[], toGive: number | null) =>
    `${[called, ...states].join(', ')}; ${toGive === null ? 'it has not yet said what it holds' : toGive === 0 ? 'nothing to carry there, by what it last said' : `${counted(toGive, 'entry', 'entries')} to carry there`}`,
  forkedHere: 'The card of this box wrote two sequels (it was copied, or it forgot): only one may go on running.',
  words: (words: string) => `Five words: ${words}.`,
  heard: (day: string, isSure: boolean) => `Last seen ${isSure ? 'on' : 'about'} ${day}.`,
  neverHeard: 'It has brought nothing here yet.',
  toTake: (entries: number) =>
    entries === 0 ? 'Nothing to take from it, by what it last said.' : `${counted(entries, 'entry', 'entries')} to take from it.`,
  much: 'That was a lot for one time: the rest waits for your yes. Take its news again with --yes.',
  state: {
    paired: 'recognised',
    accepted: 'accepted',
    introduced: 'introduced, waits for your yes',
    stranger: 'not known here',
    paused: 'paused',
    dismissed: 'dismissed',
  },
}

const courier: (typeof words)['courier'] = {
  which: 'Say what: cocote courier pack --out FILE, cocote courier deliver FILE, or cocote courier meet ADDRESS.',
  noOut: 'Say in which file: cocote courier pack --out news.cocote.',
  badSince: (file: string) => `${file} does not say what a box holds: give a .cocote file that it made, or a vector as .json.`,
  packing: 'Packing',
  delivering: 'News',
  packed: (file: string, entries: number, size: string) => `${file}: ${counted(entries, 'entry', 'entries')}, ${size}.`,
  delivered: (from: string, taken: number) => `News from ${from}: ${counted(taken, 'entry taken', 'entries taken')}.`,
  nothingNew: (from: string) => `Nothing new in what ${from} carried.`,
  receipt: (from: string) => `It is a receipt: what ${from} did get is known here.`,
  aside: {
    waits: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box}, which a recognised box introduces: say yes with “cocote box accept”.`,
    unknown: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box}, which this box does not know: “cocote box pair” to recognise it.`,
    dismissed: (box: string, n: number) => `${counted(n, 'entry', 'entries')} of ${box}, dismissed.`,
    paused: (box: string, n: number) => `${counted(n, 'entry', 'entries')} of ${box}, paused.`,
    home: (box: string, n: number) => `${counted(n, 'entry', 'entries')} of ${box} that should not have left their box: left aside.`,
  },
  hurtPages: (n: number) => `${counted(n, 'page was', 'pages were')} damaged on the way: ask for them again.`,
  stopped: (n: number) => `${counted(n, 'feed stops', 'feeds stop')} before an entry that is damaged or has not come yet.`,
  forked: 'One box wrote two different sequels (a copied card, a disk that forgot): both are kept.',
  several: 'several boxes',
  tooMuch: 'That is a lot for once: the rest waits for your yes. Begin again with --yes to take it all.',
  sealed: 'A part is sealed for other boxes: it can’t be read here.',
  cut: 'This file is cut: it did not arrive whole. Nothing was changed; copy it again.',
  fault: {
    notBundle: 'This is no .cocote file. Nothing was changed.',
    newer: 'This file comes from a newer version of the program. Update this one; nothing was changed.',
    manifest: 'This .cocote file is badly made. Nothing was changed.',
    unsigned: 'This .cocote file is not signed by the box that it names. Nothing was changed.',
    absent: 'A part of this .cocote file is missing. Nothing was changed; copy it again.',
    altered: 'This .cocote file was damaged on the way. Nothing was changed; copy it again.',
    swollen: 'This .cocote file is far too large inside. Nothing was changed.',
    frames: 'This .cocote file is badly made. Nothing was changed.',
    sealed: 'This .cocote file is sealed for another box. Nothing was changed.',
  },
}

const news: (typeof words)['news'] = {
  fileName: {
    nouvelles: (village, to, day) => `news-from-${village}${to ? `-for-${to}` : ''}-${day}`,
    recu: (village, to, day) => `receipt-from-${village}${to ? `-for-${to}` : ''}-${day}`,
  },
  busy: 'Several people are taking or bringing news already. Try again in a minute.',
  noFile: 'Choose the file that you bring: its name ends in .cocote.',
  thank: sentence => `Thank you! ${sentence}`,
  aBox: 'this box',
  thanks: (n, box) => `${counted(n, 'piece', 'pieces')} of news from ${box} ${n === 1 ? 'is' : 'are'} on the page.`,
  thanksMany: box => `More than a thousand pieces of news from ${box} are on the page.`,
  thanksTaken: box => `The news from ${box} is taken.`,
  thanksReceipt: box => `It is a receipt: what ${box} did get is known here.`,
  nothingNew: 'All that this file carries was here already.',
  ours: 'This file was made here: it is another box that waits for it.',
  takenBack: 'This file was made here, but this box no longer had all that it carries: it took it back.',
  unknown: 'This file comes from a box that nobody has recognised here yet. The person who keeps the page will see it.',
  waits: 'Some of it comes from a box that another one introduces: it waits for a yes from the person who keeps the page.',
  aside: 'Some of it is left aside. The person who keeps the page will see it.',
  unknownKeeper: 'This file comes from a box that nobody has recognised here yet: see “The boxes”.',
  waitsKeeper: 'Some of it comes from a box that another one introduces: it waits for your yes, in “The boxes”.',
  asideKeeper: 'Some of it is left aside: see “The boxes”.',
  much: 'It is a lot at once: the rest waits for a yes from the person who keeps the page.',
  muchKeeper: 'It is a lot at once: the rest waits for your yes. Take the same file again with “Take everything”.',
  partHurt: 'Part of the file is damaged. The rest is taken; ask for another file there.',
  partHurtHeld: 'Part of the file is damaged; the rest was here already. Ask for another file there.',
  allHurt: 'This file is damaged: nothing of it could be taken. Ask for another file there.',
  partMissing: 'Some of it is missing, which was in an earlier file. The rest is taken; ask there for a file made for this box.',
  missing:
    'Nothing could be taken: this file is made for another box, or one before it is missing. Ask there for a file made for this box.',
  forked: 'One box wrote two sequences (a copied card, a disk that forgot): both are kept.',
  notNews: 'This is no file of news: its name ends in .cocote. Nothing is changed.',
  newer: 'This file comes from a box more recent than this one, which can’t read it yet. Nothing is changed.',
  cut: 'This file did not come whole. Nothing is changed; take it again there.',
  hurt: 'This file is damaged, or is not of the box that it says. Nothing is changed; take it again there.',
}

const key: (typeof words)['key'] = {
  title: 'The USB key',
  boxes: 'The boxes',
  lead: 'Plug the key into this box. It may hold other things: only .cocote files are looked at.',
  which: 'Which key?',
  drive: (name, path) => `${name} (${path})`,
  noKey: 'No key is plugged into this box. Plug it in and come back to this page, or write the folder where it is.',
  other: 'Or a folder of this machine',
  otherHint: 'In full, for example /media/key.',
  forWhom: 'Whom to give them to',
  forAll: 'any box that comes by',
  take: 'Take the news',
  give: 'Give the news',
  takeAll: 'Take everything',
  chooseOne: 'Say which key, or which folder.',
  wholePath: 'The folder is written in full, from “/”.',
  ownFolder: 'That is the folder of this box itself. Another one is needed.',
  given: (file, size, hasReplaced) =>
    `${file} is on the key (${size})${hasReplaced ? ', in place of what this box had put there another day' : ''}. Take it out as usual.`,
  ofFile: (file, sentence) => `${file}: ${sentence}`,
  nothing: 'There is no news of another box on this key.',
  held: n =>
    n === 1 ? '1 file brings nothing more: all of it was here already.' : `${n} files bring nothing more: all of it was here already.`,
  unread: n =>
    `${n === 1 ? 'One more file was' : `${n} more files were`} not read: it was a lot at once. Start over; if nothing changes, first take the old .cocote files off the key.`,
  receipt: 'A receipt is written beside: take it back, it will say there what arrived here.',
  noReceipt: why => `The receipt could not be written. ${why}`,
  faults: {
    gone: 'The key is no longer there, or this folder does not exist. Plug it in again and start over: nothing is lost.',
    full: 'The key is full. Make some room on it and start over.',
    shut: 'The key lets nothing be written, or read. Look at its little lock, or take another one.',
  },
}

/** What is said of boxes and of what a courier carries. */
export const courierWords = { box, courier, news, key }
