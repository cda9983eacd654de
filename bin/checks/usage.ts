import type { Pass } from '../../tests/support/pass.ts'

export const HELP = `bin/check            format, types, rooms, and the short pass of the tests (npm test)
bin/check --all      the tests that take longer, and nothing that the short pass did (npm run test:all)
bin/check --long     the tests that take hours (npm run test:long)
bin/check FILES      these test files alone, in the short pass; with --all or --long, in that one
bin/check FOLDERS    the test files of these folders that this pass runs
bin/check --brick NAME
                     what a brick is tried by: format, types, rooms, its own tests, its journey
                     tests/journeys/NAME.test.ts, and the tests that go over every brick;
                     with --all behind it, what test:all has beside its journey: the crawl,
                     and every page, print and act, whoever asks
bin/check --laws     the laws, and the tests that prove each
bin/check --mutants  plants faults in a copy, each of which its test must see; with words, those that say one;
                     with --whole, npm test must see each
bin/check --without NAME
                     takes a brick out of a copy: types, rooms, and the tests of src/ that do not name it
                     and depend on a file that changed or went, must hold; with FILES, these tests
bin/check --help

tests/tiers.ts says which file runs in which pass, and which go over every brick.
CHECK_CONCURRENCY=1 runs one file at a time, and not one more than there are processors.
A whole run says how many files have ended: every 20 seconds at a terminal, else every minute.
The last line is \`N passed, N failed\`.
Exit: 0 all passed, 1 something failed, 2 the command line has a mistake.`

export type Asked =
  | Readonly<{ do: 'help' | 'laws' }>
  | Readonly<{ do: 'mutants'; words: readonly string[]; isWhole: boolean }>
  | Readonly<{ do: 'without'; brick: string; files: readonly string[] }>
  | Readonly<{ do: 'mistake'; sentence: string }>
  | Readonly<{ do: 'check'; pass: Pass | undefined; files: readonly string[]; brick?: string }>

const PASSES: Readonly<Record<string, Pass>> = { '--all': 'all', '--long': 'long' }
const DOES: Readonly<Record<string, 'help' | 'laws'>> = {
  '--help': 'help',
  '-h': 'help',
  '--laws': 'laws',
}
const mistake = (sentence: string): Asked => ({
  do: 'mistake',
  sentence: `${sentence} See bin/check --help.`,
})

/**
 * What the command line asks for. No pass is said: the short one, or the one that the environment
 * names.
 */
export function asked(args: readonly string[]): Asked {
  const flags = args.filter(arg => arg.startsWith('-'))
  if (flags.includes('--mutants')) return ofMutants(args)
  if (flags.includes('--without')) return ofWithout(args)
  if (flags.includes('--brick')) return ofBrick(args)
  const files = args.filter(arg => !arg.startsWith('-'))
  const unknown = flags.find(flag => !(flag in PASSES) && !(flag in DOES))
  if (unknown !== undefined) return mistake(`There is no flag ${unknown}.`)
  if (new Set(flags).size > 1) return mistake(`${flags.join(' and ')} do not go together.`)
  const [flag = ''] = flags
  const does = DOES[flag]
  if (does === undefined) return { do: 'check', pass: PASSES[flag], files }
  return files.length > 0 ? mistake(`${flag} takes no file.`) : { do: does }
}

function ofMutants(args: readonly string[]): Asked {
  const other = args.find(arg => arg.startsWith('-') && arg !== '--mutants' && arg !== '--whole')
  if (other !== undefined) return mistake(`${other} does not go with --mutants.`)
  return {
    do: 'mutants',
    words: args.filter(arg => !arg.startsWith('-')),
    isWhole: args.includes('--whole'),
  }
}

function ofWithout(args: readonly string[]): Asked {
  const [flag, brick, ...files] = args
  if (
    flag !== '--without' ||
    brick === undefined ||
    [brick, ...files].some(arg => arg.startsWith('-'))
  )
    return mistake('--without comes first and takes the name of a brick.')
  return { do: 'without', brick, files }
}

function ofBrick([flag, brick, ...more]: readonly string[]): Asked {
  const isAll = more[0] === '--all'
  if (flag !== '--brick' || brick === undefined || brick.startsWith('-'))
    return mistake('--brick comes first and takes the name of a brick.')
  if (more.length > (isAll ? 1 : 0)) return mistake('Behind --brick NAME only --all may stand.')
  return { do: 'check', pass: isAll ? 'all' : 'short', files: [], brick }
}
