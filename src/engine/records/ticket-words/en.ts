import type { TicketWords } from './fr.ts'

/** A bookmark in a computer that others use shows them the whole. */
const keep = (isDrawn: boolean): string =>
  `Keep the address of this page (${isDrawn ? 'a photo of the drawing, ' : ''}the printed paper, ` +
  'or a bookmark if the device is yours)'

/** English sentences of a visitor’s ticket. `fr.ts` has the French ones, and their type. */
export const en: TicketWords = {
  title: 'My ticket',
  isHidden:
    'This number, or this address, is hidden on this box: nobody else reads it. What you ' +
    'had written stays here, for you.',
  yours: 'Your ticket',
  yoursOf: subject => `Your ticket: ${subject}`,
  lead:
    'A word and four digits tell how far what you sent has got. They stand large on your ' +
    'ticket. The word to say when you fetch something that is lent opens nothing here.',
  code: 'The word and the four digits',
  hint: 'For example: cerise 31 87',
  see: 'See how far it is',
  unknown:
    'This word and these digits tell nothing here. Look at those that stand large on your ' +
    'ticket: the word to say when you fetch something is not one of them. What was ' +
    'erased has no ticket any more. A question? Ask the keeper of the page.',
  answered: 'It was answered already: it is corrected here no more. Your ticket says where it is.',
  noMore: 'This is done here no more: an answer came. Your ticket says where it is.',
  notYours: 'This ticket opens nothing any more: what it followed was erased, or handed over.',
  goneTitle: 'This ticket opens nothing any more',
  gone: 'What it followed was erased, or handed over; or the address is not copied right.',
  goneAgreed: keeper =>
    `If a time was agreed by this ticket, do not count on it: ask ${keeper} first.`,
  stopped: ms =>
    'Too many tries from here. Wait ' +
    `${
      ms < 60_000 ? (ms > 1_000 ? `${Math.ceil(ms / 1_000)} seconds` : 'one second') : 'ten minutes'
    }` +
    ', or ask whoever keeps the page.',
  searchInstead: typed => `Search the page for “${typed}”`,
  sayIt: 'To find this ticket again, to say or to type in “My ticket”:',
  keepIt: keeper =>
    'Keep this word and these digits, or print this page: with them you ask here, or ask ' +
    `${keeper}, how far it is. They do not show what you wrote.`,
  keepAddress: isDrawn =>
    `${keep(isDrawn)}: it ` +
    'shows all that you wrote, and lets you correct it or erase it. Give it to nobody.',
  keepAddressSaid: isDrawn =>
    `${keep(isDrawn)}: ` +
    'there you will read the answer, and write in your turn. Give it to nobody.',
  keepAddressHeard: isDrawn =>
    `${keep(isDrawn)}: ` +
    'on this Wi-Fi it says where it stands, and no more. The answer is read at the box’s own ' +
    'computer, or by https. Give it to nobody.',
  typeAfter: path => `To type after the address of the first page: ${path}`,
  where: 'Where it stands',
  states: {
    waits: keeper => `Waiting to be read by ${keeper}. Nothing shows.`,
    correctionWaits: keeper => `Your correction waits to be read by ${keeper}.`,
    mended: keeper => `Shown. Your correction waits to be read by ${keeper}.`,
    reworded: keeper => `${keeper} mended the text.`,
    watched: 'Kept here, for you alone: this ticket tells what answers it.',
    carried: 'Waiting to be handed over.',
    read: 'Seen by the person who hands it over.',
    missed: 'Not handed over yet: nobody was found to take it. It will be tried again.',
    shown: 'Shown on the page.',
    seatWaits: 'Shown. It is full: you are on the waiting list.',
    seatFreed: 'Shown. A seat was given back: it is yours.',
    enough: 'Shown. There are enough people: it takes place.',
    gathered: 'Shown. There are enough people: a day is to be set.',
    short: 'Shown. People are still missing.',
    became: 'Shown. Something came of the idea: read it on the page.',
    declined: 'Not this time: your part does not count.',
    takenBack: 'You took your answer back: nothing of it shows.',
    answered: 'Shown, and somebody answered.',
    numberHidden: keeper =>
      'But a number in it is hidden: somebody said that it is theirs. If it is yours, tell ' +
      `${keeper}.`,
    closed: 'Your notice is closed: the lists show it no more.',
    left: keeper => `Not shown. To know why, ask ${keeper}.`,
    leftWhy: why => `Not shown. The reason given: “${why}”`,
    still: keeper => `Your correction is not shown. To know why, ask ${keeper}.`,
    stillWhy: why => `Your correction is not shown. The reason given: “${why}”`,
    delivered: 'Handed over.',
    sent: 'Sent: no answer yet.',
    replied: 'They answered you.',
    proposed: 'A time is proposed to you: your answer is awaited.',
    agreed: 'It is agreed.',
    ride: {
      over: 'But the notice of this ride is closed: ask whether it is still driven.',
      moved: 'But the hour or the day of the ride changed.',
    },
    date: {
      moved: 'But the day, the hour or the place has changed since.',
      off: 'But it is cancelled: it no longer takes place.',
      dayOff: 'But the day that was set is cancelled: the idea still stands.',
    },
    late: 'It is agreed, and they say that they are late.',
    fallen: 'They say that, in the end, it does not happen.',
    doneAsked: 'It is done, says the other person: say whether it is done for you too.',
    tellAsked: 'It is done, and you are asked whether it may be told.',
    done: 'It is done.',
    over: 'It is over: there is nothing more to say.',
    aside: (keeper: string) => `Was not handed over. Say it in another way, or speak to ${keeper}.`,
    off: keeper => `Taken off the page by ${keeper}, whom you may ask why.`,
    offWhy: (keeper, why) => `Taken off the page by ${keeper}. The reason given: “${why}”`,
    wordWaits: where => `A word waits for you: ask ${where.join(', or ')} for it.`,
  },
  seeIt: 'See it on the page',
  news: 'What is new',
  reasonAtAddress:
    'A reason was written for you. It stands at the address of your ticket (a bookmark, a photo ' +
    'of the drawing); a word and digits may be overheard, so they do not tell it.',
  answerAtAddress: keeper =>
    'To answer: the address of your ticket, on its paper or kept in your telephone' +
    (keeper === undefined
      ? '.'
      : `; or tell this code and your answer to the person who keeps the page (${keeper}).`),
  noteAnswer: 'Note their answer',
  newAtAddress: (keeper, isBetween) =>
    'Something new waits for you. To read it: the address of your ticket, on its paper or kept ' +
    `in your telephone${withoutAddress(keeper, isBetween)}`,
  readAtAddress: (keeper, isBetween) =>
    'To read what is said to you: the address of your ticket, on its paper or kept in your ' +
    `telephone${withoutAddress(keeper, isBetween)}`,
  byAddress: keeper =>
    'To correct it or take it off: open the address of your ticket, or say this word and these ' +
    `digits to the person who keeps the page (${keeper}).`,
  sent: 'What you sent',
  sentReworded: 'What you sent, as it was mended',
  goOn: 'Back to where I was',
  correct: 'Correct',
  correctTitle: 'Correct what you sent',
  correctLead: keeper => `Your correction will be read by ${keeper} before it shows.`,
  correctShown: 'Meanwhile, what shows stays as it was. If it is urgent, erase it instead.',
  correctAct: 'Send the correction',
  corrected: 'The correction is sent.',
  takeBack: 'Erase it all',
  takeBackTitle: 'Erase what you sent?',
  takeBackLead:
    'All of it will be erased here for good: what waits, what shows, and this ticket. It ' +
    'can’t be undone.',
  takeBackCopies:
    'Paper already printed and copies already carried away can’t be reached from here.',
  takeBackTalks:
    'The conversations about it are over: the others will read that you erased what you had ' +
    'written.',
  takeBackMine: 'Erase what I said',
  takeBackSaid:
    'Your words, your first name and how to reach you will be erased here for good, and this ' +
    'ticket too. The other person will read that you withdrew. It can’t be undone.',
  takeBackAct: 'Yes, erase it all',
  keepThere: 'No, back to the ticket',
  takenBack: 'It is erased: nothing of it is left here.',
  qrLabel: 'Drawing that opens this ticket',
}

const withoutAddress = (keeper: string, isBetween: true | undefined): string =>
  isBetween
    ? '. If you no longer have this address: these words are between the two of you, nobody ' +
      `else reads them. To have a word left for you: ${keeper}.`
    : `; else, ask ${keeper}.`
