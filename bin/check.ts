import { argv, exit } from 'node:process'
import { check } from './checks/check.ts'
import { laws } from './checks/laws.ts'
import { mutants } from './checks/mutants.ts'
import { asked, HELP } from './checks/usage.ts'
import { without } from './checks/without.ts'

/**
 * Reads the command line and calls what it names. Exit: 0 all is well, 1 something fails, 2 the
 * command line says nothing that we know.
 */
async function main(): Promise<number> {
  const what = asked(argv.slice(2))
  switch (what.do) {
    case 'help':
      console.log(HELP)
      return 0
    case 'mistake':
      console.error(what.sentence)
      return 2
    case 'laws':
      return laws()
    case 'mutants':
      return mutants(what)
    case 'without':
      return without(what)
    case 'check':
      return check(what)
  }
}
exit(await main())
