import { latinised } from '../../core/letters/look-alikes.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { plainOf } from '../harvest/mask.ts'
import { INSULTS } from './insults-fr.ts'
import { unspelled } from './spelled.ts'

/** What people type for a letter within a word. */
const LETTERS: Readonly<Record<string, string>> = nullPrototype({
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  $: 's',
})

/**
 * Insults of a text, those too whose letters stand apart (*c o n n a r d*) or are figures
 * (*c0nnard*).
 *
 * Shape   places in UTF-16 units of the text given.
 */
export function insultsIn(text: string): readonly Readonly<{ from: number; to: number }>[] {
  const read = unspelled(text)
  const plain = plainOf(latinised(read.text).replace(/[’ʼ`´]/g, "'")).replace(
    /(?<=[a-z])[0134@$](?=[a-z])/g,
    figure => LETTERS[figure] ?? figure,
  )
  return [...plain.matchAll(INSULTS)].map(one => {
    const to = one.index + one[0].trimEnd().length
    const row = read.rows.find(({ from }) => from >= one.index && from < to)
    return { from: one.index, to: Math.max(to, row?.to ?? 0) }
  })
}

/** Whether nobody wants to read it of themselves. */
export const isInsulting = (text: string): boolean => insultsIn(text).length > 0
