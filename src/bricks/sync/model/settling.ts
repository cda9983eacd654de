import type { Command } from '../../../contract/command.ts'
import { message, type Say } from '../../../contract/message.ts'
import { typeAndIdIn } from '../../../contract/records/drafts.ts'
import { one } from '../../../core/form/input.ts'
import { SPACES, type Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { BOXES } from './commands.ts'
import { ANY } from './joining.ts'

type Words = typeof fr
const say: Say<Words> = message

export const VERSIONS = '/deux-versions'

/** `settle`: one of the versions of a field, written over all those that the form showed. */
export const settle: Command<typeof fr> = {
  ...ANY,
  name: 'settle',
  path: '/trancher',
  who: 'keeper',
  private: true,
  decide: (input, read) => {
    const found = typeAndIdIn(() => read.types, input, say)
    if ('refused' in found) return found
    const space = SPACES.find(space => space === one(input, 'space')) ?? 'commons'
    const of = { type: found.type.name, id: found.id, space, field: one(input, 'field') }
    const chosen = read.versions(of).find(({ name }) => name === one(input, 'version'))
    if (!chosen) return { refused: say('versions.versionCame') }
    const fields = { [of.field]: chosen.value as Value }
    return {
      drafts: [{ type: of.type, record: of.id, fields, space, settles: true }],
      next: one(input, 'from') === BOXES ? BOXES : VERSIONS,
      said: say('versions.settled'),
    }
  },
}
