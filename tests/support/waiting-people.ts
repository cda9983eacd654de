import type { TestBox } from './test-box.ts'

/** Who and what every waiting act begins with. */

export const notice = {
  title: 'je donne des bocaux',
  who: 'Colette',
  reachBy: 'someone',
  reach: 'au bar',
}
export const idIn = (location: string): string =>
  /[0-9a-z]{26}/.exec(location)?.[0] ?? location.split('?')[0]!.split('/').at(-1)!
export const newest = (box: TestBox, type: string, space: 'home' | 'commons' = 'home'): string => {
  const table = `${type.replaceAll('-', '_')}${space === 'home' ? '_home' : ''}`
  return String(box.read.all(`SELECT max(id) AS id FROM ${table} WHERE removed IS NOT 1`)[0]!['id'])
}
/** Two neighbours, a third who is nobody’s business, and the first one’s notice. */
export async function neighbours(box: TestBox) {
  const [rosa, mathieu, ninon] = [
    await box.member('Rosa'),
    await box.member('Mathieu'),
    await box.member('Ninon'),
  ]
  const trailer = box.bring('offer', {
    title: 'Mathieu prête sa remorque',
    who: 'Mathieu',
    mode: 'lend',
    author: mathieu.id,
  })
  return { rosa, mathieu, ninon, trailer, visitor: box.visitor() }
}
