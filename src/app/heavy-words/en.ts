import type { heavy as fr } from './fr.ts'

/** A size as people say it, in English. */
export const sizeEn = (n: number): string => {
  if (n < 1_000_000) return `${Math.ceil(n / 1_000)} kB`
  const [value, unit] = n < 1_000_000_000 ? [n / 1_000_000, 'MB'] : [n / 1_000_000_000, 'GB']
  return `${(value < 10 ? Math.round(value * 10) / 10 : Math.round(value)).toLocaleString('en-GB')} ${unit}`
}

export const heavy: typeof fr = {
  tooLarge: most =>
    `This is too heavy: a file here holds at most ${sizeEn(most)}. Nothing was taken. For more, ask whoever keeps the page.`,
  oneTooLarge: (name, most) => `“${name}” is too heavy: at most ${sizeEn(most)} a file here.`,
  notHere: n =>
    `${n === 1 ? 'One file of the shelf is' : `${n} files of the shelf are`} not on this disk. Nothing is hurt: a backup takes them only when asked. Bring them again, or take their lines down.`,
  left: (n, size) => `The shelf stays on the box (${n === 1 ? '1 file' : `${n} files`}, ${sizeEn(size)}): to take it as well, add --shelf.`,
  gone: 'This file is no longer on this box',
  goneDo:
    'Its line stayed and it did not: a backup that was put back does not bring heavy files. Tell whoever keeps the page; they can bring it again, or take the line down.',
}
