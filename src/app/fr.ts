import { machine } from '../bricks/box/server/machine-words/fr.ts'
import { puttingBack } from '../bricks/box/server/restore-words/fr.ts'
import { saves } from '../bricks/box/server/saves-words/fr.ts'
import { heavy } from '../bricks/shelf/server/words/fr.ts'
import { fr as machineSaid } from '../machine/words/fr.ts'
import { version } from '../release/words/fr.ts'
import { saySize } from '../ui/sizes.ts'

/** Sentences of the roof: the command line, the first opening, the health of the box. */
export const fr = {
  heavy,
  saves,
  machine,
  puttingBack,
  version,
  full: machineSaid.full,
  bytes: (n: number): string => saySize(n, 'fr'),
}
