import type { Command } from '../../../../contract/command.ts'
import type { Forgetting } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { tableOf } from '../../../../contract/tables.ts'
import type { fr } from '../../words/fr.ts'
import { thing } from '../records-thing.ts'
import { closeCommands } from './commands-close.ts'
import { engageCommands } from './commands-engage.ts'
import { moneyCommands } from './commands-money.ts'
import { notebookCommands } from './commands-notebook.ts'
import { paidCommands } from './commands-paid.ts'
import { yearCommands } from './commands-year.ts'
import { shareTypes } from './records.ts'

/** All the acts of who shares a thing. */
export const shareCommands: readonly Command<typeof fr>[] = [
  ...yearCommands,
  ...closeCommands,
  ...engageCommands,
  ...notebookCommands,
  ...moneyCommands,
  ...paidCommands,
]

/** The years of a thing, and all that is in them, go with the thing that is erased. */
export const shareGoesWith = (gone: readonly Forgetting[], read: Reader): readonly Forgetting[] =>
  gone
    .filter(({ type, field, past }) => type === thing.name && field === undefined && !past)
    .flatMap(({ record }) =>
      shareTypes.flatMap(({ name }) =>
        read
          .all(`SELECT id FROM "${tableOf(name, 'home')}" WHERE thing = ?`, record)
          .map(row => ({ type: name, record: String(row['id']) })),
      ),
    )
