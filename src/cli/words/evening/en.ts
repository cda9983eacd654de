import type { evening as fr } from './fr.ts'

export const evening: typeof fr = {
  noManager: 'This computer opens no Wi-Fi by itself: NetworkManager is not here, or does not run.',
  noRadio: 'This computer has no Wi-Fi, or NetworkManager does not manage it.',
  off: 'The Wi-Fi of this computer is switched off: switch it on, then do this again.',
  noAp: 'The Wi-Fi of this computer can join a network, but not open one.',
  can: device =>
    `This computer can open a Wi-Fi (${device}). Add --hotspot to open it: nothing is ` +
    'changed without that.',
  opened: wifi =>
    `The Wi-Fi “${wifi}” is open to all. It will be closed at the end, and the computer ` +
    'given back to its network. Unplug its network cable if it has one: this Wi-Fi would ' +
    'give everybody that Internet, and what stands in your house.',
  notOpened: why => `The Wi-Fi could not be opened (${why}). Nothing is changed.`,
  closed: 'The Wi-Fi is closed.',
  share: {
    linux: 'In the Wi-Fi settings of the computer, turn on the hotspot.',
    win32: 'Settings, Network and Internet, Mobile hotspot: turn it on.',
    darwin: 'System Settings, General, Sharing: turn on Internet Sharing to Wi-Fi.',
  },
  shareName: wifi => `Name it “${wifi}”; if it wants a password, write it on the counter card.`,
  shareElse: 'Else share the connection of a phone: the computer and the others join it.',
  whenShared: 'When it is done, press Enter.',
  nowhere: 'This computer is on no network: it alone can read the page.',
  badWifi: name =>
    `“${name}” can’t be the name of a Wi-Fi: 32 letters at most (an accented letter counts ` +
    'as two, an apostrophe as three), no hidden sign.',
  open: address => `The page is read at ${address}`,
  keeperAt: (address, words) =>
    `Whoever keeps the page enters at ${address} (fingerprint: ${words}).`,
  opening: (address, code) => `First opening: ${address}/ouvrir, with the code ${code}.`,
  card: file => `The counter card is in ${file}.`,
  noCard: 'This box prints no counter card: write the Wi-Fi and the address by hand.',
  printed: 'It went to the printer.',
  noPrinter:
    'No printer here (the command “lp” is missing or refuses): print this file another way.',
  toEnd: 'To end the evening: Enter, or Ctrl-C.',
  ending: 'The evening ends, the page closes.',
  plug: 'Plug in a key, then Enter. Enter without a key: end without one.',
  noKey: data =>
    'No key is plugged in: nothing is taken along. Later: cocote courier pack --out FILE ' +
    `--data ${data}, and cocote backup FILE --data ${data}.`,
  manyKeys: keys => `Several keys are plugged in: say which with --key (${keys}).`,
  keyFaults: {
    gone: key => `There is no key at ${key}, or it was pulled out: nothing more is written there.`,
    full: key =>
      `The key ${key} is full: make room on it, then use cocote courier pack and cocote backup.`,
    shut: key => `The key ${key} can’t be written: see whether it is locked.`,
  },
  bundle: (file, entries) =>
    `Written on the key: ${file}, the news for whoever takes them (${entries}).`,
  entries: n => (n === 1 ? 'one entry' : `${n} entries`),
  backup: (file, size) =>
    `Written on the key: ${file}, everything, sealed by the passphrase (${size}).`,
  backupButShelf: (file, size) =>
    `Written on the key: ${file}, everything but the shelf, sealed by the passphrase (${size}).`,
  shelfLeft: (size, data) =>
    `The shelf (${size}) stays on this computer: this key has no room for it. On a larger ` +
    `one: cocote backup FILE --shelf --data ${data}.`,
  noSeal: 'Without a passphrase, no backup: only the news are on the key.',
}
