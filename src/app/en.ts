import { machine } from '../bricks/box/server/machine-words/en.ts'
import { puttingBack } from '../bricks/box/server/restore-words/en.ts'
import { saves } from '../bricks/box/server/saves-words/en.ts'
import { heavy } from '../bricks/shelf/server/words/en.ts'
import { en as machineSaid } from '../machine/words/en.ts'
import { version } from '../release/words/en.ts'
import { saySize } from '../ui/sizes.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  heavy,
  saves,
  machine,
  puttingBack,
  version,
  full: machineSaid.full,
  bytes: (n: number): string => saySize(n, 'en'),
}
