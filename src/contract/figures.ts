/**
 * A figure for deciders, with its sentence and the things that it counts.
 *
 * Shape   `id`: permanent, so that one report is compared with the last. It appears once for the
 *         whole, then once for each commune (INSEE code) or theme (record id) with a figure.
 *         `since`: the first day counted. Without it, all present records are counted.
 * Law     `people`: a person stands behind each unit. A commune’s figure under three is hidden
 *         (`bricks/diagnosis/model/rules.ts`).
 */
export type Indicator = Readonly<{
  id: string
  words: string
  value: number
  counts: 'things' | 'people'
  commune?: string
  theme?: string
  unit?: 'days' | 'percent'
  since?: string
}>
/**
 * Today in the village, the communes of the territory (INSEE codes), and the first day to count;
 * without it, all records count.
 */
export type FiguresAsked = Readonly<{
  today: string
  communes: readonly string[]
  since?: string
}>
