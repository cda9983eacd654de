/** Counts and names of boxes as sentences outside of bricks say them, in each language. */
export const spaced = (n: number): string => n.toLocaleString('fr-FR')
export const countedFr = (n: number, one: string, many: string): string =>
  `${spaced(n)} ${n < 2 ? one : many}`
export const countedEn = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
/** *de Boën*, *d’Usson*. */
export const ofBox = (box: string): string =>
  /^[aeiouyàâéèêëîïôûœ]/i.test(box) ? `d’${box}` : `de ${box}`
