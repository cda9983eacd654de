import { countedEn as counted } from '../../../../text/counting.ts'
import { en as meet } from '../../../../web/peers/meet-words/en.ts'
import { en as refusals } from '../../../../web/peers/refusal-words/en.ts'
import type { fr } from './fr.ts'

/** News that are brought and taken, by a person, by a key, by a meeting. */
export const en: typeof fr = {
  news: {
    fileName: {
      nouvelles: (village, to, day) => `news-from-${village}${to ? `-for-${to}` : ''}-${day}`,
      recu: (village, to, day) => `receipt-from-${village}${to ? `-for-${to}` : ''}-${day}`,
    },
    busy: 'Several people are taking or bringing news already. Try again in a minute.',
    noFile: 'Choose the file that you bring: its name ends in .cocote.',
    thank: sentence => `Thank you! ${sentence}`,
    aBox: 'this box',
    thanks: (n, box) =>
      `${counted(n, 'piece', 'pieces')} of news from ${box} ${n === 1 ? 'is' : 'are'} on the page.`,
    thanksMany: box => `More than a thousand pieces of news from ${box} are on the page.`,
    thanksTaken: box => `The news from ${box} is taken.`,
    thanksReceipt: box => `It is a receipt: what ${box} did get is known here.`,
    nothingNew: 'All that this file carries was here already.',
    ours: 'This file was made here: it is another box that waits for it.',
    takenBack:
      'This file was made here, but this box no longer had all that it carries: it took it back.',
    unknown: keeper =>
      'This file comes from a box that nobody has recognised here yet. It waits for thirty days ' +
      `at most, shows nothing, and has no receipt. Tell ${keeper}: it is taken once that box is ` +
      'recognised. Keep it until then: it may give its place to a newer one.',
    unknownUnkept: keeper =>
      'This file comes from a box that nobody has recognised here yet, and it is too large to ' +
      `wait. Tell ${keeper}, and bring it again once that box is recognised.`,
    waits:
      'Some of it comes from a box that another one introduces: it waits for a yes from the ' +
      'person who keeps the page.',
    aside: 'Some of it is left aside. The person who keeps the page will see it.',
    unknownKeeper:
      'This file comes from a box that nobody has recognised here yet: see “The boxes”.',
    waitsKeeper:
      'Some of it comes from a box that another one introduces: it waits for your yes, in ' +
      '“The boxes”.',
    asideKeeper: 'Some of it is left aside: see “The boxes”.',
    much: 'It is a lot at once: the rest waits for a yes from the person who keeps the page.',
    muchKeeper:
      'It is a lot at once: the rest waits for your yes. Take the same file again with ' +
      '“Take everything”.',
    partHurt: 'Part of the file is damaged. The rest is taken; ask for another file there.',
    partHurtHeld:
      'Part of the file is damaged; the rest was here already. Ask for another file there.',
    allHurt: 'This file is damaged: nothing of it could be taken. Ask for another file there.',
    partMissing:
      'Some of it is missing, which was in an earlier file. The rest is taken; ask there ' +
      'for a file made for this box.',
    missing:
      'Nothing could be taken: this file is made for another box, or one before it is ' +
      'missing. Ask there for a file made for this box.',
    forked: 'One box wrote two sequences (a copied card, a disk that forgot): both are kept.',
    notNews: 'This is no file of news: its name ends in .cocote. Nothing is changed.',
    newer:
      'This file comes from a box more recent than this one, which can’t read it yet. ' +
      'Nothing is changed.',
    cut: 'This file did not come whole. Nothing is changed; take it again there.',
    hurt:
      'This file is damaged, or is not of the box that it says. Nothing is changed; take it ' +
      'again there.',
  },
  /** What is said of a key is machine/words, but for what news say of it. */
  key: {
    title: 'The USB key',
    boxes: 'The boxes',
    lead: 'Plug the key into this box. It may hold other things: only .cocote files are looked at.',
    forWhom: 'Whom to give them to',
    forAll: 'any box that comes by',
    take: 'Take the news',
    give: 'Give the news',
    takeAll: 'Take everything',
    given: (file, size, hasReplaced) =>
      `${file} is on the key ` +
      `(${size})${hasReplaced ? ', in place of what this box had put there another day' : ''}` +
      '. Take it out as usual.',
    ofFile: (file, sentence) => `${file}: ${sentence}`,
    nothing: 'There is no news of another box on this key.',
    held: n =>
      n === 1
        ? '1 file brings nothing more: all of it was here already.'
        : `${n} files bring nothing more: all of it was here already.`,
    unread: n =>
      `${n === 1 ? 'One more file was' : `${n} more files were`} not read: it was a lot at ` +
      'once. Start over; if nothing changes, first take the old .cocote files off the key.',
    receipt: 'A receipt is written beside: take it back, it will say there what arrived here.',
    noReceipt: why => `The receipt could not be written. ${why}`,
  },
  refusals,
  meet,
}
