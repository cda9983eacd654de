import type { Input, Moment } from '../../core/brick.ts'

export const one = (input: Input, name: string): string => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}
export const ticked = (input: Input, name: string): readonly string[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Who writes in somebody's name is kept beside what was written; the keeper, and who writes for themselves, need no telling. */
export const keyed = (at: Moment, whose?: string): Readonly<{ keyedBy?: string }> =>
  at.me === undefined || at.me === whose ? {} : { keyedBy: at.me }

/** The page of a person, for who asks: their own, or the one that the keeper reads. */
export const pageOf = (id: string, at: Pick<Moment, 'by'>): string => (at.by === 'keeper' ? `/habitants/${id}` : '/moi')
