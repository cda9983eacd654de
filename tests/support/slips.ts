import type { Browser } from './browser.ts'
import type { TestBox } from './test-box.ts'

/** The words that wait to be handed over, the oldest first. */
export const toHand = ({ read }: Pick<TestBox, 'read'>) =>
  read.all(
    `SELECT id, said, member, carrier FROM word_home
     WHERE removed IS NOT 1 AND handedOn IS NULL ORDER BY id`,
  )

/** What each of them says, its spaces made plain. */
export const saidToHand = (box: Pick<TestBox, 'read'>): readonly string[] =>
  toHand(box).map(({ said }) => String(said).replaceAll('\u00a0', ' '))

/** Somebody hands all of them over. */
export async function handAll(box: TestBox, who: Browser = box.keeper): Promise<void> {
  for (const { id } of toHand(box)) await box.doneBy(who, `/mes-mots/${String(id)}/remis`)
}
