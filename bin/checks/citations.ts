import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, normalize } from 'node:path'
import { LAWS } from '../../tests/laws.ts'

/** The files that people read: code, tests, pages, the scripts of the box. */
const READ = [
  '*.md',
  '{src,bin,tests,docs,seeds,public,bench}/**/*.{ts,js,cjs,css,md}',
  'box/**/*',
  'bin/*',
]
/**
 * Answers kept by the crawl, pages of notes, data folders, packages: material, and no prose of the
 * project.
 */
const MATERIAL = '{tests/crawl,tests/harvest,tests/frozen,bench/**/node_modules}/**'
const TEXT = /(?:^[^.]*|\.(?:ts|js|cjs|css|md|conf|service|timer))$/

export function readFiles(root = '.'): readonly string[] {
  const found = READ.flatMap(pattern => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter(entry => entry.isFile() && TEXT.test(entry.name))
    .map(entry => normalize(join(entry.parentPath, entry.name)))
  const prefix = normalize(root) === '.' ? '' : `${normalize(root)}/`
  return [...new Set(found.map(file => file.slice(prefix.length)))]
    .filter(file => !matchesGlob(file, MATERIAL))
    .sort()
}

/** A citation as the text has it, and the file or the law that it names. */
type Cited = Readonly<{ said: string; faulty: boolean }>

const numbersIn = (said: string): readonly string[] => said.match(/\d+/g) ?? []

/**
 * Decision records: `docs/decisions/0013`, a file's whole name, `decisions 0025, 0026`,
 * `(0034, 0036)`.
 */
function recordsIn(text: string, records: readonly string[]): readonly Cited[] {
  const named = [...text.matchAll(/decisions\/(\d{4}[a-z0-9-]*(?:\.md)?)/g)].map(
    ([said, name = '']) => ({
      said,
      faulty: !records.some(file => file === name || file.startsWith(`${name}-`)),
    }),
  )
  const numbered = [
    ...text.matchAll(/\b(?:[Dd]ecisions?|[Rr]ecords?) (\d{4}(?:(?:, | and )\d{4})*)/g),
    ...text.matchAll(/[(`](00\d\d(?:(?:, | and )00\d\d)*)[)`]/g),
  ].flatMap(([said]) =>
    numbersIn(said).map(number => ({
      said,
      faulty: number !== '0000' && !records.some(file => file.startsWith(`${number}-`)),
    })),
  )
  return [...named, ...numbered]
}

/** Laws: `law 4`, `laws 1 and 10`, `laws 4, 6, 8`. */
const lawsIn = (text: string): readonly Cited[] =>
  [...text.matchAll(/\b[Ll]aws? \d+(?:(?:, | and )\d+\b)*/g)].map(([said]) => ({
    said,
    faulty: numbersIn(said).some(number => !LAWS.some(law => law.number === Number(number))),
  }))

/**
 * Files between backticks that begin at the project's root, with `*` and `{a,b}` as a shell reads
 * them.
 */
const pathsIn = (text: string, root: string): readonly Cited[] =>
  [...text.matchAll(/`((?:src|bin|tests|box|docs|public|seeds|bench)\/[^`\s]*)`/g)]
    .filter(([, path = '']) => !/[A-Z]{3}|^docs\/decisions\/\d{4}$/.test(path))
    .map(([said, path = '']) => ({
      said,
      faulty: globSync(path, { cwd: root }).length === 0 && !existsSync(join(root, `${path}.ts`)),
    }))

/** Pages by their name, beside the text, under `docs/` or from the root. */
const pagesIn = (text: string, file: string, root: string): readonly Cited[] =>
  [...text.matchAll(/(?<![\w/.:~-])(?:[\w.-]+\/)*[A-Za-z][\w-]*\.md\b/g)].map(([said]) => ({
    said,
    faulty: ![dirname(file), 'docs', 'docs/decisions', '.'].some(folder =>
      existsSync(join(root, folder, said)),
    ),
  }))

const commentsOf = (text: string): string =>
  (text.match(/^\s*(?:\/?\*|\/\/|#).*$/gm) ?? []).join('\n')

/**
 * Every citation that leads nowhere, a sentence each: a decision record, a law, a page or a file
 * that is not in the project.
 *
 * Shape   code is held by its comments, a page by all its text. Test files make up names; they are
 *         held for records and laws.
 */
export function citationFaults(root = '.'): readonly string[] {
  const records = globSync('docs/decisions/0*.md', { cwd: root }).map(file => file.slice(15))
  return readFiles(root).flatMap(file => {
    const text = readFileSync(join(root, file), 'utf8')
    const isPage = file.endsWith('.md')
    const said = isPage ? text : commentsOf(text)
    const cited = [
      ...recordsIn(said, records),
      ...lawsIn(isPage || file.endsWith('.test.ts') ? text : said),
      ...(isPage ? pathsIn(text, root) : []),
      ...(file.endsWith('.test.ts') ? [] : pagesIn(said, file, root)),
    ]
    return [...new Set(cited.filter(one => one.faulty).map(one => one.said))].map(
      one => `${file}: ${one} leads to nothing in the project`,
    )
  })
}
