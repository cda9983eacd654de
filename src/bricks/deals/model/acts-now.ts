import type { CommandContext } from '../../../contract/command.ts'
import type { SaidOn } from './read.ts'
import type { Says } from './rules.ts'
import type { Saying } from './sides.ts'

/** An act as it stands in its thread while it is being decided. `id`: of its record. */
export const actNow = (
  id: string,
  { key }: Readonly<{ key: string }>,
  { says, undid: _, ...saying }: Saying & Readonly<{ says: Says }>,
  at: Pick<CommandContext, 'today'>,
): SaidOn => ({
  key,
  on: at.today,
  saidBy: null,
  keyedBy: null,
  ...saying,
  id,
  says,
  undid: null,
  named: saying.named === true,
  thanks: saying.thanks ?? null,
  when: saying.when ?? null,
  closed: saying.closed ?? [],
})
