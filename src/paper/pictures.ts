import type { Paper } from '../contract/paper.ts'

/** The files of the box that a print shows, by their hashes. */
export function picturesIn(paper: Paper): readonly string[] {
  const text = JSON.stringify([paper.blocks, paper.each ?? []])
  return [...new Set([...text.matchAll(/"picture":"([0-9a-f]{64})"/g)].map(([, hash]) => hash!))]
}
