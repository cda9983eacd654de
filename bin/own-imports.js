import { registerHooks } from 'node:module'

/**
 * Our own imports are relative paths with their ending, and no link stands between two of our
 * files. Node need not look for them on the disk: to load a server takes a third less of the
 * processor. Whatever else is imported goes the usual way.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL !== undefined
      ? {
          url: new URL(specifier, context.parentURL).href,
          format: 'module-typescript',
          shortCircuit: true,
        }
      : next(specifier, context),
})
