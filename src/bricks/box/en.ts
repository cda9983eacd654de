import type { fr } from './fr.ts'

const decimal = (n: number): string => n.toLocaleString('en-GB', { maximumFractionDigits: n < 10 ? 1 : 0 })
const size = (bytes: number): string =>
  bytes < 1e6 ? `${decimal(bytes / 1e3)} KB` : bytes < 1e9 ? `${decimal(bytes / 1e6)} MB` : `${decimal(bytes / 1e9)} GB`

export const en: typeof fr = {
  types: {},
  title: 'The box',
  lead: 'The small machine that holds this page: how it is, and what there is to do with it.',
  size,
  itsName: 'Its five words',
  itsNameLead: 'They name it to the boxes nearby. They are read aloud to whoever keeps the other box.',
  toBoxes: 'The other boxes',
  noMachine: 'Nothing is known here of the machine.',

  feels: 'How it is',
  fine: 'It is well. Nothing to do.',
  unknown: 'This can’t be known on this machine.',
  names: { clock: 'The time', disk: 'Room', memory: 'Memory', heat: 'Heat', power: 'Electricity', card: 'The card' },
  troubles: {
    clock: 'It does not know the time: the dates of what is written are said “around…”. Give it the time, below.',
    disk: 'Not much room is left. Take away photos or files that are of no use any more, or put in a larger card.',
    memory: 'It is short of memory: pages come slowly. Switch it off and on again; if that comes back, call whoever installed it.',
    heat: 'It is hot. Take it out of the sun, away from the oven or the coffee machine, and leave air around it.',
    power:
      'The electricity was too weak. It needs the power supply of the machine and a short cable, not the USB socket of something else.',
    card: 'The card is wearing out. Make a backup on a key, and plan for a new card.',
  },
  graves: {
    clock: '',
    disk: 'Room is running out: soon nothing more can be written. Reading goes on. Take away photos or files today, or put in a larger card.',
    memory: 'Memory is running out: the page may stop. Switch the box off and on again; if that comes back, call whoever installed it.',
    heat: 'It is too hot and slows down. Put it in the shade now, leave air around it; if need be, switch it off for an hour.',
    power: 'The electricity is too weak right now: it may go off in the middle of writing. Change the power supply or the cable.',
    card: 'The card is at the end of its life, or made errors. Make a backup today, and change the card.',
  },
  troublesShort: {
    clock: 'the box does not know the time',
    disk: 'the box is running out of room',
    memory: 'the box is running out of memory',
    heat: 'the box is too hot',
    power: 'the electricity of the box is too weak',
    card: 'the card of the box must be changed',
  },
  diskIs: (free, total) => `${size(free)} left of ${size(total)}.`,
  memoryIs: (free, total) => `${size(free)} left of ${size(total)}.`,
  heatIs: degrees => `${degrees} °C.`,
  powerIs: { good: 'Strong enough since it was switched on.', low: 'Too weak right now.' },
  powerWas: moment => `Too weak, last seen ${moment}.`,
  powerUnknown: 'This can’t be known on this machine. Only a Raspberry Pi measures it.',
  cardKinds: { sd: 'A memory card', emmc: 'A soldered memory', nvme: 'A disk', disk: 'A disk' },
  cardUsed: percent => (percent > 100 ? 'It has outlived what its maker planned.' : `Worn to ${percent} % at most, by its own account.`),
  cardNotKnown: 'Such a card does not say how worn it is: it can’t be known. Two or three years of service, then a new one.',
  cardDiskNotKnown: 'How worn it is can’t be read from here.',
  cardNone: 'What it writes on can’t be known.',
  cardSpares: { good: '', few: 'Its spares are nearly used up.', none: 'Its spares are used up.' },
  cardFaults: n => (n === 0 ? 'No error noted.' : n === 1 ? 'One error noted.' : `${n} errors noted.`),
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
    'It does not know whether that is right: it has neither battery nor network, and nobody gave it the time since it was switched on.',
  clockOdd: {
    release: 'That is not right: it is before this version went out.',
    entries: day =>
      `That is probably not right: things are written here ${day}. If it is right, give the time below, and you are believed.`,
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
    'This page runs on a computer: that one sets its own time, in its settings. On an installed box, the time is given here, from a telephone.',
}
