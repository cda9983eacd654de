/**
 * Makes the two files that the guard reads, from a French dictionary whose entries say what is a
 * first name, a family name, a place: `node bin/make-names.ts FOLDER`, where FOLDER holds `fr.dic`
 * and `fr.aff` of the Debian package `hunspell-fr-comprehensive` (`apt-get download
 * hunspell-fr-comprehensive && dpkg -x hunspell-fr-comprehensive_*.deb DIR`: they lie in
 * `DIR/usr/share/hunspell`). Communes come from `@etalab/decoupage-administratif`, a package of
 * this project. What it writes is committed.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fold } from '../src/core/letters/words.ts'
import { pattern } from '../src/core/pattern.ts'
import { bitsFor, keyOf, setWord } from '../src/text/guard/sieve.ts'
import { sameAs } from '../src/text/harvest/mask.ts'

const OUT = join(import.meta.dirname, '..', 'src', 'text', 'guard')
const SOURCE =
  'Dictionnaires français Dicollecte 7.0 (grammalecte.net), Debian package ' +
  'hunspell-fr-comprehensive 1:7.0-3'
const COMMUNES = '@etalab/decoupage-administratif 6.0.0 (INSEE, Licence Ouverte 2.0)'
const LICENCE = 'MPL-2.0, https://mozilla.org/MPL/2.0/'
/** Endings that no minutes use: past historic and imperfect subjunctive. A third of all forms. */
const BOOKISH = pattern('u')`
  (?:asse|isse|usse|ass[ei]|iss[ei]|uss[ei])(?:s|nt|ez|ons|iez|ions)$|[âîû](?:mes|tes|t)$|(?:è|i
  |u)rent$
`

type Suffix = Readonly<{ cut: string; add: string; when: RegExp }>
export type Entry = Readonly<{ word: string; flags: readonly string[]; parts: readonly string[] }>

export function entriesOf(dic: string): readonly Entry[] {
  return dic
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => {
      const [head = '', ...told] = line.split(/\s+/)
      const [word = '', flags = ''] = head.split('/')
      return {
        word,
        flags: flags.match(/../gu) ?? [],
        parts: told.filter(one => one.startsWith('po:')).map(one => one.slice(3)),
      }
    })
}

/** The suffixes by flag; a form that is made takes no other suffix in this dictionary. */
export function suffixesOf(aff: string): ReadonlyMap<string, readonly Suffix[]> {
  const made = new Map<string, Suffix[]>()
  for (const line of aff.split('\n')) {
    const [kind, flag = '', cut = '', add = '', when = ''] = line.trim().split(/\s+/)
    if (kind !== 'SFX' || when === '' || /^\d+$/.test(add)) continue
    const rule = {
      cut: cut === '0' ? '' : cut,
      add: add.split('/')[0]!.replace(/^0$/, ''),
      when: new RegExp(`${when}$`, 'u'),
    }
    made.set(flag, [...(made.get(flag) ?? []), rule])
  }
  return made
}

export function formsOf(
  { word, flags }: Entry,
  suffixes: ReadonlyMap<string, readonly Suffix[]>,
): readonly string[] {
  const made = flags
    .flatMap(flag => suffixes.get(flag) ?? [])
    .filter(one => one.when.test(word) && word.endsWith(one.cut))
    .map(one => word.slice(0, word.length - one.cut.length) + one.add)
  return flags.includes('()') ? made : [word, ...made]
}

const PROPER = ['prn', 'patr', 'npr']
const of = (entries: readonly Entry[], part: string): readonly string[] =>
  [...new Set(entries.filter(one => one.parts.includes(part)).map(one => fold(one.word)))]
    .filter(one => one.length > 1)
    .sort()

function sieveOf(words: readonly string[]): string {
  const bits = new Uint8Array(bitsFor(words.length))
  for (const word of words) setWord(bits, word)
  return bits.toBase64()
}

async function communes(): Promise<readonly string[]> {
  const file = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/communes.json',
  )
  const all = JSON.parse(await readFile(file, 'utf8')) as readonly Readonly<{ nom: string }>[]
  return [...new Set(all.map(one => sameAs(one.nom)))]
}

async function make(folder: string): Promise<void> {
  const entries = entriesOf(await readFile(join(folder, 'fr.dic'), 'utf8'))
  const suffixes = suffixesOf(await readFile(join(folder, 'fr.aff'), 'utf8'))
  const common = entries.filter(
    one => /^\p{Ll}/u.test(one.word) && !one.parts.some(part => PROPER.includes(part)),
  )
  const forms = common.flatMap(one => formsOf(one, suffixes)).filter(one => !BOOKISH.test(one))
  const words = new Set(
    forms
      .flatMap(one => fold(one).split(' '))
      .filter(one => /^\p{L}{2,}$/u.test(one))
      .map(keyOf),
  )
  const names = {
    source: SOURCE,
    licence: LICENCE,
    first: of(entries, 'prn').join(' | '),
    family: of(entries, 'patr').join(' | '),
  }
  const places = of(entries, 'npr').join(' | ')
  await writeFile(join(OUT, 'names.json'), `${JSON.stringify({ ...names, places }, null, 2)}\n`)
  const bits = { words: sieveOf([...words]), communes: sieveOf(await communes()) }
  await writeFile(
    join(OUT, 'words.json'),
    `${JSON.stringify(
      { source: SOURCE, licence: LICENCE, communesFrom: COMMUNES, ...bits },
      null,
      2,
    )}` + '\n',
  )
  console.log(
    `${names.first.split(' | ').length} first names, ${words.size} words, ` +
      `${bits.words.length + bits.communes.length} letters of bits`,
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await make(process.argv[2] ?? '.')
