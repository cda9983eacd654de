import { AGREES } from '../../src/engine/naming.ts'
import { type Answer, type Client, hiddenIn } from './browser.ts'
import type { TestBox } from './test-box.ts'

/**
 * The keeper shows a text that somebody sent. They tick that the people agree whom it names, when
 * they are asked.
 *
 * Shape   `action`: the command. `from`: the page of its form. `id`: what its form sends; the
 *         proposal of a text that waits.
 */
export async function showSent(
  keeper: Client,
  id: string,
  action = '/a-montrer/afficher',
  from = '/a-montrer',
): Promise<Answer> {
  const asked = await keeper.post(action, { id, from })
  const at = asked.body.indexOf(`id="f-${AGREES}-${id}"`)
  if (asked.status !== 422 || at < 0) return asked
  const tick = hiddenIn(asked.body.slice(at), AGREES).replaceAll('&quot;', '"')
  return keeper.post(action, { id, from, [AGREES]: tick })
}

/** The one text that waits to be shown. */
export const waitingIn = ({ read }: Pick<TestBox, 'read'>): string =>
  String(read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]?.['id'])

/** The keeper shows it. */
export const showWaiting = (box: TestBox): Promise<Answer> => showSent(box.keeper, waitingIn(box))
