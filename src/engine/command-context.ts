import { randomBytes } from 'node:crypto'
import { type Clock, upOf } from '../contract/clock.ts'
import type { CommandContext, ReadFields } from '../contract/command.ts'
import { isInCharge } from '../contract/records/charge.ts'
import type { Input } from '../core/form/input.ts'
import { idFrom } from '../core/id.ts'
import { lazy } from '../core/lazy.ts'
import { livedAt } from '../core/lived.ts'
import { itemsOf } from '../core/narrow.ts'
import type { FileRef, RecordType } from '../core/schema.ts'
import { livedIn } from '../log/lived.ts'
import { fieldsFrom } from './fields.ts'
import { isNumberOf, memberIn, ownPhones } from './member-in.ts'
import { ofOthersIn } from './naming.ts'
import { mayCorrect } from './owned.ts'
import { ownerIn } from './owner-in.ts'
import { isRemovedBy } from './signed.ts'
import { territoryOf } from './territory.ts'
import type { Engine, TurnAsked } from './turn.ts'

/** The context of a command: its time, its person, and the questions that it may ask. */
export function commandContextOf(
  engine: Engine,
  { by, me, hand, letter, ticket, looked, lang, files }: TurnAsked,
  clock: Clock,
  now: number,
): CommandContext {
  const { bricks, read } = engine
  const today = clock.today(now)
  const called = me === undefined ? '' : (memberIn(engine, me)?.name ?? '')
  return {
    now,
    today,
    by,
    ...(me === undefined ? {} : { me, called }),
    ...(hand === undefined ? {} : { hand }),
    ...(letter === undefined ? {} : { letter }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(looked === undefined ? {} : { looked }),
    lang,
    newId: () => idFrom(now, randomBytes(10)),
    box: engine.log.box.name,
    lived: () => livedAt(livedIn(engine.log), upOf(clock)),
    wordsAboutOthers: text => ofOthersIn(engine, called, text),
    isMyNumber: number => me !== undefined && isNumberOf(engine, me, number),
    ownPhones: () => ownPhones(engine, me),
    isMine: (type, record) => me !== undefined && mayCorrect(engine, { type, record }, me),
    isInCharge: record => isInCharge(read, { me }, record, today),
    isWithdrawnByMe: (type, record) =>
      me !== undefined && isRemovedBy(engine.log, { type, record }, me),
    figures: () => {
      const asked = {
        today,
        communes: territoryOf(bricks, read)?.communes.map(one => one.code) ?? [],
      }
      return bricks.flatMap(brick => brick.slots?.indicator?.(read, brick.words[lang], asked) ?? [])
    },
    sees: key =>
      bricks
        .map(brick => brick.slots?.sees?.(key, read, me === undefined ? { by } : { by, me }))
        .find(drafts => drafts !== undefined),
    // A decision writes nothing: its territory is read once.
    territory: lazy(() => territoryOf(bricks, read)),
    ownerOf: type => ownerIn(engine, type),
    fields: <T extends RecordType>(
      type: T,
      input: Input,
      only?: readonly string[],
      had?: Readonly<Record<string, unknown>>,
    ) => {
      const form = fieldsFrom(
        { bricks, read, type, input, today },
        {
          ...(only ? { only } : {}),
          files: name => files?.[name] ?? [],
          kept: name => itemsOf<FileRef>(had?.[name]),
        },
      )
      // The form validator: each value was read by the kind of its field.
      return 'refused' in form ? form : { fields: form.fields as ReadFields<T> }
    },
  }
}
