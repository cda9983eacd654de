import { globSync, readFileSync } from 'node:fs'

/** The ten largest files: a light, not a gate. */
export function largestFiles(): string {
  const files = globSync('{src,bin,tests,seeds,bench}/**/*.ts', { exclude: ['**/node_modules/**'] })
  const sized = files.map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
  const top = sized.sort((a, b) => b.lines - a.lines).slice(0, 10)
  return `The ten largest files, in lines:\n${top.map(one => `  ${String(one.lines).padStart(5)}  ${one.file}`).join('\n')}`
}
