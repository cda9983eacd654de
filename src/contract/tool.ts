/**
 * The headings of the keeper’s page, in its order: what comes in, what waits for an answer, people,
 * paper, the council, the page and its box.
 */
export const TOOL_HEADS = ['in', 'answers', 'people', 'paper', 'council', 'box'] as const
/**
 * A link on the keeper’s page, under one of its headings. `about`: a plain sentence under it. A
 * lower `order` stands first; links without one come last. `week`: its place among the acts of each
 * week, which stand above the headings.
 */
export type Tool = Readonly<{
  href: string
  words: string
  about: string
  under: (typeof TOOL_HEADS)[number]
  order?: number
  week?: number
}>
/**
 * A step of the first days of a box, on the keeper’s page. `isDone` comes from the content of the
 * box. A lower `order` stands first.
 */
export type FirstStep = Readonly<{ order: number; href: string; words: string; isDone: boolean }>
