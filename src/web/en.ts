import type { fr } from './fr.ts'

export const en: typeof fr = {
  defaultName: 'A village page',
  heading: 'What is given, lent and wanted around here',
  notFound: 'There is no such page',
  notFoundDo:
    'The address may have changed. Search with the field at the top of the page, or go back ' +
    'to the first page.',
  notHere: 'This page does not open on this Wi-Fi',
  notHereDo: 'It is gone, or it is read with a card, where nobody else can read it.',
  putAway: 'This page is put away',
  putAwayHere: brick =>
    `Here, “${brick}” is put away for now. Nothing is lost: all comes back once it is taken ` +
    'up again.',
  askKeeper: keptBy =>
    keptBy === ''
      ? 'Do you miss it? Tell the keeper of the page.'
      : `Do you miss it? Tell ${keptBy}.`,
  takeUp: 'Take it up again',
  undone: 'This no longer shows',
  undoneDo:
    'What was here was shown, then hidden again. If it comes back, this address leads to it.',
  erased: 'This was erased',
  erasedDo: 'What was written here was erased for good. Nothing of it is left on the page.',
  forbidden: 'That is not possible from here',
  badHost: 'This is not the box’s address. Open the page by the address written on the card.',
  cutForm: 'A piece is missing',
  cutFormDo: 'The form arrived incomplete, and nothing was saved. Go back and send it again.',
  badForm:
    'This form does not come from this page, or was open for more than a day. Go back, ' +
    'reload the page and send it again.',
  notWhereHeard:
    'On an open Wi-Fi anyone could read it, or do it in your place. Come to the box, or ' +
    'open the page by https.',
  keeperOnly: 'This page is for the keeper.',
  tooLarge: 'That is too large',
  tooLargeDo: (most: string) =>
    `What was sent is more than ${most}. Cut it in pieces and try again.`,
  toAnswer: title => `One question: ${title}`,
  toMend: title => `To mend: ${title}`,
  sentBefore: 'You sent it already.',
  sentSee: 'See what became of it',
  sentLost: keeper =>
    `(with the word and digits of its ticket. You no longer have them? Tell ${keeper} what ` +
    'you wrote: what you sent is there.)',
  forNoCard:
    'This notice is read with a card only: does its author agree that somebody without a card ' +
    'answers it?',
  sendAnyway: 'Send it all the same',
  sendTwice: 'Send it a second time all the same',
  tooMany: 'Too much at once',
  tooManyNames:
    'This form has more fields than those of the box, and nothing was saved. Go back to the ' +
    'page and fill it in again.',
  noRoom: 'Others are sending large files at the moment. Go back, wait a minute and send it again.',
  later: 'The box is catching its breath',
  laterDo:
    'It received a lot from here, and yours has not gone yet. Keep this page and send it ' +
    'again in a few minutes.',
  sendAgain: 'Send again',
  tooManyDo: 'The box is receiving a lot. Nothing is lost: wait a few minutes and send it again.',
  onceDo:
    'You have just done it. To do it again, wait ten minutes, or ask the person who keeps ' +
    'the page.',
  failed: 'Something went wrong on our side',
  failedDo: (reference: string) =>
    'Nothing was half saved. Try again; if it happens again, tell the keeper: reference ' +
    `${reference}.`,
  full: 'The box is full. What you wrote is not saved: keep it, and tell the keeper.',
  busy: 'The box is already checking other passphrases. Wait a minute and try again.',
  tooManyTries:
    'Too many tries from here. Wait ten minutes, or sign in at the box itself: there, the ' +
    'right phrase is never kept waiting.',
  back: 'Back to the first page',
  goBack: 'Back to the page before',
  signIn: 'The keeper of this page',
  passphrase: 'Passphrase',
  own: 'This is my own device (otherwise ten idle minutes close it)',
  enter: 'Enter',
  noPassphrase:
    'This page has no passphrase for now. One is chosen at the box itself, or with the code ' +
    'that it says.',
  choosePassphrase: 'Choose a passphrase',
  wrongPassphrase: 'That is not the right phrase. Check capitals and spaces, and try again.',
  signInHere: (address: string) =>
    `On an open Wi-Fi anyone could read your passphrase. Open ${address} instead (the ` +
    'browser will warn of a certificate: compare the words of its fingerprint with those on ' +
    'your sheet), or come to the box.',
  signInNoTls: 'On an open Wi-Fi anyone could read your passphrase. Come to the box.',
  held: {
    ended:
      'The visit in which this was written has closed. Enter as before (same card or same ' +
      'passphrase): what you wrote is kept and goes right after. If somebody else enters, ' +
      'nothing goes in their name.',
    notBegun:
      'Enter first. What you wrote is kept: you will read it again, then send it in your name.',
    title: 'Read before it goes',
    read: name =>
      'This was written before you entered, and has not gone. Read it: if you send it, it ' +
      `goes in your name, ${name}.`,
    readAsPage:
      'This was written before you entered, and has not gone. Read it: if you send it, it ' +
      'is whoever keeps the page who says it.',
    send: 'Send',
    anothers: 'Somebody else had written on this page: nothing went in your name.',
    anothersKept:
      'Somebody else had written on this page: nothing went in your name. It is kept until ' +
      'tomorrow for whoever wrote it, who finds it on coming in.',
  },
  hello: 'Welcome. The page is yours for this visit.',
  bye: 'Closed.',
  megabytes: (n: number) => `${n} MB`,
  kilobytes: (n: number) => `${n} kB`,
  pictures: {
    notAPicture: (name: string) =>
      `“${name}” is not a photo that this page can read. Choose a JPEG, PNG or WebP photo.`,
    heic: (name: string) =>
      `“${name}” is in the HEIC format, which few devices can read. In the camera’s ` +
      'settings choose “most compatible”, or send a screenshot of the photo.',
    tooHeavy: (name: string) => `“${name}” is more than 8 MB. Send a screenshot of the photo.`,
    tooManyPixels: (name: string) =>
      `“${name}” is too large: twelve megapixels at most. Send a screenshot of the photo.`,
    tooMany: (most: number) => `${most} photos at most. Send fewer.`,
  },
  cards: {
    title: 'Neighbour’s card',
    nobody: 'This person is no longer known to this box: the card is not made.',
    qrLabel: (name: string) => `Drawing that opens the page for ${name}`,
    number: 'Number of the card, or first name',
    fourWords: 'The four words, or your phrase',
    numberPrinted: 'Number',
    phraseElsewhere: 'A phrase is chosen at the box, or by https, once you have entered.',
    phraseKept: 'Noted: your first name and this phrase open your page.',
    phraseShort: (least: number) =>
      `This phrase is too short or too simple: ${least} letters at least, four words for instance.`,
    lostElsewhere:
      'A lost card is closed at the box’s own computer, or in https. The person who keeps the ' +
      'page closes it too, at once.',
    lostSaid: (keeper: string) =>
      'Your lost card opens nothing any more. Choose a phrase here so that you can come back, or ' +
      `ask for another card: ${keeper}.`,
    typeAt: (address: string) =>
      `Without a phone that reads drawings: ${address}, then the number and the four words.`,
    typeAtBox: 'On the computer where the page is: “Enter”, then the number and the four words.',
    taken: 'Nothing opens their page any more: no card, no phrase, and the visits are closed.',
    keepIt:
      'Keep it like a key: whoever holds it can write in your name. Lost? Tell the person ' +
      'who keeps the page: they make another. The old one opens nothing, nor does a phrase ' +
      'chosen with it.',
    printCard: 'Print the card, to cut out',
    lost: (keeper: string) => `Keep it like a key. Lost or found? ${keeper}`,
    printNow: 'Print this page now: the box keeps no copy.',
    back: 'Back to the neighbours',
    isItYou: (name: string) => `Hello ${name}, is it you?`,
    itIsMe: 'Yes, it is me',
    itIsNot: 'No',
    isShared: 'Is this computer shared?',
    sharedYes: 'Yes, or I don’t know: ten idle minutes close the visit',
    sharedNo: 'No, it is my own device',
    endsWithVisit: 'The visit closes with the browser, or after ten idle minutes.',
    enterTitle: 'Enter with your card',
    openMine: 'Open my page',
    enterLead:
      'The number and the four words are on your card. Your first name does instead of the ' +
      'number if nobody else here bears it. Accents and capitals do not matter.',
    keepsPage: 'Do you keep the page? Your passphrase has its own box:',
    keepsPageHere: 'under “The person who keeps the page”',
    noCard:
      'No card? Everything can be read without one, and a notice is written without one ' +
      'too. To get one, ask the person who keeps the page, who also closes a lost card at ' +
      'once.',
    madeBefore:
      'This card was made already, and is not shown any more. Nothing changed: the last ' +
      'card made stays the good one. To make another, go by the person’s page.',
    notACard:
      'This card opens nothing any more: another may have been made since. Ask the person ' +
      'who keeps the page.',
    wrong: keeper =>
      'This is not the right number, or not the right words. Look at the card and try again ' +
      `with its number. Is the card lost? Ask for another one from ${keeper}: ` +
      'the old one will open nothing any more.',
    replaced: {
      card: keeper => `This card was replaced: ask ${keeper} for the new one.`,
      visit: keeper =>
        'A new card was made, and it closed your visit. Come in with it, or ask ' +
        `${keeper} for it.`,
    },
    takenBack: {
      card: keeper => `This card opens nothing any more: ask ${keeper} for another one.`,
      visit: keeper =>
        'Your card opens nothing any more, and your visit is closed. Ask ' +
        `${keeper} for another one.`,
    },
    keeper: 'the person who keeps the page',
    wait: (seconds: number) =>
      seconds === 1 ? 'Wait a second, then try again.' : `Wait ${seconds} seconds, then try again.`,
    stopped: 'Too many tries from here. Wait ten minutes; the drawing of a card goes on opening.',
    hello: (name: string) => `Hello ${name}.`,
  },
  welcome: {
    title: 'Welcome',
    leads: (name: string) =>
      `This Wi-Fi does not lead to the Internet. It leads to the page “${name}”: what is ` +
      'given, lent and looked for around here.',
    type: 'To read it, now or later, type in your browser:',
    aloud: 'ten, ten, ten, ten',
    seen: 'I have seen it',
    stay: 'If the phone says that there is no Internet, answer that you stay connected.',
    done: 'All is well',
    stays: 'Your phone may stay on this Wi-Fi.',
    read: 'Read the page',
    window:
      'If this window opened by itself, rather close it, open your browser and type the ' +
      'address: in this window nothing can be downloaded, and what you write is lost when ' +
      'it closes.',
    kept:
      'The box remembers that your device has seen this page: its address on this Wi-Fi, ' +
      'nothing else, and two hours at most after it left.',
    ask: (keeper: string) => `A question? Page kept by ${keeper}.`,
    askHere: 'A question? Ask at the counter.',
  },
  search: {
    title: (words: string) => `Search: ${words}`,
    empty: 'Search',
    instead: (asked: string) => `Nothing for “${asked}”; here is what comes near.`,
    near: (asked: string, shown: string) => `${asked}: nothing here yet. The nearest is ${shown}.`,
    none: (asked: string) =>
      `Nothing for “${asked}”. Try a shorter word, or the name of a village.`,
    hint: 'Write one or two words at the top of the page: a tool, a name, a village.',
    more: 'There are others: add a word.',
    beside: 'See also',
    /** Nothing there answers. */
    toldOf: 'These words are read there',
    /** Another name of the words stands there. */
    maybe: 'Perhaps',
    /** No record holds all the words. */
    some: 'Not quite that: one of the words is read there',
    found: (n, isMore) =>
      `${n === 1 ? 'One answer' : `${n} answers`}${isMore ? ', and what speaks of it' : '.'}`,
    notIt: 'Not what you look for?',
    /** Whom to ask what was not found: the keeper as the page names them. */
    askWhom: keeper => `A question? Ask ${keeper === '' ? 'whoever keeps this page' : keeper}`,
    tellWhom: keeper =>
      `Nothing was found here for this. Tell ${keeper === '' ? 'whoever keeps this page' : keeper}`,
    orRelay: 'or a relay',
    byCard: 'visible with a card',
    small:
      'the a an of to in on at by for from with and or my your his her its our their this that ' +
      'these those i you he she it we they me him us them is are am be was were been have has ' +
      'had do does did can could will would should may might must want need what which who whom ' +
      'where when why how there here please hello s t d m ll re ve not no if',
    over: kind => `${kind}, over`,
  },
  done: 'Done lately',
  nothingYet: 'Nothing here yet. The first notices are yours to write.',
}
