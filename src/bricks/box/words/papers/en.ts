import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'The papers of the box',
  lead: 'To print in black, and put down or away near the box.',
  toBag: 'Open the kit bag',
  wifiAsk: 'The name of its Wi-Fi',
  wifiHint: 'As the phone shows it. Without it, the card leaves room to write it by hand.',
  wifiOpen: 'It is open to all, without a password',
  wifiIs: (name: string) => `The Wi-Fi of this box: “${name}”.`,
  kinds: {
    counter: {
      title: 'The counter card',
      print: 'Print the card',
      lead: 'Two gestures, two drawings: the Wi-Fi, then the page. A5, to stand where people pass.',
    },
    keep: {
      title: 'Keeping the box',
      print: 'Print the sheet',
      lead: 'For you, on both sides: every week, when it does not work, when it is stolen.',
    },
    host: {
      title: 'Hosting the box',
      print: 'Print the page to sign',
      lead:
        'For whoever lends a socket: what it is, what it does not do, who comes. Two ' +
        'signatures.',
    },
  },
  noName: 'the page of here',
  keeper: 'whoever keeps the page',
  printed: (day: string) => `printed on ${day}`,

  card: {
    title: 'To read here, on your phone',
    lead: 'What is given, lent and looked for around here. No account, and no Internet.',
    first: '1. The Wi-Fi',
    open: 'Point the camera at the drawing, or choose this name in the phone’s Wi-Fi. No password.',
    byHand:
      'In the phone’s Wi-Fi, choose this name. If it asks for a password, it is the one ' +
      'written here.',
    name: 'Its name',
    password: 'Password',
    noSuchName:
      'The name that was typed can’t be that of a Wi-Fi: 32 letters at most, an accented ' +
      'letter counts as two. Type it again, or write it here.',
    second: '2. The page',
    aloud: 'ten, ten, ten, ten',
    type:
      'Point at the drawing, or type these numbers, with their dots, at the very top of the ' +
      'browser.',
    address: 'Its address',
    addressByHand:
      'No network leads to this page yet: write its address here on the day when a phone reaches ' +
      'it, once it was tried.',
    thisAddress: 'the address written here',
    noInternet: 'The phone says “no Internet”?',
    stay: 'That is normal. Answer “stay connected”, or “use this network as is”.',
    nothing: 'Nothing opens?',
    mobile: 'Switch mobile data off for a moment, and type',
    noPhone: 'No phone?',
    ask: (keeper: string) => `Ask, or leave a slip: ${keeper}.`,
    drawWifi: (name: string) => `Drawing that joins the Wi-Fi ${name}`,
    drawPage: (address: string) => `Drawing that opens ${address}`,
  },

  keep: {
    title: 'Keeping the box',
    lead:
      'A small machine, a socket, no screen. This sheet is kept at your home, with your card ' +
      'of ten codes; it hangs nowhere.',
    helper: 'Who helps when one no longer knows what to do',
    phone: 'Telephone',
    facts: {
      wifi: 'Its Wi-Fi',
      page: 'To read',
      enter: 'To keep the page',
      words: 'Its five words',
      fingerprint: 'Its certificate, in six words',
      begins: 'As the browser shows it',
    },
    byHand: 'to copy here: ……………………………………………………………',
    certificate:
      'At the first visit over https, the browser warns of an unknown certificate: that is ' +
      'normal, provided that it is its own. Before accepting, open the details of the ' +
      'certificate, “SHA-256 fingerprint”: it begins as above. If not, it is not your box: ' +
      'do not type your passphrase.',
    weekly: 'Every week',
    week: [
      'Plug in the USB key named COCOTE, wait ten minutes, pull it out: the backup is made ' +
        'by itself.',
      'On the page “The box”, read the day of the last backup: it is today.',
      'Put the key away, elsewhere than near the box.',
      'Read what waits: notices to show, requests of other boxes.',
      'On the page “The box”, look at the time, the room, the heat: what is wrong is said ' +
        'there in a sentence.',
      'At the counter: the card is there and readable; the slips that were left are keyed.',
      'Touch “Sign out” when leaving.',
    ],
    wrong: 'When it does not work',
    seen: 'What one sees',
    doing: 'What one does',
    faults: [
      [
        'The Wi-Fi does not show',
        'Unplug, count to ten, plug in again, wait five minutes. It may be cut at any ' +
          'moment: what was recorded stays.',
      ],
      [
        'The phone says “no Internet”',
        'That is normal. Stay connected. If the page does not come, switch mobile data off ' +
          'for a moment, and the VPN if there is one.',
      ],
      [
        'The browser searches the web',
        'A dot or a number is missing: type the whole address, in the address bar. Nothing in ' +
          'letters, no spaces.',
      ],
      [
        'Another site than the page opens',
        'The phone is on another network. Take the Wi-Fi of the box again, close the tab, ' +
          'type the address.',
      ],
      [
        'The browser warns of a certificate',
        'There is “https” before the address: it is the door of whoever keeps the page. To ' +
          'read, type the four numbers alone.',
      ],
      [
        '“The box has no room left”',
        'One still reads. The page “The box” says what takes the room, and what may go.',
      ],
      ['The time is wrong', 'On the page “The box”, in one gesture, it takes that of your phone.'],
      ['An update does not answer', 'Wait five minutes: the old version comes back by itself.'],
      [
        'The passphrase is forgotten',
        'It takes a screen and a keyboard on the box: call whoever helps.',
      ],
      [
        'It does not start at all',
        'Prepare another one and restore the last backup of the COCOTE key: with whoever helps.',
      ],
      [
        'None of these',
        'Unplug it: the village still has its paper and its notebook. Call whoever helps, ' +
          'without hurry.',
      ],
    ],
    stolen: 'Stolen, lost, or no longer ours',
    thief:
      'Whoever holds it can read everything: the notices, and also what never leaves it ' +
      '(numbers confided, messages, what waits). Nothing in it is encrypted. The COCOTE key ' +
      'opens only with the passphrase of somebody who keeps the page.',
    stolenDo: [
      'Tell the people whose number was in it. The same day, simply.',
      'At each paired box, whoever keeps the page dismisses it: “The boxes”, its name, ' +
        '“Dismiss”. What it writes afterwards will be left aside; that is undone if it is ' +
        'found.',
      'Elsewhere, install a new box and pair it with its neighbours: what the village wrote ' +
        'comes back from them. The COCOTE key would give back the name that the thief holds ' +
        'too: it serves where there is no neighbour, or when the box is broken.',
      'Change the passphrase, draw ten new codes, make the residents’ cards again: the old ' +
        'ones open nothing any more.',
      'Found after that, do not plug it in again: two machines of one name hinder each ' +
        'other. Call whoever helps.',
    ],
    two: 'Two boxes, one address',
    twoWhy:
      'All boxes are read at the same address, and the browser takes them for one. Touch ' +
      '“Sign out” before going to another; look at the fingerprint of its own certificate ' +
      'there, even if the browser asked nothing.',
  },

  host: {
    title: 'Hosting the box',
    lead: (name: string) =>
      `A small machine put in your place, for everybody: “${name}” is read and written ` +
      'there, with one’s phone, on the spot.',
    what: 'What it is',
    points: [
      'A case the size of a book, a socket, no screen, no noise. Away from water, grease and sun.',
      'It does not use your Internet for those who read, even when a cable joins it to your ' +
        'network: the machine takes only the time there, and the repairs of its system. If ' +
        'you are willing to have it read by that cable too, whoever keeps the page can have ' +
        'it fetch an address. Its Wi-Fi leads to nothing but itself, some tens of steps ' +
        'around.',
      'It does not keep what people do with their phone: it sees only what they read and ' +
        'write on it.',
      'You may unplug it any day, without a word and without breaking anything. What was ' +
        'recorded stays.',
      'You have nothing to repair and nothing to watch: whoever keeps the page does, and ' +
        'takes down what must not stay.',
    ],
    power: 'Electricity',
    watts:
      'On all year, less than ten euros: a bare Raspberry Pi 3 or 4 takes 2 to 3 watts ' +
      '(Raspberry Pi documentation: 400 to 600 mA at 5 volts). Counting 5 watts, with its ' +
      'supply and what is plugged into it: 44 kWh a year, 9 euros at the regulated French ' +
      'price of February 2025 (€0.2016 a kWh, base option). An old PC takes much more. ' +
      'Yours is to be measured with a power meter; a watt costs less than 2 euros a year:',
    measured: 'Measured here, in watts',
    fails: 'When it fails',
    comes: (keeper: string) => `You call, and somebody comes: ${keeper}.`,
    phone: 'Telephone',
    spare: 'And, when they are away',
    law: 'The law in France, in short',
    laws: [
      'Opening this Wi-Fi is no longer declared: ordinance 2021-650 ended that, says Arcep. ' +
        'Its frequencies are free to use, with conforming equipment at low power (ANFR).',
      'The CNIL recalls that whoever offers Internet access to the public (bars, communes…) ' +
        'keeps connection data for a year. This box does not offer the Internet. We found no ' +
        'text that says so for a box like this one: this point is not verified. If in doubt, ' +
        'ask the town hall or a lawyer.',
      'What people write on it, whoever keeps the page takes down as soon as it is reported ' +
        '(law of 21 June 2004, article 6). That whoever only lends the socket does not answer ' +
        'for it, we could not verify.',
    ],
    signs: 'Signed in two copies',
    until: 'Until the day that either says. Name, date and signature:',
    hosts: 'Who hosts',
    keeps: 'Who keeps the box',
  },
}
