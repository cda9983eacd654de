import { countedEn as counted } from '../../../text/counting.ts'
import type { courierWords as words } from './fr.ts'

const box: (typeof words)['box'] = {
  itself: 'That is the name of this very box.',
  otherWords: 'This name and these five words are not of one box: one of the two was misread.',
  notFound: (typed: string) =>
    `No known box is called “${typed}”, or several are: give its five words, or its whole ` +
    'name, as “cocote box show” writes them there.',
  noted: (called: string) => `Noted for ${called}.`,
  alreadyCalled: (called: string) =>
    `Another box is already called ${called} here. Add a word that tells them apart, such ` +
    'as where it stands.',
  checkWords: (words: string) =>
    `Its five words: ${words}. Whoever keeps it must read the same there with “cocote box ` +
    `show”. If not, it is another box: undo it with “cocote box pair "${words}" --off”.`,
  mine: (name: string, words: string) => `This box: ${name} (${words})`,
  line: (called: string, states: readonly string[], toGive: number | null) =>
    `${[called, ...states].join(', ')}; ` +
    `${
      toGive === null
        ? 'it has not yet said what it holds'
        : toGive === 0
          ? 'nothing to carry there, by what it last said'
          : `${counted(toGive, 'entry', 'entries')} to carry there`
    }`,
  forkedHere:
    'The card of this box wrote two sequels (it was copied, or it forgot): only one may go ' +
    'on running.',
  words: (words: string) => `Five words: ${words}.`,
  heard: (day: string, isSure: boolean) => `Last seen ${isSure ? 'on' : 'about'} ${day}.`,
  neverHeard: 'It has brought nothing here yet.',
  toTake: (entries: number) =>
    entries === 0
      ? 'Nothing to take from it, by what it last said.'
      : `${counted(entries, 'entry', 'entries')} to take from it.`,
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
  noOut: 'Say in which file: cocote courier pack --out news.cocote.',
  badSince: (file: string) =>
    `${file} does not say what a box holds: give a .cocote file that it made, or a vector ` +
    'as .json.',
  packing: 'Packing',
  delivering: 'News',
  packed: (file: string, entries: number, size: string) =>
    `${file}: ${counted(entries, 'entry', 'entries')}, ${size}.`,
  delivered: (from: string, taken: number) =>
    `News from ${from}: ${counted(taken, 'entry taken', 'entries taken')}.`,
  nothingNew: (from: string) => `Nothing new in what ${from} carried.`,
  receipt: (from: string) => `It is a receipt: what ${from} did get is known here.`,
  aside: {
    waits: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box}, which a recognised box introduces: say ` +
      'yes with “cocote box accept”.',
    unknown: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box}, which this box does not know: “cocote ` +
      'box pair” to recognise it.',
    dismissed: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box}, dismissed.`,
    paused: (box: string, n: number) => `${counted(n, 'entry', 'entries')} of ${box}, paused.`,
    home: (box: string, n: number) =>
      `${counted(n, 'entry', 'entries')} of ${box} that should not have left their box: ` +
      'left aside.',
  },
  hurtPages: (n: number) =>
    `${counted(n, 'page was', 'pages were')} damaged on the way: ask for them again.`,
  stopped: (n: number) =>
    `${counted(n, 'feed stops', 'feeds stop')} before an entry that is damaged or has not ` +
    'come yet.',
  forked: 'One box wrote two different sequels (a copied card, a disk that forgot): both are kept.',
  several: 'several boxes',
  tooMuch:
    'That is a lot for once: the rest waits for your yes. Begin again with --yes to take it all.',
  sealed: 'A part is sealed for other boxes: it can’t be read here.',
  cut: 'This file is cut: it did not arrive whole. Nothing was changed; copy it again.',
  fault: {
    notBundle: 'This is no .cocote file. Nothing was changed.',
    newer:
      'This file comes from a newer version of the program. Update this one; nothing was changed.',
    manifest: 'This .cocote file is badly made. Nothing was changed.',
    unsigned: 'This .cocote file is not signed by the box that it names. Nothing was changed.',
    absent: 'A part of this .cocote file is missing. Nothing was changed; copy it again.',
    altered: 'This .cocote file was damaged on the way. Nothing was changed; copy it again.',
    swollen: 'This .cocote file is far too large inside. Nothing was changed.',
    frames: 'This .cocote file is badly made. Nothing was changed.',
    sealed: 'This .cocote file is sealed for another box. Nothing was changed.',
  },
}

/** Sentences about boxes and bundles. */
export const courierWords = { box, courier }
