import type { fr } from './fr.ts'

export const en: typeof fr = {
  versionsTitle: 'Two versions',
  versionsLead:
    'Two people wrote the same line without seeing each other. Meanwhile the page shows the ' +
    'one that bears the latest date, and a clock may be wrong. Your choice then holds for ' +
    'every box.',
  versionsNone: 'Nothing has two versions: everybody says the same.',
  versionsMore: (n: number) => `The first ${n} are here. The others come once these are settled.`,
  versionsWait: (n: number) =>
    n === 1 ? 'one line of the page has two versions' : `${n} lines of the page have two versions`,
  versionStands: 'the one that shows',
  thisOne: 'This one',
  neitherOne: 'Both are right, or it is something else',
  versionCame:
    'Another version came while you were choosing. Nothing is written: look again, then choose.',
  settled: 'Settled: one version is left, here and on the boxes to which the courier brings it.',
  withdrawnMeanwhile: 'Someone took it down while someone else was writing in it.',
  isWithdrawn: 'It is taken down.',
  isNotWithdrawn: 'It stays on the page.',
  twoStand: (label: string) => `${label}: there are two versions. The other one says`,
  twoStandUntold: (label: string) => `${label}: there are two versions`,
  withdrawnElsewhere: 'Someone took this down, on another box.',
  chooseVersion: 'Choose',
  quotes: ['“', '”'],
}
