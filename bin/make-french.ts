/**
 * Makes the three files of general French that `src/text/french/` reads (docs/decisions/0073):
 * `node bin/make-french.ts DICTIONARY VERBS THESAURUS`, three folders:
 *
 *   DICTIONARY   `fr.dic` and `fr.aff` of the Debian package `hunspell-fr-comprehensive`:
 *                `apt-get download hunspell-fr-comprehensive`, `dpkg -x` into DIR, then
 *                `DIR/usr/share/hunspell`
 *   VERBS        the npm package `french-verbs-lefff`: `npm pack french-verbs-lefff`, unpacked
 *   THESAURUS    `thes_fr.dat` of the Debian package `mythes-fr`: `DIR/usr/share/mythes`
 *
 * What it writes is committed. Each file stays under the licence of its source; the licences that
 * must go with a copy are in `src/text/french/licences/`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { conjugationsOf, lefffVerbs, otherVerbs } from './french/conjugations.ts'
import { readDictionary } from './french/dictionary.ts'
import { familiesOf } from './french/families.ts'
import { readThesaurus, synonymsIn } from './french/synonyms.ts'

const OUT = join(import.meta.dirname, '..', 'src', 'text', 'french')
const MADE = 'Changed on 30 November 2026'

async function write(file: string, content: Readonly<Record<string, unknown>>): Promise<void> {
  const text = `${JSON.stringify(content, null, 2)}\n`
  await writeFile(join(OUT, file), text)
  console.log(`${file}: ${Buffer.byteLength(text)} bytes`)
}

const [, , dictionaryFolder, verbsFolder, thesaurusFolder] = argv
if (!dictionaryFolder || !verbsFolder || !thesaurusFolder) {
  console.error('node bin/make-french.ts DICTIONARY VERBS THESAURUS')
  exit(64)
}
const dictionary = await readDictionary(dictionaryFolder)
const lefff = await lefffVerbs(verbsFolder)
const others = otherVerbs(dictionary, lefff)
const families = familiesOf(dictionary)
const synonyms = synonymsIn(await readThesaurus(thesaurusFolder), dictionary)

await write('lefff.json', {
  source:
    'Lefff, Lexique des formes fléchies du français (Benoît Sagot), by the npm package ' +
    'french-verbs-lefff 3.4.0 (Ludan Stoecklé)',
  licence: 'LGPL-LR, src/text/french/licences/LGPLLR.txt',
  changes: `${MADE}: folded, without past historic and imperfect subjunctive, by endings`,
  conjugations: conjugationsOf(lefff),
})
await write('dicollecte.json', {
  source:
    'Dictionnaires français Dicollecte 7.0 (grammalecte.net), Debian package ' +
    'hunspell-fr-comprehensive 1:7.0-3',
  licence: 'MPL-2.0, https://mozilla.org/MPL/2.0/',
  changes: `${MADE}: verbs that Lefff lacks, nouns with the verb that they come from`,
  conjugations: conjugationsOf(others),
  ...families,
})
await write('thesaurus.json', {
  source:
    'Thésaurus français of LibreOffice (Kevin Hendricks, Frédéric Labbé, Laurent Godard), ' +
    'Debian package mythes-fr 1:25.2.3-1',
  licence: 'LGPL-2.1-or-later, src/text/french/licences/LGPL-2.1.txt',
  changes: `${MADE}: folded, the pairs kept that name the same thing`,
  ...synonyms,
})
console.log(`${lefff.size} verbs of Lefff, ${others.size} of Dicollecte`)
