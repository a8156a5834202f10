const STRING_OR_COMMENT = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/**
 * TypeScript without its comments, line for line. Strings are recognised so that an address in one survives; that is
 * enough for our own formatted sources, and no compiler is needed (TypeScript 7 offers none to a program).
 */
export const stripComments = (source: string): string =>
  source.replace(STRING_OR_COMMENT, (match) =>
    match.startsWith('/*') || match.startsWith('//') ? match.replace(/[^\n]/g, ' ') : match,
  )
