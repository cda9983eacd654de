import type { PageQuestion } from '../../../contract/search.ts'
import { saySize } from '../../../ui/sizes.ts'
import type { fr } from './fr.ts'
import { kitBagEn } from './kit-bag/en.ts'
import { en as papers } from './papers/en.ts'

const size = (bytes: number): string => saySize(bytes, 'en')

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'The passphrase, the codes and backups',
    text: 'Change one, make the others again, take all away.',
    href: '/borne/sauvegardes',
    who: 'keeper',
    asked: ['change* password/passphrase', 'backup/save/restore page/all/data*'],
  },
  {
    words: 'The box',
    text: 'How it is, and how to turn it off.',
    href: '/borne',
    who: 'keeper',
    asked: ['turn/unplug/stop/restart/broken/machine box/off*'],
  },
]

export const en: typeof fr = {
  questions,
  types: {
    'kit-bag': {
      one: 'kit bag of an evening',
      many: 'kit bags of evenings',
      add: 'Prepare a bag',
      fields: {
        day: { label: 'Which day' },
        where: { label: 'Where' },
        carries: { label: 'Who carries' },
        kit: { label: 'Which kit' },
        left: { label: 'Left' },
        back: { label: 'Back' },
        emptiedOn: { label: 'Emptied on' },
      },
    },
    'bag-thing': {
      one: 'thing of the bag',
      many: 'things of the bag',
      add: 'Add a thing',
      fields: {
        name: { label: 'What' },
        count: { label: 'How many' },
        pocket: { label: 'In which pocket' },
        lentBy: { label: 'Lent by' },
        origin: { label: 'Which line of the first list' },
        out: { label: 'Taken off the list' },
      },
    },
  },
  kitBag: kitBagEn,
  papers,
  title: 'The box',
  lead: 'The small machine that holds this page: how it is, and what there is to do with it.',
  itsName: 'Its five words',
  itsNameLead:
    'They name it to the boxes nearby. They are read aloud to whoever keeps the other box.',
  around: 'Around it',
  askHelp:
    'It fails, or you wonder? Call whoever installed it: their number is on the sheet ' +
    '“Keeping the box”.',
  askElse: keptBy => `For the rest: ${keptBy}.`,
  toBoxes: 'The other boxes',
  noMachine: 'Nothing is known here of the machine.',

  feels: 'How it is',
  fine: 'It is well.',
  unknown: 'This can’t be known on this machine.',
  names: {
    log: 'What the page has kept',
    check: 'What the box checks',
    clock: 'The time',
    disk: 'Room',
    memory: 'Memory',
    heat: 'Heat',
    power: 'Electricity',
    wifi: 'The Wi-Fi',
    card: 'The card',
    lapse: 'What the card remembers',
  },
  troubles: {
    log: '',
    check: '',
    clock:
      'It does not know the time: the dates of what is written are said “around…”. Give it ' +
      'the time, below.',
    disk:
      'Not much room is left. Take away photos or files that are of no use any more, or put ' +
      'in a larger card.',
    memory:
      'It is short of memory: pages come slowly. Switch it off and on again; if that comes ' +
      'back, call whoever installed it.',
    heat:
      'It is hot. Take it out of the sun, away from the oven or the coffee machine, and leave ' +
      'air around it.',
    power:
      'The electricity was too weak. It needs the power supply of the machine and a short ' +
      'cable, not the USB socket of something else.',
    wifi:
      'The Wi-Fi does not seem to be open. Unplug the box, plug it in again, wait two ' +
      'minutes; if a phone still does not see it, call whoever installed it.',
    lapse:
      'The card says that it wrote sooner than a card can: it may be a counterfeit, which ' +
      'forgets at the first power cut. In doubt, put in a card of a good make.',
    card: 'The card is wearing out. Make a backup on a key, and plan for a new card.',
  },
  graves: {
    log:
      'The file where everything is written is damaged. Keep the last backup: make no new one ' +
      'over it. Whoever installed the box can see what is touched, with “cocote check”. Then, ' +
      'at the box itself, the last whole backup is put back: what was written since and still ' +
      'reads is taken up again.',
    check:
      'The weekly check found something damaged: it is said below. Keep the last backup, ' +
      'make no new one over it, and call whoever installed it.',
    clock: '',
    disk:
      'Room is running out: soon nothing more can be written. Reading goes on. Take away ' +
      'photos or files today, or put in a larger card.',
    memory:
      'Memory is running out: the page may stop. Switch the box off and on again; if that ' +
      'comes back, call whoever installed it.',
    heat:
      'It is too hot and slows down. Put it in the shade now, leave air around it; if need ' +
      'be, switch it off for an hour.',
    power:
      'The electricity is too weak right now: it may go off in the middle of writing. ' +
      'Change the power supply or the cable.',
    wifi:
      'The radio that opens the Wi-Fi is gone: no phone can read the page. If it is a stick, ' +
      'put it back; else call whoever installed it.',
    lapse:
      'The card forgot what it said that it had written. If nobody put back an old copy, ' +
      'change it this week. What was shown comes back from the other boxes; what was in ' +
      'this box alone (telephones, words left) is lost for that moment.',
    card:
      'The card is at the end of its life, or made errors. Make a backup today, and change ' +
      'the card.',
  },
  logBack: 'Put a backup back',
  troublesShort: {
    log: 'the file where everything is written is damaged: read what to do',
    check: 'the box found something damaged',
    clock: 'the box does not know the time',
    disk: 'the box is running out of room',
    memory: 'the box is running out of memory',
    heat: 'the box is too hot',
    power: 'the electricity of the box is too weak',
    wifi: 'the Wi-Fi of the box does not open',
    card: 'the card of the box must be changed',
    lapse: 'the card of the box forgets',
  },
  diskIs: (free, total) => `${size(free)} left of ${size(total)}.`,
  memoryIs: (free, total) => `${size(free)} left of ${size(total)}.`,
  heatIs: degrees => `${degrees} °C.`,
  powerIs: { good: 'Strong enough since it was switched on.', low: 'Too weak right now.' },
  powerWas: moment => `Too weak, last seen ${moment}.`,
  powerUnknown: 'This can’t be known on this machine. Only a Raspberry Pi measures it.',
  wifiIs: {
    open: 'Open.',
    shut: 'It does not seem to be open.',
    absent: 'The radio is not there.',
  },
  cardKinds: { sd: 'A memory card', emmc: 'A soldered memory', nvme: 'A disk', disk: 'A disk' },
  cardUsed: percent =>
    percent > 100
      ? 'It has outlived what its maker planned.'
      : `Worn to ${percent} % at most, by its own account.`,
  cardNotKnown:
    'Such a card does not say how worn it is: it can’t be known. Two or three years of ' +
    'service, then a new one.',
  cardDiskNotKnown: 'How worn it is can’t be read from here.',
  cardNone: 'What it writes on can’t be known.',
  cardSpares: { good: '', few: 'Its spares are nearly used up.', none: 'Its spares are used up.' },
  cardFaults: n =>
    n === 0 ? 'No error noted.' : n === 1 ? 'One error noted.' : `${n} errors noted.`,
  lapse: {
    ahead: n =>
      n === 1
        ? 'one thing that was shown was no longer there'
        : `${n} things that were shown were no longer there`,
    taken: n =>
      n === 1
        ? 'another box gave one of its writes back'
        : `another box gave ${n} of its writes back`,
    forked: () => 'it had written two different sequels, both are kept',
  },
  lapseOn: (day, what) => `Seen ${day}: ${what}.`,
  writtenTitle: 'Written to the card',
  writtenOurs: (bytes, since) => `Since ${since}, this page wrote ${size(bytes)}`,
  writtenAll: bytes => `, the whole machine ${size(bytes)}.`,
  writtenStop: '.',
  writtenUnknown: 'What is written is not counted on this machine.',

  clock: 'The time',
  clockIs: (time, day) => `Here it is ${time}, ${day}.`,
  clockBy: {
    person: 'Somebody set it since it was switched on.',
    network: 'It takes the time from the network.',
    battery: 'It has a clock with a battery.',
    computer: 'It takes the time of the computer.',
  },
  clockUnknown:
    'It does not know whether that is right: it has neither battery nor network, and nobody ' +
    'gave it the time since it was switched on.',
  clockOdd: {
    release: 'That is not right: it is before this version went out.',
    entries: day =>
      `That is probably not right: things are written here ${day}. If it is right, give the ` +
      'time below, and you are believed.',
  },
  clockTap: 'Set it from this telephone',
  clockTyped: 'Give the time by hand',
  clockTypedLead: 'Read it on your telephone.',
  clockDay: 'The day',
  clockDayHint: 'For example 25/11/2026.',
  clockTime: 'The time',
  clockTimeHint: 'For example 14:32.',
  clockSet: 'Set the time',
  clockBack: 'Yes, that is the time, even if things are written here at a later date',
  clockElsewhere:
    'This page runs on a computer: that one sets its own time, in its settings. On an ' +
    'installed box, the time is given here, from a telephone.',

  version: 'The version',
  versionIs: version => `Version ${version} is running.`,
  versionBefore: version => `If it did not answer, version ${version} would come back by itself.`,
  versionNone:
    'To change it: copy to a USB key the file that you were given (its name begins with ' +
    'cocote-), plug that into the box, and open this page again.',
  versionOffered: (version, made, by) =>
    `Version ${version}, made ${made}${by === '' ? '' : `, signed by ${by}`}.`,
  versionOlder: 'It is older than the one that runs.',
  versionWrong: (name, why) => `${name}: ${why}`,
  versionLead:
    'The page stops for a minute or two. Make a backup first. If the new version does not ' +
    'answer, the old one comes back alone.',
  versionTake: version => `Put in version ${version}`,
  versionBack: version => `Go back to version ${version}`,
  code: 'One of the ten codes on the keeper’s sheet',
  told: {
    saved: ([file, bytes, hurt]) =>
      `It is on the key: ${file ?? ''} (${size(Number(bytes ?? 0))}).${hurt ? ` ${hurt}` : ''}`,
    codeGiven: () => 'The page was not open yet: the key got the opening code, and no backup.',
    noKey: () => 'No key named COCOTE was plugged in.',
    notReady: () =>
      'The box does not know the passphrase yet: sign out, sign in again, and try once more.',
    full: ([mb]) =>
      `The key is too small: there is no room for ${mb ?? '?'} MB. Empty it, or take another.`,
    unwritable: () => 'The key lets nothing be written. Take another.',
    oddKey: () => 'Something on the key is not as it should be. Take another.',
    unmountable: () =>
      'The key can’t be opened. On a computer, format it again as “exFAT”, and name it COCOTE.',
    liedTo: () =>
      'The key says that it wrote, and does not give back what it was given. Throw it away, ' +
      'take another.',
    failed: () =>
      'The backup did not come to its end. Try once more; if it lasts, call whoever ' +
      'installed the box.',
    whole: () => 'All is in order.',
    undone: lines =>
      'The check could not be done; that says nothing of your data, and it will be done ' +
      `again next week. ${lines.join(' ')}`,
    hurt: lines => `Something is damaged. ${lines.join(' ')}`,
  } as Readonly<Record<string, (more: readonly string[]) => string>>,
  toldOther: (done, key) => (done ? 'It is done.' : `It could not be done (${key}).`),
  toldOn: (moment, what) => `${moment}: ${what}`,
  lastChange: 'Last change',

  backup: 'Backup and check',
  backupLead:
    'A USB key named COCOTE, plugged into the box, gets a sealed backup by itself: the ' +
    'passphrase alone opens it. Heavy files (music, films) are not in it: keep the key that ' +
    'they came from.',
  backupLast: 'Last backup',
  backupTaken: 'Last backup taken away by page',
  backupNever:
    'None since this box was installed. A card may fail one day: plug in a key this week.',
  backupNow: 'Make a backup on the key now',
  backupLaptop: 'A sealed file, to be kept elsewhere.',
  saves: 'Back up and take away, by this page',
  checkLast: 'Last check',
  checkNever: 'Not yet. The box looks at itself once a week.',

  off: 'Switch off',
  offLead:
    'A power cut loses nothing. But if you have the time, switch it off first: the card ' +
    'lasts longer. To start it again, unplug it and plug it in.',
  offYes: 'Yes, switch the box off: the page stops for everybody',
  offNow: 'Switch the box off',

  lost: 'Lost or stolen',
  lostLead:
    'What can be read by whoever has the box in their hands, and what there is to do. To ' +
    'print, and to keep far from it.',
  lostLink: 'The box is lost or stolen: what to do',
  lostReads: 'What can be read',
  lostReadsLead:
    'The card is not sealed, so that the box comes back by itself after a power cut. ' +
    'Whoever has it in their hands and knows how can read:',
  lostReadsList: [
    'all that the page shows to everybody already;',
    'what stays in the box: telephones given in confidence, words left for somebody, ' +
      'notices not shown yet, what was refused;',
    'what goes between recognised boxes only;',
    'files and photos, shown or not;',
    'what was forgotten since, if it is in a copy that the card still keeps: the one made ' +
      'before a change of version, for a week; what a restored backup put aside, until ' +
      'somebody erases it;',
    'the key of the box: with it, one may write in its name, until the other boxes dismiss it.',
  ],
  lostSafe: 'What can’t be read',
  lostSafeList: [
    'the passphrase, the ten codes and the words of the cards: the box keeps only a print ' +
      'of them. A short phrase can be guessed all the same, with time;',
    'backups on a key: the passphrase alone opens them;',
    'what was forgotten for good, but in those copies, and for a laboratory.',
  ],
  lostDo: 'What there is to do, today',
  lostDoList: words => [
    `On another box, at “The boxes”, dismiss this one. Its five words: ${words}. Tick the ` +
      'box that tells the others.',
    'Tell the people whose telephone was in it that it may have been read. It is a duty ' +
      'when the risk is high (GDPR, article 34); the authority (in France, the CNIL) is told ' +
      'within 72 hours (article 33).',
    'Use the same passphrase nowhere again. Change that of your Wi-Fi if the box knew it.',
    'Somebody may have it in their hands? Begin with a new box, of other five words, ' +
      'another passphrase, other cards for members. The other boxes bring it what was shown; ' +
      'telephones are asked for again.',
    'It is only destroyed (water, fire)? Put the last backup into a new box, with whoever ' +
      'installed it. It keeps its five words; the other boxes trust it again.',
  ],
  lostBack: 'If it comes back',
  lostBackText:
    'Do not plug it in before it was looked at, with whoever installed it: somebody may ' +
    'have written in it. In doubt, a new card and the last backup.',
  lostAsk: keptBy => `For all the rest: ${keptBy}.`,
  toolAbout: {
    box: 'Whether it is well: room, heat, clock, new version, switching off.',
    saves: 'A copy of everything in one file, the passphrase, the ten codes.',
    papers: 'The card for the counter, how the box works, what to do when it does not.',
    bag: 'What to take along for an evening, ticked on leaving and on coming home.',
  },
  firstStep: 'Put a copy of everything on a key, or at home.',
}
