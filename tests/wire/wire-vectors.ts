import { writeFileSync } from 'node:fs'
import { doorVectors } from './door-vectors.ts'
import { forgetScenes } from './forget-vectors.ts'
import { formVectors, kindVectors } from './kind-vectors.ts'
import { lackingVectors } from './lacking-vectors.ts'
import type { WireVector } from './making.ts'
import { partVectors } from './part-vectors.ts'
import { sceneVector } from './scene.ts'
import { mergeScenes } from './set-vectors.ts'
import { textScenes } from './text-vectors.ts'
import { letterVectors, recipientVectors, wordVectors } from './word-vectors.ts'

/**
 * All vectors of docs/wire-vectors.json; `node tests/wire/wire-vectors.ts` writes the file again.
 */
export function wireVectors(): readonly WireVector[] {
  const scenes = Object.entries({ ...mergeScenes(), ...forgetScenes(), ...textScenes() }).map(
    ([name, scene]) => sceneVector(name, scene),
  )
  return [
    ...formVectors(),
    ...kindVectors(),
    ...doorVectors(),
    ...scenes,
    ...lackingVectors(),
    ...partVectors(),
    ...recipientVectors(),
    ...wordVectors(),
    ...letterVectors(),
  ]
}

/** One vector a line, so that a change of one shows as one. */
export const wireVectorsText = (): string =>
  `[\n${wireVectors()
    .map(one => JSON.stringify(one))
    .join(',\n')}\n]\n`
export const WIRE_VECTORS = new URL('../../docs/wire-vectors.json', import.meta.url)

if (import.meta.main) writeFileSync(WIRE_VECTORS, wireVectorsText())
