import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Open the village’s page',
  where: 'Where?',
  village: 'In which village is the box?',
  name: 'What is this page called?',
  nameHint: 'As people say it: Sail et alentours.',
  keptBy: 'Who keeps it?',
  keptByHint: 'A first name, a place, a time: Anaïs et Malo, au local le mercredi.',
  passphrase: 'With which passphrase?',
  passphraseHint: 'At least twelve letters: four words at random are easy to remember.',
  open: 'Open the page',
  knownTitle: 'Choose a passphrase',
  knownLead: (name: string) =>
    `The page “${name}” is here, and everybody can read it. It only lacks a passphrase, for ` +
    'the person who keeps it. If there were members’ cards, they must be made again.',
  knownOpen: 'Keep the page',
  elsewhere: 'This page is not open yet. Open it at the box itself.',
  noName: 'Give the page a name.',
  noKeeper: 'Say who keeps the page: people turn to that person.',
  shortPassphrase: 'The passphrase is too short: at least twelve letters.',
  reload: 'Reload',
  alreadyOpen:
    'This page is already open. If it was you who just did it, sign in with your ' +
    'passphrase; a new sheet of codes is made on the page “Back up and take away”. Else see ' +
    'the person who keeps the page.',
  footSays: 'At the foot of each page',
  keptByIs: (keptBy: string) => `Page kept by ${keptBy}`,
  seenHint:
    'It is shown on purpose, so that you can read it again. Write it down elsewhere than on ' +
    'the box.',
  reread: 'I read it again and wrote it down: I will sign in with it.',
  notReread: 'Read the passphrase again, then tick that it is right.',
}
